"""A share that is one SQLite file: what may lie there, and what a file server may do to it."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from model.plan.identifiers import random_id
from model.store.database import Database
from sync.address import share_at
from sync.database.errors import (
    DatabaseDamaged,
    FileBusy,
    FileMissing,
    ForeignFile,
    NoShareThere,
    WriteAheadLog,
)
from sync.database.share import DatabaseShare
from sync.database.sqlite import SqliteFile, file_uri
from sync.errors import (
    ShareError,
    ShareFull,
    ShareGone,
    ShareNewer,
    ShareOccupied,
    ShareRefused,
)
from sync.exchange import Exchange
from sync.segment import START, cut, encode
from sync.share import Found
from tests.sync.homes import KITCHEN
from tests.sync.kinds import OneFile, rows_of
from tests.sync.test_kinds import Meeting

(SEGMENT,) = cut(KITCHEN, "ab" * 10, 0, START, [b'{"ond": 1}'])


@pytest.fixture
def meeting(one_file: OneFile) -> Iterator[Meeting]:
    """Two homes that have met in a file."""
    meeting = Meeting(one_file)
    yield meeting
    meeting.anna.close()
    meeting.bo.close()


def share_in(path: Path, wait: float = 0.05) -> DatabaseShare:
    """The share in a file, with little patience."""
    return DatabaseShare(SqliteFile(f"sqlite:///{path}", path, wait))


def refusal(path: Path) -> ShareError:
    """What opening the share says; the file is then as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ShareError) as caught:
        share_in(path).open()
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not list(path.parent.glob(f"{path.name}-*")), "SQLite was not let near it"
    return caught.value


def test_only_share_create_makes_a_file(tmp_path: Path) -> None:
    """A typing mistake does not become a share of one's own."""
    assert type(refusal(tmp_path / "plan.db")) is FileMissing
    assert type(refusal(tmp_path / "saknas" / "plan.db")) is ShareGone
    with pytest.raises(ShareGone):
        share_in(tmp_path / "saknas" / "plan.db").create(random_id())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", NoShareThere),
        (b"hej", ForeignFile),
        (b"SQLite format 3\0", ForeignFile),
        (b"x" * 5000, ForeignFile),
    ],
)
def test_a_file_that_is_no_share(tmp_path: Path, content: bytes, kind: type[ShareError]) -> None:
    """Left alone: it may be anybody's, or on its way."""
    path = tmp_path / "plan.db"
    path.write_bytes(content)
    assert type(refusal(path)) is kind
    if kind is ForeignFile:
        with pytest.raises(ForeignFile):
            share_in(path).create(random_id())
        assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("place", "uri"),
    [
        ("/srv/å b?.db", "file:///srv/%C3%A5%20b%3F.db?mode=rw"),
        ("P:/plan.db", "file:///P%3A/plan.db?mode=rw"),
        ("//server/plan.db", "file:////server/plan.db?mode=rw"),
    ],
)
def test_paths_of_every_system(place: str, uri: str) -> None:
    """A drive, a server's share, and signs that mean something in a URI."""
    assert file_uri(place, "rw") == uri


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """The address of a folder has no sqlite: in front."""
    with pytest.raises(ForeignFile):
        share_in(tmp_path).open()


def test_a_homes_own_database_is_no_share(tmp_path: Path) -> None:
    """Nor is any other SQLite file."""
    Database(tmp_path / "tertial.sqlite3").close()
    assert type(refusal(tmp_path / "tertial.sqlite3")) is ForeignFile
    rows_of(tmp_path / "annan.db", "CREATE TABLE segment (x)")
    assert type(refusal(tmp_path / "annan.db")) is ForeignFile
    with pytest.raises(ForeignFile):
        share_in(tmp_path / "annan.db").create(random_id())


def test_another_database_that_appears_while_the_share_is_made(tmp_path: Path) -> None:
    """Looked at once more inside the transaction."""
    rows_of(tmp_path / "annan.db", "CREATE TABLE segment (x)")
    with pytest.raises(ShareOccupied):
        SqliteFile("sqlite:///x", tmp_path / "annan.db").make(random_id())
    assert rows_of(tmp_path / "annan.db", "SELECT name FROM sqlite_master") == [("segment",)]


def test_wal_is_refused(meeting: Meeting, one_file: OneFile) -> None:
    """It does not work on a file server, and has destroyed databases there."""
    with sqlite3.connect(one_file.path) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    problem = meeting.problem()
    assert type(problem) is WriteAheadLog
    assert "journal_mode=DELETE" in str(problem)
    assert type(refusal(one_file.path)) is WriteAheadLog


def test_the_file_keeps_its_rollback_journal(meeting: Meeting, one_file: OneFile) -> None:
    """And every commit waits until it is on the disk."""
    database = SqliteFile(one_file.address, one_file.path)
    with database.transaction(writing=False) as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "delete"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 3
    database.close()


