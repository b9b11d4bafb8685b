"""Importing and exporting with a real database: one action, undone as one; stand-ins stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from model.catalogue.export import Exported
from model.catalogue.files import FileRefused, read_file, write_file
from model.catalogue.syntax import MAX_BYTES, CatalogueTooLarge
from model.home.config import Profile
from model.plan.entities import Goal, OrganisationUnit
from model.plan.vocabulary import Role
from model.store.database import Database
from model.store.journal import Source
from model.store.tables import journal
from model.workspace.exporting import export_catalogue
from model.workspace.importing import (
    CatalogueIsCentral,
    NotConfirmed,
    carry_out,
    preview_import,
)
from model.workspace.undo import undo
from model.workspace.workspace import Workspace
from tests.model.catalogue.centre import Centre, lillstad
from tests.model.catalogue.writing import SMALL, changed

TODAY = date(2024, 4, 23)
GOAL = '[[goal]]\nnumber = "3.3"\nlevel = "council_goal"\ntext = "Ny."\n'


def opened(path: Path, role: Role) -> Workspace:
    """A device of somebody with a role."""
    return Workspace(Database(path / f"{role}.db"), Profile("jag", (), role), TODAY)


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Workspace]:
    """The controller's device, with nothing in it."""
    workspace = opened(tmp_path, Role.CENTRAL)
    yield workspace
    workspace.close()


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Workspace]:
    """A unit manager's device, with nothing in it."""
    workspace = opened(tmp_path, Role.UNIT)
    yield workspace
    workspace.close()


def load(workspace: Workspace, content: bytes) -> None:
    """Import a file, saying yes."""
    carry_out(workspace, preview_import(workspace, content), confirmed=True)


def test_an_import_is_one_action_that_can_be_undone(centre: Workspace) -> None:
    """A file imported by mistake is taken back whole."""
    preview = preview_import(centre, SMALL.encode())
    assert centre.plan.municipality.id == ""
    imported = carry_out(centre, preview)
    assert imported.action is not None
    assert not imported.is_stand_in
    assert centre.plan.municipality.name == "Lillstads kommun"
    assert len(centre.entries_of_action(imported.action)) == len(preview.changes)
    assert centre.differences() == []
    more = changed(("[[goal]]", f"{GOAL}\n[[goal]]"), ("Fler", "Alla"))
    second = carry_out(centre, preview_import(centre, more), confirmed=True)
    assert [goal.number for goal in centre.plan.goals(2024)] == ["3.3", "3.4", "3.4.5", "4.1"]
    undo(centre, second.action)
    assert [goal.number for goal in centre.plan.goals(2024)] == ["3.4", "3.4.5", "4.1"]
    assert centre.plan.goals(2024)[0].text == "Fler företag ska växa."
    load(centre, more)
    assert [goal.text[:4] for goal in centre.plan.goals(2024)][:2] == ["Ny.", "Alla"]


def test_a_change_of_what_is_there_needs_a_yes(centre: Workspace) -> None:
    """Without a stamp nobody knows whether the difference is meant."""
    load(centre, SMALL.encode())
    preview = preview_import(centre, changed(("Fler företag", "Alla företag")))
    with pytest.raises(NotConfirmed, match="Inget är ändrat"):
        carry_out(centre, preview)
    assert carry_out(centre, preview, confirmed=True).preview.changed == 1
    again = preview_import(centre, changed(("Fler företag", "Alla företag")))
    assert carry_out(centre, again).action is None


def test_an_exported_file_is_edited_and_imported_without_a_question(centre: Workspace) -> None:
    """The usual round: export, edit, import."""
    load(centre, SMALL.encode())
    content = export_catalogue(centre).content.replace(b"Kostenheten", "Måltid".encode())
    imported = carry_out(centre, preview_import(centre, content))
    assert imported.conflicts == ()
    assert "Måltid" in [unit.name for unit in centre.plan.of(OrganisationUnit)]


def test_what_somebody_has_to_choose_is_named_after_the_import(centre: Workspace) -> None:
    """The file and the screen gave one goal two texts."""
    load(centre, SMALL.encode())
    content = export_catalogue(centre).content.replace(b"Fler", b"Alla")
    load(centre, changed(("Fler", "Inga")))
    assert carry_out(centre, preview_import(centre, content)).conflicts == ("Mål 3.4",)


def test_on_a_units_device_a_catalogue_is_a_stand_in(unit: Workspace) -> None:
    """It can be used at once, and is replaced by the centre's own when that comes."""
    imported = carry_out(unit, preview_import(unit, SMALL.encode()))
    assert imported.is_stand_in
    with unit.database.reading() as connection:
        sources = connection.execute(select(journal.c.source).distinct()).scalars().all()
    assert sources == [Source.STAND_IN]
    load(unit, changed(("Fler", "Alla")))
    assert "Alla" in next(goal.text for goal in unit.plan.of(Goal) if goal.number == "3.4")
    theirs = Centre()
    theirs.load(changed(("Fler", "Inga")))
    unit.write(theirs.entries.values(), Source.RECEIVED)
    assert "Inga" in next(goal.text for goal in unit.plan.of(Goal) if goal.number == "3.4")
    with pytest.raises(CatalogueIsCentral, match="kommer redan"):
        preview_import(unit, SMALL.encode())
    assert export_catalogue(unit).content == theirs.export().content


def test_a_stamp_from_elsewhere_is_known_once_its_changes_have_come(centre: Workspace) -> None:
    """A colleague's export is three-way too, when both devices hold the same."""
    colleague = lillstad()
    content = colleague.export().content.replace(b"Fler", b"Alla")
    load(centre, SMALL.encode())
    assert preview_import(centre, content).needs_confirmation
    centre.write(colleague.entries.values(), Source.RECEIVED)
    assert not preview_import(centre, content).needs_confirmation


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Half a catalogue would be refused, and the old one would be gone."""
    path = tmp_path / "mål å.toml"
    exported: Exported = lillstad().export()
    write_file(path, exported.content)
    assert read_file(path) == exported.content
    assert [each.name for each in tmp_path.iterdir()] == ["mål å.toml"]
    with pytest.raises(FileRefused, match="Det går inte att skriva filen"):
        write_file(tmp_path / "saknas" / "x.toml", b"")


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    """In words, with the file's name."""
    with pytest.raises(FileRefused, match="den finns inte"):
        read_file(tmp_path / "finns inte.toml")
    with pytest.raises(FileRefused, match=r"läsa filen .*: det är en mapp"):
        read_file(tmp_path)
    large = tmp_path / "film.mp4"
    large.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(CatalogueTooLarge):
        read_file(large)
