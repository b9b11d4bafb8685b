"""Words that are often spelt wrongly in plans and reports, and how they are spelt (F18).

This is no dictionary: one without the words of the trade would find fault with every other line.
Only what is a word in no sense is listed, with its usual endings, so what is found is wrong.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from model.swedish.spans import Span

_LISTED = """
    abbonemang abonnemang; accelrera accelerera; administation administration; adminstration
    administration; aktivitiet aktivitet; aktivtet aktivitet; alldelles alldeles; alternatvi
    alternativ; annordna anordna; annordnar anordnar; annordnas anordnas; ansvarg ansvarig;
    ansvarrig ansvarig; anväda använda; anväds används; arbetplats arbetsplats; arbetplatsen
    arbetsplatsen; arbtete arbete; arrangemanng arrangemang; avdelnig avdelning; avdelnigen
    avdelningen; avdleningen avdelningen; avvikels avvikelse; bedömma bedöma; bedömmning
    bedömning; bedömmningen bedömningen; beroene beroende; beslutt beslut; bibiliotek bibliotek;
    bibilotek bibliotek; bibloteket biblioteket; bilblioteket biblioteket; bransh bransch;
    branshen branschen; budjet budget; buget budget; bugeten budgeten; bygnad byggnad; bygnaden
    byggnaden; definativt definitivt; defintivt definitivt; diskusion diskussion; diskution
    diskussion; diskutions diskussions; efterson eftersom; ekonimi ekonomi; ekonmi ekonomi;
    enhtens enhetens; enhtet enhet; enhteten enheten; erfarnhet erfarenhet; erfarnheter
    erfarenheter; fastställls fastställs; faställa fastställa; faställd fastställd; finanisering
    finansiering; finasiering finansiering; finnansiering finansiering; fortsäta fortsätta;
    fortsäter fortsätter; fullmäktie fullmäktige; fullmätige fullmäktige; förbätra förbättra;
    förbätring förbättring; förbättrning förbättring; försenning försening; förskolla förskola;
    förvalting förvaltning; förvaltingen förvaltningen; förvaltnig förvaltning; förvaltnigen
    förvaltningen; förändrning förändring; genomfördt genomfört; genomförrande genomförande;
    genomföränd genomförande; genonföra genomföra; genonförd genomförd; hjälpmedell hjälpmedel;
    huvudsaklingen huvudsakligen; huvudskalig huvudsaklig; identifera identifiera; identiferat
    identifierat; implemetera implementera; informaton information; informtion information;
    infromation information; innbjudan inbjudan; innehål innehåll; inovation innovation;
    inovativ innovativ; insattser insatser; integera integrera; intigrera integrera; intresant
    intressant; inverntering inventering; investerning investering; invetera inventera;
    komission kommission; komitté kommitté; kommiten kommittén; kommitten kommittén; kommité
    kommitté; kommunikaton kommunikation; kommunstyrelsn kommunstyrelsen; kommunstyrlesen
    kommunstyrelsen; kompentens kompetens; kompentensutveckling kompetensutveckling; kompetans
    kompetens; komun kommun; komunal kommunal; komunala kommunala; komunen kommunen; komunens
    kommunens; komunikation kommunikation; konsekvenns konsekvens; kvalitetn kvaliteten;
    kvaliteé kvalitet; kvallitet kvalitet; kvaltet kvalitet; kvantitiv kvantitativ; ledarksap
    ledarskap; ledarskpet ledarskapet; likvärdihet likvärdighet; lokalerrna lokalerna;
    medabetare medarbetare; medarbatare medarbetare; medarbetrae medarbetare; medverkarn
    medverkan; myndighter myndigheter; möjlighheten möjligheten; möjlighter möjligheter;
    nyanländna nyanlända; näringliv näringsliv; näringlivet näringslivet; näringslivetts
    näringslivets; oförrändrad oförändrad; omställnig omställning; organistion organisation;
    organsiation organisation; orginal original; orginasation organisation; paralell parallell;
    paralellt parallellt; parralell parallell; parralellt parallellt; personall personal;
    perspetkiv perspektiv; priorterad prioriterad; priotera prioritera; prioterad prioriterad;
    prioterade prioriterade; processs process; projeket projektet; projetk projekt; projket
    projekt; påböjra påbörja; påbörjds påbörjades; rekomendation rekommendation; rekomendera
    rekommendera; rekommedation rekommendation; rekryterning rekrytering; rekrytring
    rekrytering; rekrytterring rekrytering; relevannt relevant; ressurs resurs; ressurser
    resurser; resultatt resultat; resurer resurser; samabete samarbete; samarbette samarbete;
    samarbtete samarbete; sammverkan samverkan; samvekran samverkan; samverakn samverkan;
    sjukfrånavro sjukfrånvaro; sjukfrånvarn sjukfrånvaron; sjukfånvaro sjukfrånvaro; statergi
    strategi; stragegi strategi; stratetgi strategi; succesivt successivt; sucessivt successivt;
    suksessivt successivt; systematsikt systematiskt; systemtiskt systematiskt; terial tertial;
    tertiall tertial; tidplann tidplan; tilgänglig tillgänglig; tilgänglighet tillgänglighet;
    tillgänglihet tillgänglighet; tillgänlig tillgänglig; tillgänlighet tillgänglighet;
    tillsamans tillsammans; tilsammans tillsammans; tryghet trygghet; tyvär tyvärr; undeskriva
    underskriva; uppföjning uppföljning; uppföljnig uppföljning; uppfölljning uppföljning;
    uppförljning uppföljning; upphandlig upphandling; upphandlnig upphandling; utbilding
    utbildning; utbildnig utbildning; utbildnigen utbildningen; utbilning utbildning;
    utbilningen utbildningen; utveckilng utveckling; utvecklig utveckling; utvecling utveckling;
    utvekling utveckling; utveklingen utvecklingen; utveklning utveckling; utvärderning
    utvärdering; utvärdring utvärdering; verkamhet verksamhet; verkamheten verksamheten;
    verksamehet verksamhet; verksamhetenn verksamheten; verksamht verksamhet; verksamhten
    verksamheten; verksmahet verksamhet; välfäd välfärd; värdgrund värdegrund; återkomande
    återkommande; återkopling återkoppling; åtgräder åtgärder; åtgäder åtgärder; överenskommlese
    överenskommelse; överrens överens; överrenskommelse överenskommelse
"""

_RIGHT = {wrong: " ".join(right) for wrong, *right in map(str.split, _LISTED.split(";"))}
_WORD = re.compile(r"[^\W\d_]+")


class Misspelling(NamedTuple):
    """A word that is spelt wrongly, where it stands, and how it is spelt."""

    span: Span
    written: str
    right: str


def misspellings(text: str) -> list[Misspelling]:
    """The words of a text that are known to be spelt wrongly, in order."""
    return [
        Misspelling(Span(*match.span()), match[0], _like(match[0], right))
        for match in _WORD.finditer(text)
        if (right := _RIGHT.get(match[0].casefold(), ""))
    ]


def _like(written: str, right: str) -> str:
    """The right word with the capitals of the wrong one."""
    if written.isupper() and len(written) > 1:
        return right.upper()
    return right[0].upper() + right[1:] if written[0].isupper() else right
