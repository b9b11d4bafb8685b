"""What is written offline around a lock: begun before it, arriving after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from msgspec.structs import replace

from model.actions.statuses import set_status
from model.home.paths import Home
from model.journal.clock import HybridClock
from model.plan.entities import Activity, Person, Standing
from model.plan.vocabulary import Role, StatusValue
from model.workspace.edit import Author
from sync.locking import lock_tertial
from tests.tui.app.programs import T1, another_program
from tests.tui.app.stories import called


@contextmanager
def status_that_arrives_after(home: Home, title: str, comment: str) -> Iterator[None]:
    """A unit reports an activity as delayed; it arrives when the block ends."""
    with another_program(home) as workspace:
        workspace.clock = HybridClock(now=lambda: datetime(2024, 4, 23, 12, tzinfo=UTC))
        activity = called(workspace.plan, title)
        unit = activity.unit or ""
        author = next(each for each in workspace.plan.of(Person) if each.unit == unit)
        edit = workspace.begin(Author(author.id, Role.UNIT, (unit,)))
        set_status(edit, activity, unit, T1, Standing(value=StatusValue.DELAYED), comment)
        yield
        workspace.commit(edit)


def lock_elsewhere(home: Home) -> None:
    """The centre locks T1, and this home has heard of it."""
    with another_program(home) as workspace:
        workspace.profile = replace(workspace.profile, role=Role.CENTRAL)
        lock_tertial(workspace, T1)


def titles_of(home: Home, unit: str) -> list[str]:
    """The titles of a unit's activities."""
    with another_program(home) as workspace:
        return [each.title for each in workspace.plan.of(Activity) if each.unit == unit]
