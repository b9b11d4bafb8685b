"""What people do around the close of a tertial, in homes that meet on a share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from model.actions.handing_in import submit
from model.actions.locking import accept, decline, unlock
from model.actions.statuses import set_status
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Entity, Period, Standing, Status
from model.plan.lock import TertialLock
from model.plan.plan import Plan
from model.plan.vocabulary import StatusValue
from model.views.late import LateEntry, late_entries
from model.workspace.edit import Edit
from sync.locking import LockedTertial, Locks, lock_tertial
from tests.sync.homes import HomeOf

T1 = Tertial(2024, 1)
ON_PLAN = StatusValue.ONGOING_ON_PLAN
DELAYED = StatusValue.DELAYED
R = TypeVar("R")


def does(home: HomeOf, action: Callable[[Edit], R]) -> R:
    """The person does one thing."""
    with home.workspace.edit() as edit:
        return action(edit)


def plans(home: HomeOf, name: str) -> Activity:
    """The unit plans an activity of the year."""
    year = Period(date(2024, 1, 1), date(2024, 12, 31))
    return home.plan(name, title=name, period=year)


def reports(
    home: HomeOf, name: str, value: StatusValue = ON_PLAN, comment: str = "Går bra."
) -> Status:
    """The unit reports an activity for T1."""
    unit = home.profile.units[0]

    def report(edit: Edit) -> Status:
        activity = edit.plan.find(Activity, name)
        assert activity is not None
        return set_status(edit, activity, unit, T1, Standing(value=value), comment)

    return does(home, report)


def hands_in(home: HomeOf) -> None:
    """The unit hands T1 in."""
    does(home, lambda edit: submit(edit, home.profile.units[0], T1))


def locks(home: HomeOf) -> None:
    """The centre locks T1, or locks it again."""
    lock_tertial(home.workspace, T1, mark=home.mark)


def unlocks(home: HomeOf) -> None:
    """The centre opens T1 again."""
    does(home, lambda edit: unlock(edit, T1))


def accepts(home: HomeOf, entry: LateEntry) -> None:
    """The centre lets a late change in."""
    does(home, lambda edit: accept(edit, T1, entry.changes))


def declines(home: HomeOf, entry: LateEntry, reason: str) -> None:
    """The centre keeps a late change out."""
    does(home, lambda edit: decline(edit, T1, entry.entry, entry.changes, reason))


def locked_at(home: HomeOf) -> LockedTertial:
    """T1 as this home shows it locked."""
    home.workspace.refresh()
    found = Locks(home.workspace).locked(T1)
    assert found is not None
    return found


def late_at(home: HomeOf) -> list[LateEntry]:
    """What this home lists as late."""
    found = locked_at(home)
    workspace = home.workspace
    return list(late_entries(workspace.plan, found.plan, T1, found.names, workspace.entries_of_all))


def said(plan: Plan, name: str, unit: str) -> str:
    """What a plan shows of an activity's T1: the status's identifier and the comment."""
    status = plan.status_of(name, unit, T1)
    if status is None or status.standing is None:
        return "–"
    return f"{status.standing.value.value}: {status.comment}"


def shown(found: LockedTertial) -> dict[tuple[str, str], Entity]:
    """Everything that a locked tertial shows, apart from the lock itself."""
    rows = found.plan.everything()
    return {(row.kind, row.id): row for row in rows if row.kind != TertialLock.kind}
