"""`tertial status list`: what is reported for a tertial, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.listing import show_list
from tui.line_mode.output import Column, Record, column, say, text_column
from tui.line_mode.records import short, status_record, status_words
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import chosen_reporters, unit_option
from tui.line_mode.value_types import TERTIAL

if TYPE_CHECKING:
    from model.plan.calendar import Tertial


@line_command(
    "list",
    help="Visa vad som är rapporterat och vad som saknas.\n\nDet som saknar status står först. "
    "Centralt visas också verksamhetsplanens aktiviteter utan ansvarig enhet; --unit central visar "
    "bara dem.",
)
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Ett annat tertial, som 2024-T1.")
@unit_option
@with_session
def command(session: Session, *, tertial: Tertial | None, unit: str | None) -> None:
    """List the units' statuses of a tertial, those that are missing first."""
    from model.plan.reporting import current, entry_deadline, reportable
    from model.plan.rules import locked_words
    from model.swedish.dates import days_left_text

    now = tertial or current(session.plan, session.today)
    plan = session.plan_of(now)
    records: list[Record] = []
    for each in chosen_reporters(session, unit):
        found = [status_record(plan, row, each, now) for row in reportable(plan, each.id, now)]
        records += sorted(found, key=lambda record: not record["missing"])
    columns = [
        Column("Id", short),
        text_column("Aktivitet", "title"),
        column("Slut", "end_date"),
        Column("Status", lambda record: _status_words(record, now)),
        text_column("Kommentar", "comment"),
    ]
    if len({record["unit"] for record in records}) > 1:
        columns.insert(1, column("Enhet", "unit"))
    show_list(session, records, columns, empty=f"Inget ska rapporteras för {now.swedish}.")
    if records and not session.as_json:
        left = sum(bool(record["missing"]) for record in records)
        reported = f"\n{now.swedish}: {len(records) - left} av {len(records)} rapporterade."
        if words := locked_words(plan, now, session.today):
            say(f"\n{now.swedish} är {words}. Det som visas är det som låstes.")
            say(reported)
        else:
            deadline = entry_deadline(plan, now)
            left_text = days_left_text(deadline, today=session.today)
            say(f"{reported} Sista dag {deadline}, {left_text}.")


def _status_words(record: Record, now: Tertial) -> str:
    """The status, and its tertial where the activity was closed in an earlier one."""
    from model.plan.calendar import tertial_from

    reported = tertial_from(str(record["status_tertial"] or now), year=now.year)
    earlier = f" ({reported.swedish})" if reported is not None and reported != now else ""
    return status_words(record) + earlier
