"""The headings of columns, in the spellings that municipalities use, and what each one means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

import msgspec

from model.importing.told_tertial import told_tertial
from model.swedish.letters import fold, without_rings_and_dots


class TableKind(StrEnum):
    """What the rows of a table are about."""

    ACTIVITIES = "activities"
    MEASURES = "measures"
    GOALS = "goals"
    BUDGET = "budget"

    @property
    def swedish(self) -> str:
        """What one row is, as a user reads it."""
        return {
            TableKind.ACTIVITIES: "aktivitet",
            TableKind.MEASURES: "mått",
            TableKind.GOALS: "mål",
            TableKind.BUDGET: "budgetrad",
        }[self]


class Heading(StrEnum):
    """A column that is understood; the names are those of the JSON form, too."""

    ID = "id"
    YEAR = "year"
    TERTIAL = "tertial"
    ORIGIN = "origin"
    GOAL = "goal"
    GOAL_NUMBER = "goal_number"
    GOAL_TEXT = "goal_text"
    OTHER_GOALS = "other_goals"
    DEPARTMENT = "department"
    UNIT = "unit"
    UNIT_ROLE = "unit_role"
    PARTICIPANTS = "participants"
    TITLE = "title"
    DESCRIPTION = "description"
    START = "start"
    END = "end"
    STATUS = "status"
    COMMENT = "comment"
    REVISED_END = "revised_end"
    ACTUAL_END = "actual_end"
    CAUSE = "cause"
    AWAITED = "awaited"
    REVIEW_DATE = "review_date"
    UNCHANGED_SINCE = "unchanged_since"
    RESPONSIBLE = "responsible"
    DEPUTY = "deputy"
    CANCELLED = "cancelled"
    CANCEL_REASON = "cancel_reason"
    CARRIED_OVER_FROM = "carried_over_from"
    HANDED_IN = "handed_in"
    LEVEL = "level"
    PARENT = "parent"
    POLICY_AREA = "policy_area"
    LEAD_UNIT = "lead_unit"
    INTERPRETATION = "interpretation"
    DECISION_REF = "decision_ref"
    ASSESSMENT = "assessment"
    MOTIVATION = "motivation"
    SUMMARY = "summary"
    MEASURE = "measure"
    MEASURE_UNIT = "measure_unit"
    ORGANISATION = "organisation"
    PART_OF = "part_of"
    VALUE = "value"
    AS_OF = "as_of"
    HEADCOUNT = "headcount"
    SOURCE = "source"
    TARGET = "target"
    BASELINE = "baseline"
    DIRECTION = "direction"
    FRAME = "frame"
    AMOUNT = "amount"

    @property
    def swedish(self) -> str:
        """The heading as we write it."""
        return next(words[self][0] for words in _SPELLINGS.values() if self in words)


_COMMON: Mapping[Heading, Sequence[str]] = {
    Heading.YEAR: ("År", "Planår", "Verksamhetsår"),
    Heading.TERTIAL: ("Tertial", "Period"),
    Heading.COMMENT: ("Kommentar", "Kommentarer", "Kommentar till status", "Lägesbeskrivning"),
}
_SPELLINGS: Mapping[TableKind, Mapping[Heading, Sequence[str]]] = {
    TableKind.ACTIVITIES: {
        **_COMMON,
        Heading.ID: ("Id", "Aktivitetens id", "Aktivitets-id"),
        Heading.ORIGIN: ("Ursprung", "Plan eller egen"),
        Heading.GOAL: (
            "Mål",
            "Kommunstyrelsens mål",
            "KS-mål",
            "Utvecklingsmål",
            "Kommunstyrelsens utvecklingsmål",
            "Delmål",
            "Verksamhetsmål",
            "Primärt mål",
        ),
        Heading.GOAL_NUMBER: ("Målnummer", "Målnr", "Mål nr", "Nr på mål"),
        Heading.GOAL_TEXT: ("Måltext", "Målets text", "Målformulering"),
        Heading.OTHER_GOALS: ("Övriga mål", "Andra mål", "Fler mål"),
        Heading.PARENT: ("Kommunfullmäktiges mål", "KF-mål", "Fullmäktigemål"),
        Heading.DEPARTMENT: ("Avdelning", "Sektor", "Förvaltning"),
        Heading.UNIT: (
            "Enhet",
            "Enheten",
            "Enhetens namn",
            "Ansvarig enhet",
            "Verksamhet",
            "Enhet/verksamhet",
            "Ansvarig avdelning",
        ),
        Heading.UNIT_ROLE: ("Enhetens roll", "Enhetens del"),
        Heading.PARTICIPANTS: ("Deltagande enheter", "Deltar", "Övriga enheter"),
        Heading.TITLE: (
            "Aktivitet",
            "Verksamhetens aktiviteter",
            "Verksamhetens aktivitet",
            "Aktiviteter",
            "Aktivitetens namn",
            "Rubrik",
            "Titel",
            "Insats",
        ),
        Heading.DESCRIPTION: ("Beskrivning", "Kort beskrivning", "Aktivitetsbeskrivning"),
        Heading.START: ("Startdatum", "Start", "Startar", "Från", "Från och med", "Påbörjas"),
        Heading.END: (
            "Slutdatum",
            "Slut",
            "Slutar",
            "Till",
            "Till och med",
            "Klart",
            "Klar senast",
        ),
        Heading.STATUS: ("Status", "Aktuell status", "Läge"),
        Heading.REVISED_END: ("Nytt slutdatum", "Reviderat slutdatum", "Ny sluttid"),
        Heading.ACTUAL_END: ("Faktiskt slutdatum", "Avslutad den", "Verkligt slutdatum"),
        Heading.CAUSE: ("Orsak", "Orsak till avvikelse", "Avvikelseorsak"),
        Heading.AWAITED: ("Inväntar", "Inväntas", "Väntar på"),
        Heading.REVIEW_DATE: ("Följs upp", "Uppföljningsdatum", "Avstämningsdatum"),
        Heading.UNCHANGED_SINCE: ("Oförändrat sedan", "Oförändrad sedan"),
        Heading.RESPONSIBLE: ("Ansvarig", "Ansvarig person", "Ansvarig chef", "Handläggare"),
        Heading.DEPUTY: ("Ersättare", "Ersättande", "Ställföreträdare"),
        Heading.CANCELLED: ("Utgår", "Utgått"),
        Heading.CANCEL_REASON: ("Varför den utgår", "Orsak till att den utgår"),
        Heading.CARRIED_OVER_FROM: ("Överförd från", "Överförd från id"),
        Heading.HANDED_IN: ("Inlämnad", "Inlämnat"),
        Heading.ASSESSMENT: ("Bedömning", "Bedömning av målet", "Måluppfyllelse"),
    },
    TableKind.MEASURES: {
        **_COMMON,
        Heading.MEASURE: ("Mått", "Nyckeltal", "Indikator", "Måttets namn"),
        Heading.GOAL: ("Mål", "Kommunstyrelsens mål", "KS-mål", "Utvecklingsmål"),
        Heading.MEASURE_UNIT: ("Enhet", "Måttenhet", "Sort"),
        Heading.ORGANISATION: ("Organisation", "Organisatorisk enhet", "Avdelning", "Gäller"),
        Heading.PART_OF: ("Del av", "Ingår i", "Överordnat mått"),
        Heading.VALUE: ("Värde", "Utfall", "Resultat"),
        Heading.AS_OF: ("Per datum", "Per", "Datum", "Mätdatum", "Avser datum"),
        Heading.HEADCOUNT: ("Antal anställda", "Antal medarbetare", "Anställda"),
        Heading.SOURCE: ("Källa",),
        Heading.TARGET: ("Målvärde", "Målnivå"),
        Heading.BASELINE: ("Utgångsvärde", "Utgångsläge", "Basvärde"),
        Heading.DIRECTION: ("Riktning", "Önskad riktning"),
    },
    TableKind.GOALS: {
        **_COMMON,
        Heading.GOAL_NUMBER: ("Nummer", "Nr", "Målnummer", "Målnr", "Mål nr"),
        Heading.GOAL: (
            "Mål",
            "Måltext",
            "Kommunstyrelsens mål",
            "Utvecklingsmål",
            "Målformulering",
        ),
        Heading.LEVEL: ("Nivå", "Målnivå", "Typ av mål"),
        Heading.PARENT: ("Överordnat mål", "Kommunfullmäktiges mål", "KF-mål", "Hör till"),
        Heading.POLICY_AREA: ("Målområde", "Område"),
        Heading.LEAD_UNIT: ("Ansvarig enhet", "Ansvarig avdelning", "Ansvarig"),
        Heading.INTERPRETATION: ("Tolkning", "Så tolkas målet"),
        Heading.DECISION_REF: ("Beslut", "Beslutsparagraf"),
        Heading.ASSESSMENT: ("Bedömning", "Måluppfyllelse", "Samlad bedömning"),
        Heading.MOTIVATION: ("Motivering", "Motiv"),
        Heading.SUMMARY: ("Sammanfattning", "Sammanfattande bedömning"),
    },
    TableKind.BUDGET: {
        Heading.FRAME: ("Ramfördelning", "Budgetfördelning", "Budgetram", "Budgetramar"),
        Heading.AMOUNT: ("Belopp",),
    },
}
_KEY_HEADINGS: Mapping[TableKind, frozenset[Heading]] = {
    TableKind.ACTIVITIES: frozenset({Heading.TITLE}),
    TableKind.MEASURES: frozenset({Heading.MEASURE}),
    TableKind.GOALS: frozenset({Heading.GOAL, Heading.GOAL_NUMBER}),
    TableKind.BUDGET: frozenset({Heading.FRAME}),
}
"""A header row has one of these; a table without it is about something else."""

_OF_A_TERTIAL = frozenset({TableKind.ACTIVITIES, TableKind.GOALS})
"""What is reported each tertial: its headings may name which."""
_LEAST_RECOGNISED = 2
_NEAR = 0.86
_SHORTEST_NEAR = 6
_LONGEST = 60
"""Letters of a heading; what is longer is text."""
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SIGNS = re.compile(r"[\W_]+")
_OF_A_BUDGET = re.compile(r"(?:netto|budget|prognos|utfall|bokslut|ram)\w*")
"""What the columns of a budget table are called, each with a year or a day of its own."""


class Header(msgspec.Struct, frozen=True):
    """A row of headings that was understood: what each column holds."""

    kind: TableKind
    columns: dict[int, Heading]
    """By position in the row, from 0."""
    labels: dict[int, str]
    """Every heading as it is written."""
    tertial: str = ""
    """The tertial that the headings name, as in Status T1; empty for none."""

    @property
    def unread(self) -> tuple[str, ...]:
        """The headings that mean nothing here."""
        return tuple(text for at, text in self.labels.items() if at not in self.columns)

    @property
    def guessed(self) -> dict[str, Heading]:
        """The headings that are spelt in no known way, with what they are taken for."""
        exact = _by_spelling(self.kind)
        if self.kind is TableKind.BUDGET:
            return {}
        return {
            self.labels[at]: heading
            for at, heading in self.columns.items()
            if _bare(self.labels[at]) not in exact
        }


def read_header(texts: Sequence[str]) -> Header | None:
    """What a row of texts says as headings; None when it is no header row.

    Capitals, signs, brackets, and å, ä, ö without their rings and dots make no difference, nor
    does a slip in a long word.
    """
    best: Header | None = None
    short = [text if len(text) <= _LONGEST else "" for text in texts]
    untold, tertial = told_tertial(short)
    for kind in TableKind:
        is_told = kind in _OF_A_TERTIAL
        columns = _recognised(kind, [_bare(text) for text in (untold if is_told else short)])
        found = set(columns.values())
        if not found & _KEY_HEADINGS[kind] or len(found) < _LEAST_RECOGNISED:
            continue
        if best is None or len(columns) > len(best.columns):
            labels = {at: " ".join(text.split()) for at, text in enumerate(texts) if text.strip()}
            best = Header(kind, columns, labels, tertial if is_told else "")
    return best


def _recognised(kind: TableKind, texts: Sequence[str]) -> dict[int, Heading]:
    """The columns by position; of two columns with the same meaning the first is read.

    A slip is forgiven beside a heading that is right.
    """
    if kind is TableKind.BUDGET:
        return _of_a_budget(texts)
    exact = _by_spelling(kind)
    columns: dict[int, Heading] = {}
    for at, text in enumerate(texts):
        heading = exact.get(text)
        if heading is not None and heading not in columns.values():
            columns[at] = heading
    for at, text in enumerate(texts) if columns else ():
        heading = _near(text, exact) if at not in columns else None
        if heading is not None and heading not in columns.values():
            columns[at] = heading
    return dict(sorted(columns.items()))


def _of_a_budget(texts: Sequence[str]) -> dict[int, Heading]:
    """The frames' column and the figures' beside it; "Ramfördelning per avdelning" is one, too."""
    spelt = _by_spelling(TableKind.BUDGET).items()
    words = tuple(word for word, heading in spelt if heading is Heading.FRAME)
    first = next((at for at, text in enumerate(texts) if text.startswith(words)), None)
    if first is None:
        return {}
    figures = (at for at in range(first + 1, len(texts)) if _OF_A_BUDGET.fullmatch(texts[at]))
    return {first: Heading.FRAME, **dict.fromkeys(figures, Heading.AMOUNT)}


def _near(bare: str, exact: Mapping[str, Heading]) -> Heading | None:
    if len(bare) < _SHORTEST_NEAR:
        return None
    found = get_close_matches(bare, exact, n=1, cutoff=_NEAR)
    return exact[found[0]] if found else None


@cache
def _by_spelling(kind: TableKind) -> Mapping[str, Heading]:
    spelt = {heading.value.replace("_", ""): heading for heading in _SPELLINGS[kind]}
    for heading, words in _SPELLINGS[kind].items():
        spelt |= {_bare(word): heading for word in words}
    return spelt


def _bare(text: str) -> str:
    """A heading's letters and digits alone."""
    return _SIGNS.sub("", without_rings_and_dots(fold(_BRACKETS.sub(" ", text))))
