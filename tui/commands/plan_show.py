"""`tertial plan show`: everything about one activity."""

from __future__ import annotations

import click

from model.views.naming import find_activity
from tui.line_mode.output import print_fields, print_json
from tui.line_mode.records import activity_record, status_words
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import unit_of, unit_option


@line_command("show", help="Visa allt om en aktivitet.")
@click.argument("activity_id", metavar="ID", help="Aktivitetens id, eller början på det.")
@unit_option
@with_session
def command(session: Session, *, activity_id: str, unit: str | None) -> None:
    """Show an activity with its goals, people and what was reported of it."""
    from model.plan.reporting import current
    from model.views.details import activity_details

    plan = session.plan
    activity = find_activity(plan, activity_id)
    owner = unit_of(session, activity, unit)
    tertial = current(plan, session.today)
    record = activity_record(plan, activity, owner, tertial)
    if session.as_json:
        print_json(record)
        return
    details = activity_details(plan, activity, owner.id, tertial)
    fields = {
        "Aktivitet": activity.title,
        "Id": activity.id,
        "Enhet": owner.name,
        "Ursprung": activity.origin.swedish,
        "Mål": "\n".join(f"{goal.number} {goal.text}" for goal in details.goals),
        "Tid": f"{record['start_date'] or '?'} – {record['end_date'] or '?'}",
        "Nytt slutdatum": str(record["revised_end_date"] or ""),
        "Ansvarig": str(record["responsible"] or "ingen"),
        "Ersättare": str(record["deputy"] or "ingen"),
        "Beskrivning": activity.description,
        "Status": status_words(record),
        "Utgår": activity.cancel_reason or ("ja" if activity.cancelled else ""),
    }
    statuses = [details.present, *details.earlier] if details.present else details.earlier
    for status in statuses:
        if status.tertial is not None and status.standing is not None:
            said = f"{status.standing.value.symbol} {status.standing.value.swedish}"
            fields[status.tertial.swedish] = f"{said}\n{status.comment}".rstrip()
    print_fields({name: text for name, text in fields.items() if text})
