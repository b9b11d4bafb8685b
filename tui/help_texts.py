"""What F1 says: one text per context, and one per part of a screen where it helps more.

Keys are never written here: they come from the registry of actions, beside the text.
"""

from __future__ import annotations

CONTEXT_TEXTS: dict[str, str] = {
    "home": (
        "Här ser du vad som är kvar att göra innan tertialet stänger. Överst i listan står de "
        "aktiviteter som saknar status, de med tidigast slutdatum först.\n\n"
        "Raden ”Krav” visar om enheten har det som styrmodellen kräver: minst en aktivitet mot "
        "varje verksamhetsmål för god ekonomisk hushållning, minst en mot kommunstyrelsens mål, "
        "och minst två tillsammans (R1–R3). Aktiviteter som utgår räknas inte.\n\n"
        "Allt sparas på den här datorn i samma ögonblick som du gör det."
    ),
    "queue": (
        "En aktivitet i taget. En siffra väljer status, Enter sparar och går vidare. Det som du "
        "har valt sparas också när du går tillbaka.\n\n"
        "Kommentaren från förra gången står i fältet, så att du bara ändrar det som är nytt. "
        "”Oförändrat” upprepar både status och kommentar, och märks med = i listan.\n\n"
        "Ett nytt slutdatum behövs bara när slutdatumet har passerat och arbetet pågår. Vid "
        "Försenad och Vänteläge frågas efter orsak och när det följs upp."
    ),
    "plan": (
        "Till vänster fyller du i, till höger ser du vad utskottet kommer att läsa. Anmärkningar "
        "står under det fält som de gäller.\n\n"
        "En aktivitet leder till minst ett av kommunstyrelsens mål eller till ett verksamhetsmål "
        "för god ekonomisk hushållning. Leder den till flera mål står det viktigaste först.\n\n"
        "Enhetens rapport tar inte upp löpande arbete: rutiner, kompetensutveckling, projekt och "
        "kvalitetsledning (R8). Programmet tipsar om det men hindrar dig inte."
    ),
    "goals": "Sök på målets nummer, ord i målet eller målområde. Mål på fullmäktigenivå väljs "
    "inte: välj ett av kommunstyrelsens mål under dem.",
    "ideas": "Färdiga aktiviteter mot sjukfrånvaro, ordnade efter de åtta friskfaktorerna. Det du "
    "tar hamnar i formuläret, där du ändrar det så att det passar enheten.",
    "carry_over": "Aktiviteter från tidigare år. Den som förs över kopplas till den gamla, så att "
    "den går att följa från år till år.",
    "details": "Allt som står om aktiviteten: mål, ansvariga, tid och vad som har rapporterats, "
    "det senaste först.",
    "lock": (
        "Låsningen omfattar det som har kommit hit när du låser. Rapporter och översikter för "
        "tertialet visar det sedan, vad som än ändras.\n\n"
        "Under ”Inte klara” står de enheter som inte har lämnat in eller saknar status, och när "
        "något senast kom därifrån.\n\n"
        "Det som en enhet skrev utan att veta om låsningen kommer under ”Kom efter låsningen”. "
        "Bredvid står det som låstes och det som skrevs sedan. Du släpper in det eller avslår "
        "det; det du avslår finns kvar hos enheten, som läser varför. Att låsa igen tar med allt "
        "som har kommit in, utom det avslagna. Allt går att ångra."
    ),
    "question": "Det här märks hos många. Läs vad det innebär; Esc gör ingenting.",
    "findings": (
        "Här står det som kontrollerna har hittat. Fel och varningar bör rättas innan du lämnar "
        "in. Enter går till det fält som anmärkningen gäller.\n\n"
        "En anmärkning som du har goda skäl för kan åsidosättas med en motivering. Den visas då "
        "som åsidosatt, med motiveringen och vem som skrev den."
    ),
    "history": "Vem som ändrat vad och när, det senaste först. Inget försvinner härifrån.",
    "search": "Söker bland enhetens aktiviteter, mål, personer och kommentarer. Alla ord måste "
    "finnas med. Ett målnummer räcker med början: 3.4 hittar 3.4.1 till 3.4.7. "
    "Väljer du ett mål öppnas formuläret för en ny aktivitet mot det.",
    "settings": "Utseende och uppgifter för den här datorn. Målen och enheterna ändras centralt.",
    "first_start": "Ditt namn och din enhet behövs; mål och delning kan lämnas tomma. "
    "Allt går att ändra.",
    "hand_in": "Inlämningen talar om för stab och controller att tertialet är klart. Ändrar du "
    "något efteråt visas det som ”ändrad efter inlämning”. Du kan ta tillbaka den så länge "
    "tertialet är öppet.",
    "report": "Enhetens rapport till utskottet, som den ser ut i dag. Det som sparas som fil är "
    "ett utkast, tills rapporten slutförs. Då blir den en allmän handling som aldrig ändras.",
    "finals": "Varje version av de dokument som är slutförda, det senaste först. De är allmänna "
    "handlingar och ändras aldrig; en rättelse är en ny version. Filerna finns på den dator där "
    "dokumentet slutfördes. Kontrollsumman (SHA-256) visar om en fil är den slutförda.",
    "export": "Här sparar du de dokument som går till utskott och kommunstyrelse. Filnamnets "
    "ändelse bestämmer formen. Word skrivs i kommunens brevmall om målkatalogen har en. För ett "
    "låst tertial visas det som låstes.\n\n"
    "Det som sparas är ett utkast. När dokumentet är klart slutförs det: då blir det en allmän "
    "handling, sparas oföränderligt och får en version.",
    "sheet": "Varje rad i kalkylbladet som är ny, ändras eller avvisas, med skälet under. Enter "
    "läser in dem som inte avvisas, som en åtgärd som går att ångra. En tom cell ändrar ingenting.",
    "conflicts": "Två har ändrat samma sak utan att ha sett varandras. Inget är borta: båda "
    "värdena står bredvid varandra, med vem som skrev och när. Det du tar gäller och skickas "
    "som allt annat. Tar du ett annat än det som visas går det att ångra. "
    "Siffrorna tar ett värde direkt.",
    "sharing": (
        "En delning är en plats där enheternas och stabens planer möts. Här står för varje "
        "delning när den nåddes, vad som väntar på att skickas och varför, och vad som har "
        "hämtats.\n\n"
        "Programmet synkar av sig självt: när det startar, en stund efter det som du skriver, och "
        "var femte minut. Utan nät väntar allt här. Inget försvinner."
    ),
    "farewell": "Det sista skickas innan programmet avslutas. Den som inte vill vänta lämnar det "
    "direkt: allt är sparat på den här datorn och skickas nästa gång.",
    "facts": "Orsaken gör att det går att räkna samman vad som hindrar. Skriv vad ni väntar på och "
    "när ni ser över det igen. Ett faktiskt slutdatum behövs bara för det som är avslutat före "
    "sitt slutdatum. Skriv inga namn och inga personnummer.",
    "ask": "Ett svar behövs för att gå vidare. Det du har skrivit ändrar inget förrän du tar det.",
    "people": "Skriv en del av namnet. Enhetens egna står först. Den som inte finns läggs till i "
    "registret när du sparar.",
    "palette": "Skriv vad du vill göra, med egna ord. Till vänster står tangenten, så att du kan "
    "trycka den direkt nästa gång.",
    "message": "Meddelandet säger vad som hände, vad som är sparat och vad du kan göra. Det går "
    "att kopiera till den som hjälper dig.",
    "overview": "Enheterna under dig: vad som är planerat, vad som är rapporterat och vem som "
    "har lämnat in.\n\n"
    "Krav är ▲ där en enhet saknar en aktivitet som styrmodellen kräver (R1–R3). Anm. är fel och "
    "varningar att åtgärda, samma antal som enheten själv ser. Hörd är när något senast kom från "
    "enheten. ✎ betyder att något har ändrats efter inlämningen.",
    "assess": "Kommunstyrelsens mål, ett i taget. Förslaget räknas fram ur aktiviteterna i "
    "verksamhetsplanen och deras tidsplan (R15); hur det räknas står bredvid. Du bestämmer. En "
    "annan nivå än förslaget behöver en motivering.\n\n"
    "Vad nivåerna betyder är kommunens egen text och ändras i målkatalogen. Enheterna ser "
    "bedömningen av sina mål när tertialet är låst.",
    "assess_text": "Texten sparas när du är klar. Lämnar du den finns den kvar som utkast till "
    "nästa gång. Skriv inga namn på den som är sjuk och inga personnummer: rapporten är en allmän "
    "handling.",
    "goal_matrix": "En rad för varje enhet och en kolumn för varje mål. Siffran är antalet "
    "aktiviteter under året, + är tio eller fler, · är ingen. ▲ över en kolumn betyder att ingen "
    "enhet arbetar mot målet.",
    "measures": "Måtten under sina mål, med senaste utfall och hur det har rört sig sedan förra "
    "gången. Ange alltid antalet anställda för uppgifter om personal. Uppgifter om högst tio "
    "personer redovisas inte i listor och dokument, och inte heller en uppgift som de går att "
    "räkna ut med. Enheterna ser måtten först när ni visar dem.",
    "budget": "Årets budgettabeller som verksamhetsplanen skriver dem, med uträknade summor. Vid "
    "summan står vad som inte går ihop. De ändras i målkatalogen, eller läses in från ett "
    "kalkylblad.",
    "memo": "Delarna i tjänsteskrivelsen till tertialrapporten. Det som är tomt blir dokumentets "
    "egen mening, eller utelämnas. Varje fokusområde som inte har någon text säger själv att "
    "ärendet inte rör det.",
    "memo_text": "Texten sparas när du är klar. Lämnar du den finns den kvar som utkast till nästa "
    "gång. Skriv inga personnummer: tjänsteskrivelsen är en allmän handling.",
    "oversight": "Varje redovisning till ett utskott, med dag, beslut och nästa steg. Utskottet "
    "kan godkänna rapporten, och då är ärendet avslutat, eller inte godkänna den: återremittera "
    "den med skälen i protokollet, eller lämna över den till kommunstyrelsen, där utskottets "
    "ordförande föredrar ärendet (R9). Enheten ser dagen och nästa steg på sin första skärm.",
    "units": "Skriv en del av enhetens namn. Till höger står vad den hör till.",
    "follow_up": "Aktiviteter som väntar, efter orsak, de som har fått ett senare slutdatum eller "
    "en sämre status sedan förra tertialet, och de som saknar ersättare.",
}

