"""A finding: what a rule noticed, where, how serious it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.swedish.sorting import SortKey, sort_key


class Severity(StrEnum):
    """How serious, worst first: an error is wrong, a warning should be mended, a question needs
    an answer, a hint may help, information just is.
    """

    ERROR = "error"
    WARN = "warn"
    ASK = "ask"
    HINT = "hint"
    INFO = "info"

    @property
    def swedish(self) -> str:
        """The word that a user reads."""
        return _WORDS[self]

    @property
    def rank(self) -> int:
        """Sort key: 0 for the worst."""
        return _RANKS[self]

    @property
    def calls_for_action(self) -> bool:
        """Whether `tertial check` ends with exit code 1 because of it."""
        return self in (Severity.ERROR, Severity.WARN)


_WORDS = {
    Severity.ERROR: "fel",
    Severity.WARN: "varning",
    Severity.ASK: "fråga",
    Severity.HINT: "tips",
    Severity.INFO: "upplysning",
}
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing found. No text in it ever repeats a personal identity number (F17)."""

    rule: str
    """`F01` to `F20`, as in the finding catalogue."""
    severity: Severity
    kind: str
    """The kind of the entity, as in the journal: `activity`, `goal`, `organisation_unit`."""
    entity: EntityId
    place: str
    """Stable name of the place, the same on every device; what a waiver points at."""
    field: str
    """The field to jump to, by its name in files and on the command line; empty for none."""
    unit: EntityId | None
    tertial: Tertial | None = None
    """The tertial whose status it concerns; None for what holds all year."""
    where: str
    """The place for people: goal number and the activity's title."""
    text: str
    advice: str
    waived_by: EntityId | None = None
    """The waiver that sets it aside, if there is one."""
    reason: str = ""
    """Why it was set aside."""

    @property
    def counts(self) -> bool:
        """Whether it still stands: nobody has set it aside with a reason."""
        return self.waived_by is None


def order(finding: Finding) -> tuple[int, SortKey, str, str]:
    """Sort key: severity, then where a person looks for the row (goal and title), then place."""
    return (finding.severity.rank, sort_key(finding.where), finding.rule, finding.place)


def counting(findings: Iterable[Finding]) -> list[Finding]:
    """Those that still stand, in the same order."""
    return [finding for finding in findings if finding.counts]


def call_for_action(findings: Iterable[Finding]) -> bool:
    """Whether an error or a warning still stands."""
    return any(finding.severity.calls_for_action for finding in counting(findings))
