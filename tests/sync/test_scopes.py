"""Who reads and sends what: the unit its own, the department those below, the centre everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from model.home.config import Profile
from model.plan.entities import Goal, OrganisationUnit
from model.plan.identifiers import CENTRAL, CENTRE_ONLY, born_in
from model.plan.vocabulary import OrganisationLevel, Role
from model.store.journal import Source
from model.workspace.edit import Author
from sync.errors import ShareRefused
from sync.scopes import scopes_of
from tests.sync.checking import check_home
from tests.sync.homes import (
    BUILDING,
    KITCHEN,
    LIBRARY,
    SHARE,
    Clock,
    HomeOf,
    fresh_folder,
    new_share,
)
from tests.sync.memory_files import MemoryFiles


class Municipality:
    """A centre, a department with the kitchen below it, and the library elsewhere."""

    def __init__(self) -> None:
        folder = fresh_folder()
        clock = Clock()
        self.files = MemoryFiles()
        new_share(self.files)
        self.centre = HomeOf(folder / "c", "cia", role=Role.CENTRAL, units=(), clock=clock)
        self.department = HomeOf(
            folder / "d", "dag", role=Role.DEPARTMENT, units=(BUILDING,), clock=clock
        )
        self.kitchen = HomeOf(folder / "k", "anna", units=(KITCHEN,), clock=clock)
        self.library = HomeOf(folder / "l", "lisa", units=(LIBRARY,), clock=clock)
        self.centre.set_unit(BUILDING, "Bygg", level=OrganisationLevel.DEPARTMENT)
        self.centre.set_unit(KITCHEN, "Köket", parent=BUILDING)
        self.centre.set_unit(LIBRARY, "Biblioteket")
        self.centre.set_goal("mål", text="Trivas")
        self.kitchen.plan("möten", title="Köksmöten")
        self.library.plan("sagor", title="Sagostund")
        self.department.plan("dag", title="Avdelningens dag")

    @property
    def homes(self) -> tuple[HomeOf, ...]:
        """Everybody."""
        return self.centre, self.department, self.kitchen, self.library

    def sync(self) -> None:
        """Everybody syncs."""
        self.files.now = self.centre.clock.at.timestamp()
        for home in (*self.homes, *self.homes):
            assert not home.sync(self.files).problems


@pytest.fixture
def town() -> Iterator[Municipality]:
    """A municipality before anybody has synced."""
    town = Municipality()
    yield town
    for home in town.homes:
        home.close()


def test_each_sees_what_is_his(town: Municipality) -> None:
    """Goals reach everybody; a unit's plans reach its department and the centre."""
    town.sync()
    for home in town.homes:
        assert home.workspace.plan.find(Goal, "mål")
    assert town.kitchen.title("sagor") == ""
    assert town.library.title("möten") == ""
    assert town.department.title("möten") == "Köksmöten"
    assert town.department.title("sagor") == ""
    assert town.centre.title("möten") == "Köksmöten"
    assert town.centre.title("sagor") == "Sagostund"
    assert {path.parent.name for path in town.files.content if path.suffix == ".seg"} == {
        CENTRAL,
        KITCHEN,
        LIBRARY,
        BUILDING,
    }


def test_what_one_unit_has_is_not_taken_by_another(town: Municipality) -> None:
    """Whatever the library's clock says: the centre goes on showing what the kitchen wrote."""
    name = born_in(KITCHEN, "1a2b3c4d-0000-4000-8000-000000000001")
    town.library.write_raw(
        LIBRARY, {"title": "Kapad", "unit": LIBRARY}, id=name, time="2020-01-01T00:00:00.000Z-0000"
    )
    town.kitchen.plan(name, title="Dialog")
    town.sync()
    assert town.centre.title(name) == "Dialog"
    town.kitchen.plan(name, title="Samråd")
    town.sync()
    assert town.centre.title(name) == "Samråd"
    check_home(town.centre)


def test_a_merged_unit_is_read_by_its_successor(town: Municipality) -> None:
    """The library is merged into the kitchen, whose people then see what it planned."""
    town.sync()
    with town.centre.workspace.edit() as edit:
        unit = edit.plan.find(OrganisationUnit, LIBRARY)
        assert unit is not None
        edit.save(OrganisationUnit(id=LIBRARY, key=LIBRARY, name="Bibl", merged_into=KITCHEN), unit)
    town.sync()
    assert town.kitchen.title("sagor") == "Sagostund"
    assert town.department.title("sagor") == "Sagostund", "the kitchen is below the department"


def test_a_unit_never_sends_what_is_central(town: Municipality) -> None:
    """Not a catalogue that only stands in, nor what it wrote while its role was another."""
    entry = town.kitchen.write_raw(CENTRAL, {"text": "Eget mål"}, entity="goal", id="eget")
    stand_in = town.kitchen.write_raw(CENTRAL, {"text": "Exempel"}, entity="goal", id="exempel")
    town.kitchen.workspace.write([stand_in], Source.STAND_IN)
    town.sync()
    assert entry.name not in town.centre.entries()
    assert stand_in.name not in town.centre.entries()
    assert town.kitchen.sync(town.files).waiting.count == 0


