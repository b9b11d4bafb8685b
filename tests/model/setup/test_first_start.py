"""A home is either set up or not, and setting up again loses nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from model.catalogue.faults import CatalogueError
from model.example.catalogue import example_catalogue
from model.home.config import ConfigError, Profile, read_config
from model.home.paths import Home, home_at
from model.plan.entities import Goal, Person
from model.plan.rules import FieldRefused
from model.plan.vocabulary import Role
from model.setup.first_start import SetupIncomplete, Wishes, plan_in, set_up
from model.store.database import Database
from model.store.journal import Source
from model.store.page import read_page
from model.views.naming import UnknownUnit, find_unit
from model.workspace.importing import NotConfirmed
from model.workspace.opening import open_workspace
from model.workspace.undo import undoable
from model.workspace.workspace import Workspace

TODAY = date(2024, 4, 23)
FIRST = Wishes(name="Åsa  Öst ", units=("Kostenheten",), catalogue=example_catalogue())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A fresh machine."""
    return home_at(tmp_path / "hem")


def name_of(home: Home) -> str:
    """What the person of a home is called."""
    workspace = open_workspace(home, TODAY)
    person = workspace.plan.find(Person, workspace.profile.person)
    workspace.close()
    assert person is not None
    return person.name


def test_a_catalogue_can_be_looked_at_before_anything_is_made() -> None:
    """To choose a unit from."""
    plan = plan_in(example_catalogue())
    assert find_unit(plan, "kosten").name == "Kostenheten"
    assert len(plan.goals(2024)) == 25


def test_first_start(home: Home) -> None:
    """Person, unit, goals and the first page are there; blanks in the name are not."""
    config = set_up(home, FIRST, TODAY)
    assert read_config(home) == config
    assert name_of(home) == "Åsa Öst"
    page = read_page(home.database, config.profile)
    assert page is not None
    assert len(page.of(Goal)) == 25


@pytest.mark.parametrize(
    ("wishes", "missing"),
    [
        (Wishes(), ("name", "units")),
        (Wishes(name=" ", units=("Kostenheten",)), ("name",)),
        (Wishes(name="Åsa"), ("units",)),
        (Wishes(name="Åsa", units=()), ("units",)),
    ],
)
def test_what_a_first_start_needs(home: Home, wishes: Wishes, missing: tuple[str, ...]) -> None:
    """Name and unit; nothing is made without."""
    with pytest.raises(SetupIncomplete) as caught:
        set_up(home, msgspec.structs.replace(wishes, catalogue=FIRST.catalogue), TODAY)
    assert caught.value.missing == missing
    assert not home.data.exists()


def test_an_unknown_unit_or_a_faulty_file_makes_nothing(home: Home) -> None:
    """Not even an empty database."""
    with pytest.raises(UnknownUnit):
        set_up(home, msgspec.structs.replace(FIRST, units=("Köket",)), TODAY)
    with pytest.raises(CatalogueError):
        set_up(home, msgspec.structs.replace(FIRST, catalogue=b"format = 1"), TODAY)
    assert not home.data.exists()


def test_a_name_that_cannot_be_saved_changes_nothing(home: Home) -> None:
    """It is looked at before the goals are loaded, the first time and later."""
    too_long = msgspec.structs.replace(FIRST, name="x" * 201)
    with pytest.raises(FieldRefused, match="för långt"):
        set_up(home, too_long, TODAY)
    assert not home.data.exists()
    before = set_up(home, FIRST, TODAY)
    with pytest.raises(FieldRefused, match="för långt"):
        set_up(home, too_long, TODAY)
    assert read_config(home) == before


