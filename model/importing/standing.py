"""How an activity stands, from a row's cells: an empty cell leaves what there is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from model.actions.statuses import set_status
from model.importing.cells import (
    Cell,
    CellRefused,
    choice_of,
    tertial_of_cell,
    text_of,
)
from model.importing.context import Context
from model.importing.cut_text import MARK, is_cut
from model.importing.headings import Heading
from model.importing.tables import day_in
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Standing, Status
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.vocabulary import Cause, StatusValue

STATUS_WORDS = {
    **{value.swedish: value for value in StatusValue},
    "Avbruten": StatusValue.CANCELLED,
    "Avbruten/Utgår": StatusValue.CANCELLED,
    **{value.value: value for value in StatusValue},
}
CAUSE_WORDS = {
    **{value.swedish: value for value in Cause},
    **{value.value: value for value in Cause},
}
_PARTS = (
    Heading.STATUS,
    Heading.COMMENT,
    Heading.REVISED_END,
    Heading.ACTUAL_END,
    Heading.CAUSE,
    Heading.AWAITED,
    Heading.REVIEW_DATE,
)


def status_of_cell(cell: Cell | None) -> StatusValue | None:
    """A status in the documents' words or by its identifier; raises `CellRefused`."""
    return choice_of(cell, STATUS_WORDS, "status")


def take_status(
    context: Context, cells: Mapping[Heading, Cell], activity: Activity, unit: EntityId
) -> EntityId:
    """Report what a row says of how an activity stands, if it says anything.

    Gives the status's id, or none where the row says nothing. Raises `RuleError`.
    """
    if not any(heading in cells for heading in _PARTS):
        return ""
    tertial = _tertial(context, cells, activity)
    present = context.edit.plan.status_of(activity.id, unit, tertial)
    standing = _standing(context, cells, tertial, present)
    before = present.comment if present is not None else ""
    comment = new_text(text_of(cells.get(Heading.COMMENT)), before)
    if present is not None and standing == present.standing and comment == before:
        return present.id
    if context.is_central and unit != CENTRAL:
        name = context.names.unit_word(unit)
        raise CellRefused(
            f"Status rapporteras av {name}, inte centralt. Be enheten läsa in raden. Ska bara "
            "aktiviteten in i verksamhetsplanen: töm status och kommentar på raden."
        )
    kept = comment if comment != before else None
    return set_status(context.edit, activity, unit, tertial, standing, kept).id


def _tertial(context: Context, cells: Mapping[Heading, Cell], activity: Activity) -> Tertial:
    tertial = tertial_of_cell(cells.get(Heading.TERTIAL), year=activity.year)
    tertial = tertial or context.wishes.tertial
    if tertial is None:
        raise CellRefused(
            "Det står inte vilket tertial statusen gäller. Lägg till en kolumn Tertial eller "
            "ange tertialet när filen läses in."
        )
    return tertial


def _standing(
    context: Context, cells: Mapping[Heading, Cell], tertial: Tertial, present: Status | None
) -> Standing:
    before = present.standing if present is not None else None
    value = status_of_cell(cells.get(Heading.STATUS)) or (before.value if before else None)
    if value is None:
        raise CellRefused("Status saknas. En kommentar eller ett datum hör till en status.")
    base = before if before is not None and before.value is value else Standing(value=value)
    made = replace(
        base,
        revised_end=_day(context, cells, Heading.REVISED_END, tertial) or base.revised_end,
        actual_end=_day(context, cells, Heading.ACTUAL_END, tertial) or base.actual_end,
        review_date=_day(context, cells, Heading.REVIEW_DATE, tertial) or base.review_date,
        cause=choice_of(cells.get(Heading.CAUSE), CAUSE_WORDS, "orsak") or base.cause,
        awaited=text_of(cells.get(Heading.AWAITED)) or base.awaited,
    )
    since = tertial_of_cell(cells.get(Heading.UNCHANGED_SINCE), year=tertial.year)
    if since is not None:
        return replace(made, unchanged_since=since)
    return made if made == base else replace(made, unchanged_since=None)


def _day(
    context: Context, cells: Mapping[Heading, Cell], heading: Heading, tertial: Tertial
) -> date | None:
    return day_in(cells, heading, near=context.edit.today, year=tertial.year)


def new_text(written: str, present: str) -> str:
    """The text that holds after a cell has been read; raises `CellRefused` for one that was cut."""
    if not written.strip() or same_text(written, present):
        return present
    if written.endswith(MARK):
        raise CellRefused("En text är avkortad i filen. Läs in den ur CSV eller JSON i stället.")
    return written


def same_text(written: str, present: str) -> bool:
    """Whether a cell says what there is, whatever its line breaks and the blanks at its end."""
    return written == present or is_cut(written, present) or _lines(written) == _lines(present)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()
