"""What to say of an activity when it is planned or changed: advice, never a refusal."""

from __future__ import annotations

from model.checks.before_save import warnings_for
from model.checks.while_writing import remarks
from model.plan.entities import Activity, OrganisationUnit
from tui.line_mode.output import note
from tui.line_mode.session import Session


def give_advice(session: Session, activity: Activity, unit: OrganisationUnit) -> None:
    """Tell on stderr what the rules would remark on (R8, F07, F12, F20).

    What was warned of before saving is not said again.
    """
    texts = (activity.title, activity.description)
    said = {warning.text for text in texts for warning in warnings_for(text)}
    for remark in remarks(session.plan, activity, unit.id, session.today):
        if remark.text not in said:
            note(f"{remark.severity.swedish.capitalize()}: {remark.text} {remark.advice}".rstrip())
