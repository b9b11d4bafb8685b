"""Locking a tertial by a cut: what was published by then counts, what comes after is late."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from model.actions.assessing import write_analysis
from model.actions.locking import OnlyCentreLocks
from model.plan.lock import changes_in
from model.plan.rules import LocksDiffer, TertialLocked
from model.plan.vocabulary import Role
from model.views.conflicts import conflicts
from model.views.late import Decision
from sync.locking import Locks, take_cut
from sync.segment import name_from
from tests.sync.homes import KITCHEN, LIBRARY, Clock, HomeOf, fresh_folder, new_share
from tests.sync.locking_stories import (
    DELAYED,
    T1,
    accepts,
    declines,
    does,
    hands_in,
    late_at,
    locked_at,
    locks,
    plans,
    reports,
    said,
    unlocks,
)
from tests.sync.memory_files import MemoryFiles


class Town:
    """The centre, its second person, and the kitchen, on one share."""

    def __init__(self) -> None:
        folder = fresh_folder()
        clock = Clock()
        self.files = MemoryFiles()
        new_share(self.files)
        self.centre = HomeOf(folder / "cia", "cia", role=Role.CENTRAL, units=(), clock=clock)
        self.other_centre = HomeOf(folder / "dan", "dan", role=Role.CENTRAL, units=(), clock=clock)
        self.kitchen = HomeOf(folder / "anna", "anna", clock=clock)
        self.homes = (self.centre, self.other_centre, self.kitchen)

    def meet(self, *homes: HomeOf) -> None:
        """These sync, or everybody, until all have what the others have."""
        for home in (homes or self.homes) * 2:
            home.sync(self.files)


@pytest.fixture
def town() -> Iterator[Town]:
    """Two activities are planned, reported and handed in, and everybody knows."""
    made = Town()
    made.centre.set_unit(KITCHEN, "Kostenheten")
    for name in ("Dialog", "Matsvinn"):
        plans(made.kitchen, name)
        reports(made.kitchen, name)
    hands_in(made.kitchen)
    made.meet()
    yield made
    for home in made.homes:
        home.close()


def test_a_locked_tertial_stays_as_it_was(town: Town) -> None:
    """Whatever is planned afterwards, the locked figures are the same in every home."""
    locks(town.centre)
    town.meet()
    town.kitchen.plan("Dialog", title="Ny rubrik")
    plans(town.kitchen, "Frukost")
    town.meet()
    for home in town.homes:
        found = locked_at(home)
        assert found.lacking == 0
        assert {row.id for row in found.plan.activities_of(KITCHEN)} == {"Dialog", "Matsvinn"}
        assert {row.title for row in found.plan.activities_of(KITCHEN)} == {"Dialog", "Matsvinn"}
        assert found.plan.locked == {T1}
        assert home.title("Dialog") == "Ny rubrik"
    assert late_at(town.centre) == []


def test_the_centre_writes_about_what_is_locked(town: Town) -> None:
    """Analysis and memo come after the lock, on the grounds of its figures, and are not late."""
    locks(town.centre)
    there = Locks(town.centre.workspace)
    for text in ("Ett gott år.", "Ett mycket gott år."):
        does(town.centre, partial(write_analysis, year=2024, text=text))
        found = there.locked(T1)
        assert found is not None
        analysis = found.plan.analysis_of(2024)
        assert analysis is not None
        assert analysis.text == text
    assert late_at(town.centre) == []


def test_who_knows_of_the_lock_is_refused(town: Town) -> None:
    """With by whom and what to do."""
    locks(town.centre)
    town.meet()
    with pytest.raises(TertialLocked, match="låsa upp"):
        reports(town.kitchen, "Dialog", DELAYED)
    with pytest.raises(OnlyCentreLocks, match="Bara stab eller controller"):
        unlocks(town.kitchen)
    with pytest.raises(OnlyCentreLocks):
        locks(town.kitchen)


def test_a_status_set_offline_arrives_late_and_is_let_in(town: Town) -> None:
    """It is kept, the centre sees what it would change, and a new lock covers exactly it."""
    locks(town.centre)
    reports(town.kitchen, "Dialog", DELAYED, "Leverantören sa upp avtalet.")
    reports(town.kitchen, "Matsvinn", DELAYED, "Vågen är trasig.")
    town.meet()
    assert said(locked_at(town.centre).plan, "Dialog", KITCHEN) == "ongoing_on_plan: Går bra."
    dialogue, waste = sorted(late_at(town.centre), key=lambda each: each.title)
    assert (dialogue.title, dialogue.unit_name) == ("Dialog", "Kostenheten")
    assert (dialogue.decision, dialogue.author) == (Decision.WAITING, "anna")
    assert [(each.label, each.before, each.after) for each in dialogue.fields] == [
        ("status", "Pågående enligt plan", "Försenad"),
        ("kommentar", "Går bra.", "Leverantören sa upp avtalet."),
    ]
    accepts(town.centre, dialogue)
    town.meet()
    for home in town.homes:
        plan = locked_at(home).plan
        assert said(plan, "Dialog", KITCHEN) == "delayed: Leverantören sa upp avtalet."
        assert said(plan, "Matsvinn", KITCHEN) == "ongoing_on_plan: Går bra."
        assert [each.entry for each in late_at(home)] == [waste.entry]


def test_what_is_declined_is_kept_and_told_with_the_reason(town: Town) -> None:
    """The unit sees it, also when the tertial is locked again; letting in takes it back."""
    locks(town.centre)
    reports(town.kitchen, "Dialog", DELAYED, "Ändrat efter låsning.")
    town.meet()
    (entry,) = late_at(town.centre)
    declines(town.centre, entry, "Rapporten är redan beslutad.")
    town.meet()
    for _ in range(2):
        (seen,) = late_at(town.kitchen)
        assert seen.decision is Decision.DECLINED
        assert seen.refusal is not None
        assert seen.refusal.reason == "Rapporten är redan beslutad."
        assert said(locked_at(town.kitchen).plan, "Dialog", KITCHEN) == "ongoing_on_plan: Går bra."
        assert said(town.kitchen.workspace.plan, "Dialog", KITCHEN).startswith("delayed")
        locks(town.centre)
        town.meet()
    accepts(town.centre, entry)
    town.meet()
    assert late_at(town.kitchen) == []
    assert said(locked_at(town.kitchen).plan, "Dialog", KITCHEN).startswith("delayed")


def test_what_is_written_after_a_refusal_counts(town: Town) -> None:
    """A refusal is of what was seen: an open tertial is reported anew, and locked as it stands."""
    locks(town.centre)
    reports(town.kitchen, "Dialog", DELAYED, "Först.")
    town.meet(town.kitchen, town.centre)
    (entry,) = late_at(town.centre)
    declines(town.centre, entry, "Nej.")
    unlocks(town.centre)
    town.meet()
    reports(town.kitchen, "Dialog", DELAYED, "Sedan.")
    town.meet()
    locks(town.centre)
    assert said(locked_at(town.centre).plan, "Dialog", KITCHEN) == "delayed: Sedan."
    assert late_at(town.centre) == []


def test_an_unlocked_tertial_is_open_again(town: Town) -> None:
    """And the next lock covers what was written meanwhile."""
    locks(town.centre)
    town.meet()
    unlocks(town.centre)
    town.meet()
    reports(town.kitchen, "Dialog", DELAYED, "Rättat.")
    town.meet()
    assert Locks(town.centre.workspace).locked(T1) is None
    locks(town.centre)
    town.meet()
    assert said(locked_at(town.kitchen).plan, "Dialog", KITCHEN) == "delayed: Rättat."


def test_two_locks_at_once_are_a_conflict_to_settle(town: Town) -> None:
    """Nothing late is decided before somebody has chosen; locking again chooses as well."""
    reports(town.kitchen, "Dialog", DELAYED, "Kom emellan.")
    locks(town.centre)
    town.meet(town.kitchen, town.other_centre)
    locks(town.other_centre)
    town.meet()
    workspace = town.centre.workspace
    (found,) = conflicts(workspace.plan, workspace.entries_of)
    assert (found.what, found.label) == ("låsning T1 2024", "låsning")
    assert len({side.words for side in found.sides}) == 2
    plans = {said(locked_at(home).plan, "Dialog", KITCHEN) for home in town.homes}
    assert len(plans) == 1
    late = late_at(town.centre)
    if late:
        with pytest.raises(LocksDiffer, match="Välj vilken låsning"):
            accepts(town.centre, late[0])
    locks(town.centre)
    town.meet()
    for home in town.homes:
        assert not any(row.conflicts for row in home.workspace.plan.everything())
        assert said(locked_at(home).plan, "Dialog", KITCHEN) == "delayed: Kom emellan."


def test_a_lock_without_any_share_is_the_same_on_the_share_later() -> None:
    """What was never sent gets its positions when it is locked, and is sent under them."""
    folder, clock, files = fresh_folder(), Clock(), MemoryFiles()
    centre = HomeOf(folder / "cia", "cia", role=Role.CENTRAL, units=(KITCHEN,), clock=clock)
    plans(centre, "Dialog")
    reports(centre, "Dialog")
    locks(centre)
    assert said(locked_at(centre).plan, "Dialog", KITCHEN) == "ongoing_on_plan: Går bra."
    new_share(files)
    outcome = centre.sync(files)
    assert outcome.waiting.count == 0
    newcomer = HomeOf(folder / "dan", "dan", role=Role.CENTRAL, units=(), clock=clock)
    newcomer.sync(files)
    assert locked_at(newcomer).lacking == 0
    assert said(locked_at(newcomer).plan, "Dialog", KITCHEN) == "ongoing_on_plan: Går bra."


def test_a_lock_in_the_middle_of_an_exchange_gives_nothing_two_positions() -> None:
    """The app locks while the program beside it sends; each change has one place on the share."""
    files = MemoryFiles()
    new_share(files)
    program = HomeOf(fresh_folder() / "cia", "cia")
    window = HomeOf(program.folder, "cia", clock=program.clock, mark=program.mark)
    program.plan("möten", title="Möten")

    def lock(_number: int, what: str, _path: object) -> None:
        if what == "rename":
            files.mend()
            window.plan("frukost", title="Frukost")
            take_cut(window.workspace, program.mark)

    files.before = lock
    assert program.sync(files).sent == 1
    assert program.sync(files).waiting.count == 0
    names = [name for path in files.content if (name := name_from(path.name)) is not None]
    assert {(name.first, name.last) for name in names} == {(1, 1), (1, 2)}
    program.close()
    window.close()


def test_a_home_that_lacks_something_says_how_much(town: Town) -> None:
    """A home that joins while a unit's files are away must not show less without a word."""
    locks(town.centre)
    town.centre.sync(town.files)
    hidden = {path: town.files.content[path] for path in list(town.files.content)
              if path.parent.name == KITCHEN}  # fmt: skip
    for path in hidden:
        del town.files.content[path]
    folder = fresh_folder()
    newcomer = HomeOf(folder / "eva", "eva", role=Role.CENTRAL, units=(), clock=town.centre.clock)
    newcomer.sync(town.files)
    there = Locks(newcomer.workspace)
    found = there.locked(T1)
    assert found is not None
    assert found.lacking == 5
    town.files.content.update(hidden)
    newcomer.sync(town.files)
    found = there.locked(T1)
    assert found is not None
    assert found.lacking == 0
    assert said(found.plan, "Dialog", KITCHEN) == "ongoing_on_plan: Går bra."


