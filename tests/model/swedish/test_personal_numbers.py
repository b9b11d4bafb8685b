"""Personal identity numbers are found in free text, and never repeated."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.personal_numbers import (
    Certainty,
    find_personal_numbers,
    mask_personal_numbers,
)
from model.swedish.spans import Span
from tests.model.swedish.numbered_people import personal_number

NUMBER = personal_number("550712", "980")
DAY, LAST = NUMBER[:6], NUMBER[6:]
SURE = [
    f"{DAY}-{LAST}",
    f"{DAY}+{LAST}",
    f"{DAY}\u2013{LAST}",
    f"{DAY}\u2011{LAST}",
    f"{DAY} - {LAST}",
    f"19{DAY}-{LAST}",
    f"19{DAY}{LAST}",
    f"19{DAY} {LAST}",
    f"1955-07-12-{LAST}",
]
UNSURE = [f"{DAY}{LAST}", f"{DAY} {LAST}", f"{DAY}\u00a0{LAST}", f"{DAY}\u202f{LAST}"]


def dashed(day: str, serial: str) -> str:
    """Digits that pass the check, written as a personal identity number."""
    number = personal_number(day, serial)
    return f"{number[:6]}-{number[6:]}"


@pytest.mark.parametrize("written", SURE)
def test_a_number_with_a_sign_or_a_century_is_probable(written: str) -> None:
    text = f"Samtal med {written}, i april."
    (found,) = find_personal_numbers(text)
    assert found.span.of(text) == written
    assert found.certainty is Certainty.PROBABLE
    assert not found.is_coordination_number


@pytest.mark.parametrize("written", UNSURE)
def test_bare_digits_are_possible(written: str) -> None:
    text = f"Samtal med {written}."
    (found,) = find_personal_numbers(text)
    assert found.span.of(text) == written
    assert found.certainty is Certainty.POSSIBLE


def test_a_coordination_number_has_sixty_added_to_its_day() -> None:
    (found,) = find_personal_numbers(dashed("550772", "980"))
    assert found.is_coordination_number
    assert found.certainty is Certainty.PROBABLE


def test_all_numbers_of_a_text_are_found_in_order() -> None:
    text = f"{SURE[0]}/{SURE[5]} samt\n{UNSURE[0]},{SURE[2]}"
    assert [found.span.of(text) for found in find_personal_numbers(text)] == [
        *(SURE[0], SURE[5], UNSURE[0], SURE[2]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{DAY}-{LAST[:3]}{(int(LAST[3]) + 1) % 10}",
        dashed("551332", "980"),
        dashed("550001", "980"),
        dashed("550712", "000"),
        dashed("212000", "123"),
        f"mobil {personal_number('070123', '456')}",
        f"Tel.nr: {personal_number('070123', '456')}",
        f"organisationsnummer {NUMBER}",
        f"dnr {NUMBER}",
        f"fakturanummer: {NUMBER}",
        f"0,{NUMBER}",
        f"1{NUMBER}",
        f"{NUMBER}1",
        f"4-{DAY}-{LAST}",
        f"19{DAY}-{LAST}-7abc-8def-0123456789ab",
        "2024-09-01 2024-12-31",
        "2024-09-01–2024-12-31",
        "KS 2024/123",
        "+46701234567",
        f"1955-07-12 {LAST}",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert find_personal_numbers(text) == []


def test_a_dash_that_can_join_a_day_and_another_day_makes_it_less_sure() -> None:
    """`240901-1015` may be a period; the same digits of someone born 1955 may not."""
    serials = (personal_number("240901", f"{n:03}") for n in range(101, 123))
    period = next(number for number in serials if 1 <= int(number[8:]) <= 31)
    (found,) = find_personal_numbers(f"{period[:6]}-{period[6:]}")
    assert found.certainty is Certainty.POSSIBLE


def test_a_finding_does_not_show_the_number() -> None:
    assert LAST not in repr(find_personal_numbers(SURE[0]))


def test_a_log_line_can_be_masked() -> None:
    assert (
        mask_personal_numbers(f"a {SURE[0]} b {UNSURE[1]} c 12")
        == "a ••••••-•••• b •••••• •••• c 12"
    )
    assert mask_personal_numbers("inget här") == "inget här"


@given(
    st.dates(date(1900, 1, 1), date(2023, 12, 31)),
    st.integers(1, 999),
    st.booleans(),
    st.sampled_from(["", "-", "+", " ", "\u00a0", "\u2013"]),
    st.booleans(),
)
def test_every_number_that_follows_the_rules_is_found(
    born: date, serial: int, is_coordination: bool, joint: str, with_century: bool
) -> None:
    day = f"{born:%y%m}{born.day + 60 * is_coordination:02}"
    number = personal_number(day, f"{serial:03}")
    century = f"{born:%Y}"[:2] if with_century else ""
    written = f"{century}{day}{joint}{number[6:]}"
    text = f"Personen {written} har sökt."
    (found,) = find_personal_numbers(text)
    assert found.span == Span(len("Personen "), len("Personen ") + len(written))
    assert found.is_coordination_number is is_coordination


@given(st.text())
def test_any_text_can_be_searched_and_masked(text: str) -> None:
    for found in find_personal_numbers(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
    assert find_personal_numbers(mask_personal_numbers(text)) == []
