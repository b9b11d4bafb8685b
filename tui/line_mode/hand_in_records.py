"""A hand-in as a record and as a receipt."""

from __future__ import annotations

from model.plan.calendar import Tertial
from model.plan.entities import OrganisationUnit
from model.plan.plan import Plan
from model.plan.reporting import is_handed_in, lacks_status, reportable
from tui.line_mode.output import Record, plain, print_json, say
from tui.line_mode.session import Session


def hand_in_record(plan: Plan, unit: OrganisationUnit, tertial: Tertial) -> Record:
    """How a unit's hand-in of a tertial stands."""
    hand_in = plan.hand_in_of(unit.id, tertial)
    submission = hand_in.submission if hand_in else None
    activities = reportable(plan, unit.id, tertial)
    return {
        "id": hand_in.id if hand_in else None,
        "unit": unit.name,
        "tertial": str(tertial),
        "state": plain(submission.state if submission else None),
        "date": plain(submission.day if submission else None),
        "activities": len(activities),
        "reported": sum(not lacks_status(plan, row, unit.id, tertial) for row in activities),
        "saved": True,
        "sent": False,
    }


def show_hand_in(session: Session, unit: OrganisationUnit, tertial: Tertial) -> None:
    """Print the receipt: what is handed in or taken back, and that it is saved here."""
    record = hand_in_record(session.plan, unit, tertial)
    if session.as_json:
        print_json(record)
        return
    if is_handed_in(session.plan, unit.id, tertial):
        say(
            f"{tertial.swedish} är inlämnat för {unit.name}: {record['reported']} av "
            f"{record['activities']} aktiviteter."
        )
    else:
        say(f"Inlämningen av {tertial.swedish} för {unit.name} är tillbakatagen.")
    say("Sparad här. Den här versionen skickar ännu inget till andra.")
