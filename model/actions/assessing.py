"""Assessing the board's goals, and writing what is said of them and of the year."""

from __future__ import annotations

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from model.actions.seen import replaced
from model.plan.assessment import Analysis, Assessment, Verdict
from model.plan.calendar import Tertial
from model.plan.entities import Goal
from model.plan.rules import FieldRefused, RuleError, checked_text
from model.plan.suggestion import suggest
from model.plan.vocabulary import AssessmentLevel, GoalLevel
from model.workspace.edit import Edit


class MotivationMissing(FieldRefused):
    """The decided level is not the suggested one, and nothing says why (A5)."""

    def __init__(self, level: AssessmentLevel, suggested: AssessmentLevel | None) -> None:
        given = f"förslaget är ”{suggested.swedish}”" if suggested else "det finns inget förslag"
        super().__init__(
            "motivation", f"Skriv en motivering: bedömningen är ”{level.swedish}” men {given}."
        )


class AssessmentLocked(RuleError):
    """The tertial is locked, with what was decided of its goals."""

    def __init__(self, tertial: Tertial) -> None:
        super().__init__(
            f"{tertial.swedish} är låst, och bedömningarna med det. Inget är ändrat. Lås upp "
            "tertialet, ändra bedömningen och lås igen."
        )


def assess(
    edit: Edit,
    goal: Goal,
    tertial: Tertial,
    *,
    level: AssessmentLevel | None = None,
    motivation: str | None = None,
    summary: str | None = None,
    comment: str | None = None,
    seen: Assessment | UnsetType | None = UNSET,
) -> Assessment:
    """Decide a goal's level, or write its motivation, summary or comment; None leaves as it is.

    A motivation belongs to its level: another level begins without one. `seen` is the assessment
    that a form showed, None where it showed that there was none; without it the plan's present
    one is meant. Raises `RuleError`.
    """
    _check_assessable(edit, goal, tertial)
    identity = edit.plan.id_of(Assessment, goal.id, str(tertial))
    present = replaced(edit, Assessment, identity, seen)
    empty = Assessment(id=identity, goal=goal.id, tertial=tertial)
    base = empty if present is None or present.removed else present
    changed = base
    if level is not None or motivation is not None:
        changed = replace(
            changed, decided=_verdict(edit, goal, tertial, base.decided, level, motivation)
        )
    if summary is not None:
        changed = replace(changed, summary=checked_text("summary", summary))
    if comment is not None:
        changed = replace(changed, comment=checked_text("comment", comment))
    return edit.save(changed, present)


def write_analysis(
    edit: Edit, year: int, text: str, *, seen: Analysis | UnsetType | None = UNSET
) -> Analysis:
    """Write the analysis of a year; `seen` as in `assess`. Raises `RuleError`."""
    identity = edit.plan.id_of(Analysis, str(year))
    present = replaced(edit, Analysis, identity, seen)
    return edit.save(Analysis(id=identity, year=year, text=checked_text("text", text)), present)


def _check_assessable(edit: Edit, goal: Goal, tertial: Tertial) -> None:
    if goal.level is not GoalLevel.BOARD:
        raise RuleError("Bara kommunstyrelsens mål bedöms. Inget är ändrat.")
    if tertial.first_day > edit.today:
        raise FieldRefused("tertial", f"{tertial.swedish} har inte börjat.")
    if tertial in edit.plan.locked:
        raise AssessmentLocked(tertial)


def _verdict(
    edit: Edit,
    goal: Goal,
    tertial: Tertial,
    before: Verdict | None,
    level: AssessmentLevel | None,
    motivation: str | None,
) -> Verdict:
    decided = level or (before.level if before is not None else None)
    if decided is None:
        raise FieldRefused("level", "Välj först hur väl målet är uppfyllt.")
    if motivation is None and before is not None and before.level is decided:
        motivation = before.motivation
    text = checked_text("motivation", motivation or "")
    suggested = suggest(edit.plan, goal.id, tertial).level
    if decided is not suggested and not text.strip():
        raise MotivationMissing(decided, suggested)
    return Verdict(decided, text, suggested)
