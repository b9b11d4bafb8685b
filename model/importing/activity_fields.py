"""What a row says of an activity, and making the activity so: own ones and the plan's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from model.actions.central_planning import (
    PlanActivity,
    add_plan_activity,
    change_plan_activity,
)
from model.actions.people import add_person, entered, find_person
from model.actions.planning import (
    PlannedActivity,
    add_activity,
    assign,
    cancel_activity,
    change_activity,
    revive_activity,
)
from model.importing.cells import Cell, CellRefused, plain, text_of, yes_of
from model.importing.context import Context
from model.importing.headings import Heading
from model.importing.standing import new_text
from model.importing.tables import day_in
from model.plan.entities import Activity, Assignment, Period, Person
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.vocabulary import Origin

Cells = Mapping[Heading, Cell]

_IN_THE_PLAN = "Läggs i verksamhetsplanen, inte bland enhetens egna aktiviteter."


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a row says of an activity; what it does not say is as it is, or None."""

    title: str
    year: int
    unit: EntityId | None
    """The unit of the row, which its people belong to."""
    answers: EntityId | None
    """The unit that answers for the activity."""
    participants: tuple[EntityId, ...]
    goals: tuple[EntityId, ...]
    description: str
    start: date | None
    end: date | None
    responsible: str
    deputy: str
    cancelled: bool
    cancel_reason: str


class Row(NamedTuple):
    """A row on its way into the plan: its cells, and whose activity of which year it is."""

    cells: Cells
    unit: EntityId | None
    year: int
    goals: tuple[EntityId, ...]
    takes_part: bool = False
    """Whether the row's unit takes part, and another answers."""


def read_fields(context: Context, row: Row, present: Activity | None, *, by_id: bool) -> Said:
    """What a row says, over what the activity has; raises `CellRefused`."""
    cells = row.cells
    old = present or Activity(id="")
    near = context.edit.today
    start = day_in(cells, Heading.START, near=near, year=row.year)
    end = day_in(cells, Heading.END, near=near, year=row.year)
    title = text_of(cells.get(Heading.TITLE))
    description = text_of(cells.get(Heading.DESCRIPTION))
    cancelled = yes_of(cells.get(Heading.CANCELLED), Heading.CANCELLED.swedish)
    return Said(
        title=title if title.strip() and (by_id or not old.title) else old.title,
        year=row.year if Heading.YEAR in cells or present is None else old.year,
        unit=row.unit,
        answers=row.unit if row.unit is not None and not row.takes_part else old.unit,
        participants=_participants(context, row, old),
        goals=row.goals,
        description=new_text(description, old.description),
        start=start or (old.period.start if old.period else None),
        end=end or (old.period.end if old.period else None),
        responsible=text_of(cells.get(Heading.RESPONSIBLE)),
        deputy=text_of(cells.get(Heading.DEPUTY)),
        cancelled=old.cancelled if cancelled is None else cancelled,
        cancel_reason=new_text(text_of(cells.get(Heading.CANCEL_REASON)), old.cancel_reason),
    )


def _participants(context: Context, row: Row, old: Activity) -> tuple[EntityId, ...]:
    """The units that take part: an empty cell leaves those that do."""
    text = text_of(row.cells.get(Heading.PARTICIPANTS))
    words = [word.strip() for word in text.replace("\n", ";").split(";") if word.strip()]
    present = [context.names.unit_word(unit) for unit in old.participants]
    units = old.participants
    if words and words != present:
        units = tuple(dict.fromkeys(context.names.find_unit(word).id for word in words))
    if row.takes_part and row.unit is not None and row.unit not in units:
        units = (*units, row.unit)
    return units


def create(
    context: Context, said: Said, identity: EntityId | None, predecessor: EntityId | None
) -> tuple[Activity, tuple[str, ...]]:
    """A new activity, the unit's own or the plan's, and what was taken for granted of it.

    Raises `RuleError`.
    """
    period, notes = _whole_period(said)
    edit = context.edit
    if context.is_central:
        made = add_plan_activity(edit, _for_plan(context, said, period, None))
        return made, notes if said.answers is None else (*notes, _IN_THE_PLAN)
    if said.unit is None:
        raise CellRefused("Enhet saknas. Fyll i kolumnen Enhet, eller ange enheten vid inläsning.")
    own = add_activity(
        edit, said.unit, _own(context, said, period, None),
        carried_over_from=predecessor, activity_id=identity,
    )  # fmt: skip
    return own, notes


def _whole_period(said: Said) -> tuple[Period, tuple[str, ...]]:
    """The period; reports print no start, which is then that of the year."""
    if said.end is None:
        raise CellRefused("Slutdatum saknas.")
    if said.start is not None:
        return Period(said.start, said.end), ()
    start = date(min(said.year, said.end.year), 1, 1)
    return Period(start, said.end), (f"Startdatum står inte i filen och blir {start}.",)