def test_a_unit_does_not_miss_what_it_never_reads(town: Town) -> None:
    """Another unit's changes are in the cut and no concern of it."""
    library = HomeOf(town.centre.folder.parent / "lars", "lars", units=(LIBRARY,))
    plans(library, "Sagostund")
    library.sync(town.files)
    town.meet()
    locks(town.centre)
    town.meet()
    lock = town.centre.workspace.plan.lock_of(T1)
    assert lock is not None
    assert lock.lock is not None
    assert set(lock.lock.cut) == {KITCHEN, LIBRARY, "central"}
    assert changes_in(lock.lock) == 7
    assert locked_at(town.kitchen).lacking == 0
    assert locked_at(town.centre).lacking == 0


def test_copies_that_number_alike_are_told_apart(town: Town) -> None:
    """A laptop is copied; both write; the lock covers one of them, the other comes late."""
    twin_folder = town.kitchen.folder.parent / "kopia"
    town.kitchen.copy_to(twin_folder)
    twin = HomeOf(twin_folder, "anna", clock=town.kitchen.clock, mark=town.kitchen.mark)
    reports(town.kitchen, "Dialog", DELAYED, "Från originalet.")
    reports(twin, "Matsvinn", DELAYED, "Från kopian.")
    take_cut(town.kitchen.workspace, town.kitchen.mark)
    take_cut(twin.workspace, twin.mark)
    town.meet(town.kitchen, town.centre)
    locks(town.centre)
    twin.sync(town.files)
    town.meet()
    twin.sync(town.files)
    for home in (*town.homes, twin):
        plan = locked_at(home).plan
        assert said(plan, "Dialog", KITCHEN) == "delayed: Från originalet."
        assert said(plan, "Matsvinn", KITCHEN) == "ongoing_on_plan: Går bra."
    assert [each.title for each in late_at(town.centre)] == ["Matsvinn"]
