"""`tertial status set`: report how an activity stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import click

from model.views.naming import find_activity
from tui.line_mode.free_text import warn_before_save
from tui.line_mode.receipts import show_receipt
from tui.line_mode.records import status_record, status_words
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import reporter_of, unit_option
from tui.line_mode.value_types import CAUSE, DAY, STATUS, TERTIAL, TEXT

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from model.plan.vocabulary import Cause, StatusValue


class _Explained(TypedDict):
    """What explains a status; None where nothing was said."""

    comment: str | None
    revised_end: date | None
    actual_end: date | None
    cause: Cause | Literal[""] | None
    awaited: str | None
    review_date: date | None


@line_command(
    "set",
    help=(
        "Sätt status på en aktivitet.\n\n"
        "STATUS är not_started (ej påbörjad), ongoing_on_plan (pågående enligt plan), "
        "ongoing_deviating (pågående med avvikelse), delayed (försenad), on_hold (vänteläge), "
        "completed_on_plan (avslutad enligt plan), completed_deviating (avslutad med avvikelse) "
        "eller cancelled (utgår). De svenska orden går lika bra. Datum, orsak och det som "
        "inväntas hör till statusen och anges på nytt varje gång; kommentaren står kvar om ingen "
        "ny anges. Centralt rapporteras också verksamhetsplanens aktiviteter utan ansvarig enhet."
    ),
)
@click.argument("activity_id", metavar="ID", help="Aktivitetens id, eller början på det.")
@click.argument("value", type=STATUS, metavar="STATUS", help="Status, se ovan.")
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@click.option("--comment", type=TEXT, metavar="TEXT", help="Kommentar.")
@click.option("--revised-end", type=DAY, metavar="DATUM", help="Nytt slutdatum.")
@click.option("--actual-end", type=DAY, metavar="DATUM", help="Faktiskt slutdatum.")
@click.option(
    "--cause",
    type=CAUSE,
    metavar="ORSAK",
    help="Orsak: funding_decision, staffing, external_party, political_decision, procurement, "
    "dependency, priority eller other, eller de svenska orden.",
)
@click.option("--awaited", type=TEXT, metavar="TEXT", help="Vad eller vem som inväntas.")
@click.option("--review-date", type=DAY, metavar="DATUM", help="Dag då det följs upp.")
@unit_option
@with_session
def command(
    session: Session,
    *,
    activity_id: str,
    value: StatusValue,
    tertial: Tertial | None,
    unit: str | None,
    **given: Unpack[_Explained],
) -> None:
    """Report an activity's status for a tertial."""
    from model.actions.statuses import set_status
    from model.plan.entities import Standing
    from model.plan.reporting import current

    activity = find_activity(session.plan, activity_id)
    owner = reporter_of(session, activity, unit)
    when = tertial or current(session.plan, session.today)
    standing = Standing(
        value=value,
        revised_end=given["revised_end"],
        actual_end=given["actual_end"],
        cause=given["cause"] or None,
        awaited=given["awaited"] or "",
        review_date=given["review_date"],
    )
    warn_before_save(kommentar=given["comment"], inväntas=given["awaited"])
    with session.workspace.edit() as edit:
        set_status(edit, activity, owner.id, when, standing, given["comment"])
    record = status_record(session.plan, activity, owner, when)
    show_receipt(session, record, f"{when.swedish}: {status_words(record)}, {activity.title}")
