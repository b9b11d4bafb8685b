"""History as people read it."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from msgspec.structs import replace

from model.actions.handing_in import submit, withdraw
from model.actions.planning import PlannedActivity, add_activity, change_activity
from model.actions.statuses import set_status
from model.journal.change import Entry
from model.plan.entities import Activity, Period
from model.plan.vocabulary import Cause, Role, StatusValue
from model.views.changes import NOBODY, HistoryLine, belonging, describe
from model.workspace.edit import Author, Edit
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    T1,
    goal_id,
    person,
    plan,
    standing,
)

TODAY = date(2024, 4, 23)
PLANNED = PlannedActivity(
    title="Dialog",
    description="Två möten.",
    goals=(goal_id(BUSINESS),),
    period=Period(date(2024, 1, 1), date(2024, 9, 30)),
    responsible="Åsa",
)


class Kitchen:
    """The unit at work: every edit's changes are kept."""

    def __init__(self) -> None:
        self.plan = plan(person("Åsa"))
        self.entries: list[Entry] = []
        self._ticks = count()

    def edit(self) -> Edit:
        """An edit by Åsa."""
        author = Author("Åsa", Role.UNIT, (KITCHEN,))
        return Edit(self.plan, author, TODAY, self._tick)

    def keep(self, edit: Edit) -> None:
        """Take an edit in."""
        self.entries += edit.entries
        self.plan = edit.plan

    def history(self) -> tuple[HistoryLine, ...]:
        """Everything that was done."""
        return describe(self.entries, self.plan)

    def _tick(self) -> str:
        return f"2024-04-23T08:00:{next(self._ticks):02d}.000Z-0000"


@pytest.fixture
def kitchen() -> Kitchen:
    """The unit after it has planned one activity."""
    found = Kitchen()
    edit = found.edit()
    add_activity(edit, KITCHEN, PLANNED, activity_id="a1")
    found.keep(edit)
    return found


def said(line: HistoryLine) -> dict[str, tuple[str, str]]:
    """What changed, by label."""
    return {field.label: (field.before, field.after) for field in line.fields}


def test_a_new_activity_tells_all_it_has(kitchen: Kitchen) -> None:
    """References by number and name, dates one by one, in the order in which people read."""
    (line,) = kitchen.history()
    assert (line.who, line.headline, line.title) == ("Åsa", "Ny aktivitet", "Dialog")
    assert said(line) == {
        "år": ("", "2024"),
        "rubrik": ("", "Dialog"),
        "beskrivning": ("", "Två möten."),
        "start": ("", "2024-01-01"),
        "slut": ("", "2024-09-30"),
        "mål": ("", BUSINESS),
        "enhet": ("", "Kostenheten"),
        "ansvarig": ("", "Åsa"),
    }
    assert [field.label for field in line.fields][:2] == ["år", "rubrik"]


def test_an_edit_tells_only_what_differs(kitchen: Kitchen) -> None:
    """Of a period only the day that moved."""
    edit = kitchen.edit()
    seen = kitchen.plan.find(Activity, "a1")
    assert seen is not None
    change_activity(
        edit,
        seen,
        PlannedActivity(
            title="Dialog",
            description="",
            goals=(goal_id(SICKNESS), goal_id(BUSINESS)),
            period=Period(date(2024, 1, 1), date(2024, 10, 31)),
        ),
    )
    kitchen.keep(edit)
    line = kitchen.history()[-1]
    assert line.headline == "Ändrad aktivitet"
    assert said(line) == {
        "beskrivning": ("Två möten.", ""),
        "slut": ("2024-09-30", "2024-10-31"),
        "mål": (BUSINESS, f"{SICKNESS}, {BUSINESS}"),
        "ansvarig": ("Åsa", ""),
    }


def test_a_status_is_told_in_the_words_of_the_documents(kitchen: Kitchen) -> None:
    """Each part of a status by itself, the tertial in the headline."""
    activity = kitchen.plan.find(Activity, "a1")
    assert activity is not None
    for value, more, comment in (
        (StatusValue.ONGOING_ON_PLAN, {}, "Första mötet är hållet."),
        (StatusValue.DELAYED, {"cause": Cause.STAFFING, "revised_end": "2024-11-30"}, None),
    ):
        edit = kitchen.edit()
        set_status(edit, activity, KITCHEN, T1, standing(value, **more), comment)
        kitchen.keep(edit)
    first, second = kitchen.history()[1:]
    assert (first.headline, first.title) == ("Ny status T1 2024", "Dialog")
    assert said(first) == {
        "status": ("", "Pågående enligt plan"),
        "kommentar": ("", "Första mötet är hållet."),
    }
    assert said(second) == {
        "status": ("Pågående enligt plan", "Försenad"),
        "nytt slutdatum": ("", "2024-11-30"),
        "orsak": ("", "bemanning"),
    }


def test_hand_in_and_taking_back(kitchen: Kitchen) -> None:
    """In words, without the statuses that it names."""
    edit = kitchen.edit()
    submit(edit, KITCHEN, T1, allow_missing=True)
    kitchen.keep(edit)
    edit = kitchen.edit()
    withdraw(edit, KITCHEN, T1)
    kitchen.keep(edit)
    assert said(kitchen.history()[-1]) == {
        "inlämning": ("inlämnat 2024-04-23", "tillbakataget 2024-04-23")
    }


def test_order_and_repeats_do_not_matter(kitchen: Kitchen) -> None:
    """The same history from any order of arrival."""
    edit = kitchen.edit()
    activity = kitchen.plan.find(Activity, "a1")
    assert activity is not None
    set_status(edit, activity, KITCHEN, T1, standing(), "Ja.")
    kitchen.keep(edit)
    assert describe([*reversed(kitchen.entries), *kitchen.entries], kitchen.plan) == (
        kitchen.history()
    )


def test_an_erased_author_is_nobody(kitchen: Kitchen) -> None:
    """A name can be gone; what was done stays."""
    (line,) = describe(kitchen.entries, plan())
    assert line.who == NOBODY
    assert said(line)["ansvarig"] == ("", "Åsa")


def test_an_activity_s_history_has_its_statuses_also_those_taken_back(kitchen: Kitchen) -> None:
    """So that nothing that was reported disappears from it."""
    activity = kitchen.plan.find(Activity, "a1")
    assert activity is not None
    edit = kitchen.edit()
    status = set_status(edit, activity, KITCHEN, T1, standing(), "Ja.")
    kitchen.keep(edit)
    gone = replace(status, removed=True)
    kitchen.plan = kitchen.plan.replacing([gone])
    assert belonging(kitchen.plan, activity) == [activity, gone]
