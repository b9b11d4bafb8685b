"""The fixed words of the field: identifiers for code and files, Swedish for people.

The identifiers are those of the municipality's own documents put into English; every enum
carries the Swedish word that a user reads and, where the documents use one, a symbol.
"""

from __future__ import annotations

from enum import StrEnum


class StatusValue(StrEnum):
    """The eight statuses of an activity, in the order in which they are offered (keys 1 to 8)."""

    NOT_STARTED = "not_started"
    ONGOING_ON_PLAN = "ongoing_on_plan"
    ONGOING_DEVIATING = "ongoing_deviating"
    DELAYED = "delayed"
    ON_HOLD = "on_hold"
    COMPLETED_ON_PLAN = "completed_on_plan"
    COMPLETED_DEVIATING = "completed_deviating"
    CANCELLED = "cancelled"

    @property
    def swedish(self) -> str:
        """The words of the documents, for example "Pågående enligt plan"."""
        return _STATUS_WORDS[self][0]

    @property
    def symbol(self) -> str:
        """One cell that always stands beside the words, never instead of them."""
        return _STATUS_WORDS[self][1]

    @property
    def is_open(self) -> bool:
        """True while work remains: neither completed nor cancelled."""
        return self not in _CLOSED

    @property
    def is_completed(self) -> bool:
        """True for both completed statuses."""
        return self in (StatusValue.COMPLETED_ON_PLAN, StatusValue.COMPLETED_DEVIATING)

    @property
    def claims_plan(self) -> bool:
        """True when the status says "enligt plan" (F04)."""
        return self in (StatusValue.ONGOING_ON_PLAN, StatusValue.COMPLETED_ON_PLAN)


_STATUS_WORDS = {
    StatusValue.NOT_STARTED: ("Ej påbörjad", "○"),
    StatusValue.ONGOING_ON_PLAN: ("Pågående enligt plan", "●"),
    StatusValue.ONGOING_DEVIATING: ("Pågående med avvikelse", "◐"),
    StatusValue.DELAYED: ("Försenad", "▼"),
    StatusValue.ON_HOLD: ("Vänteläge", "◌"),
    StatusValue.COMPLETED_ON_PLAN: ("Avslutad enligt plan", "✔"),
    StatusValue.COMPLETED_DEVIATING: ("Avslutad med avvikelse", "✓"),
    StatusValue.CANCELLED: ("Utgår", "✕"),
}
_CLOSED = (StatusValue.COMPLETED_ON_PLAN, StatusValue.COMPLETED_DEVIATING, StatusValue.CANCELLED)
_STATUS_SYNONYMS = {"avbruten": StatusValue.CANCELLED, "avbruten/utgår": StatusValue.CANCELLED}


def status_from(text: str) -> StatusValue | None:
    """Read a status from its identifier or its Swedish words in any case; None if neither."""
    wanted = " ".join(text.split()).casefold()
    for value, (words, _) in _STATUS_WORDS.items():
        if wanted in (value.value, value.value.replace("_", " "), words.casefold()):
            return value
    return _STATUS_SYNONYMS.get(wanted)


class AssessmentLevel(StrEnum):
    """How far a goal is met: the four levels of the tertial report, best first (keys 1 to 4)."""

    MET = "met"
    PARTLY_MET = "partly_met"
    BARELY_MET = "barely_met"
    NOT_MET = "not_met"

    @property
    def swedish(self) -> str:
        """The words of the documents, for example "Delvis uppfyllt"."""
        return _ASSESSMENT_WORDS[self][0]

    @property
    def symbol(self) -> str:
        """One cell that always stands beside the words, never instead of them."""
        return _ASSESSMENT_WORDS[self][1]

    @property
    def is_met_or_partly(self) -> bool:
        """Whether the analysis counts it with those that are met or partly met."""
        return self in (AssessmentLevel.MET, AssessmentLevel.PARTLY_MET)


_ASSESSMENT_WORDS = {
    AssessmentLevel.MET: ("Uppfyllt", "■"),
    AssessmentLevel.PARTLY_MET: ("Delvis uppfyllt", "◧"),
    AssessmentLevel.BARELY_MET: ("Knappt uppfyllt", "◰"),
    AssessmentLevel.NOT_MET: ("Ej uppfyllt", "□"),
}


def assessment_from(text: str) -> AssessmentLevel | None:
    """Read a level from its identifier or its Swedish words in any case; None if neither."""
    wanted = " ".join(text.split()).casefold()
    for value, (words, _) in _ASSESSMENT_WORDS.items():
        if wanted in (value.value, value.value.replace("_", " "), words.casefold()):
            return value
    return None


class Ruling(StrEnum):
    """What a committee may decide of a unit's report (R9), in the order of the keys 1 to 3."""

    APPROVED = "approve"
    REFERRED_BACK = "refer_back"
    TO_BOARD = "refer_to_board"

    @property
    def swedish(self) -> str:
        """The decision as a user reads it."""
        return _RULING_WORDS[self][0]

    @property
    def next_step(self) -> str:
        """What follows for the unit, as a sentence."""
        return _RULING_WORDS[self][1]

    @property
    def symbol(self) -> str:
        """One cell that always stands beside the words."""
        return _RULING_WORDS[self][2]


