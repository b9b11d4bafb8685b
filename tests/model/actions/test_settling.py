"""Choosing between what two have written."""

from __future__ import annotations

import pytest

from model.actions.settling import settle
from model.journal.change import Change, Entry, Json, record
from model.plan.entities import Activity, Entity
from model.plan.identifiers import CENTRAL
from model.plan.rules import RuleError
from model.store.journal import Source
from model.views.conflicts import conflicts
from tests.sync.homes import KITCHEN, HomeOf, fresh_folder


def arrives(home: HomeOf, minute: int, *bases: str, **fields: Json) -> Entry:
    """A change of somebody else's arrives."""
    more: dict[str, Json] = fields.pop("more", {})
    values: dict[str, Json] = {
        "scope": KITCHEN,
        "author": "bo",
        "time": f"2024-04-22T07:{minute:02}:00.000Z-0000",
        "action": str(minute),
        "entity": "activity",
        "id": "möten",
        "fields": fields,
        "bases": bases,
    }
    entry = record(Change(**(values | more)))
    home.workspace.write([entry], Source.RECEIVED)
    return entry


@pytest.fixture
def home() -> HomeOf:
    """A home with an activity that somebody else edited at the same time."""
    home = HomeOf(fresh_folder(), "anna")
    born = arrives(home, 0, title="Möten", period={"start": "2024-01-01", "end": "2024-02-01"})
    home.plan("möten", title="Annas")
    arrives(home, 1, born.name, title="Bos", period={"start": "2024-01-01", "end": "2024-03-01"})
    return home


def found(home: HomeOf) -> Entity:
    """The activity as it is shown."""
    row = home.workspace.plan.find(Activity, "möten")
    assert row is not None
    return row


def choose(home: HomeOf, value: Json) -> None:
    """Settle the title."""
    with home.workspace.edit() as edit:
        settle(edit, found(home), "title", value)


@pytest.mark.parametrize("value", ["Annas", "Bos"])
def test_either_can_be_chosen(home: HomeOf, value: str) -> None:
    """Also the one that is shown already: then it is known to be the right one."""
    assert found(home).conflicts == ("title",)
    choose(home, value)
    assert home.title("möten") == value
    assert found(home).conflicts == ()
    assert not home.workspace.differences()


def test_what_arrives_later_is_a_new_choice(home: HomeOf) -> None:
    """A choice covers what was in front of the person who made it."""
    choose(home, "Annas")
    arrives(home, 2, title="Evas")
    assert found(home).conflicts == ("title",)


def test_somebody_who_may_not_edit_may_not_choose(home: HomeOf) -> None:
    """A unit does not settle what the centre disagrees about."""
    central = {"scope": CENTRAL, "entity": "goal", "id": "mål"}
    arrives(home, 3, text="Ett", more=central)
    arrives(home, 4, text="Två", more=central)
    (conflict,) = [
        each
        for each in conflicts(home.workspace.plan, home.workspace.entries_of)
        if each.kind == "goal"
    ]
    goal = home.workspace.plan.any_of(conflict.entity)
    assert goal is not None
    with pytest.raises(RuleError), home.workspace.edit() as edit:
        settle(edit, goal, "text", "Ett")
