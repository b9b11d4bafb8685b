"""What the plan form writes: one action each, whole or not at all."""

from __future__ import annotations

from model.actions.people import entered
from model.actions.planning import (
    PlannedActivity,
    add_activity,
    assign,
    cancel_activity,
    change_activity,
    revive_activity,
)
from model.plan.entities import Activity, Assignment
from model.plan.identifiers import EntityId
from model.plan.rules import FieldRefused
from model.plan.vocabulary import Origin
from model.workspace.edit import Edit
from tui.app.plan_text import FormText, Reading, person_meant


def save(
    edit: Edit,
    unit: EntityId,
    text: FormText,
    reading: Reading,
    seen: Activity | None,
    seen_people: Assignment | None = None,
) -> Activity:
    """Plan a new activity, or change the one that was opened as `seen`; raises `RuleError`.

    For an activity of the operational plan only who answers for it in the unit is written, in
    place of `seen_people`.

    People that were named in the form for the first time are entered in the unit's register.
    """
    responsible = _person(edit, unit, text, text.responsible)
    deputy = _person(edit, unit, text, text.deputy)
    if seen is not None and seen.origin is Origin.PLAN:
        assign(edit, seen, unit, responsible=responsible, deputy=deputy, seen=seen_people)
        return seen
    if reading.period is None:
        raise FieldRefused("start_date", "Aktiviteten behöver start och slut.")
    planned = PlannedActivity(
        title=text.title,
        goals=text.goals,
        period=reading.period,
        description=text.description,
        responsible=responsible,
        deputy=deputy,
    )
    if seen is None:
        return add_activity(edit, unit, planned)
    return change_activity(edit, seen, planned)


def cancel(
    edit: Edit, unit: EntityId, text: FormText, reading: Reading, seen: Activity, reason: str
) -> Activity:
    """Save what stands in the form and mark the activity as cancelled; raises `RuleError`."""
    return cancel_activity(edit, save(edit, unit, text, reading, seen), reason)


def revive(
    edit: Edit, unit: EntityId, text: FormText, reading: Reading, seen: Activity
) -> Activity:
    """Save what stands in the form and take the activity up again; raises `RuleError`."""
    return revive_activity(edit, save(edit, unit, text, reading, seen))


def _person(edit: Edit, unit: EntityId, text: FormText, name: str) -> EntityId | None:
    if not name.strip():
        return None
    found = person_meant(edit.plan, text, name, unit)
    return found.id if found is not None else entered(edit, name, unit).person.id
