"""Conflicts side by side, also where one has ended what another went on with."""

from __future__ import annotations

import pytest

from model.home.config import Profile
from model.journal.change import Change, Entry, Json, record
from model.journal.fold import fold_entity
from model.journal.rows import entity_of
from model.plan.entities import Activity, Entity, Person
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.views.conflicts import FieldConflict, conflicts, scopes_to_settle

UNIT = "kost"


def change(minute: int, author: str, *bases: Entry, **fields: Json) -> Entry:
    """Somebody's change of the one activity."""
    return record(
        Change(
            scope=UNIT,
            author=author,
            time=f"2024-04-22T08:{minute:02}:00.000Z-0000",
            action=f"{author} {minute}",
            entity="activity",
            id="möten",
            fields=fields,
            bases=tuple(base.name for base in bases),
        )
    )


def open_in(*entries: Entry) -> list[FieldConflict]:
    """The conflicts that these changes leave."""
    folded = fold_entity(entries)
    assert folded is not None
    people = [Person(id=name, scope=UNIT, name=name.title()) for name in ("anna", "bo")]
    plan = Plan([entity_of(folded), *people])
    return list(conflicts(plan, lambda _row: entries))


BORN = change(0, "anna", title="Möten", description="Två.", unit=UNIT)


def test_two_titles() -> None:
    """The one that is shown comes first; each with who and when."""
    a, b = change(1, "anna", BORN, title="A"), change(2, "bo", BORN, title="B")
    (conflict,) = open_in(BORN, a, b)
    assert (conflict.kind, conflict.field, conflict.label) == ("activity", "title", "rubrik")
    assert [(side.value, side.who) for side in conflict.sides] == [("B", "Bo"), ("A", "Anna")]


def test_equal_values_are_one_side() -> None:
    """Two who wrote the same did not disagree."""
    a, b, c = (change(n, who, BORN, title=t) for n, who, t in
               ((1, "anna", "A"), (2, "bo", "B"), (3, "eva", "A")))  # fmt: skip
    (conflict,) = open_in(BORN, a, b, c)
    assert [side.value for side in conflict.sides] == ["A", "B"]
    assert conflict.sides[0].who == "okänd person", "Eva has not arrived yet"
    assert open_in(BORN, a, c) == []


def test_cancelled_beside_an_edit() -> None:
    """One cancelled while the other went on: cancelled or not is the choice."""
    ended = change(1, "anna", BORN, cancelled=True)
    edited = change(2, "bo", BORN, description="Tre.")
    (conflict,) = open_in(BORN, ended, edited)
    assert conflict.field == "cancelled"
    assert [(side.value, side.words, side.who) for side in conflict.sides] == [
        (True, "utgår", "Anna"),
        (False, "utgår inte", "Bo"),
    ]


def test_values_in_words() -> None:
    """Dates and empty texts are told as people read them."""
    period = {"start": "2024-01-01", "end": "2024-02-01"}
    a = change(1, "anna", BORN, period=period)
    b = change(2, "bo", BORN, period={**period, "end": "2024-03-01"})
    (conflict,) = open_in(BORN, a, b)
    assert conflict.label == "tid"
    assert conflict.sides[1].words == "start: 2024-01-01, slut: 2024-02-01"
    c, d = change(1, "anna", BORN, description=""), change(2, "bo", BORN, description="Ny.")
    (conflict,) = open_in(BORN, c, d)
    assert conflict.sides[1].words == "(tomt)"


@pytest.mark.parametrize(
    ("role", "settles"),
    [
        (Role.CENTRAL, {UNIT, "central", "central-only"}),
        (Role.DEPARTMENT, {UNIT}),
        (Role.UNIT, {UNIT}),
    ],
)
def test_whose_choice_it_is(role: Role, settles: set[str]) -> None:
    """Two at the centre may enter different outcomes, which nobody else reads."""
    assert scopes_to_settle(Profile("anna", (UNIT,), role)) == settles


def test_a_plan_without_conflicts() -> None:
    """Nothing to choose."""
    row: Entity = Activity(id="a", scope=UNIT)
    assert list(conflicts(Plan([row]), lambda _row: [])) == []
