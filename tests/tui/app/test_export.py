"""The centre saves the documents of a tertial and its year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from tests.tui.app.person import NARROW, WIDE, at_the_screen
from tests.tui.app.test_report import files_in, saves_as

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_documents_are_listed(
    central_home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """What each holds, and in which forms, stands beside."""
    async with at_the_screen(central_home, size=size) as person:
        await person.does("export")
        assert person.screen == picture


@pytest.mark.parametrize(
    ("document", "start"),
    [
        ("Måluppföljning T1 2024", "Kommunstyrelsens måluppföljning 2024, tertialrapport 1"),
        ("Verksamhetsplan 2024", "Kommunstyrelsens verksamhetsplan 2024"),
    ],
)
async def test_a_document_is_saved_where_one_says(
    central_home: Home, tmp_path: Path, document: str, start: str
) -> None:
    """The receipt says where; the ending decides the form."""
    target = tmp_path / "ut.txt"
    async with at_the_screen(central_home) as person:
        await person.does("export")
        await person.goes_to(document)
        await saves_as(person, target)
        assert "ut.txt" in person.text
        assert person.context == "export"
    assert target.read_text(encoding="utf-8").startswith(start)


async def test_the_compilation_is_saved_as_rows(central_home: Home, tmp_path: Path) -> None:
    """It has forms of its own, which are told with it."""
    async with at_the_screen(central_home) as person:
        await person.does("export")
        await person.goes_to("Sammanställning T1 2024")
        assert ".json är för andra program" in person.text
        await saves_as(person, tmp_path / "ut.csv")
        assert "ut.csv" in person.text
    assert "Dialog med lokala producenter" in (tmp_path / "ut.csv").read_text(encoding="utf-8")


async def test_a_name_is_offered_in_the_folder_where_one_stands(
    central_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Esc writes nothing."""
    monkeypatch.chdir(tmp_path)
    before = files_in(tmp_path)
    async with at_the_screen(central_home) as person:
        await person.does("export", "save")
        assert "Måluppföljning 2024-T1.docx" in person.text
        await person.presses("escape")
        await person.does("back")
        assert person.context == "overview"
    assert files_in(tmp_path) == before


async def test_the_next_document_is_offered_where_the_last_was_saved(
    central_home: Home, tmp_path: Path
) -> None:
    """Whoever saves all documents of a tertial types their folder once."""
    folder = tmp_path / "T1"
    folder.mkdir()
    async with at_the_screen(central_home) as person:
        await person.does("export")
        await saves_as(person, folder / "ut.txt")
        await person.goes_to("Verksamhetsplan 2024")
        await person.does("save")
        await person.presses("enter")
    assert files_in(folder) == ["Verksamhetsplan 2024.docx", "ut.txt"]


async def test_the_tertial_can_be_changed(central_home: Home, tmp_path: Path) -> None:
    """T3 is the report of the whole year."""
    target = tmp_path / "ut.md"
    async with at_the_screen(central_home, today=date(2024, 4, 23)) as person:
        await person.does("export", "next_tertial")
        assert "Exportera T3 2023" in person.lines[0]
        await saves_as(person, target)
    assert "Sammanfattning och analys av 2023" in target.read_text(encoding="utf-8")


async def test_a_units_report_is_read_and_saved_by_the_centre(
    central_home: Home, tmp_path: Path
) -> None:
    """The unit is chosen first; what is saved and finalised is its report."""
    target = tmp_path / "rapport.txt"
    async with at_the_screen(central_home) as person:
        await person.does("export")
        await person.goes_to("En enhets rapport")
        await person.does("save")
        await person.types("kostenh")
        await person.presses("enter")
        assert person.context == "report"
        assert "Kostenheten" in person.lines[0]
        await saves_as(person, target)
        await person.does("back")
        assert person.context == "export"
    assert "Dialog med lokala producenter" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("steps", [("handover",), ("export",)])
async def test_the_centre_writes_a_handover_where_it_looks_for_one(
    central_home: Home, tmp_path: Path, steps: tuple[str, ...]
) -> None:
    """With a key in the overview, and among the documents."""
    target = tmp_path / "överlämning.txt"
    async with at_the_screen(central_home) as person:
        await person.does(*steps)
        if steps == ("export",):
            await person.goes_to("Överlämning från en person")
            await person.does("finalise")
            assert "slutförs inte" in person.told
            await person.does("save")
        await person.types("häggmo")
        await person.presses("enter")
        await person.empties_field()
        await person.types(str(target))
        await person.presses("enter")
    assert target.read_text(encoding="utf-8").startswith("Överlämning: Gun-Britt Häggmo")