_RULING_WORDS = {
    Ruling.APPROVED: ("Godkänd", "Ärendet är avslutat.", "✔"),
    Ruling.REFERRED_BACK: (
        "Återremitterad",
        "Komplettera redovisningen efter skälen och redovisa den igen.",
        "↩",
    ),
    Ruling.TO_BOARD: (
        "Överlämnad till kommunstyrelsen",
        "Kommunstyrelsen tar upp ärendet. Utskottets ordförande föredrar det.",
        "→",
    ),
}


def ruling_from(text: str) -> Ruling | None:
    """Read a ruling from its identifier or its Swedish words in any case; None if neither."""
    wanted = " ".join(text.split()).casefold()
    for value, (words, _, _) in _RULING_WORDS.items():
        if wanted in (value.value, value.value.replace("_", " "), words.casefold()):
            return value
    return _RULING_SYNONYMS.get(wanted)


_RULING_SYNONYMS = {
    "godkänn": Ruling.APPROVED,
    "godkänna": Ruling.APPROVED,
    "återremiss": Ruling.REFERRED_BACK,
    "återremittera": Ruling.REFERRED_BACK,
    "kommunstyrelsen": Ruling.TO_BOARD,
}


class GoalLevel(StrEnum):
    """The three levels of goal that units meet (domain: KF-mål, KS-mål, GEH-mål)."""

    COUNCIL = "council_goal"
    BOARD = "board_goal"
    EFFICIENCY = "efficiency_goal"

    @property
    def swedish(self) -> str:
        """The level as a user reads it."""
        return {
            GoalLevel.COUNCIL: "Kommunfullmäktiges mål",
            GoalLevel.BOARD: "Kommunstyrelsens mål",
            GoalLevel.EFFICIENCY: "Verksamhetsmål för god ekonomisk hushållning",
        }[self]


class OrganisationLevel(StrEnum):
    """The levels of a municipal organisation."""

    GROUP = "municipal_group"
    ADMINISTRATION = "administration"
    DEPARTMENT = "department"
    UNIT = "unit"

    @property
    def swedish(self) -> str:
        """The level as a user reads it."""
        return {
            OrganisationLevel.GROUP: "Kommunkoncern",
            OrganisationLevel.ADMINISTRATION: "Förvaltning",
            OrganisationLevel.DEPARTMENT: "Avdelning",
            OrganisationLevel.UNIT: "Enhet",
        }[self]


class SizeClass(StrEnum):
    """A unit's size; larger units are expected to plan more than the minimum (R3)."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


class Origin(StrEnum):
    """Where an activity comes from: decided in the operational plan, or the unit's own (R13)."""

    PLAN = "plan"
    OWN = "own"

    @property
    def swedish(self) -> str:
        """The origin as a user reads it."""
        return {Origin.PLAN: "verksamhetsplanen", Origin.OWN: "egen"}[self]


class Cause(StrEnum):
    """Why an activity waits or slips, as a code that the centre can count."""

    FUNDING_DECISION = "funding_decision"
    STAFFING = "staffing"
    EXTERNAL_PARTY = "external_party"
    POLITICAL_DECISION = "political_decision"
    PROCUREMENT = "procurement"
    DEPENDENCY = "dependency"
    PRIORITY = "priority"
    OTHER = "other"

    @property
    def swedish(self) -> str:
        """The cause as a user reads it."""
        return _CAUSE_WORDS[self]


_CAUSE_WORDS = {
    Cause.FUNDING_DECISION: "finansieringsbeslut",
    Cause.STAFFING: "bemanning",
    Cause.EXTERNAL_PARTY: "extern part",
    Cause.POLITICAL_DECISION: "politiskt beslut",
    Cause.PROCUREMENT: "upphandling",
    Cause.DEPENDENCY: "beroende av annan aktivitet",
    Cause.PRIORITY: "omprioritering",
    Cause.OTHER: "annan orsak",
}


def cause_from(text: str) -> Cause | None:
    """Read a cause from its identifier or its Swedish words; None if it is neither."""
    wanted = " ".join(text.split()).casefold()
    for value, words in _CAUSE_WORDS.items():
        if wanted in (value.value, value.value.replace("_", " "), words.casefold()):
            return value
    return None


class Role(StrEnum):
    """Who uses a device, and so what it reads and shows first."""

    UNIT = "unit"
    DEPARTMENT = "department"
    CENTRAL = "central"

    @property
    def swedish(self) -> str:
        """The role as a user reads it."""
        return {
            Role.UNIT: "enhetschef",
            Role.DEPARTMENT: "avdelningschef",
            Role.CENTRAL: "centralt (stab, controller)",
        }[self]


class HandInState(StrEnum):
    """Whether a unit's tertial stands as handed in or has been taken back."""

    HANDED_IN = "handed_in"
    WITHDRAWN = "withdrawn"
