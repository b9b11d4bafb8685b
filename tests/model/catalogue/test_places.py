"""A message can name the line, and a small edit can find its place, in any TOML text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from model.catalogue.faults import FaultyCatalogue
from model.catalogue.places import Path, find_places
from model.catalogue.syntax import parse
from tests.model.catalogue.toml_texts import documents

Value = Any
"""What TOML can hold, as builtins."""


def leaves(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Every value that is no table or list, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from leaves(inner, (*path, position))
    else:
        yield path, value


def parsed(text: str) -> Value:
    """The values of a text that is TOML; other texts are not of interest."""
    try:
        return parse(text.encode()).data
    except FaultyCatalogue:
        assume(False)


@settings(deadline=None)
@given(documents())
@example('[[m]]\nv = [ { a = "]" }, # }\n { a = \'"\' } ]\n[m.b]\nx.y = 1\n[[m]]\nv=[[],[1]]\n')
def test_every_value_is_found_where_it_stands(text: str) -> None:
    """What stands at the place found is what the TOML library reads there, line breaks and all."""
    places = find_places(text)
    for path, value in leaves(parsed(text)):
        extent = places.values[path]
        written = text[extent.start : extent.end]
        assert parse(f"x = {written}".encode()).data == {"x": value}
        line = text.split("\n")[places.line_of(path) - 1]
        last = path[-1]
        if isinstance(last, str) and last.isascii() and last.isalnum():
            assert last in line


@settings(deadline=None)
@given(documents())
def test_a_section_holds_its_own_statements_and_no_others(text: str) -> None:
    """From a header to the end of its last statement: what is cut out is the table."""
    parsed(text)
    places = find_places(text)
    for section in places.sections:
        cut = text[section.start : section.end]
        assert cut.startswith("[")
        inside = {
            path[len(section.path) :]
            for path, start in places.keys.items()
            if section.start < start < section.end and path != section.path
        }
        alone = find_places("[x]\n" + cut.partition("\n")[2])
        assert {path[1:] for path in alone.keys if len(path) > 1} == inside


@settings(deadline=None)
@given(documents())
def test_a_valid_text_has_no_key_twice(text: str) -> None:
    """The scan calls nothing a duplicate that TOML allows; the standard library is the judge."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)
    assert find_places(text).duplicates == []


@settings(deadline=None)
@given(st.text(st.sampled_from("[]{}='\"\\#.,\n ab1")))
def test_a_text_with_errors_stops_the_scan_quietly(text: str) -> None:
    """Whatever is written, the places up to the error are found and nothing fails."""
    places = find_places(text)
    assert all(0 <= extent.start <= extent.end <= len(text) for extent in places.values.values())


@pytest.mark.parametrize(
    ("text", "line", "first"),
    [
        ('a = 1\nb = 2\n"a" = 3\n', 3, 1),
        ("[x]\n[y]\n[x]\n", 3, 1),
        ("[[goal]]\ntext = 1\n\n[[goal]]\ntext = 1\ntext = 2\n", 6, 5),
        ("[x]\ny = { a = 1,\n a = 2 }\n", 3, 2),
    ],
)
def test_a_key_that_is_given_twice_is_found_with_both_lines(
    text: str, line: int, first: int
) -> None:
    """The library does not always say where; the user has to find both."""
    (duplicate,) = find_places(text).duplicates
    assert (duplicate.line, duplicate.first) == (line, first)


def test_the_line_of_something_missing_is_that_of_the_row_around_it() -> None:
    """A key that is missing has no line, but its row has."""
    places = find_places("\n[[goal]]\nnumber = '1'\n")
    assert places.line_of(("goal", 0, "text")) == 2
    assert places.line_of(("other",)) == 0
