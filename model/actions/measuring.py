"""Measures: entering outcomes, saying what is aimed at, and letting all see what may be seen."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from model.actions.keys import key_of
from model.actions.seen import replaced
from model.plan.decimals import decimal_text
from model.plan.entities import Goal, Measure, MeasureValue, OrganisationUnit, Outcome
from model.plan.identifiers import EntityId
from model.plan.measure_release import MeasureRelease
from model.plan.plan import Plan
from model.plan.rules import FieldRefused, RuleError, checked_text
from model.views.measures import all_tables
from model.views.released_measures import due_releases
from model.workspace.edit import Edit

MOST_PEOPLE = 1_000_000


class MeasureSaid(msgspec.Struct, frozen=True, kw_only=True):
    """What a new measure counts, and for what."""

    name: str
    unit: str = ""
    goal: EntityId | None = None
    organisation: EntityId | None = None
    parent: EntityId | None = None


def add_measure(edit: Edit, said: MeasureSaid) -> Measure:
    """Enter a new measure, last in order, with a key as in the catalogue; raises `RuleError`."""
    name = " ".join(checked_text("name", said.name).split())
    if not name:
        raise FieldRefused("name", "Måttet behöver ett namn.")
    key = _key(edit.plan, name, said)
    identity = edit.plan.id_of(Measure, key)
    order = max((row.order for row in edit.plan.of(Measure)), default=-1) + 1
    return edit.save(
        Measure(
            id=identity,
            key=key,
            name=name,
            unit=said.unit.strip(),
            goal=said.goal,
            organisation=said.organisation,
            parent=said.parent,
            order=order,
        )
    )


def _key(plan: Plan, name: str, said: MeasureSaid) -> str:
    """A key from name, goal and organisation; with the goal's year where another has it."""
    where = plan.find(OrganisationUnit, said.organisation)
    goal = plan.find(Goal, said.goal)
    around = [goal.number if goal is not None else "", where.key if where is not None else ""]
    key = key_of(name, *around)
    taken = plan.find(Measure, plan.id_of(Measure, key))
    if taken is None or taken.removed or goal is None:
        return key
    return key_of(name, *around, str(goal.year))


def enter_outcome(
    edit: Edit,
    measure: Measure,
    day: date,
    value: str,
    *,
    headcount: int | None = None,
    source: str = "",
    seen: MeasureValue | UnsetType | None = UNSET,
) -> MeasureValue:
    """Enter or correct a measure's outcome on a day, as somebody has typed it: `9,11`.

    `seen` is the outcome that a form showed, None where it showed that there was none; without
    it the plan's present one is meant. Raises `RuleError`.
    """
    number = decimal_text(value)
    if number is None:
        raise FieldRefused("value", f"”{value}” är inget tal. Skriv som 9,11.")
    if day > edit.today:
        raise FieldRefused("as_of", f"Utfallet kan inte vara från {day}, som inte har varit än.")
    if headcount is not None and not 0 <= headcount <= MOST_PEOPLE:
        raise FieldRefused("headcount", f"{headcount} är inget rimligt antal anställda.")
    identity = edit.plan.id_of(MeasureValue, measure.id, day.isoformat())
    present = replaced(edit, MeasureValue, identity, seen)
    outcome = Outcome(number, checked_text("source", " ".join(source.split())), headcount)
    return edit.save(
        MeasureValue(id=identity, measure=measure.id, as_of=day, outcome=outcome), present
    )


def remove_outcome(edit: Edit, measure: Measure, day: date) -> MeasureValue:
    """Take an outcome back; raises `RuleError` where there is none."""
    identity = edit.plan.id_of(MeasureValue, measure.id, day.isoformat())
    present = edit.plan.find(MeasureValue, identity)
    if present is None or present.removed:
        raise RuleError(f"Måttet har inget utfall från {day}. Inget är ändrat.")
    return edit.save(replace(present, removed=True), present)


def aim(
    edit: Edit,
    measure: Measure,
    *,
    target: str | None = None,
    baseline: str | None = None,
    direction: str | None = None,
) -> Measure:
    """Say what is aimed at: target, baseline and which way is better. None leaves as it is, an
    empty text clears. Raises `RuleError`.
    """
    changed = measure
    if target is not None:
        changed = replace(changed, target=_number("target", target))
    if baseline is not None:
        changed = replace(changed, baseline=_number("baseline", baseline))
    if direction is not None:
        if direction not in ("", "up", "down"):
            raise FieldRefused("direction", "Riktningen är up, down eller ingen.")
        changed = replace(changed, direction=direction)
    return edit.save(changed, measure)


def release(edit: Edit) -> list[MeasureRelease]:
    """Let the units see all measures as documents print them today; gives what was written.

    Raises `RuleError` where they see them so already.
    """
    due = due_releases(edit.plan, all_tables(edit.plan, edit.today))
    if not due:
        raise RuleError("Enheterna ser redan måtten så som de är nu. Inget är ändrat.")
    return [edit.save(each, edit.plan.find(MeasureRelease, each.id)) for each in due]


def _number(field: str, typed: str) -> str:
    if not typed.strip():
        return ""
    number = decimal_text(typed)
    if number is None:
        raise FieldRefused(field, f"”{typed}” är inget tal. Skriv som 9,11.")
    return number