def test_a_file_of_a_newer_version(meeting: Meeting, one_file: OneFile) -> None:
    """It is left alone, and the message says to upgrade."""
    rows_of(one_file.path, "PRAGMA user_version=2")
    assert type(meeting.problem()) is ShareNewer


def test_a_share_row_of_a_newer_version(meeting: Meeting, one_file: OneFile) -> None:
    """The same, said inside."""
    rows_of(one_file.path, "UPDATE share SET format = 2")
    assert type(meeting.problem()) is ShareNewer


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE share SET id = '../x'",
        "UPDATE share SET id = x'00ff'",
        "UPDATE share SET format = 'ny'",
        "DROP TABLE segment",
        "DROP TABLE share",
    ],
)
def test_a_file_that_somebody_has_been_at(
    meeting: Meeting, one_file: OneFile, statement: str
) -> None:
    """It is no share any more; what waits, waits."""
    rows_of(one_file.path, statement)
    meeting.anna.plan("frukost", title="Frukost")
    outcome = meeting.sync(meeting.anna)
    assert {type(problem) for problem in outcome.problems} == {DatabaseDamaged}
    assert outcome.waiting.count == 1


def test_a_busy_file_is_waited_for_with_a_bound(meeting: Meeting, one_file: OneFile) -> None:
    """What can be read is read; what cannot be sent waits and is told of."""
    other = sqlite3.connect(one_file.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    share = share_in(one_file.path)
    share.open()
    assert share.listing(KITCHEN)
    with pytest.raises(FileBusy, match="andra skriver där"):
        share.write(KITCHEN, SEGMENT.name, encode(SEGMENT))
    other.execute("ROLLBACK")
    assert share.write(KITCHEN, SEGMENT.name, encode(SEGMENT))
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileBusy):
        share.listing(KITCHEN)
    other.close()
    share.close()


def test_a_busy_file_is_waited_for_once(meeting: Meeting, one_file: OneFile) -> None:
    """A home that reads many scopes does not wait for each in turn."""
    other = sqlite3.connect(one_file.path, isolation_level=None)
    meeting.anna.plan("frukost", title="Frukost")
    waits: list[str] = []

    class Taken(SqliteFile):
        """A file that somebody takes when it has been opened."""

        def meaning(self, error: DBAPIError) -> ShareError:
            waits.append(str(error.orig))
            return super().meaning(error)

    share = DatabaseShare(Taken(one_file.address, one_file.path, 0.05))
    real = share.listing

    def take_and_list(scope: str) -> list[Found]:
        if not other.in_transaction:
            other.execute("BEGIN EXCLUSIVE")
        return real(scope)

    share.listing = take_and_list  # type: ignore[method-assign]  # the moment when it is taken
    outcome = Exchange(meeting.anna.workspace, share, mark=meeting.anna.mark).run()
    other.close()
    assert [type(problem) for problem in outcome.problems] == [FileBusy]
    assert waits == ["database is locked"]
    assert outcome.waiting.count == 1


def test_no_lock_is_held_between_two_steps(meeting: Meeting, one_file: OneFile) -> None:
    """Whoever stops in the middle of an exchange is in nobody's way."""
    share = share_in(one_file.path)
    share.open()
    share.listing(KITCHEN)
    other = sqlite3.connect(one_file.path, isolation_level=None, timeout=0)
    other.execute("BEGIN EXCLUSIVE")
    other.execute("ROLLBACK")
    other.close()
    share.close()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, ShareFull),
        (sqlite3.SQLITE_READONLY, ShareRefused),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ShareRefused),
        (sqlite3.SQLITE_CANTOPEN, ShareRefused),
        (sqlite3.SQLITE_READONLY_DBMOVED, ShareGone),
        (sqlite3.SQLITE_CORRUPT, DatabaseDamaged),
        (sqlite3.SQLITE_BUSY, FileBusy),
        (sqlite3.SQLITE_IOERR_WRITE, ShareError),
    ],
)
def test_what_sqlite_says_when_it_writes(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[ShareError]
) -> None:
    """Each has its words, reading has been done, and the next exchange does the rest."""
    meeting.bo.plan("besök", title="Besök")
    meeting.sync(meeting.bo)
    meeting.anna.plan("frukost", title="Frukost")
    with monkeypatch.context() as patched:
        patched.setattr(SqliteFile, "transaction", failing(code))
        outcome = meeting.sync(meeting.anna)
    assert isinstance(outcome.problems[0], kind)
    assert (outcome.sent, outcome.received, outcome.waiting.count) == (0, 1, 1)
    assert meeting.sync(meeting.anna).sent == 1


def failing(code: int) -> object:
    """A transaction in which SQLite refuses to write."""
    real = SqliteFile.transaction

    def transaction(database: SqliteFile, *, writing: bool) -> object:
        if writing:
            error = sqlite3.OperationalError("refused")
            error.sqlite_errorcode = code
            raise OperationalError("INSERT", {}, error)
        return real(database, writing=writing)

    return transaction


