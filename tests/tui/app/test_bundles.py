"""A bundle from the app: the same file as at the prompt, with the mistakes told where they are."""

from __future__ import annotations

from pathlib import Path

import msgspec

from model.home.paths import Home
from model.plan.entities import Activity
from model.workspace.opening import open_workspace
from sync.bundle.writing import write_bundle
from tests.tui.app.person import Person, at_the_screen

SUBJECT = "Skapa rutin för matsvinn"


async def names(person: Person, path: Path) -> None:
    """Give the file that is asked for."""
    await person.empties_field()
    await person.types(str(path))
    await person.presses("enter")


async def test_writing_a_bundle(home: Home, tmp_path: Path) -> None:
    """It is said where it is; one that is there is replaced only when one says so."""
    async with at_the_screen(home) as person:
        await person.does("sharing", "write_bundle")
        assert "inte krypterad" in person.text
        await names(person, tmp_path / "plan")
        assert "är sparade i" in person.told
        written = tmp_path / "plan.tertial"
        before = written.read_bytes()
        await person.does("write_bundle")
        await names(person, tmp_path / "plan")
        assert "Filen finns redan" in person.text
        await person.presses("enter")
        assert "Det ersatte en äldre fil" in person.told
        assert written.read_bytes() == before


async def test_reading_what_somebody_has_sent(home: Home, tmp_path: Path) -> None:
    """What came is on the screen at once; again it is nothing new."""
    other = Home(tmp_path / "annan", tmp_path / "annan", tmp_path / "annan")
    other.data.mkdir()
    for path in (home.database, home.config):
        (other.data / path.name).write_bytes(path.read_bytes())
    async with at_the_screen(home) as person:
        workspace = open_workspace(other, person.app.today)
        activity = next(row for row in workspace.plan.of(Activity) if row.title == SUBJECT)
        with workspace.edit() as edit:
            edit.save(msgspec.structs.replace(activity, title="Mindre matsvinn"))
        path = write_bundle(workspace, tmp_path / "brev").path
        workspace.close()
        await person.does("sharing", "read_bundle")
        await names(person, path)
        assert "Hämtat: 1 ändring." in person.told
        await person.does("read_bundle")
        await names(person, path)
        assert "Hämtat: inget nytt." in person.told
        await person.does("back")
        assert "Mindre matsvinn" in person.screen


async def test_a_file_that_is_something_else(home: Home, tmp_path: Path) -> None:
    """It is said at the field, where it can be mended."""
    (tmp_path / "brev").write_bytes(b"hej")
    async with at_the_screen(home) as person:
        await person.does("sharing", "read_bundle")
        await names(person, tmp_path / "saknas")
        assert "går inte att läsa" in person.text
        await names(person, tmp_path / "brev")
        assert "är inget paket från tertial" in person.text
        await person.presses("escape")
        await person.does("write_bundle")
        await names(person, tmp_path / "saknas" / "plan")
        assert "gick inte att skriva" in person.text