PART_TEXTS: dict[str, str] = {
    "home-list": "Listan över tertialets aktiviteter. Tecken och ord visar status:\n"
    "○ Ej påbörjad   ● Pågående enligt plan   ◐ Pågående med avvikelse   ▼ Försenad\n"
    "◌ Vänteläge   ✔ Avslutad enligt plan   ✓ Avslutad med avvikelse   ✕ Utgår\n"
    "Framför rubriken: = oförändrat sedan sist   ✎ ändrad efter inlämning   ⚡ två har ändrat",
    "plan-title": "Det som ska göras, i några ord. Skriv inte hur det går: det sägs i statusen.",
    "plan-goals": "Det första målet är huvudmålet. Rapporten visar aktiviteten under vart och ett "
    "av målen.",
    "plan-start": "Skriv datumet som du är van: 2024-09-30, 30/9, 30 sep, idag eller +14. Det "
    "visas som det lästes när du lämnar fältet.",
    "plan-end": "Skriv datumet som du är van: 2024-09-30, 30/9, 30 sep, idag eller +14. En "
    "aktivitet får löpa över flera år.",
    "plan-description": "En eller två meningar, som utskottet läser under rubriken. Namnge aldrig "
    "någon som är sjuk och skriv inga personnummer: rapporten är en allmän handling.",
    "plan-responsible": "Den som svarar för att det blir gjort. Ett namn som inte finns i "
    "registret läggs till när du sparar.",
    "plan-deputy": "Den som svarar för aktiviteten när den ansvariga inte är på plats.",
    "queue-comment": "Skriv vad som är gjort och vad som återstår, inte vem. Namnge aldrig någon "
    "som är sjuk och skriv inga personnummer: rapporten är en allmän handling.",
}