def test_a_file_that_may_only_be_read(meeting: Meeting, one_file: OneFile) -> None:
    """A stick with its lock on: others' work is taken in, one's own waits."""
    database = SqliteFile(one_file.address, one_file.path)
    database._mode = "ro"  # noqa: SLF001  as the system opens a write-protected file
    share = DatabaseShare(database)
    share.open()
    assert share.listing(KITCHEN)
    with pytest.raises(ShareRefused, match="att skriva där"):
        share.write(KITCHEN, SEGMENT.name, encode(SEGMENT))
    share.close()


def test_damage_anywhere_is_told_or_does_no_harm(meeting: Meeting, one_file: OneFile) -> None:
    """Flipped bits and torn pages: never a wrong value, never a crash, never anything lost."""
    chance = random.Random(7)  # noqa: S311  places to damage, no secret
    whole = one_file.path.read_bytes()
    titles = {"Möten", ""}
    for _ in range(40):
        content = bytearray(whole)
        for _ in range(chance.choice([1, 1, 200])):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        one_file.path.write_bytes(content[: chance.choice([len(content), len(content) // 2])])
        outcome = meeting.sync(meeting.bo)
        assert meeting.bo.title("möten") in titles
        assert len(outcome.problems) <= 3
    one_file.path.write_bytes(whole)
    assert not meeting.sync(meeting.bo).problems


HOSTILE_ROWS = {
    "a foreign scope": ("../../etc", "ab" * 10, 1, 1, "cd" * 20, 1, 0.0, b"x"),
    "SQL": ("'; DROP TABLE segment; --", "ab" * 10, 1, 1, "cd" * 20, 1, 0.0, b"x"),
    "a writer of another form": (KITCHEN, "' OR 1=1 --", 1, 1, "cd" * 20, 1, 0.0, b"x"),
    "words for numbers": (KITCHEN, "ab" * 10, "ett", "två", "cd" * 20, "tre", "nu", b"x"),
    "negative": (KITCHEN, "ab" * 10, -1, -1, "cd" * 20, -1, -1.0, b"x"),
    "huge": (KITCHEN, "ab" * 10, 2**62, 2**62, "cd" * 20, 2**62, 1e300, b"x"),
    "bytes for words": (KITCHEN, b"\xff\xfe", 1, 1, b"\xff", 1, 0.0, b"x"),
}
UNSOUND_ROWS = {
    "text for content": (KITCHEN, "ab" * 10, 1, 1, "cd" * 20, 1, 0.0, "hej"),
    "a number for content": (KITCHEN, "ab" * 10, 1, 1, "cd" * 20, 1, 0.0, 2**40),
    "empty": (KITCHEN, "ab" * 10, 1, 1, "cd" * 20, 0, 0.0, b""),
    "another content": (KITCHEN, "ab" * 10, 1, 1, "cd" * 20, 93, 0.0, encode(SEGMENT)),
}


@pytest.mark.parametrize("name", [*HOSTILE_ROWS, *UNSOUND_ROWS])
def test_hostile_rows(meeting: Meeting, one_file: OneFile, name: str) -> None:
    """What has no name of ours is passed over, what does not verify is told of."""
    values = (HOSTILE_ROWS | UNSOUND_ROWS)[name]
    marks = ", ".join("?" * len(values))
    rows_of(one_file.path, f"INSERT INTO segment VALUES ({marks})", *values)  # noqa: S608
    meeting.anna.plan("frukost", title="Frukost")
    outcome = meeting.sync(meeting.anna)
    assert not outcome.problems
    assert outcome.sent == 1
    assert len(outcome.unread) == (name in UNSOUND_ROWS)
    assert meeting.sync(meeting.bo).received == 1


def test_a_row_larger_than_a_segment_is_not_read_whole(meeting: Meeting, one_file: OneFile) -> None:
    """Whatever somebody puts there, a bounded part of it comes into memory."""
    rows_of(
        one_file.path,
        "INSERT INTO segment VALUES (?, ?, 1, 1, ?, 1, 0, zeroblob(40000000))",
        *(KITCHEN, "ab" * 10, "cd" * 20),
    )
    outcome = meeting.sync(meeting.anna)
    assert [each.reason for each in outcome.unread] == ["filen är för stor"]


def test_a_file_that_is_exchanged_for_another_while_we_read(
    meeting: Meeting, one_file: OneFile, tmp_path: Path
) -> None:
    """It is looked at again before the first thing is written."""
    other = tmp_path / "annan.db"
    share_in(other).create(random_id())
    share = share_at(one_file.address)
    before = share.open()
    shutil.copyfile(other, one_file.path)
    assert share.open() != before
    share.close()