def test_stand_ins_give_way_to_the_centres_goals(town: Municipality) -> None:
    """Who began with the example's goals has the centre's, and only those, after one sync."""
    lone = HomeOf(town.kitchen.folder.parent / "ensam", "eva", clock=town.kitchen.clock)
    edit = lone.workspace.begin(Author("eva", Role.CENTRAL, ()))
    edit.save(Goal(id="exempel", number="9", text="Exempel", year=2024))
    lone.workspace.commit(edit, stand_in=True)
    assert lone.workspace.plan.find(Goal, "exempel")
    town.sync()
    lone.sync(town.files)
    assert lone.workspace.plan.find(Goal, "exempel") is None
    assert lone.workspace.plan.find(Goal, "mål")
    town.sync()
    assert "exempel" not in {row for _, row in town.centre.tables()}
    lone.close()


def test_the_department_only_reads_below_itself(town: Municipality) -> None:
    """A file of the kitchen's that disappears is put back by the kitchen, not from above."""
    town.sync()
    path = next(path for path in town.files.content if path.parent.name == KITCHEN)
    del town.files.content[path]
    assert town.department.sync(town.files).put_back == 0
    assert path not in town.files.content
    assert town.kitchen.sync(town.files).put_back == 1
    assert path in town.files.content


def test_who_left_a_unit_still_sends_what_he_wrote_there(town: Municipality) -> None:
    """A device that is set to another unit loses nothing on the way."""
    town.kitchen.profile = Profile("anna", (LIBRARY,))
    town.kitchen.restart()
    assert town.kitchen.sync(town.files).sent == 1
    town.centre.sync(town.files)
    assert town.centre.title("möten") == "Köksmöten"


def test_a_folder_that_may_not_be_read_hinders_no_other(town: Municipality) -> None:
    """Rights are set per folder; what is allowed is exchanged, and the rest is told."""
    town.sync()
    town.centre.set_goal("mål", text="Nytt")
    town.library.plan("sagor", title="Ny saga")
    town.library.sync(town.files)

    def forbid(_number: int, _what: str, path: object) -> None:
        if str(path).startswith(str(SHARE / KITCHEN)):
            raise PermissionError(13, "Permission denied")

    town.files.before = forbid
    outcome = town.centre.sync(town.files)
    assert [type(problem) for problem in outcome.problems] == [ShareRefused]
    assert outcome.sent == 1
    assert town.centre.title("sagor") == "Ny saga"


def test_reading_without_the_right_to_write(town: Municipality) -> None:
    """Goals arrive; what was written waits, with since when, until writing is allowed."""
    town.centre.sync(town.files)

    def read_only(_number: int, what: str, _path: object) -> None:
        if what in {"create", "make_folder"}:
            raise PermissionError(13, "Permission denied")

    town.files.before = read_only
    outcome = town.kitchen.sync(town.files)
    assert outcome.received == 4
    assert [type(problem) for problem in outcome.problems] == [ShareRefused]
    assert outcome.waiting.count == 1
    assert outcome.waiting.since is not None
    assert town.kitchen.now() - outcome.waiting.since < timedelta(minutes=2)
    town.files.mend()
    assert town.kitchen.sync(town.files).waiting.count == 0


def test_who_has_nothing_to_send_needs_no_right_to_write(town: Municipality) -> None:
    """A department that only reads gets no message about writing."""
    town.sync()
    town.kitchen.plan("möten", title="Nya möten")
    town.kitchen.sync(town.files)

    def read_only(_number: int, what: str, _path: object) -> None:
        if what in {"create", "make_folder"}:
            raise PermissionError(13, "Permission denied")

    town.files.before = read_only
    assert not town.department.sync(town.files).problems
    assert town.department.title("möten") == "Nya möten"


def test_scopes_by_role(town: Municipality) -> None:
    """Central first; the centre reads whatever there is."""
    plan = town.centre.workspace.plan
    centre = scopes_of(town.centre.profile, plan, [CENTRAL, KITCHEN], [CENTRAL, KITCHEN, LIBRARY])
    assert (centre.read, centre.fill, centre.own) == (
        (CENTRAL, CENTRE_ONLY, KITCHEN, LIBRARY),
        (CENTRAL, CENTRE_ONLY),
        (KITCHEN,),
    )
    department = scopes_of(town.department.profile, plan, [], [])
    assert department.read == (CENTRAL, BUILDING, KITCHEN)
    assert department.fill == (BUILDING,)


def test_calls_of_a_quiet_unit_and_of_a_busy_one(town: Municipality) -> None:
    """Round trips decide over a slow net: eight for nothing new, twenty for a hundred more."""
    town.sync()
    before = town.files.calls
    town.kitchen.sync(town.files)
    assert town.files.calls - before <= 8
    for number in range(100):
        town.kitchen.plan(f"aktivitet {number}", title="Ny")
    before = town.files.calls
    assert town.kitchen.sync(town.files).sent == 100
    assert town.files.calls - before <= 20
    before = town.files.calls
    assert town.department.sync(town.files).received == 100
    assert town.files.calls - before <= 20


def test_calls_of_a_full_sweep_by_the_centre(town: Municipality) -> None:
    """Three hundred scopes are listed with one call each."""
    town.sync()
    town.files.folders |= {SHARE / f"enhet-{number}" for number in range(296)}
    before = town.files.calls
    town.centre.sync(town.files)
    assert town.files.calls - before <= 310
