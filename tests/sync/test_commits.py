"""A commit whose answer is lost, and how often a database is asked."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError

from sync.address import share_at
from sync.database.postgres import PostgresServer
from sync.database.sqlite import SqliteFile
from sync.exchange import Exchange
from sync.segment import START, cut, encode
from tests.sync.homes import KITCHEN
from tests.sync.kinds import Kind, OneFile, rows_of
from tests.sync.test_kinds import Meeting

Transaction = Callable[..., AbstractContextManager[Connection]]


@pytest.fixture
def meeting(database: Kind) -> Iterator[Meeting]:
    """Two homes that have met in a database."""
    meeting = Meeting(database)
    yield meeting
    meeting.anna.close()
    meeting.bo.close()


def broken() -> OperationalError:
    """What a driver says when the connection breaks, as SQLAlchemy passes it on."""
    said = sqlite3.OperationalError("disk I/O error")
    said.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
    return OperationalError("COMMIT", {}, said, connection_invalidated=True)


def break_writes(patched: pytest.MonkeyPatch, moments: Iterable[str]) -> None:
    """Break the connection in the next writes, each `before` or `after` the commit."""
    rest = iter(moments)

    def breaking(real: Transaction) -> Transaction:
        @contextmanager
        def transaction(self: object, *, writing: bool) -> Iterator[Connection]:
            moment = next(rest, "") if writing else ""
            if moment == "before":
                raise broken()
            with real(self, writing=writing) as connection:
                yield connection
            if moment == "after":
                raise broken()

        return transaction

    for kind in (SqliteFile, PostgresServer):
        patched.setattr(kind, "transaction", breaking(kind.transaction))


@pytest.mark.parametrize(
    ("moments", "is_sent"),
    [
        (["after"], True),
        (["before"], True),
        (["after", "before"], False),
        (["before", "before"], False),
    ],
)
def test_a_commit_in_doubt(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch, moments: list[str], *, is_sent: bool
) -> None:
    """It is tried once more and then told of; nothing is lost, and nothing is there twice."""
    for number in range(3):
        meeting.anna.plan(f"frukost {number}", title="Frukost")
    with monkeypatch.context() as patched:
        break_writes(patched, moments)
        outcome = meeting.sync(meeting.anna)
    assert (outcome.sent, outcome.waiting.count) == ((3, 0) if is_sent else (0, 3))
    assert len(outcome.problems) == (not is_sent)
    again = meeting.sync(meeting.anna)
    assert not again.problems
    assert again.waiting.count == 0
    assert meeting.sync(meeting.bo).received == 3
    assert meeting.anna.tables() == meeting.bo.tables()
    with closing(share_at(meeting.kind.address)) as share:
        assert len(share.listing(KITCHEN)) == 2, "what was sent first, and these three"


def test_the_same_segment_twice_and_another_of_its_name(meeting: Meeting, database: Kind) -> None:
    """What is there stays as it is; who writes reads it and sees whether it is the same."""
    share = share_at(database.address)
    (segment,) = cut(KITCHEN, "ab" * 10, 0, START, [b'{"a": 1}'])
    assert share.write(KITCHEN, segment.name, b"another content")
    assert not share.write(KITCHEN, segment.name, encode(segment))
    assert share.read(KITCHEN, segment.name) == b"another content"
    assert [each.reason for each in meeting.sync(meeting.bo).unread] == ["filen är skadad"]
    share.close()


@pytest.fixture
def asked(database: Kind) -> Iterator[list[str]]:
    """The statements that go to a share's database."""
    statements: list[str] = []

    def note(connection: Connection, _cursor: object, statement: str, *_more: object) -> None:
        is_share = (
            connection.dialect.name == "postgresql" or str(connection.engine.url) == "sqlite://"
        )
        if is_share:
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


def test_how_often_a_database_is_asked(meeting: Meeting, database: Kind, asked: list[str]) -> None:
    """Over a slow network each question is felt: few when nothing is new, few for a hundred."""

    def asks(*, sweep: bool) -> int:
        asked.clear()
        share = share_at(database.address)
        Exchange(meeting.anna.workspace, share, mark=meeting.anna.mark).run(sweep=sweep)
        return len([each for each in asked if each not in {"BEGIN", "BEGIN IMMEDIATE"}])

    assert asks(sweep=True) <= 8
    assert asks(sweep=False) <= 8
    for number in range(100):
        meeting.anna.plan(f"aktivitet {number}", title="Ny")
    assert asks(sweep=False) <= 12


def test_many_small_segments_are_read_many_at_a_time(
    meeting: Meeting, database: Kind, asked: list[str]
) -> None:
    """A newcomer to a share of a year does not ask for each; large ones are read by themselves."""
    with closing(share_at(database.address)) as share:
        line = bytes(f'{{"x": "{random.Random(1).randbytes(200_000).hex()}"}}', "ascii")  # noqa: S311
        for number in range(1, 251):
            content = line if number == 7 else b'{"x": %d}' % number
            (segment,) = cut(KITCHEN, f"{number:020x}", 0, START, [content])
            assert share.write(KITCHEN, segment.name, encode(segment))
    asked.clear()
    outcome = meeting.sync(meeting.bo)
    assert not outcome.problems
    assert not outcome.unread
    assert outcome.not_shown == 250
    reading = [each for each in asked if "content" in each]
    assert 3 <= len(reading) <= 6


def test_a_listing_does_not_pass_through_the_contents(one_file: OneFile) -> None:
    """It is answered from an index alone: over a network a file is read page by page."""
    with closing(share_at(one_file.address)) as share:
        share.create("5ba7e000-0000-4000-8000-000000000001")
    query = "SELECT writer, first, last, chain, size FROM segment WHERE scope = 'x'"
    ((*_, plan),) = rows_of(one_file.path, f"EXPLAIN QUERY PLAN {query}")
    assert "COVERING INDEX segment_listing" in str(plan)
