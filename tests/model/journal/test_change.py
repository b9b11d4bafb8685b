"""A change is one line, named by its exact bytes, and nothing hostile gets past the reading."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.journal.change import (
    MAX_DEPTH,
    MAX_LINE_BYTES,
    Change,
    Entry,
    LineTooLong,
    UnreadableLine,
    UnwritableText,
    read,
    record,
)
from tests.model.journal.writing import folded, wrote

TEXT = st.text(st.characters(codec="utf-8"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
LINE = wrote({"title": "Dialog på Åsen"}).line


def line_with(value: bytes) -> bytes:
    """A line whose title is the given JSON."""
    return LINE.replace('"Dialog på Åsen"'.encode(), value)


@given(st.dictionaries(TEXT, VALUES, max_size=4), TEXT)
def test_what_is_written_can_be_read_again(fields: dict[str, object], text: str) -> None:
    """Å, emoji, line breaks and control characters included; one line, the same name."""
    entry = wrote(fields, by=text, entity=text)
    assert b"\n" not in entry.line
    assert read(entry.line) == entry


def test_two_windows_that_write_the_same_goals_agree() -> None:
    """What was just written equals what is read of it: else the same goals would be a conflict."""
    born = wrote({"goals": ["a", "b"]})
    mine = wrote({"goals": ("a", "b", "c")}, born, at=1)
    theirs = wrote({"goals": ("a", "b", "c")}, born, at=2, by="bo")
    assert mine == read(mine.line)
    row = folded(born, mine, read(theirs.line))
    assert row.conflicts == ()


def test_the_name_is_the_hash_of_the_exact_bytes() -> None:
    """So that it is the same on every device, whatever it knows of the fields inside."""
    entry = wrote({"title": "Dialog"})
    assert entry.name == hashlib.sha256(entry.line).hexdigest()[:40]
    spaced = entry.line.replace(b'":', b'": ')
    assert read(spaced).change == entry.change
    assert read(spaced).name != entry.name


def test_a_line_with_more_than_this_version_knows_can_be_read() -> None:
    """A newer version may say more of a change."""
    line = LINE.replace(b'{"action"', b'{"a_later_part":[1,{"x":null}],"action"')
    assert read(line).change == read(LINE).change
    assert read(line).line == line


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'"text"',
        b"{",
        LINE[:-1],
        LINE + b"}",
        LINE + b"\n",
        LINE + LINE,
        line_with(b"NaN"),
        line_with(b"Infinity"),
        line_with(b"1e999"),
        line_with(b"9" * 5000),
        line_with(b"\xff\xfe"),
        line_with(b'"\xc3"'),
        line_with(b'"\\ud800"'),
        line_with(b'"\\ude00\\ud83d"'),
        line_with(b'"\x00"'),
        LINE.replace(b'"fields":{', b'"fields":['),
        LINE.replace(b'"scope":"kostenheten"', b'"scope":1'),
        LINE.replace(b'"author":"anna",', b""),
    ],
    ids=lambda line: line[:60].decode("latin-1"),
)
def test_what_is_no_change_is_refused_by_name(line: bytes) -> None:
    """Half lines, other JSON, and what is no text: one kind of error, never a crash."""
    with pytest.raises(UnreadableLine, match="sparad men visas inte"):
        read(line)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_change_or_are_refused(line: bytes) -> None:
    """Whatever lies in a share."""
    with suppress(UnreadableLine):
        assert isinstance(read(line).change, Change)


@given(st.data())
def test_any_damage_to_a_line_gives_another_name_or_is_refused(data: st.DataObject) -> None:
    """A flipped bit never passes for the change that was written."""
    place = data.draw(st.integers(0, len(LINE) - 1))
    bit = data.draw(st.integers(0, 7))
    damaged = LINE[:place] + bytes([LINE[place] ^ 1 << bit]) + LINE[place + 1 :]
    with suppress(UnreadableLine):
        assert read(damaged).name != read(LINE).name


def test_the_last_of_two_equal_keys_counts() -> None:
    """JSON that says a thing twice is read in one way everywhere."""
    assert read(line_with(b'"a","title":"b"')).change.fields["title"] == "b"


def nested(depth: int, inside: Callable[[bytes], bytes]) -> bytes:
    """A line with lists in lists in the place that `inside` says."""
    return inside(b"[" * depth + b"]" * depth)


IN_A_FIELD = line_with


def in_a_later_part(value: bytes) -> bytes:
    """A line with the value where this version reads nothing."""
    return LINE.replace(b'{"action"', b'{"a_later_part":' + value + b',"action"')


def from_deep_down(line: bytes, frames: int) -> Entry:
    """Read a line from far down in other calls, as a screen's worker does."""
    return from_deep_down(line, frames - 1) if frames else read(line)


@pytest.mark.parametrize("inside", [IN_A_FIELD, in_a_later_part])
@pytest.mark.parametrize("depth", [MAX_DEPTH - 3, MAX_DEPTH, 500, 950, 100_000])
def test_how_deep_json_may_nest_is_the_same_everywhere(
    depth: int, inside: Callable[[bytes], bytes]
) -> None:
    """Whether a line can be read never depends on who reads it, or from where."""
    line = nested(depth, inside)

    def reads(frames: int) -> bool:
        try:
            from_deep_down(line, frames)
        except UnreadableLine:
            return False
        return True

    assert reads(0) is reads(600) is (depth < MAX_DEPTH - 1)


def test_many_small_parts_are_not_deep() -> None:
    """A hand-in that names hundreds of statuses is an ordinary change."""
    named = {f"status {number}": [f"{number:040d}"] for number in range(300)}
    entry = wrote({"submission": {"statuses": named}}, kind="hand_in")
    assert read(entry.line) == entry


def test_a_text_longer_than_a_line_may_be_is_refused_before_it_is_saved() -> None:
    """Said with the size, and the text stays on the screen."""
    longest = MAX_LINE_BYTES - len(wrote({"comment": ""}).line)
    assert len(wrote({"comment": "a" * longest}).line) == MAX_LINE_BYTES
    with pytest.raises(LineTooLong, match="står kvar på skärmen"):
        wrote({"comment": "a" * (longest + 1)})
    with pytest.raises(UnreadableLine, match="för lång"):
        read(b"x" * (MAX_LINE_BYTES + 1))


def test_half_a_character_is_refused_before_it_is_saved() -> None:
    """What a terminal in another encoding gives; it could never be read again."""
    with pytest.raises(UnwritableText, match="trasig teckenkodning"):
        wrote({"comment": "f\udcf6rskola"})


def test_the_same_change_gives_the_same_bytes() -> None:
    """Whatever order its fields were given in."""
    one = wrote({"title": "Dialog", "description": "Två möten."})
    other = wrote({"description": "Två möten.", "title": "Dialog"})
    assert one == other
    assert record(msgspec.structs.replace(one.change)) == one
