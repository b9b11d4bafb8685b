"""The words of the field, as they are written and read."""

from __future__ import annotations

import pytest

from model.plan.vocabulary import (
    AssessmentLevel,
    Cause,
    GoalLevel,
    OrganisationLevel,
    Origin,
    Role,
    StatusValue,
    assessment_from,
    cause_from,
    status_from,
)


def test_the_eight_statuses_stand_in_the_order_of_their_keys() -> None:
    """Keys 1 to 8 of quick status."""
    assert [value.swedish for value in StatusValue] == [
        "Ej påbörjad",
        "Pågående enligt plan",
        "Pågående med avvikelse",
        "Försenad",
        "Vänteläge",
        "Avslutad enligt plan",
        "Avslutad med avvikelse",
        "Utgår",
    ]


def test_no_two_statuses_look_alike() -> None:
    """Each has a symbol of its own, one cell wide, beside its words."""
    symbols = [value.symbol for value in StatusValue]
    assert len(set(symbols)) == len(symbols)
    assert all(len(symbol) == 1 for symbol in symbols)


@pytest.mark.parametrize("value", list(StatusValue))
def test_a_status_is_read_by_its_identifier_or_its_words(value: StatusValue) -> None:
    """In any case, and with the no-break spaces that Word puts in."""
    assert status_from(value.value) is value
    assert status_from(value.value.replace("_", " ")) is value
    assert status_from(value.swedish.upper()) is value
    assert status_from(f"  {value.swedish} ".replace(" ", "\u00a0")) is value


@pytest.mark.parametrize("word", ["Avbruten", "avbruten/utgår"])
def test_avbruten_is_another_word_for_utgar(word: str) -> None:
    """The municipality's list says «Avbruten/Utgår»."""
    assert status_from(word) is StatusValue.CANCELLED


@pytest.mark.parametrize("word", ["", "pågående", "klar", "1"])
def test_half_a_status_is_not_guessed(word: str) -> None:
    """Pågående could be two things."""
    assert status_from(word) is None


def test_what_is_open_is_neither_completed_nor_cancelled() -> None:
    """Five are open, two completed, one cancelled."""
    assert [value.is_open for value in StatusValue] == [True] * 5 + [False] * 3
    assert [value for value in StatusValue if value.is_completed] == [
        StatusValue.COMPLETED_ON_PLAN,
        StatusValue.COMPLETED_DEVIATING,
    ]
    assert [value for value in StatusValue if value.claims_plan] == [
        StatusValue.ONGOING_ON_PLAN,
        StatusValue.COMPLETED_ON_PLAN,
    ]


@pytest.mark.parametrize("value", list(Cause))
def test_a_cause_is_read_by_its_identifier_or_its_words(value: Cause) -> None:
    """As with the statuses."""
    assert cause_from(value.value) is value
    assert cause_from(value.value.replace("_", " ").upper()) is value
    assert cause_from(f" {value.swedish.capitalize()} ") is value


def test_an_unknown_cause_is_not_guessed() -> None:
    """The centre counts causes, so a wrong one would be a wrong figure."""
    assert cause_from("otur") is None


@pytest.mark.parametrize("words", [GoalLevel, OrganisationLevel, Origin, Role])
def test_every_word_has_its_swedish(words: type[GoalLevel]) -> None:
    """No identifier is shown to a user, and no two words read the same."""
    shown = [member.swedish for member in words]
    assert all(shown)
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("level", list(AssessmentLevel))
def test_a_level_is_read_by_its_identifier_or_its_words(level: AssessmentLevel) -> None:
    """In any case; each has a symbol of its own beside its words."""
    for written in (level.value, level.value.replace("_", " "), level.swedish.upper()):
        assert assessment_from(f" {written} ") is level
    assert len({each.symbol for each in AssessmentLevel}) == len(AssessmentLevel)
    assert assessment_from("nästan") is None
