"""Locked tertials on the screen: folded behind it, and shown from what was locked."""

from __future__ import annotations

import logging
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.views.as_of import AsLocked, locked_until, plan_as_of
from tui.app.working import latest

if TYPE_CHECKING:
    from model.views.late import LateEntry
    from model.workspace.workspace import Workspace
    from sync.locking import LockedTertial, Locks
    from tui.app.screens.frame import FrameScreen
    from tui.app.session import Session

log = logging.getLogger(__name__)


class Folded(NamedTuple):
    """A locked tertial with what has come late, as of one plan."""

    at: Plan
    """The present plan that it was compared with."""
    locked: LockedTertial
    late: tuple[LateEntry, ...]


class LockedPlans:
    """What is known of the locked tertials that somebody has looked at."""

    def __init__(self) -> None:
        """Nothing is folded before it is asked for."""
        self._locks: Locks | None = None
        self._folded: dict[Tertial, Folded] = {}

    def known(self, plan: Plan, tertial: Tertial) -> Folded | None:
        """A tertial as it was locked; None where it is open or not folded yet."""
        return self._folded.get(tertial) if tertial in plan.locked else None

    def is_stale(self, plan: Plan, tertial: Tertial) -> bool:
        """Whether a locked tertial has to be looked at anew for this plan."""
        if tertial not in plan.locked:
            return False
        found = self._folded.get(tertial)
        return found is None or found.at is not plan

    def fold(self, workspace: Workspace, tertial: Tertial) -> None:
        """Fold a locked tertial and find what is late; slow the first time."""
        from model.views.late import late_entries
        from sync.locking import Locks

        self._locks = self._locks or Locks(workspace)
        locked = self._locks.locked(tertial)
        plan = workspace.plan
        if locked is None:
            self._folded.pop(tertial, None)
            return
        late = late_entries(plan, locked.plan, tertial, locked.names, workspace.entries_of_all)
        self._folded[tertial] = Folded(plan, locked, tuple(late))

    def forget(self) -> None:
        """The workspace is closed."""
        self._locks = None


def shown_plan(screen: FrameScreen, tertial: Tertial) -> Plan:
    """The plan to show a tertial from: as it was locked, else as it is now.

    A locked tertial is folded behind the screen, which is then told that the plan changed.
    """
    session = screen.session
    if session.locked.is_stale(session.plan, tertial):
        latest(screen, partial(_fold, screen, tertial), f"locked {tertial}")
    found = session.locked.known(session.plan, tertial)
    return found.locked.plan if found is not None else session.plan


def shown_plan_as_of(screen: FrameScreen, day: date) -> Plan:
    """The plan that a report of a day is made from, as far as the locked tertials are folded."""
    session = screen.session
    tertials = locked_until(session.plan, day)
    for tertial in tertials:
        if session.locked.is_stale(session.plan, tertial):
            latest(screen, partial(_fold, screen, tertial), f"locked {tertial}")
    found = {tertial: session.locked.known(session.plan, tertial) for tertial in tertials}
    known = {
        tertial: AsLocked(folded.locked.plan, folded.locked.names)
        for tertial, folded in found.items()
        if folded is not None
    }
    return plan_as_of(session.plan, day, known)


def late_of(screen: FrameScreen, unit: EntityId, tertial: Tertial) -> list[LateEntry]:
    """What a unit wrote that is not in what was locked, as far as it is known yet."""
    found = screen.session.locked.known(screen.session.plan, tertial)
    return [late for late in found.late if late.unit == unit] if found is not None else []


async def _fold(screen: FrameScreen, tertial: Tertial) -> None:
    def fold(session: Session) -> None:
        session.locked.fold(session.open(), tertial)
        session.plan = session.open().plan

    try:
        await screen.tertial.write(fold, reads=True)
    except ModelError:
        log.warning("the locked tertial could not be read", exc_info=True)
