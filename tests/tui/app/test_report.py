"""The unit's report: read as the committee reads it, and saved as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.home.paths import Home
from tests.tui.app.person import NARROW, Person, at_the_screen


async def saves_as(person: Person, path: Path | str) -> None:
    """Ask for a file of this name."""
    await person.does("save")
    await person.empties_field()
    await person.types(str(path))
    await person.presses("enter")


def files_in(folder: Path) -> list[str]:
    """The names of everything in a folder."""
    return sorted(path.name for path in folder.iterdir())


async def test_it_reads_as_the_text_file_does(home: Home, tmp_path: Path) -> None:
    """Goals, activities and statuses, line by line; saved as text it is the same."""
    async with at_the_screen(home) as person:
        await person.does("report")
        assert "Enhetens rapport Kostenheten" in person.lines[0]
        assert "Kostenheten: arbete för de politiska målen 2024" in person.text
        await saves_as(person, tmp_path / "rapport åäö.txt")
        assert "rapport åäö.txt" in person.text
        saved = (tmp_path / "rapport åäö.txt").read_text(encoding="utf-8")
        for line in saved.splitlines()[:20]:
            assert line.strip() in person.screen


async def test_the_ending_decides_the_form(home: Home, tmp_path: Path) -> None:
    """.md is Markdown."""
    async with at_the_screen(home) as person:
        await person.does("report")
        await saves_as(person, tmp_path / "rapport.md")
    assert (tmp_path / "rapport.md").read_text(encoding="utf-8").startswith("# Kostenheten")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("saknas/rapport.md", "mapp"),
        ("rapport.xyz", ".md"),
        ("~ingen-som-finns/rapport.md", "mapp"),
    ],
)
async def test_a_wrong_path_is_asked_for_again(
    home: Home, tmp_path: Path, name: str, said: str
) -> None:
    """What is wrong stands beside the path, which is there to be mended."""
    async with at_the_screen(home) as person:
        await person.does("report")
        await saves_as(person, name if name.startswith("~") else tmp_path / name)
        assert said in person.text.partition("Spara rapporten som fil")[2]
        assert name[-10:] in person.screen
        await person.empties_field()
        await person.types(str(tmp_path / "rätt.txt"))
        await person.presses("enter")
    assert (tmp_path / "rätt.txt").exists()


async def test_esc_saves_nothing(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is offered in the folder where one stands, and only Enter writes it."""
    monkeypatch.chdir(tmp_path)
    before = files_in(tmp_path)
    async with at_the_screen(home) as person:
        await person.does("report", "save")
        assert "Kostenheten 2024-04-23.docx" in person.screen
        await person.presses("escape")
        assert person.context == "report"
        await person.does("back")
        assert person.context == "home"
    assert files_in(tmp_path) == before


async def test_its_lines_fit_a_narrow_window(home: Home) -> None:
    """No line is broken by the frame: the text is written for the width there is."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("report")
        lines = [line.strip("│ ") for line in person.lines[2:-2]]
        assert "politiska målen. Rapporten lämnas till ett av kommunstyrelsens utskott," in lines
        assert "som har enheten i sin uppsiktsplan för året. Den omfattar tiden från" in lines


async def test_an_earlier_file_is_replaced_only_by_a_second_enter(
    home: Home, tmp_path: Path
) -> None:
    """What somebody has saved before is not lost by a name that was offered."""
    target = tmp_path / "rapport.md"
    target.write_text("Det jag skrev själv.", encoding="utf-8")
    async with at_the_screen(home) as person:
        await person.does("report")
        await saves_as(person, target)
        assert "Filen finns redan. Enter igen ersätter den" in person.text
        assert target.read_text(encoding="utf-8") == "Det jag skrev själv."
        await person.presses("enter")
    assert target.read_text(encoding="utf-8").startswith("# Kostenheten")
