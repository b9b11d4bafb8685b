"""What tells of few people stays with the centre: on the share, in bundles, in every home."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from model.actions.measuring import MeasureSaid, add_measure, aim, enter_outcome, release
from model.home.config import Profile
from model.plan.entities import Measure, MeasureValue, Municipality
from model.plan.identifiers import CENTRE_ONLY
from model.plan.vocabulary import Role
from model.views.figures import MeasureLine
from model.views.measures import all_tables
from sync.bundle.reading import read_bundle
from sync.bundle.writing import write_bundle
from sync.errors import LeavesUnsent
from sync.syncing import check_leaves_nothing, share_state
from tests.sync.homes import KITCHEN, SHARE, TODAY, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import MemoryFiles

DAY = date(2024, 3, 31)
SECRET = ("1.69", "12.49", "3.33")
"""The figures of the small group and of the one left out beside it, and where the first began."""


class Office:
    """Two at the centre and a unit, who meet on a share; the centre has entered sick leave."""

    def __init__(self) -> None:
        homes, clock = fresh_folder(), Clock()
        self.files = MemoryFiles()
        new_share(self.files)
        self.cia = HomeOf(homes / "cia", "cia", role=Role.CENTRAL, units=(), clock=clock)
        self.dan = HomeOf(homes / "dan", "dan", role=Role.CENTRAL, units=(), clock=clock)
        self.anna = HomeOf(homes / "anna", "anna", clock=clock)
        self.homes = (self.cia, self.dan, self.anna)
        self.whole = self._enter()

    def _enter(self) -> str:
        with self.cia.workspace.edit() as edit:
            edit.save(Municipality(id="alby", key="alby", name="Alby"))
            whole = add_measure(edit, MeasureSaid(name="Sjukfrånvaro", unit="%"))
            enter_outcome(edit, whole, DAY, "9,11", headcount=100)
            for name, value, people in (
                ("Ekonomi", "1,69", 8),
                ("Skola", "7,74", 60),
                ("Omsorg", "12,49", 32),
            ):
                said = MeasureSaid(name=f"Sjukfrånvaro {name}", unit="%", parent=whole.id)
                part = add_measure(edit, said)
                enter_outcome(edit, part, DAY, value, headcount=people)
                if people < 10:
                    aim(edit, part, baseline="3,33")
        return whole.id

    def release(self) -> None:
        """The centre lets the units see the measures."""
        with self.cia.workspace.edit() as edit:
            release(edit)

    def sync(self) -> None:
        """Everybody syncs twice."""
        for home in (*self.homes, *self.homes):
            assert not home.sync(self.files).problems


@pytest.fixture
def office() -> Iterator[Office]:
    """Before anybody has synced."""
    office = Office()
    yield office
    for home in office.homes:
        home.close()


def lines_of(home: HomeOf) -> list[MeasureLine]:
    """The measures as somebody sees them."""
    return [line for table in all_tables(home.workspace.plan, TODAY) for line in table.lines]


def told(home: HomeOf) -> list[str]:
    """What is shown of each measure."""
    return [line.figure.text.replace("\u00a0", " ") for line in lines_of(home)]


def journal_of(home: HomeOf) -> str:
    """Everything that a home has received or written."""
    return "\n".join(entry.line.decode() for entry in home.entries().values())


def test_a_unit_gets_no_outcome_that_has_not_been_released(office: Office) -> None:
    """Entered one by one, they would give the small groups away; a colleague gets them all."""
    office.sync()
    assert lines_of(office.anna) == []
    assert "measure" not in journal_of(office.anna)
    assert len(office.dan.workspace.plan.of(MeasureValue)) == 4
    assert told(office.dan) == ["9,11 %", "redovisas ej", "7,74 %", "redovisas ej"]


def test_a_unit_sees_what_documents_print_once_it_is_released(office: Office) -> None:
    """And nothing that it holds tells the rest."""
    office.release()
    office.sync()
    assert told(office.anna) == told(office.cia)
    assert lines_of(office.anna)[0].label == "Sjukfrånvaro (%)"
    assert lines_of(office.anna)[1].baseline == "redovisas ej"
    assert not office.anna.workspace.plan.of(Measure)
    assert not any(figure in journal_of(office.anna) for figure in SECRET)
    assert all(figure in journal_of(office.dan) for figure in SECRET)


def test_a_share_has_the_outcomes_in_one_folder_only(office: Office) -> None:
    """Whoever may read the centre's own folder is the centre; the other folders tell nothing."""
    office.release()
    office.sync()
    for path, content in office.files.content.items():
        if path.suffix == ".seg" and path.parent != SHARE / CENTRE_ONLY:
            text = gzip.decompress(content).decode()
            assert not any(figure in text for figure in SECRET)
    assert any(path.parent == SHARE / CENTRE_ONLY for path in office.files.content)


def test_what_the_centre_mails_to_a_unit_is_without_them(office: Office, tmp_path: Path) -> None:
    """A bundle for a colleague has them when that is said."""
    office.release()
    plain = write_bundle(office.cia.workspace, tmp_path / "alla", mark=office.cia.mark)
    read_bundle(office.anna.workspace, plain.path, now=office.anna.now)
    assert told(office.anna) == told(office.cia)
    read_bundle(office.dan.workspace, plain.path, now=office.dan.now)
    assert not office.dan.workspace.plan.of(MeasureValue)
    whole = write_bundle(
        office.cia.workspace, tmp_path / "staben", for_centre=True, mark=office.cia.mark
    )
    read_bundle(office.dan.workspace, whole.path, now=office.dan.now)
    assert len(office.dan.workspace.plan.of(MeasureValue)) == 4


def test_who_leaves_the_centre_is_told_what_of_them_has_not_been_sent(office: Office) -> None:
    """A colleague would wait for an outcome in vain, while everything is said to be sent."""
    office.sync()
    with office.cia.workspace.edit() as edit:
        enter_outcome(edit, edit.plan.of(Measure)[0], date(2024, 4, 15), "9,2", headcount=100)
    with pytest.raises(LeavesUnsent):
        check_leaves_nothing(office.cia.workspace, [str(SHARE)])
    office.cia.profile = Profile("cia", (KITCHEN,))
    office.cia.restart()
    assert office.cia.sync(office.files).held_back == 1
    assert share_state(office.cia.workspace, str(SHARE)).held_back == 1
    assert office.dan.sync(office.files).received == 0
    office.cia.profile = Profile("cia", (), Role.CENTRAL)
    office.cia.restart()
    office.sync()
    assert office.cia.sync(office.files).held_back == 0
    check_leaves_nothing(office.cia.workspace, [str(SHARE)])


def test_a_measure_that_is_taken_away_is_not_shown_any_more(office: Office) -> None:
    """With the next release."""
    office.release()
    office.sync()
    with office.cia.workspace.edit() as edit:
        for measure in edit.plan.of(Measure):
            edit.save(Measure(id=measure.id, removed=True), measure)
    with office.cia.workspace.edit() as edit:
        add_measure(edit, MeasureSaid(name="Nöjda brukare"))
    office.release()
    office.sync()
    assert told(office.anna) == ["saknas"]
