"""Lists are in Swedish alphabetical order on every machine."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from model.swedish.sorting import sort_key

NAMES = [
    *("Alby", "Andersson", "Édith", "Emil", "Fränsta", "Muller", "Müllerud", "Mylly", "Torp"),
    *("Viken", "Wallin", "Zorn", "Ånge", "Åse", "Ärlig", "Ærø", "Öberg", "Östavall", "Østmark"),
]
NUMBERS = ["3.4", "3.4.1", "3.4.2", "3.4.5", "3.4.10", "3.10", "4.1", "10.1"]
GROUPS = ["Grupp 02", "Grupp 2", "Grupp 2 b", "Grupp 10", "Grupp " + "9" * 5000]


@given(st.permutations(NAMES))
def test_swedish_letters_come_last_and_accents_do_not_count(names: list[str]) -> None:
    assert sorted(names, key=sort_key) == NAMES


@given(st.permutations(NUMBERS))
def test_goal_numbers_are_in_the_order_of_the_document(numbers: list[str]) -> None:
    assert sorted(numbers, key=sort_key) == NUMBERS


@given(st.permutations(GROUPS))
def test_numbers_in_names_sort_as_numbers_however_long(names: list[str]) -> None:
    assert sorted(names, key=sort_key) == GROUPS


def test_the_small_and_plain_letter_comes_first_where_nothing_else_differs() -> None:
    assert sorted(["Alby", "alby", "idé", "ide"], key=sort_key) == ["alby", "Alby", "ide", "idé"]


def test_extra_spaces_do_not_move_a_name() -> None:
    names = ["Alby b", " Alby   a", "Alby c"]
    assert sorted(names, key=sort_key) == [" Alby   a", "Alby b", "Alby c"]


@given(st.text(), st.text())
def test_only_the_same_text_has_the_same_key(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) is same
