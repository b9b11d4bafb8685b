"""Two programs on one database, and other devices beside: the tables always equal the fold."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from model.journal.change import Entry
from model.plan.entities import Activity
from model.plan.plan import Plan
from model.plan.rules import RuleError
from model.store.journal import Source, all_entries
from model.store.page import first_page, read_page
from model.workspace.reversal import UndoRefused
from model.workspace.undo import redoable, undo
from model.workspace.workspace import Workspace
from tests.model.building import goal
from tests.model.journal.writing import FIELDS, edited, folded
from tests.model.workspace.homes import home, lines_of, numbered, open_at, profile
from tests.model.workspace.test_undo_always import ACTIONS, STEP

WHO = st.integers(0, 1)


def everything(plan: Plan) -> dict[tuple[str, str], object]:
    """A plan's rows, with what they stand on."""
    return {(row.kind, row.id): row for row in plan.everything()}


class TwoPrograms(RuleBasedStateMachine):
    """The app and a command, or two windows, in any order; each may be behind the other."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._new_id = numbered()
        self.programs: list[Workspace] = []
        self.acknowledged: set[str] = set()
        self.forms: list[Activity] = []
        self.held: list[Entry] = []
        self.drafts: dict[str, str] = {}

    @initialize()
    def open(self) -> None:
        """Both programs start."""
        folder = Path(self._folder.name)
        home(folder).close()
        self.programs = [open_at(folder, new_id=self._new_id) for _ in range(2)]

    @rule(who=WHO, step=STEP)
    def act(self, who: int, step: tuple[str, int]) -> None:
        """One of them does something, having first taken in what the other did."""
        program = self.programs[who]
        rows = sorted(program.plan.of(Activity), key=lambda row: row.id)
        name, number = step if rows else ("add", 0)
        row = rows[number % len(rows)] if rows else Activity(id="")
        try:
            with program.edit() as edit:
                ACTIONS[name](edit, row)
        except (RuleError, IndexError):
            return
        self.acknowledged.update(entry.name for entry in edit.entries)
        self._is_up_to_date(program)

    @rule(who=WHO, number=st.integers(0, 5))
    def open_form(self, who: int, number: int) -> None:
        """Somebody opens a form, and leaves it open."""
        rows = sorted(self.programs[who].plan.of(Activity), key=lambda row: row.id)
        if rows:
            self.forms.append(rows[number % len(rows)])

    @rule(who=WHO, words=st.sampled_from(["Ett", "Två", "Tre"]))
    def save_form(self, who: int, words: str) -> None:
        """A form that was opened long ago is saved: both its text and what is there are kept."""
        if not self.forms:
            return
        seen = self.forms.pop(0)
        program = self.programs[who]
        with program.edit() as edit:
            before = edit.plan.find(Activity, seen.id)
            edit.save(replace(seen, title=words), seen)
        self.acknowledged.update(entry.name for entry in edit.entries)
        after = program.plan.find(Activity, seen.id)
        assert before is not None
        assert after is not None
        unseen = set(before.heads["title"]) - set(seen.heads["title"])
        assert unseen <= set(after.heads["title"]) or not edit.entries
        if edit.entries and unseen and before.title != words:
            assert "title" in after.conflicts
        self._is_up_to_date(program)

    @rule(who=WHO)
    def undo(self, who: int) -> None:
        """One of them takes back the latest action, or says why not."""
        try:
            undo(self.programs[who])
        except UndoRefused:
            return
        self._is_up_to_date(self.programs[who])

    @rule(who=WHO)
    def redo(self, who: int) -> None:
        """One of them does again what was taken back."""
        action = redoable(self.programs[who])
        if action is None:
            return
        try:
            undo(self.programs[who], action)
        except UndoRefused:
            return
        self._is_up_to_date(self.programs[who])

    @rule(fields=FIELDS, at=st.integers(0, 99), number=st.integers(0, 5))
    def elsewhere(self, fields: dict[str, object], at: int, number: int) -> None:
        """Bo changes an activity on another device, from what this one has sent."""
        rows = sorted(self.programs[0].plan.of(Activity), key=lambda row: row.id)
        if rows:
            present = folded(*self.programs[0].entries_of(rows[number % len(rows)]))
            self.held.append(edited(present, fields, at, "bo"))

    @rule(who=WHO, newest_first=st.booleans())
    def receive(self, who: int, *, newest_first: bool) -> None:
        """What Bo has written arrives, some of it perhaps before what it builds on."""
        if self.held:
            self.programs[who].write([self.held.pop(-newest_first)], Source.RECEIVED)
            self._is_up_to_date(self.programs[who])

    @rule(who=WHO)
    def receive_the_centres(self, who: int) -> None:
        """The first goals come from the centre: those that stood in are shown no more."""
        theirs = lines_of(goal("9.9", "Beslutat mål"))
        self.programs[who].write(theirs, Source.RECEIVED)
        assert [row.number for row in self.programs[who].plan.goals(2024)] == ["9.9"]
        self._is_up_to_date(self.programs[who])

    @rule(who=WHO)
    def refresh(self, who: int) -> None:
        """One of them takes in what the other did."""
        self.programs[who].refresh()
        self._is_up_to_date(self.programs[who])
        assert not self.programs[who].refresh()

    @rule(who=WHO)
    def fold_anew(self, who: int) -> None:
        """The doctor, or a new version: nothing is different for it."""
        self.programs[who].refresh()
        before = everything(self.programs[who].plan)
        self.programs[who].rebuild()
        assert everything(self.programs[who].plan) == before

    @rule(who=WHO)
    def start_again(self, who: int) -> None:
        """A program ends and is started."""
        self.programs[who].close()
        self.programs[who] = open_at(Path(self._folder.name), new_id=self._new_id)
        self._is_up_to_date(self.programs[who])

    @rule(who=WHO, key=st.sampled_from("ab"), text=st.text(st.characters(codec="utf-8")))
    def type_something(self, who: int, key: str, text: str) -> None:
        """What is being typed is kept, for either program."""
        self.programs[who].keep_draft(key, text)
        self.drafts[key] = text

    @invariant()
    def tables_equal_the_fold(self) -> None:
        """And nothing that was said to be saved is missing."""
        if not self.programs:
            return
        workspace = self.programs[0]
        assert workspace.differences() == []
        with workspace.database.reading() as connection:
            assert self.acknowledged <= {entry.name for entry in all_entries(connection)}
        for key, text in self.drafts.items():
            assert (workspace.draft(key) or "") == text

    def _is_up_to_date(self, program: Workspace) -> None:
        """What this program shows is what another would read now, first page included."""
        with closing(open_at(Path(self._folder.name))) as fresh:
            assert everything(program.plan) == everything(fresh.plan)
        page = read_page(program.database.path, profile())
        assert page is not None
        assert everything(page) == everything(first_page(program.plan, profile()))

    def teardown(self) -> None:
        """Both end."""
        for program in self.programs:
            program.close()
        self._folder.cleanup()


class TwoProgramsForLong(TwoPrograms):
    """The same, looked for longer."""


TestTwoPrograms = TwoPrograms.TestCase
TestTwoPrograms.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)

TestTwoProgramsForLong = pytest.mark.long(TwoProgramsForLong.TestCase)
TestTwoProgramsForLong.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
