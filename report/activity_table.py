"""How activities stand in a table: title and dates, then the description, then the status.

The form is that of the unit report and the operational plan (domain 2.1, 2.2): the lines below
the first are merged across the columns. The plan has no statuses.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from model.plan.calendar import Tertial, tertial_of
from model.plan.entities import Activity, Standing, Status
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import effective_end, latest_status
from model.plan.vocabulary import StatusValue
from report.content import (
    MISSING,
    Cell,
    Column,
    Day,
    Inline,
    Mark,
    Row,
    Runs,
    Scale,
    Table,
    Text,
)
from report.free_text import one_line, paragraphs
from report.texts import Texts

UNTITLED = "Aktivitet utan titel"
NO_DATE = "saknas"
NO_STATUS = "–"
"""Stands where a status has its symbol."""


class Reading(msgspec.Struct, frozen=True):
    """Whose activities are read, and as of which day (R7: the day of presentation)."""

    plan: Plan
    unit: EntityId
    as_of: date

    @property
    def tertial(self) -> Tertial:
        """The tertial of the day: statuses until then count."""
        return tertial_of(self.as_of)


def activity_table(
    reading: Reading, activities: Iterable[Activity], texts: Texts, *, title: str
) -> Table:
    """The activities in the order given; `title` says which, to who cannot see the heading."""
    rows = tuple(activity_row(reading, activity, texts) for activity in activities)
    return Table(title=title, columns=_columns(texts), rows=rows)


def planned_table(activities: Iterable[Activity], texts: Texts, *, title: str) -> Table:
    """The activities as they were decided, without statuses; one that is cancelled says so."""
    rows = []
    for activity in activities:
        told = [(status_mark(StatusValue.CANCELLED),), reason(activity.cancel_reason)]
        rows.append(_row(activity, _present(told) if activity.cancelled else []))
    return Table(title=title, columns=_columns(texts), rows=tuple(rows))


def activity_row(reading: Reading, activity: Activity, texts: Texts) -> Row:
    """One activity; the planned end stays in its column, a later one is told below the status."""
    return _row(activity, _status_lines(reading, activity, texts))


def _columns(texts: Texts) -> tuple[Column, ...]:
    return (
        Column(texts.line("activity_table.column_title"), wide=True),
        Column(texts.line("activity_table.column_start")),
        Column(texts.line("activity_table.column_end")),
    )


def _row(activity: Activity, further: list[Runs]) -> Row:
    title = one_line(activity.title) or UNTITLED
    period = activity.period
    return Row(
        cells=(
            ((Text(title),),),
            day_cell(period.start if period else None),
            day_cell(period.end if period else None),
        ),
        lines=(*paragraphs(activity.description), *further),
    )


def status_mark(value: StatusValue) -> Mark:
    """A status as its symbol and its words."""
    return Mark(Scale.STATUS, value.value, value.symbol, value.swedish)


def missing_mark(texts: Texts) -> Mark:
    """What stands where no status has been reported."""
    words = texts.line("activity_table.status_missing")
    return Mark(Scale.STATUS, MISSING, NO_STATUS, words)


def day_cell(day: date | None) -> Cell:
    """A date in a table, or that there is none."""
    return ((Day(day) if day else Text(NO_DATE),),)


def _status_lines(reading: Reading, activity: Activity, texts: Texts) -> list[Runs]:
    """The newest status until the reading's day, and a line with what explains it."""
    status = _status_of_the_day(reading, activity)
    standing = status.standing if status else None
    if activity.cancelled:
        return _present([(status_mark(StatusValue.CANCELLED),), reason(activity.cancel_reason)])
    if standing is None:
        return [(missing_mark(texts),)]
    reported = status.tertial if status else None
    explained = (*explanation(reading, activity, standing), *_age(reading, standing, reported))
    return _present([(status_mark(standing.value),), explained])


def _present(lines: Iterable[Runs]) -> list[Runs]:
    """The lines that say something."""
    return [runs for line in lines if (runs := spaced(line))]


def _status_of_the_day(reading: Reading, activity: Activity) -> Status | None:
    """The newest status that can have stood on the day: not one that tells of a later end."""
    until = reading.tertial
    while (
        status := latest_status(reading.plan, activity.id, reading.unit, until=until)
    ) is not None:
        ended = status.standing.actual_end if status.standing else None
        if ended is None or ended <= reading.as_of or status.tertial is None:
            return status
        until = status.tertial.previous
    return None


def reason(text: str) -> Runs:
    """Why something is cancelled; nothing where nobody has said it."""
    shown = one_line(text)
    return (Text(f"Skäl: {_ended(shown)}"),) if shown else ()


def explanation(reading: Reading, activity: Activity, standing: Standing) -> list[Inline]:
    """The dates and reasons of a status, each a short sentence."""
    found: list[Inline] = []
    if standing.value.is_completed and standing.actual_end:
        found += [Text("Avslutades "), Day(standing.actual_end), Text(". ")]
    if standing.value.is_open:
        end = effective_end(reading.plan, activity, reading.unit, until=reading.tertial)
        if end and (activity.period is None or end != activity.period.end):
            found += [Text("Nytt slutdatum "), Day(end), Text(". ")]
    if standing.cause:
        found.append(Text(f"Orsak: {standing.cause.swedish}. "))
    if awaited := one_line(standing.awaited):
        found.append(Text(f"Väntar på: {_ended(awaited)} "))
    if standing.value.is_open and standing.review_date:
        found += [Text("Följs upp "), Day(standing.review_date), Text(". ")]
    return found


def _age(reading: Reading, standing: Standing, reported: Tertial | None) -> list[Inline]:
    """That an open status is of an earlier tertial than the day: nobody must take it as new."""
    if reported is None or not standing.value.is_open or reported >= reading.tertial:
        return []
    return [Text(f"Statusen är från {reported.swedish}.")]


def spaced(runs: Runs) -> Runs:
    """The runs without blank space at the end."""
    if runs and isinstance(last := runs[-1], Text):
        return (*runs[:-1], Text(last.text.rstrip(" ")))
    return runs


def _ended(sentence: str) -> str:
    """The words with a full stop, unless they end a sentence already."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