def test_goals_and_person_come_together_or_not_at_all(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stops one stops the other: nobody finds a home with goals and nobody in it."""

    def full(*_: object, **__: object) -> None:
        raise ConfigError(home.config, "disken är full")

    with monkeypatch.context() as patch:
        patch.setattr("model.setup.first_start._enter", full)
        with pytest.raises(ConfigError):
            set_up(home, FIRST, TODAY)
    config = Profile("någon", (), Role.UNIT)
    workspace = Workspace(Database(home.database), config, TODAY)
    assert list(workspace.plan.everything()) == []
    workspace.close()


def test_an_interrupted_first_start_can_be_done_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings come last, so until then the home is not set up; another file may be tried."""

    def full(*_: object) -> None:
        raise ConfigError(home.config, "disken är full")

    with monkeypatch.context() as patch:
        patch.setattr("model.setup.first_start.write_config", full)
        with pytest.raises(ConfigError):
            set_up(home, FIRST, TODAY)
    assert not home.is_set_up
    other = example_catalogue().replace("Sjukfrånvaron ska minska".encode(), b"Annat", 1)
    set_up(home, msgspec.structs.replace(FIRST, catalogue=other), TODAY)
    workspace = open_workspace(home, TODAY)
    assert any(goal.text.startswith("Annat") for goal in workspace.plan.goals(2024))
    assert workspace.differences() == []
    workspace.close()


@pytest.mark.parametrize(
    ("role", "source"), [(Role.UNIT, Source.STAND_IN), (Role.CENTRAL, Source.OWN)]
)
def test_only_the_centre_s_goals_are_to_be_sent(home: Home, role: Role, source: Source) -> None:
    """A unit's catalogue stands in until the centre's arrives."""
    set_up(home, msgspec.structs.replace(FIRST, role=role), TODAY)
    workspace = open_workspace(home, TODAY)
    with workspace.database.reading() as connection:
        sources = connection.exec_driver_sql(
            "SELECT DISTINCT source FROM journal WHERE entity = 'goal'"
        )
        assert sources.scalars().all() == [source.value]
    workspace.close()


def test_who_becomes_the_centre_sends_the_goals_that_are_used_here(home: Home) -> None:
    """Somebody tries the program as a unit first; the share would else never get any goals."""
    set_up(home, FIRST, TODAY)
    set_up(home, Wishes(role=Role.CENTRAL), TODAY)
    workspace = open_workspace(home, TODAY)
    with workspace.database.reading() as connection:
        sources = connection.exec_driver_sql("SELECT DISTINCT source FROM journal")
        assert sources.scalars().all() == [Source.OWN.value]
    assert workspace.differences() == []
    workspace.close()


def test_a_unit_s_first_start_is_nothing_to_undo(home: Home) -> None:
    """Undo begins with what one has planned."""
    set_up(home, FIRST, TODAY)
    workspace = open_workspace(home, TODAY)
    assert undoable(workspace) == []
    workspace.close()


def test_setting_up_again_changes_what_is_given(home: Home) -> None:
    """And nothing else: another name is another person, who has written nothing yet."""
    first = set_up(home, FIRST, TODAY)
    assert set_up(home, Wishes(), TODAY) == first
    before = set_up(home, Wishes(name="Åsa Ek"), TODAY)
    assert before.profile.units == first.profile.units
    assert before.profile.person != first.profile.person
    assert name_of(home) == "Åsa Ek"
    shared = set_up(home, Wishes(share="//server/plan"), TODAY)
    assert set_up(home, Wishes(share="//server/plan"), TODAY).shares == ("//server/plan",)
    assert shared.profile == before.profile
    moved = set_up(home, Wishes(units=("Fritidsenheten", "Lokalvården")), TODAY)
    assert len(moved.profile.units) == 2
    assert name_of(home) == "Åsa Ek"
    back = set_up(home, Wishes(units=("Kostenheten",)), TODAY)
    assert back.profile == before.profile


def test_setting_up_again_does_not_quietly_change_the_goals(home: Home) -> None:
    """A file that differs is for `goals import`, which shows what it would change."""
    set_up(home, FIRST, TODAY)
    set_up(home, Wishes(catalogue=example_catalogue()), TODAY)
    other = example_catalogue().replace("Sjukfrånvaron ska minska".encode(), b"Annat", 1)
    with pytest.raises(NotConfirmed):
        set_up(home, Wishes(catalogue=other), TODAY)
