"""What the writer is asked before a text is saved."""

from __future__ import annotations

import pytest

from model.checks.before_save import Sensitive, warnings_for


def test_a_personal_number_is_asked_about_and_marked() -> None:
    """The form can mark it; the warning itself does not repeat it."""
    text = "Enligt Anna, 811228-9874, är allt klart."
    (warning,) = warnings_for(text)
    assert warning.kind is Sensitive.PERSONAL_NUMBER
    assert [span.of(text) for span in warning.spans] == ["811228-9874"]
    assert warning.text == "Texten innehåller ett personnummer."
    assert "811228" not in repr(warning)


def test_several_numbers_are_one_warning() -> None:
    """One question is enough."""
    (warning,) = warnings_for("811228-9874 och 19811228-9874")
    assert warning.text == "Texten innehåller 2 personnummer."
    assert len(warning.spans) == 2


def test_bare_digits_are_only_a_suspicion() -> None:
    """They could be something else."""
    (warning,) = warnings_for("Se 8112289874")
    assert warning.text == "Texten kan innehålla ett personnummer."


def test_health_and_number_are_two_questions() -> None:
    """The number first."""
    kinds = [warning.kind for warning in warnings_for("811228-9874: hon är sjukskriven.")]
    assert kinds[0] is Sensitive.PERSONAL_NUMBER
    assert Sensitive.HEALTH in kinds


@pytest.mark.parametrize(
    "text", ["", "Två möten hölls i mars.", "Sjukfrånvaron ska minska.", "2024-01-01–2024-09-30"]
)
def test_ordinary_texts_are_saved_without_a_question(text: str) -> None:
    """A warning that is wrong every other time is not read."""
    assert warnings_for(text) == ()
