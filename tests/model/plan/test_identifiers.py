"""Ids: the same on every device where it matters, and easy to type."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan.identifiers import (
    AmbiguousId,
    UnknownId,
    born_in,
    is_born_in,
    natural_id,
    random_id,
    resolve_id,
    short_id,
)

ONE = "1a2b3c4d-0000-4000-8000-000000000001"
TWO = "1a2b3c4d-0000-4000-8000-000000000002"
THREE = "9f000000-0000-4000-8000-000000000003"


def test_a_goal_has_the_same_id_on_every_device() -> None:
    """The id follows from municipality, kind and key; it must never change between versions."""
    first = natural_id("ange", "goal", "2024", "3.4.5")
    assert first == natural_id("ANGE", "goal", "2024", "3.4.5")
    assert first == "b41cad78-a107-5c24-9b91-a5978b65d484"
    assert uuid.UUID(first).version == 5


def test_municipality_kind_and_key_all_tell_ids_apart() -> None:
    """And the parts of a key do not run together."""
    ids = {
        natural_id("ange", "goal", "1", "23"),
        natural_id("ange", "goal", "12", "3"),
        natural_id("ange", "goal", "123"),
        natural_id("ange", "measure", "123"),
        natural_id("bracke", "goal", "123"),
    }
    assert len(ids) == 5


def test_an_id_tells_where_it_was_born() -> None:
    """So that no other unit can claim what has it; older ids do not tell."""
    made = born_in("kostenheten", random_id())
    assert uuid.UUID(made).version == 8
    assert is_born_in(made, "kostenheten") is True
    assert is_born_in(made, "biblioteket") is False
    assert is_born_in(random_id(), "kostenheten") is None
    assert is_born_in(natural_id("ange", "status", "a"), "kostenheten") is None


def test_where_it_was_born_is_told_alike_in_every_version() -> None:
    """Every device must come to the same."""
    assert born_in("central", ONE) == "1a2b3c4d-0000-8000-8000-0b96fd14d251"


def test_what_a_person_creates_gets_an_id_of_its_own() -> None:
    """Two devices that create something at once do not collide."""
    made = {random_id() for _ in range(100)}
    assert len(made) == 100
    assert {uuid.UUID(each).version for each in made} == {4}


def test_a_short_id_is_the_beginning_of_the_whole() -> None:
    """Eight characters are enough to read and type."""
    assert short_id(ONE) == "1a2b3c4d"


@pytest.mark.parametrize("typed", ["9", "9f00", " 9F00 ", THREE])
def test_any_unambiguous_beginning_will_do(typed: str) -> None:
    """In capitals or with a space around it too."""
    assert resolve_id(typed, [ONE, TWO, THREE]) == THREE


@pytest.mark.parametrize("typed", ["", "   ", "zz", ONE + "0"])
def test_a_beginning_of_nothing_says_so(typed: str) -> None:
    """An empty prefix does not mean "whichever"."""
    with pytest.raises(UnknownId, match="Inget är ändrat"):
        resolve_id(typed, [ONE, TWO, THREE])


def test_a_beginning_of_two_shows_how_they_differ() -> None:
    """Even when they differ only in their last character."""
    with pytest.raises(AmbiguousId) as refusal:
        resolve_id("1a2b ", [ONE, TWO, THREE, ONE])
    assert refusal.value.matches == (ONE, TWO)
    assert ONE in str(refusal.value)
    assert TWO in str(refusal.value)


@given(st.sets(st.uuids().map(str), min_size=1, max_size=20), st.data())
def test_a_whole_id_always_finds_its_entity(ids: set[str], data: st.DataObject) -> None:
    """Whatever else there is."""
    wanted = data.draw(st.sampled_from(sorted(ids)))
    assert resolve_id(wanted, ids) == wanted
