"""Who a database is when it publishes: itself, until there is any doubt."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sync.fingerprint import fingerprint
from sync.segment import name_from
from sync.writer import incarnations
from tests.sync.homes import Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import MemoryFiles


@pytest.fixture
def files() -> MemoryFiles:
    """A share."""
    files = MemoryFiles()
    new_share(files)
    return files


@pytest.fixture
def anna(files: MemoryFiles) -> Iterator[HomeOf]:
    """A home that has published."""
    home = HomeOf(fresh_folder() / "anna", "anna", clock=Clock())
    home.plan("möten", title="Möten")
    home.sync(files)
    yield home
    home.close()


def writers(home: HomeOf) -> list[str]:
    """Every writer that the home has been."""
    with home.workspace.database.reading() as connection:
        return incarnations(connection)


def published(files: MemoryFiles) -> set[str]:
    """The writers on the share."""
    names = (name_from(path.name) for path in files.content)
    return {name.writer for name in names if name is not None}


def test_it_stays_the_same_from_day_to_day(files: MemoryFiles, anna: HomeOf) -> None:
    """Restarted, and with more to send."""
    for number in range(3):
        anna.restart()
        anna.plan("möten", title=f"Möten {number}")
        anna.sync(files)
    assert len(writers(anna)) == 1
    assert published(files) == set(writers(anna))


def test_a_copy_on_another_machine_is_somebody_else(files: MemoryFiles, anna: HomeOf) -> None:
    """The copied laptop publishes under a new writer at once, and both keep what they wrote."""
    folder = anna.folder.parent / "kopia"
    anna.copy_to(folder)
    copy = HomeOf(folder, "anna", clock=anna.clock)
    anna.plan("möten", title="På den gamla")
    copy.plan("möten", title="På den nya")
    anna.sync(files)
    copy.sync(files)
    anna.sync(files)
    assert len(writers(anna)) == 1
    assert len(writers(copy)) == 2
    assert anna.tables() == copy.tables()
    assert anna.tables()["activity", "möten"].conflicts == ("title",)
    copy.close()


def test_a_machine_that_was_set_back_is_found_out_by_the_share(
    files: MemoryFiles, anna: HomeOf
) -> None:
    """Nothing differs from inside; but the share knows more of it than it does."""
    copy = anna.copy_to(anna.folder.parent / "igår")
    anna.plan("möten", title="Idag")
    anna.sync(files)
    anna.put_back(copy)
    anna.plan("frukost", title="Efteråt")
    anna.sync(files)
    assert len(writers(anna)) == 2
    assert anna.title("möten") == "Idag", "what had been sent comes back"
    assert anna.title("frukost") == "Efteråt"


def test_a_machine_copied_whole_forks_in_the_open(files: MemoryFiles, anna: HomeOf) -> None:
    """Both publish at the same moment under one writer: two files, both read, then apart."""
    folder = anna.folder.parent / "tvilling"
    anna.copy_to(folder)
    twin = HomeOf(folder, "anna", clock=anna.clock, mark=anna.mark)
    anna.plan("a", title="A")
    twin.plan("b", title="B")
    for path in list(files.folders):
        files.stale[path] = files.listed(path)
    anna.sync(files)
    twin.sync(files)
    files.mend()
    assert len(published(files)) == 1
    for home in (anna, twin, anna):
        home.sync(files)
    assert anna.tables() == twin.tables()
    assert {anna.title("a"), anna.title("b")} == {"A", "B"}
    anna.plan("c", title="C")
    anna.sync(files)
    assert len(writers(anna)) == 2
    twin.close()


def test_what_a_fingerprint_tells_apart(tmp_path: Path) -> None:
    """The same file at the same place is the same; a copy, a moved one and a restored one not."""
    first = tmp_path / "tertial.sqlite3"
    first.write_bytes(b"x")
    own = fingerprint(first)
    assert fingerprint(first) == own
    first.write_bytes(b"xyz")
    assert fingerprint(first) == own, "what is written in it does not matter"
    copy = tmp_path / "kopia.sqlite3"
    shutil.copy2(first, copy)
    assert fingerprint(copy) != own
    copy.replace(first)
    assert fingerprint(first) != own
    assert len(own) == 32


def told(home: HomeOf, files: MemoryFiles) -> str:
    """What an exchange says that became of the own database; nothing if nothing did."""
    renewal = home.sync(files).renewal
    return renewal.message if renewal is not None else ""


def test_the_user_is_told_once_that_the_database_is_a_copy(
    files: MemoryFiles, anna: HomeOf
) -> None:
    """What is safe, and what to do if it is not a new computer; the original says nothing."""
    folder = anna.folder.parent / "kopia"
    anna.copy_to(folder)
    copy = HomeOf(folder, "anna", clock=anna.clock)
    copy.plan("möten", title="På den nya")
    said = told(copy, files)
    assert "flyttad, kopierad eller återställd. Inget är förlorat" in said
    assert "Har du flyttat den behöver du inte göra något" in said
    assert told(copy, files) == told(anna, files) == ""
    copy.close()


def test_the_user_is_told_that_the_database_was_set_back(files: MemoryFiles, anna: HomeOf) -> None:
    """By what the share has of it that it lacks itself."""
    copy = anna.copy_to(anna.folder.parent / "igår")
    anna.plan("möten", title="Idag")
    anna.sync(files)
    anna.put_back(copy)
    assert "återställd från en säkerhetskopia" in told(anna, files)
    assert told(anna, files) == ""


def test_a_database_that_travels_between_computers_is_told_as_such(
    files: MemoryFiles, anna: HomeOf
) -> None:
    """A profile that roams moves it at every log-in: one move is a new computer, many are not."""
    moved = []
    for day in range(3):
        anna.mark = f"dator {day}"
        anna.plan("möten", title=f"Dag {day}")
        moved.append(told(anna, files))
    assert "gånger på 30 dagar" not in moved[1]
    assert "3 gånger på 30 dagar, som när den ligger i en profil" in moved[2]
    assert "Lägg databasen på datorns egen disk" in moved[2]
    anna.clock.at += timedelta(days=40)
    anna.mark = "ny dator"
    assert "Har du flyttat den" in told(anna, files)


def test_an_exchange_that_was_broken_off_is_no_reason_to_worry(
    files: MemoryFiles, anna: HomeOf
) -> None:
    """A file was put there and not noted: the database has all that is in it."""
    copy = anna.folder.parent / "före"
    anna.plan("möten", title="Skickas")
    kept = anna.copy_to(copy)
    anna.sync(files)
    anna.put_back(kept)
    assert told(anna, files) == ""
    assert len(writers(anna)) == 2


def test_nor_is_it_when_others_have_written_meanwhile(files: MemoryFiles, anna: HomeOf) -> None:
    """What comes from a colleague says nothing of the own database."""
    anna.plan("möten", title="Skickas")
    kept = anna.copy_to(anna.folder.parent / "före")
    anna.sync(files)
    anna.put_back(kept)
    bo = HomeOf(anna.folder.parent / "bo", "bo", clock=anna.clock)
    bo.plan("frukost", title="Frukost")
    bo.sync(files)
    assert told(anna, files) == ""
    assert anna.title("frukost") == "Frukost"
    assert len(writers(anna)) == 2
    bo.close()
