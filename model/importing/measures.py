"""Rows about measures: which measure a row is, its outcome on a day, and what is aimed at."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from model.actions.measuring import MeasureSaid, add_measure, aim, enter_outcome
from model.importing.cells import Cell, CellRefused, plain, quoted, text_of
from model.importing.context import Context
from model.importing.headings import Header, Heading
from model.importing.tables import SheetRow, day_in
from model.plan.decimals import decimal_text
from model.plan.entities import Measure, MeasureValue
from model.plan.identifiers import EntityId

DIRECTIONS = {
    "upp": "up",
    "ska öka": "up",
    "up": "up",
    "ner": "down",
    "ned": "down",
    "ska minska": "down",
    "down": "down",
}
_DAY = re.compile(r"[12]\d{3}-\d{2}-\d{2}")
_CHILD = re.compile(r"^\s*[-–—]\s+")


def take_measure(context: Context, header: Header, row: SheetRow) -> str:
    """Take a measure and its outcome into the edit; gives what it is called. Raises `RuleError`."""
    cells = row.cells
    name = _CHILD.sub("", " ".join(text_of(cells.get(Heading.MEASURE)).split()), count=1)
    if not name:
        raise CellRefused("Raden har inget mått. Fyll i kolumnen Mått.")
    where = text_of(cells.get(Heading.ORGANISATION))
    organisation = context.names.find_unit(where).id if where.strip() else None
    goal = text_of(cells.get(Heading.GOAL))
    towards = context.names.find_goal(goal, context.wishes.year).id if goal.strip() else None
    said = MeasureSaid(name=name, organisation=organisation, goal=towards)
    measure = _found(context, said) or _added(context, row, said)
    context.first.about(measure.id)
    measure = _aimed(context, row, measure)
    _take_outcome(context, header, row, measure)
    return f"{measure.name} ({where.strip()})" if where.strip() else measure.name


def _found(context: Context, said: MeasureSaid) -> Measure | None:
    """The measure with a name, of one part of the organisation, towards one goal if it says so."""
    same = [
        row
        for row in context.edit.plan.of(Measure)
        if plain(row.name) == plain(said.name) and said.goal in (None, row.goal)
    ]
    exact = [row for row in same if row.organisation == said.organisation]
    if len(exact) > 1 or (not exact and said.organisation is None and len(same) > 1):
        raise CellRefused("Flera mått heter så. Fyll i kolumnerna Mål och Organisation.")
    return next(iter(exact or (same if said.organisation is None else [])), None)


def _added(context: Context, row: SheetRow, said: MeasureSaid) -> Measure:
    above = text_of(row.cells.get(Heading.PART_OF))
    parent = _parent(context, said.name, above) if above.strip() else None
    unit = text_of(row.cells.get(Heading.MEASURE_UNIT)).strip()
    return add_measure(context.edit, replace(said, unit=unit, parent=parent))


def _parent(context: Context, name: str, above: str) -> EntityId:
    """The measure that one is a part of: by its name, or the same one of another organisation."""
    measures = context.edit.plan.of(Measure)
    named = [row for row in measures if plain(row.name) == plain(above)]
    if not named:
        whole = context.names.find_unit(above).id
        named = [row for row in measures if row.organisation == whole]
        named = [row for row in named if plain(row.name) == plain(name)]
    if len(named) != 1:
        raise CellRefused(f"{quoted(above)} under Del av är inget mått som finns.")
    return named[0].id


def _aimed(context: Context, row: SheetRow, measure: Measure) -> Measure:
    """The measure with target, baseline and direction as the row says; empty cells leave them."""
    target = _number(row.cells.get(Heading.TARGET), Heading.TARGET) or measure.target
    baseline = _number(row.cells.get(Heading.BASELINE), Heading.BASELINE) or measure.baseline
    direction = _direction(row.cells.get(Heading.DIRECTION)) or measure.direction
    if (target, baseline, direction) == (measure.target, measure.baseline, measure.direction):
        return measure
    return aim(context.edit, measure, target=target, baseline=baseline, direction=direction)


def _direction(cell: Cell | None) -> str:
    text = plain(text_of(cell))
    if text and text not in DIRECTIONS:
        raise CellRefused(f"{quoted(text)} är ingen riktning. Skriv upp eller ner.")
    return DIRECTIONS.get(text, "")


def _take_outcome(context: Context, header: Header, row: SheetRow, measure: Measure) -> None:
    value = _number(row.cells.get(Heading.VALUE), Heading.VALUE)
    if not value:
        return
    day = day_in(row.cells, Heading.AS_OF, near=context.edit.today, year=context.wishes.year)
    day = day or _day_in_heading(header)
    if day is None:
        raise CellRefused("Det står inte vilken dag värdet gäller. Fyll i kolumnen Per datum.")
    count = _number(row.cells.get(Heading.HEADCOUNT), Heading.HEADCOUNT)
    if "." in count:
        raise CellRefused("Antal anställda ska vara ett helt tal.")
    identity = context.edit.plan.id_of(MeasureValue, measure.id, day.isoformat())
    context.first.about(identity)
    present = context.edit.plan.find(MeasureValue, identity)
    old = present.outcome if present is not None and not present.removed else None
    headcount = int(count) if count else old.headcount if old is not None else None
    source = text_of(row.cells.get(Heading.SOURCE)) or (old.source if old is not None else "")
    if old is None or (old.value, old.headcount, old.source) != (value, headcount, source):
        enter_outcome(context.edit, measure, day, value, headcount=headcount, source=source)


def _day_in_heading(header: Header) -> date | None:
    """The day in `Utfall (per 2023-09-30)`."""
    at = next((at for at, each in header.columns.items() if each is Heading.VALUE), None)
    found = _DAY.search(header.labels[at]) if at is not None else None
    return date.fromisoformat(found[0]) if found is not None else None


def _number(cell: Cell | None, heading: Heading) -> str:
    """A figure as the text that is kept; empty for an empty cell. Raises `CellRefused`."""
    text = text_of(cell).strip()
    number = decimal_text(text) if text else ""
    if number is None:
        raise CellRefused(f"{heading.swedish}: {quoted(text)} är inget tal. Skriv som 9,11.")
    return number
