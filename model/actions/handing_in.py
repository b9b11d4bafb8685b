"""Handing in a unit's tertial, and taking it back while the tertial is open."""

from __future__ import annotations

from msgspec.structs import replace

from model.plan.calendar import Tertial
from model.plan.entities import Activity, HandIn, Submission
from model.plan.identifiers import EntityId
from model.plan.reporting import heads_of, is_handed_in, lacks_status, reportable, said_by
from model.plan.rules import RuleError, check_open
from model.plan.vocabulary import HandInState
from model.workspace.edit import Edit


class StatusesMissing(RuleError):
    """Some activities still lack the tertial's status."""

    def __init__(self, missing: list[Activity], tertial: Tertial) -> None:
        titles = "; ".join(activity.title for activity in missing)
        count = len(missing)
        noun = "aktivitet" if count == 1 else "aktiviteter"
        super().__init__(
            f"{count} {noun} saknar status för {tertial.swedish}: {titles}. Inget är inlämnat. "
            "Sätt status och lämna in igen."
        )
        self.missing = missing


def submit(edit: Edit, unit: EntityId, tertial: Tertial, *, allow_missing: bool = False) -> HandIn:
    """Hand in a unit's tertial, naming the statuses that are handed in; raises `RuleError`."""
    check_open(edit.plan, tertial)
    if tertial.first_day > edit.today:
        raise RuleError(f"{tertial.swedish} har inte börjat. Inget är inlämnat.")
    activities = reportable(edit.plan, unit, tertial)
    missing = [each for each in activities if lacks_status(edit.plan, each, unit, tertial)]
    if missing and not allow_missing:
        raise StatusesMissing(missing, tertial)
    found = (edit.plan.status_of(each.id, unit, tertial) for each in activities)
    statuses = sorted((each for each in found if each is not None), key=lambda each: each.id)
    submission = Submission(
        HandInState.HANDED_IN,
        edit.today,
        statuses={status.id: heads_of(status) for status in statuses},
        said={status.id: said_by(status) for status in statuses},
        activities=tuple(sorted(activity.id for activity in activities)),
        lacking=tuple(sorted(activity.id for activity in missing)),
    )
    return _save(edit, unit, tertial, submission)


def withdraw(edit: Edit, unit: EntityId, tertial: Tertial) -> HandIn:
    """Take a hand-in back while the tertial is open; raises `RuleError`."""
    check_open(edit.plan, tertial)
    if not is_handed_in(edit.plan, unit, tertial):
        raise RuleError(f"{tertial.swedish} är inte inlämnat, så det finns inget att ta tillbaka.")
    return _save(edit, unit, tertial, Submission(HandInState.WITHDRAWN, edit.today))


def _save(edit: Edit, unit: EntityId, tertial: Tertial, submission: Submission) -> HandIn:
    identity = edit.plan.id_of(HandIn, unit, str(tertial))
    seen = edit.plan.find(HandIn, identity)
    base = seen or HandIn(id=identity, scope=unit, unit=unit, tertial=tertial)
    return edit.save(replace(base, submission=submission, removed=False), seen)
