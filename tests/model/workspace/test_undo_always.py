"""Whatever a person has done, undoing gives back what was there before; and redoing, after."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.actions.handing_in import submit, withdraw
from model.actions.people import add_person
from model.actions.planning import (
    add_activity,
    cancel_activity,
    carry_over,
    change_activity,
    revive_activity,
)
from model.actions.settling import settle
from model.actions.statuses import set_status, unchanged
from model.actions.waiving import take_up, waive
from model.plan.entities import Activity, Entity, Waiver
from model.plan.plan import Plan
from model.plan.rules import RuleError
from model.workspace.edit import Edit
from model.workspace.undo import redoable, undo, undoable
from model.workspace.workspace import Workspace
from tests.model.building import BUSINESS, KITCHEN, SICKNESS, T1, T3_2023, standing
from tests.model.workspace.homes import home, numbered, planned

Action = Callable[[Edit, Activity], object]

ACTIONS: dict[str, Action] = {
    "add": lambda edit, _: add_activity(edit, KITCHEN, planned("Ny", [SICKNESS])),
    "change": lambda edit, row: change_activity(
        edit, row, planned(f"{row.title}!", [BUSINESS, SICKNESS], description="")
    ),
    "cancel": lambda edit, row: cancel_activity(edit, row, "Ingen budget."),
    "revive": revive_activity,
    "carry over": lambda edit, row: carry_over(edit, row, KITCHEN, row.year + 1),
    "status": lambda edit, row: set_status(edit, row, KITCHEN, T1, standing(), f"{row.title}?"),
    "earlier status": lambda edit, row: set_status(edit, row, KITCHEN, T3_2023, standing(), "Då"),
    "unchanged": lambda edit, row: unchanged(edit, row, KITCHEN, T1),
    "submit": lambda edit, _: submit(edit, KITCHEN, T1, allow_missing=True),
    "withdraw": lambda edit, _: withdraw(edit, KITCHEN, T1),
    "waive": lambda edit, row: waive(edit, KITCHEN, "F03", f"activity:{row.id}", row.title),
    "take up": lambda edit, _: take_up(edit, edit.plan.of(Waiver)[0]),
    "settle for what is shown": lambda edit, row: settle(edit, row, "title", row.title),
    "settle for another": lambda edit, row: settle(edit, row, "title", f"{row.title} igen"),
    "two at once": lambda edit, row: (
        add_person(edit, "Cia Öst", scope=KITCHEN, unit=KITCHEN),
        change_activity(edit, row, planned("Två saker")),
        cancel_activity(edit, edit.plan.find(Activity, row.id) or row, "Nej"),
    ),
}

STEP = st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(0, 3))
STEPS = st.lists(STEP, min_size=1, max_size=8)


def shown(plan: Plan) -> dict[tuple[str, str], Entity]:
    """What a person can see: everything but what rows stand on."""
    return {
        (row.kind, row.id): replace(row, heads={}, conflicts=())
        for row in plan.everything()
        if not row.removed
    }


def act(workspace: Workspace, name: str, number: int) -> bool:
    """Do one action to one of the activities; False when a rule refuses it or nothing differs."""
    rows = sorted(workspace.plan.of(Activity), key=lambda row: row.id)
    if not rows:
        name, rows = "add", [Activity(id="")]
    before = len(undoable(workspace))
    try:
        with workspace.edit() as edit:
            ACTIONS[name](edit, rows[number % len(rows)])
    except (RuleError, IndexError):
        return False
    return len(undoable(workspace)) > before


def go_back(workspace: Workspace, steps: int) -> list[dict[tuple[str, str], Entity]]:
    """Undo this many actions, with what is shown after each."""
    seen = []
    for _ in range(steps):
        undo(workspace)
        seen.append(shown(workspace.plan))
    return seen


def check(steps: list[tuple[str, int]], back: int, new: tuple[str, int]) -> None:
    """Any actions, undone one by one, done again, some undone again, and then something new."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(home(Path(folder), new_id=numbered())) as workspace,
    ):
        states = [shown(workspace.plan)]
        for name, number in steps:
            if act(workspace, name, number):
                states.append(shown(workspace.plan))
        taken = len(states) - 1
        assert go_back(workspace, taken) == states[:-1][::-1]
        assert undoable(workspace) == []
        for state in states[1:]:
            again = redoable(workspace)
            assert again is not None
            undo(workspace, again)
            assert shown(workspace.plan) == state
        assert redoable(workspace) is None
        back = min(back, taken)
        assert go_back(workspace, back) == states[taken - back : -1][::-1]
        if act(workspace, *new):
            assert redoable(workspace) is None
            undo(workspace)
        assert shown(workspace.plan) == states[taken - back]
        assert workspace.differences() == []


@settings(max_examples=12, deadline=None)
@given(STEPS, st.integers(0, 8), STEP)
def test_undo_gives_back_what_was_and_redo_what_came_after(
    steps: list[tuple[str, int]], back: int, new: tuple[str, int]
) -> None:
    """A handful of days at work."""
    check(steps, back, new)


@pytest.mark.long
@settings(max_examples=400, deadline=None)
@given(STEPS, st.integers(0, 8), STEP)
def test_undo_and_redo_through_many_stories(
    steps: list[tuple[str, int]], back: int, new: tuple[str, int]
) -> None:
    """The same, looked for longer."""
    check(steps, back, new)
