"""What the form asks for is what the findings ask for."""

from __future__ import annotations

from datetime import date

from model.plan.vocabulary import Cause, StatusValue
from tui.app.answer import Answer


def test_a_delay_with_cause_and_new_end_asks_for_nothing_more() -> None:
    """A new end date is a date to look again (F06)."""
    answer = Answer(StatusValue.DELAYED, "Sent.", cause=Cause.FUNDING_DECISION)
    assert answer.wants_facts()
    answer.revised_end = date(2024, 12, 1)
    assert not answer.wants_facts()


def test_what_is_on_hold_asks_when_it_is_looked_at_again() -> None:
    """A new end date says nothing of that."""
    end = date(2024, 12, 1)
    answer = Answer(StatusValue.ON_HOLD, cause=Cause.FUNDING_DECISION, revised_end=end)
    assert answer.wants_facts()
    assert answer.wants_comment()
