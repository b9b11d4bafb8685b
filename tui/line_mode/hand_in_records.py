"""A hand-in as a record and as a receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.plan.calendar import Tertial
from model.plan.entities import OrganisationUnit
from model.plan.plan import Plan
from model.plan.reporting import lacks_status, reportable
from model.views.hand_in import HandInReceipt, hand_in_receipt
from tui.line_mode.output import Record, plain, print_json, say
from tui.line_mode.session import Session

if TYPE_CHECKING:
    from sync.sent import Sent


def hand_in_record(plan: Plan, unit: OrganisationUnit, tertial: Tertial, where: Sent) -> Record:
    """How a unit's hand-in of a tertial stands; counted as it was handed in, while it stands."""
    hand_in = plan.hand_in_of(unit.id, tertial)
    submission = hand_in.submission if hand_in else None
    receipt = hand_in_receipt(plan, unit.id, tertial)
    activities = reportable(plan, unit.id, tertial)
    now = sum(not lacks_status(plan, row, unit.id, tertial) for row in activities)
    return {
        "id": hand_in.id if hand_in else None,
        "unit": unit.name,
        "tertial": str(tertial),
        "state": plain(submission.state if submission else None),
        "date": plain(submission.day if submission else None),
        "activities": receipt.total if receipt else len(activities),
        "reported": receipt.reported if receipt else now,
        "changed": len(receipt.changed) if receipt else 0,
        "saved": True,
        "sent": where.is_sent,
    }


def show_hand_in(session: Session, unit: OrganisationUnit, tertial: Tertial) -> None:
    """Print the receipt: what is handed in or taken back, and where it is."""
    from sync.sent import sent

    hand_in = session.plan.hand_in_of(unit.id, tertial)
    where = sent(session.workspace.database, session.config.shares, hand_in)
    if session.as_json:
        print_json(hand_in_record(session.plan, unit, tertial, where))
        return
    receipt = hand_in_receipt(session.plan, unit.id, tertial)
    if receipt is not None:
        _tell(receipt, unit)
    else:
        say(f"Inlämningen av {tertial.swedish} för {unit.name} är tillbakatagen.")
    say(str(where))
    if where.shares and not where.is_sent:
        say("Skicka med ”tertial sync”.")


def _tell(receipt: HandInReceipt, unit: OrganisationUnit) -> None:
    say(f"{receipt.tertial.swedish} är inlämnat för {unit.name}: {receipt.counted_text}.")
    if receipt.plan_text:
        say(receipt.plan_text)
    if receipt.changed:
        say(f"Ändrade efter inlämningen: {len(receipt.changed)}.")
