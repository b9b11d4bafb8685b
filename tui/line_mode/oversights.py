"""The oversight plan as records and as lines, and its reports named on the command line."""

from __future__ import annotations

from model.errors import ModelError
from model.plan.identifiers import UnknownId, resolve_id
from model.plan.oversight import OversightItem
from model.plan.plan import Plan
from model.views.oversight import OversightRow, oversight_rows
from tui.line_mode.output import Record, plain
from tui.line_mode.receipts import show_receipt
from tui.line_mode.session import Session


def find_report(plan: Plan, prefix: str) -> OversightItem:
    """The report in the oversight plan whose id begins so; raises a `ModelError`."""
    found = plan.find(OversightItem, resolve_id(prefix, (row.id for row in plan.of(OversightItem))))
    if found is None:
        raise UnknownId(prefix)
    return found


def oversight_record(row: OversightRow) -> Record:
    """A report to a committee, what was decided, and what follows for the unit."""
    item, decision = row.item, row.item.decision
    return {
        "id": item.id,
        "unit": row.unit_name,
        "committee": item.committee,
        "date": plain(item.day),
        "state": row.state,
        "next_step": row.next_step,
        "open": row.is_open,
        "decision": plain(decision.ruling if decision is not None else None),
        "decided_on": plain(decision.day if decision is not None else None),
        "paragraph": decision.paragraph if decision is not None else "",
        "reasons": decision.reasons if decision is not None else "",
        "follows": item.follows,
        "report": row.final,
        "report_words": row.report,
    }


def show_report(session: Session, item: OversightItem) -> None:
    """Print what was saved of a report, and the next step."""
    rows = oversight_rows(session.plan, session.today)
    row = next((row for row in rows if row.item.id == item.id), None)
    if row is None:
        raise NoLongerPlanned
    record = oversight_record(row)
    words = f"{row.unit_name}, {item.committee} {item.day}: {row.state}. {row.next_step}"
    show_receipt(session, record, words)


class NoLongerPlanned(ModelError):
    """The report is no longer in the oversight plan."""

    def __init__(self) -> None:
        super().__init__("Redovisningen finns inte i uppsiktsplanen längre. Inget är ändrat.")
