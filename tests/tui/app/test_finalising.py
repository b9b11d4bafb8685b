"""Making a document final in the app: asked in words of law, kept, and known again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.actions.finalising import finalise
from model.home.paths import Home
from model.plan.final import DocumentType, FinalForm, Subject
from model.workspace.opening import open_workspace
from tests.tui.app.person import NARROW, WIDE, at_the_screen
from tests.tui.app.test_report import saves_as

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

MAY = date(2024, 5, 8)


async def test_a_tertial_report_waits_for_the_lock(central_home: Home) -> None:
    """What stands in the way is told, and nothing is kept."""
    async with at_the_screen(central_home, today=MAY) as person:
        await person.does("export", "finalise")
        assert "är låst: fram till dess kan siffrorna ändras" in " ".join(person.text.split())
        await person.presses("escape")
        await person.goes_to("Sammanställning")
        await person.does("finalise")
        assert "slutförs inte" in person.told
    assert not central_home.finals.exists()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_question_says_what_it_means_in_law(
    home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """Esc finalises nothing."""
    async with at_the_screen(home, size=size) as person:
        await person.does("report", "finalise")
        assert person.context == "question"
        assert person.screen == picture
        await person.does("cancel")
        await person.does("finals")
        assert "Inget dokument är slutfört än." in person.text
    assert not home.finals.exists()


def finalised_elsewhere(home: Home) -> None:
    """Two versions whose files are on another computer."""
    workspace = open_workspace(home, MAY)
    for version in (1, 2):
        with workspace.edit() as edit:
            subject = Subject(
                document=DocumentType.UNIT_REPORT,
                year=2024,
                unit=edit.author.units[0],
                as_of=MAY,
            )
            finalise(
                edit,
                subject,
                version=version,
                title="Kostenheten: arbete för de politiska målen 2024",
                as_of=MAY,
                forms=(FinalForm(".pdf", str(version) * 64, 84_079),),
            )
    workspace.close()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_version_is_listed(
    home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """What came over a share is known by its check sums, and says that its files are not here."""
    finalised_elsewhere(home)
    async with at_the_screen(home, size=size) as person:
        await person.does("report", "finals")
        assert person.screen == picture


async def test_a_report_is_finalised_copied_and_known_again(home: Home, tmp_path: Path) -> None:
    """From the unit's report on the screen to a file that anybody can have checked."""
    copy = tmp_path / "kopia.pdf"
    async with at_the_screen(home) as person:
        await person.does("report", "finalise")
        await person.does("yes")
        assert "version 1, är slutfört" in person.told
        await person.does("finals")
        assert "✔ gäller" in person.text
        await saves_as(person, copy)
        await person.does("verify")
        await person.types(str(copy))
        await person.presses("enter")
        assert "✔ Filen är Kostenheten" in person.told
    kept = {path.read_bytes() for path in home.finals.iterdir()}
    assert copy.read_bytes() in kept


async def test_a_handover_is_saved_from_the_first_screen(home: Home, tmp_path: Path) -> None:
    """Whose is chosen by typing a part of the name; nobody new is offered."""
    target = tmp_path / "överlämning.txt"
    async with at_the_screen(home) as person:
        await person.does("handover")
        await person.types("ingen som finns")
        assert "+ ingen" not in person.text
        await person.empties_field()
        await person.types("häggmo")
        await person.presses("enter")
        await person.empties_field()
        await person.types(str(target))
        await person.presses("enter")
    assert target.read_text(encoding="utf-8").startswith("Överlämning: Gun-Britt Häggmo")
