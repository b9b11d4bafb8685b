"""The journal in the database: nothing goes in twice, and nothing hides the rest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from model.journal.change import Entry
from model.plan.entities import Activity, Goal
from model.store import derived, journal, tables
from model.store.database import Database
from model.store.journal import Source
from tests.model.journal.writing import UNIT, wrote

BORN = wrote({"title": "Dialog", "unit": UNIT}, at=1, action="one")
LATER = wrote({"title": "Samråd"}, BORN, at=2, action="two")
OTHER = wrote({"title": "Matsvinn", "unit": UNIT}, entity="a2", at=3, action="two")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new database."""
    with closing(Database(tmp_path / "tertial.sqlite3")) as made:
        yield made


def append(database: Database, *entries: Entry, source: Source = Source.OWN) -> None:
    """Append lines and let the tables follow."""
    with database.writing() as connection:
        journal.append(connection, entries, source)
        derived.rebuild(connection)


def test_a_line_goes_in_once_and_stays_as_it_is(database: Database) -> None:
    """However often it comes, and from wherever: where it came from first is what counts."""
    append(database, BORN, LATER)
    append(database, LATER, BORN, OTHER, OTHER, source=Source.RECEIVED)
    with database.reading() as connection:
        rows = connection.execute(
            select(tables.journal.c.name, tables.journal.c.line, tables.journal.c.source)
            .order_by(tables.journal.c.arrival)
        ).all()  # fmt: skip
    assert [(row.name, row.line) for row in rows] == [
        (e.name, e.line) for e in (BORN, LATER, OTHER)
    ]
    assert [row.source for row in rows] == ["own", "own", "received"]


def test_arrivals_rise_and_tell_what_has_come_since(database: Database) -> None:
    """Another program asks only for what it has not seen."""
    append(database, BORN)
    with database.reading() as connection:
        seen = journal.latest_arrival(connection)
    append(database, LATER, OTHER, BORN)
    with database.reading() as connection:
        assert journal.latest_arrival(connection) > seen
        assert journal.touched_since(connection, seen) == [("activity", "a1"), ("activity", "a2")]
        assert journal.touched_since(connection, journal.latest_arrival(connection)) == []


def test_lines_are_found_by_entity_and_by_action(database: Database) -> None:
    """For the history, and for undo."""
    append(database, BORN, LATER, OTHER)
    with database.reading() as connection:
        some = [("activity", "a1"), ("activity", "nobody's")]
        assert list(journal.entries_of_each(connection, some)) == [[BORN, LATER], []]
        assert journal.entries_of_action(connection, "two") == [LATER, OTHER]
        assert list(journal.all_entries(connection)) == [BORN, LATER, OTHER]


def test_own_actions_are_told_newest_first(database: Database) -> None:
    """One line for each, however many lines it has; what others did is not among them."""
    append(database, BORN, LATER, OTHER)
    append(database, wrote({"title": "x"}, at=9, action="theirs"), source=Source.RECEIVED)
    with database.reading() as connection:
        assert journal.own_actions(connection, 10) == [OTHER, BORN]
        assert journal.own_actions(connection, 1) == [OTHER]


def test_a_line_that_cannot_be_read_hides_no_other(database: Database) -> None:
    """A disk has turned a bit, or a later version writes otherwise: the plan still opens."""
    append(database, BORN, LATER, OTHER)
    with database.writing() as connection:
        lines = tables.journal
        broken = update(lines).where(lines.c.name == LATER.name).values(line=b"\x00broken")
        connection.execute(broken)
        derived.rebuild(connection)
        assert list(journal.all_entries(connection)) == [BORN, OTHER]
        assert list(journal.entries_of_each(connection, [("activity", "a1")])) == [[BORN]]
        assert journal.unreadable(connection) == [LATER.name]
        assert derived.differences(connection) == []


def test_a_line_that_is_not_what_it_is_named_is_found(database: Database) -> None:
    """The hash tells that somebody changed a word afterwards."""
    append(database, BORN)
    forged = BORN.line.replace(b"Dialog", b"Bluffs")
    with database.writing() as connection:
        connection.execute(update(tables.journal).values(line=forged))
        assert journal.unreadable(connection) == [BORN.name]


def goal(text: str, at: int, *seen: Entry) -> Entry:
    """A goal of the catalogue."""
    return wrote(
        {"text": text, "number": "3.4.5"}, *seen, kind="goal", entity="g1", at=at, scope="central"
    )


def texts(database: Database) -> list[str]:
    """The goals that are shown."""
    with database.reading() as connection:
        return [row.text for row in derived.read_plan(connection).of(Goal)]


def test_a_catalogue_that_stands_in_gives_way_to_the_centres(database: Database) -> None:
    """It is kept, but no longer shown, once anything central has come from a share."""
    append(database, goal("Ur en fil", 1), source=Source.STAND_IN)
    assert texts(database) == ["Ur en fil"]
    append(database, BORN, source=Source.RECEIVED)
    assert texts(database) == ["Ur en fil"]
    append(database, goal("Beslutat", 0), source=Source.RECEIVED)
    assert texts(database) == ["Beslutat"]
    with database.reading() as connection:
        assert not journal.stand_ins_hold(connection)
        assert (
            connection.execute(select(tables.journal.c.line)).all()[0].line
            == goal("Ur en fil", 1).line
        )


def take_in(database: Database, *entries: Entry) -> None:
    """Lines that come beside others: only what they touch is folded."""
    with database.writing() as connection:
        upto = journal.latest_arrival(connection)
        journal.append(connection, entries, Source.RECEIVED)
        derived.refold(connection, entries, upto)


@pytest.mark.parametrize("count", [1, 2, 21, 501])
def test_what_comes_is_folded_with_what_was_there(database: Database, count: int) -> None:
    """However many activities it touches, and twice if it comes twice."""
    born = [wrote({"title": "Dialog"}, entity=f"b{number}", at=1) for number in range(count)]
    append(database, *born)
    later = [wrote({"title": "Samråd"}, each, entity=each.change.id, at=2) for each in born]
    take_in(database, *later, OTHER)
    take_in(database, *later)
    with database.reading() as connection:
        assert derived.differences(connection) == []
        titles = [row.title for row in derived.read_plan(connection).of(Activity)]
    assert sorted(titles) == ["Matsvinn", *["Samråd"] * count]


def test_what_no_longer_stands_in_is_not_shown_when_it_comes(database: Database) -> None:
    """A stand-in's own line may come back from a copy of this device."""
    mine = goal("Ur en fil", 1)
    append(database, mine, source=Source.STAND_IN)
    append(database, goal("Beslutat", 0), source=Source.RECEIVED)
    take_in(database, mine)
    assert texts(database) == ["Beslutat"]
    with database.reading() as connection:
        assert derived.differences(connection) == []


def test_tables_that_do_not_say_what_the_journal_says_are_found(database: Database) -> None:
    """The standing check: rows changed, lost or invented behind the program's back."""
    append(database, BORN, OTHER)
    activities = tables.derived["activity"]
    with database.writing() as connection:
        assert derived.differences(connection) == []
        connection.execute(update(activities).where(activities.c.id == "a1").values(title="Annat"))
        assert derived.differences(connection) == [("activity", "a1")]
        connection.execute(activities.delete().where(activities.c.id == "a2"))
        assert derived.differences(connection) == [("activity", "a1"), ("activity", "a2")]
        connection.execute(insert(tables.derived["goal"]), tables.row_of(Goal(id="g9")))
        assert ("goal", "g9") in derived.differences(connection)
        derived.rebuild(connection)
        assert derived.differences(connection) == []
