"""Other programs that use the same home: what they find there, and what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from click.testing import CliRunner

from model.example.catalogue import example_catalogue
from model.example.demo import DEMO_DAY
from model.home.paths import Home
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Status
from model.plan.plan import Plan
from model.setup.first_start import Wishes, set_up
from model.workspace.edit import Edit
from model.workspace.opening import open_workspace
from model.workspace.workspace import Workspace
from tui.__main__ import program
from tui.app.answer import Answer, decode_answer

T = TypeVar("T")
T1 = Tertial(2024, 1)


class Found:
    """A home's plan as another program reads it."""

    def __init__(self, plan: Plan, unit: str, drafts: list[str]) -> None:
        self.plan = plan
        self.unit = unit
        self.drafts = drafts

    @property
    def comments(self) -> list[str]:
        """The comments of the answers that were begun and never saved."""
        return [decode_answer(text, Answer()).comment for text in self.drafts]

    def activity(self, title: str) -> Activity:
        """The activity that is called so, the newest one."""
        named = [each for each in self.plan.of(Activity) if each.title == title]
        return max(named, key=lambda each: each.year)

    def status_of(self, title: str, tertial: Tertial = T1) -> Status | None:
        """What is reported of an activity."""
        return self.plan.status_of(self.activity(title).id, self.unit, tertial)


@contextmanager
def another_program(home: Home) -> Iterator[Workspace]:
    """A second program on the same database."""
    workspace = open_workspace(home, DEMO_DAY)
    try:
        yield workspace
    finally:
        workspace.close()


def in_another_program(home: Home) -> Found:
    """What a second program finds."""
    with another_program(home) as workspace:
        drafts = list(workspace.drafts().values())
        return Found(workspace.plan, workspace.profile.units[0], drafts)


def does_elsewhere(home: Home, action: Callable[[Edit], T]) -> T:
    """Do something in a second program."""
    with another_program(home) as workspace, workspace.edit() as edit:
        return action(edit)


def with_a_command(home: Home, *words: str) -> None:
    """Do something in line mode."""
    done = CliRunner().invoke(
        program(), ["--home", str(home.data), "--today", "2024-04-23", *words]
    )
    assert done.exit_code == 0, done.output


def set_up_for(home: Home, *units: str) -> None:
    """A home in which Åsa has just begun, with the example's goals and nothing planned."""
    wishes = Wishes(name="Åsa Öst", units=units, catalogue=example_catalogue())
    set_up(home, wishes, DEMO_DAY)