def change(context: Context, said: Said, seen: Activity) -> Activity:
    """The activity as the row says; what the row says nothing of stays. Raises `RuleError`."""
    period = Period(said.start, said.end) if said.start and said.end else seen.period
    if seen.origin is Origin.OWN:
        return _change_own(context, said, seen, period)
    if context.is_central:
        return _change_planned(context, said, seen, period)
    if _differs(said, seen, period):
        raise CellRefused(
            "Aktiviteten är beslutad i verksamhetsplanen och ändras bara centralt. Skriv ett nytt "
            "datum i kolumnen Nytt slutdatum, eller en kommentar till statusen."
        )
    if said.unit is not None:
        _assign(context, said, seen, said.unit)
    return seen


def _change_own(context: Context, said: Said, seen: Activity, period: Period | None) -> Activity:
    if said.answers not in (None, seen.unit):
        name = context.names.unit_word(seen.unit)
        raise CellRefused(
            f"Aktiviteten hör till {name} och byter inte enhet. För över den i stället."
        )
    if period is None:
        raise CellRefused("Startdatum och slutdatum saknas.")
    planned = _own(context, said, period, seen)
    same_people = (planned.responsible, planned.deputy) == (seen.responsible, seen.deputy)
    if same_people and not _differs(said, seen, period) and said.year == seen.year:
        return seen
    return change_activity(context.edit, seen, planned)


def _change_planned(
    context: Context, said: Said, seen: Activity, period: Period | None
) -> Activity:
    if period is None:
        raise CellRefused("Startdatum och slutdatum saknas.")
    planned = _for_plan(context, said, period, seen)
    now = msgspec.structs.asdict(planned)
    before = {name: getattr(seen, name) for name in now}
    return seen if now == before else change_plan_activity(context.edit, seen, planned)


def _differs(said: Said, seen: Activity, period: Period | None) -> bool:
    told = (said.title, said.description, period, said.goals)
    return told != (seen.title, seen.description, seen.period, seen.goals)


def _own(context: Context, said: Said, period: Period, seen: Activity | None) -> PlannedActivity:
    unit = said.unit or (seen.unit if seen is not None else None)
    return PlannedActivity(
        title=said.title,
        goals=said.goals,
        period=period,
        description=said.description,
        responsible=_person(context, said.responsible, unit, seen.responsible if seen else None),
        deputy=_person(context, said.deputy, unit, seen.deputy if seen else None),
        year=said.year,
    )


def _for_plan(context: Context, said: Said, period: Period, seen: Activity | None) -> PlanActivity:
    return PlanActivity(
        title=said.title,
        year=said.year,
        goals=said.goals,
        period=period,
        description=said.description,
        unit=said.answers,
        participants=said.participants,
        responsible=_named(context, said.responsible, said, seen, "responsible"),
        deputy=_named(context, said.deputy, said, seen, "deputy"),
        cancelled=said.cancelled,
        cancel_reason=said.cancel_reason,
    )


def _named(
    context: Context, name: str, said: Said, seen: Activity | None, field: str
) -> EntityId | None:
    """A person of a plan activity; whom the unit itself has named is not the centre's to change."""
    present: EntityId | None = getattr(seen, field) if seen is not None else None
    if seen is not None and said.unit is not None:
        own = context.edit.plan.assignment_of(seen.id, said.unit)
        if own is not None and _is_named(context, getattr(own, field), name):
            return present
    return _person(context, name, said.answers, present)


def _assign(context: Context, said: Said, seen: Activity, unit: EntityId) -> None:
    present: Activity | Assignment = context.edit.plan.assignment_of(seen.id, unit) or seen
    responsible = _person(context, said.responsible, unit, present.responsible)
    deputy = _person(context, said.deputy, unit, present.deputy)
    if (responsible, deputy) != (present.responsible, present.deputy):
        assign(context.edit, seen, unit, responsible=responsible, deputy=deputy)


def _person(
    context: Context, name: str, unit: EntityId | None, present: EntityId | None
) -> EntityId | None:
    """The person with a name, entered in the register where nobody has it; none changes nothing."""
    if not name.strip() or _is_named(context, present, name):
        return present
    edit = context.edit
    if unit is not None and not context.is_central:
        return entered(edit, name, unit).person.id
    found = find_person(edit.plan, name, unit)
    return (found or add_person(edit, name, scope=CENTRAL, unit=unit)).id


def _is_named(context: Context, person: EntityId | None, name: str) -> bool:
    row = context.edit.plan.find(Person, person)
    return row is not None and plain(row.name) == plain(name)


def finish(context: Context, said: Said, activity: Activity) -> Activity:
    """Cancel an own activity, or take it up again, after its status has been reported.

    Raises `RuleError`.
    """
    if activity.origin is Origin.PLAN:
        return activity
    same = (said.cancelled, said.cancel_reason) == (activity.cancelled, activity.cancel_reason)
    if same:
        return activity
    if said.cancelled:
        return cancel_activity(context.edit, activity, said.cancel_reason)
    return revive_activity(context.edit, activity) if activity.cancelled else activity
