"""A segment's file holds what its name says, whoever reads it and when."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.journal.change import name_of
from sync import segment
from sync.segment import START, SegmentName, UnsoundSegment, chain_over, cut, decode, encode
from tests.sync.homes import KITCHEN

WRITER = "0123456789abcdef0123"
LINE = st.binary(max_size=60).map(lambda raw: raw.replace(b"\n", b""))


@settings(deadline=None)
@given(lines=st.lists(LINE, min_size=1, max_size=30), after=st.integers(0, 10**8))
def test_what_is_written_is_read(lines: list[bytes], after: int) -> None:
    """Byte for byte, whatever the lines are."""
    (whole,) = cut(KITCHEN, WRITER, after, START, lines)
    assert decode(encode(whole), KITCHEN, whole.name) == whole
    assert (whole.name.first, whole.name.last) == (after + 1, after + len(lines))
    assert segment.name_from(whole.name.file) == whole.name


@settings(deadline=None)
@given(lines=st.lists(LINE, min_size=2, max_size=30), data=st.data())
def test_the_chain_does_not_depend_on_how_it_is_cut(
    lines: list[bytes], data: st.DataObject
) -> None:
    """So small files can be read as one, and one in place of small ones."""
    at = data.draw(st.integers(1, len(lines) - 1))
    (whole,) = cut(KITCHEN, WRITER, 0, START, lines)
    (first,) = cut(KITCHEN, WRITER, 0, START, lines[:at])
    (second,) = cut(KITCHEN, WRITER, at, first.name.chain, lines[at:])
    assert second.name.chain == whole.name.chain == chain_over(START, map(name_of, lines))


def test_large_publications_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """By number of lines and by bytes, without a gap."""
    monkeypatch.setattr(segment, "SEGMENT_LINES", 10)
    monkeypatch.setattr(segment, "SEGMENT_BYTES", 500)
    lines = [b"x" * (100 if number < 20 else 1) for number in range(55)]
    parts = list(cut(KITCHEN, WRITER, 5, START, lines))
    assert [line for part in parts for line in part.lines] == lines
    assert [part.name.first for part in parts[1:]] == [part.name.last + 1 for part in parts[:-1]]
    assert all(part.before == earlier.name.chain for earlier, part in pairwise(parts))
    assert max(len(part.lines) for part in parts) == 10
    assert len(parts) > 6


def test_a_file_can_be_read_without_this_program() -> None:
    """Gzip and JSON Lines, a header first: in thirty years too."""
    (whole,) = cut(KITCHEN, WRITER, 0, START, [b'{"a":1}', b'{"b":2}'])
    head, *lines = gzip.decompress(encode(whole)).decode("utf-8").splitlines()
    assert json.loads(head) == {
        "format": 1,
        "scope": KITCHEN,
        "writer": WRITER,
        "first": 1,
        "last": 2,
        "before": START,
    }
    assert [json.loads(line) for line in lines] == [{"a": 1}, {"b": 2}]


@settings(deadline=None)
@given(data=st.data())
def test_no_part_of_a_file_passes_for_the_whole(data: st.DataObject) -> None:
    """A file that a sync client has copied half never verifies."""
    (whole,) = cut(KITCHEN, WRITER, 0, START, [b'{"a":1}', b'{"b":2}'])
    content = encode(whole)
    part = content[: data.draw(st.integers(0, len(content) - 1))]
    with pytest.raises(UnsoundSegment):
        decode(part, KITCHEN, whole.name)


@settings(deadline=None)
@given(st.text(max_size=90))
def test_no_other_name_is_read(name: str) -> None:
    """A name is either exactly of our form, or nothing."""
    found = segment.name_from(name)
    assert found is None or found.file == name


def test_names_suit_every_system() -> None:
    """Lower-case ASCII below a hundred characters, so no system and no sync client changes it."""
    longest = SegmentName(WRITER, 10**8, 10**9 - 1, "f" * 40).file
    assert len(longest) < 100
    assert longest == longest.lower()
    assert longest.isascii()
