"""A cut names the same changes for ever, however a writer's changes are divided into files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, create_engine

from model.journal.change import NAME_LENGTH
from model.plan.identifiers import CENTRAL
from model.plan.lock import Cut, run_from
from sync.segment import START, Segment, SegmentName, chain_over
from sync.state import cuts, segments, tables

WRITER = "ab" * 10
LENGTH = 9
FORK = 4
"""Two copies of one device number alike from the position after this."""


def named(position: int, branch: str) -> str:
    """The name of the change that a branch has at a position."""
    return f"{position:02d}{branch if position > FORK else 'a'}".ljust(NAME_LENGTH, "0")


def segment(first: int, last: int, branch: str = "a") -> Segment:
    """Some of a branch's changes as one segment."""
    before = chain_over(START, [named(at, branch) for at in range(1, first)])
    names = tuple(named(at, branch) for at in range(first, last + 1))
    name = SegmentName(WRITER, first, last, chain_over(before, names))
    return Segment(CENTRAL, name, before, names, ())


def names_in(parts: Iterable[Segment]) -> set[str]:
    """Every change in some segments."""
    return {name for part in parts for name in part.names}


@cache
def empty_home() -> Engine:
    """A home that knows nothing yet."""
    engine = create_engine("sqlite://")
    tables.metadata.create_all(engine)
    return engine


@contextmanager
def home(known: Iterable[Segment]) -> Iterator[Connection]:
    """A home that knows some segments, for a while."""
    with empty_home().connect() as connection:
        segments.add(connection, CENTRAL, known)
        yield connection
        connection.rollback()


def covered(cut: Cut, known: Iterable[Segment]) -> cuts.Covered:
    """What a cut covers for a home that knows some segments."""
    with home(known) as connection:
        return cuts.covered(connection, cut, {CENTRAL})


def taken(known: Iterable[Segment]) -> Cut:
    """The cut that a home takes that knows some segments."""
    with home(known) as connection:
        return cuts.take(connection)


@st.composite
def some(draw: st.DrawFn) -> list[Segment]:
    """Segments of any size of both branches, which may overlap, repeat and have gaps."""
    bounds = st.tuples(st.integers(1, LENGTH), st.integers(1, LENGTH), st.sampled_from("ab"))
    drawn = draw(st.lists(bounds, max_size=6))
    return [segment(min(one, two), max(one, two), branch) for one, two, branch in drawn]


@given(some())
def test_a_cut_covers_all_that_was_known_and_lacks_nothing(known: list[Segment]) -> None:
    """Also where there are gaps, and where two copies went on from one another."""
    found = covered(taken(known), known)
    assert found.names == names_in(known)
    assert found.lacking == 0


@given(some(), some())
def test_what_arrives_later_is_never_covered(known: list[Segment], later: list[Segment]) -> None:
    """Neither what fills a gap, nor what goes on, nor the other copy's."""
    cut = taken(known)
    assert covered(cut, [*known, *later]).names == names_in(known)


@given(some(), some())
def test_other_homes_find_the_same_or_say_what_they_lack(
    known: list[Segment], others: list[Segment]
) -> None:
    """Whatever files they know it from."""
    found = covered(taken(known), others)
    if found.lacking == 0:
        assert found.names == names_in(known)
    else:
        assert len(names_in(known) - found.names) > 0


def test_files_that_were_rolled_up_are_recognised() -> None:
    """A home that joins later knows one large file, whose middle the cut names."""
    cut = taken([segment(1, 3), segment(4, 6)])
    assert covered(cut, [segment(1, 9)]).names == names_in([segment(1, 6)])
    assert covered(cut, [segment(3, 9)]).lacking == 2


def test_a_cut_is_short() -> None:
    """One text for each unbroken stretch, however many files it came in."""
    parts = [segment(at, at) for at in range(1, LENGTH + 1)]
    (runs,) = taken([*parts, segment(1, 5), segment(2, LENGTH)]).values()
    assert len(runs) == 1
    run = run_from(runs[0])
    assert run is not None
    assert (run.writer, run.first, run.last) == (WRITER, 1, LENGTH)


def test_what_a_newer_version_wrote_is_left_out() -> None:
    """A text that is no run covers nothing and breaks nothing."""
    found = covered({CENTRAL: ("något nytt", f"{WRITER}-5-2-{'0' * 16}")}, [segment(1, 9)])
    assert (found.names, found.lacking) == (frozenset(), 0)
