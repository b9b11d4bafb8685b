"""Where something lives: no unit can take or hide what another unit has written."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from model.journal.change import Entry, Json
from model.journal.fold import fold_entity
from model.journal.validity import is_valid
from model.plan.identifiers import CENTRAL, born_in, natural_id, random_id
from tests.model.journal.writing import OTHER, UNIT, wrote

MUNICIPALITY = "lillstad"
PLAN_ACTIVITY = natural_id(MUNICIPALITY, "activity", "2024", "1")
T1: Json = {"year": 2024, "number": 1}
OWN = born_in(UNIT, "1a2b3c4d-0000-4000-8000-000000000001")

NATURAL: Mapping[str, tuple[str, dict[str, Json]]] = {
    "status": (
        natural_id(MUNICIPALITY, "status", PLAN_ACTIVITY, UNIT, "2024-T1"),
        {"activity": PLAN_ACTIVITY, "tertial": T1},
    ),
    "assignment": (
        natural_id(MUNICIPALITY, "assignment", PLAN_ACTIVITY, UNIT),
        {"activity": PLAN_ACTIVITY},
    ),
    "hand_in": (natural_id(MUNICIPALITY, "hand_in", UNIT, "2024-T1"), {"tertial": T1}),
    "waiver": (
        natural_id(MUNICIPALITY, "waiver", "F01", "plats", UNIT),
        {"rule": "F01", "place": "plats"},
    ),
    "activity": (
        natural_id(MUNICIPALITY, "activity", "carried_over", PLAN_ACTIVITY, UNIT, "2025"),
        {"carried_over_from": PLAN_ACTIVITY, "year": 2025},
    ),
}


def home_of(*entries: Entry) -> str:
    """In which scope something lives, by all its changes that are valid."""
    row = fold_entity((each for each in entries if is_valid(each.change)), lambda: {MUNICIPALITY})
    assert row is not None
    return row.scope


def forged(kind: str, entity: str, fields: Mapping[str, Json], scope: str = OTHER) -> Entry:
    """A birth in a foreign scope that says to be older than everything."""
    return wrote(
        {**fields, "unit": scope}, at=0, scope=scope, by="mallory", kind=kind, entity=entity
    )


def test_an_earlier_birth_elsewhere_does_not_take_an_activity() -> None:
    """Its id tells where it was born, whatever the clocks say."""
    born = wrote({"title": "Dialog", "unit": UNIT}, at=5, entity=OWN)
    stolen = forged("activity", OWN, {"title": "Kapad"})
    row = fold_entity([stolen, born])
    assert row == fold_entity([born])


def test_nor_does_a_change_in_the_centre_s_folder() -> None:
    """What a unit wrote stays shown as the unit wrote it."""
    born = wrote({"title": "Dialog", "unit": UNIT}, at=5, entity=OWN)
    stolen = wrote({"title": "Kapad"}, at=0, scope=CENTRAL, by="mallory", entity=OWN)
    assert fold_entity([stolen, born]) == fold_entity([born])


def test_what_has_a_key_lives_where_the_key_says() -> None:
    """A status, a hand-in and their like: the id was made of the unit that reports."""
    for kind, (entity, key) in NATURAL.items():
        born = wrote({**key, "unit": UNIT}, at=5, kind=kind, entity=entity)
        assert home_of(forged(kind, entity, key), born) == UNIT, kind


def test_a_key_that_was_not_made_into_the_id_proves_nothing() -> None:
    """A forger states what he likes: also a key of which nothing can be made."""
    entity, key = NATURAL["status"]
    born = wrote({**key, "unit": UNIT}, at=5, kind="status", entity=entity)
    others: list[Json] = [{"year": 2024, "number": 2}, {"year": "x"}, None, [[[]]]]
    for tertial in others:
        stolen = wrote(
            {**key, "tertial": tertial, "unit": OTHER}, scope=OTHER, kind="status", entity=entity
        )
        row = fold_entity([stolen, born], lambda: {MUNICIPALITY})
        assert row is not None
        assert row.scope == UNIT


def test_the_centre_s_status_is_the_centre_s() -> None:
    """Of an activity that no unit answers for."""
    entity = natural_id(MUNICIPALITY, "status", PLAN_ACTIVITY, CENTRAL, "2024-T1")
    key = {"activity": PLAN_ACTIVITY, "tertial": T1}
    born = wrote({**key, "unit": CENTRAL}, at=5, scope=CENTRAL, kind="status", entity=entity)
    assert home_of(born, forged("status", entity, key)) == CENTRAL


def test_an_id_of_an_older_version_goes_to_the_earliest_birth() -> None:
    """It tells nothing, so nothing better can be said; every device says the same."""
    old = random_id()
    first = wrote({"title": "Dialog", "unit": UNIT}, at=1, entity=old)
    later = wrote({"title": "Kapad", "unit": OTHER}, at=2, scope=OTHER, entity=old)
    edit = wrote({"title": "Samråd"}, first, at=0, scope=OTHER, entity=old)
    assert home_of(later, first, edit) == UNIT


@given(st.data())
def test_order_does_not_matter_however_many_claim_something(data: st.DataObject) -> None:
    """Several forgers, before and after, with and without the unit's own changes among them."""
    kind = data.draw(st.sampled_from(sorted(NATURAL)))
    entity, key = NATURAL[kind]
    born = wrote({**key, "unit": UNIT}, at=5, kind=kind, entity=entity)
    edit = wrote({"removed": True}, born, at=6, kind=kind, entity=entity)
    claims = [forged(kind, entity, key, scope) for scope in ("a", "zoo")]
    some = data.draw(st.permutations([*claims, edit, born]))
    row = fold_entity(some, lambda: {MUNICIPALITY})
    assert row == fold_entity([born, edit])
