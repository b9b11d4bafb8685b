"""A locked tertial shows the same for ever, whatever arrives afterwards and in whatever order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.actions.handing_in import submit, withdraw
from model.actions.locking import accept
from model.journal.change import Entry
from model.plan.entities import Entity
from model.plan.vocabulary import Role
from model.store.journal import Source
from tests.sync.homes import KITCHEN, HomeOf, fresh_folder, new_share
from tests.sync.locking_stories import (
    DELAYED,
    T1,
    does,
    hands_in,
    late_at,
    locked_at,
    locks,
    plans,
    reports,
    said,
    shown,
)
from tests.sync.memory_files import MemoryFiles


class Afterwards(NamedTuple):
    """A locked tertial, and what a unit wrote that the lock does not cover."""

    centre: HomeOf
    copy: Path
    """The centre's database as it was when the tertial was locked."""
    locked: dict[tuple[str, str], Entity]
    later: list[Entry]


@pytest.fixture(scope="module")
def afterwards() -> Iterator[Afterwards]:
    """A unit reports and hands in, the centre locks, and the unit goes on without knowing."""
    folder, files = fresh_folder(), MemoryFiles()
    new_share(files)
    kitchen = HomeOf(folder / "anna", "anna")
    centre = HomeOf(folder / "cia", "cia", role=Role.CENTRAL, units=(KITCHEN,))
    for name in ("Dialog", "Matsvinn"):
        plans(kitchen, name)
        reports(kitchen, name)
    hands_in(kitchen)
    for home in (kitchen, centre):
        home.sync(files)
    sent = set(kitchen.entries())
    reports(kitchen, "Dialog", DELAYED, "Före låset, inte skickat.")
    locks(centre)
    go_on(kitchen)
    later = [entry for name, entry in kitchen.entries().items() if name not in sent]
    locked = shown(locked_at(centre))
    yield Afterwards(centre, centre.copy_to(folder / "kopia"), locked, later)
    kitchen.close()
    centre.close()


def go_on(kitchen: HomeOf) -> None:
    """Statuses, hand-ins and plans, each building on the one before."""
    reports(kitchen, "Dialog", DELAYED, "Efter låset.")
    reports(kitchen, "Matsvinn", DELAYED, "Vågen är trasig.")
    does(kitchen, lambda edit: withdraw(edit, KITCHEN, T1))
    does(kitchen, lambda edit: submit(edit, KITCHEN, T1))
    kitchen.plan("Dialog", title="Ny rubrik")
    plans(kitchen, "Frukost")
    reports(kitchen, "Frukost")
    kitchen.plan("Matsvinn", removed=True)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_nothing_that_arrives_changes_it(afterwards: Afterwards, data: st.DataObject) -> None:
    """In any order, only in part, a few at a time."""
    order = data.draw(st.permutations(afterwards.later))
    arriving = order[: data.draw(st.integers(1, len(order)))]
    at = data.draw(st.integers(0, len(arriving)))
    centre = afterwards.centre
    centre.put_back(afterwards.copy)
    for part in (arriving[:at], arriving[at:]):
        centre.workspace.write(part, Source.RECEIVED)
        assert shown(locked_at(centre)) == afterwards.locked


def test_only_a_new_lock_changes_it(afterwards: Afterwards) -> None:
    """Letting one in changes that one; locking again takes the rest in as well."""
    centre = afterwards.centre
    centre.put_back(afterwards.copy)
    centre.workspace.write(afterwards.later, Source.RECEIVED)
    late = {each.title: each for each in late_at(centre) if each.kind == "status"}
    assert set(late) == {"Ny rubrik", "Matsvinn", "Frukost"}
    does(centre, lambda edit: accept(edit, T1, late["Ny rubrik"].changes))
    plan = locked_at(centre).plan
    assert said(plan, "Dialog", KITCHEN) == "delayed: Efter låset."
    assert said(plan, "Matsvinn", KITCHEN) == "ongoing_on_plan: Går bra."
    assert {row.title for row in plan.activities_of(KITCHEN)} == {"Dialog", "Matsvinn"}
    locks(centre)
    assert {row.title for row in locked_at(centre).plan.activities_of(KITCHEN)} == {
        "Ny rubrik",
        "Frukost",
    }
