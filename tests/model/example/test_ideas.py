"""Ready-made ideas against sickness absence."""

from __future__ import annotations

from datetime import date

import pytest

from model.actions.planning import PlannedActivity
from model.example.ideas import health_factors
from model.plan.rules import checked_period, checked_text, checked_title


def test_there_are_eight_health_factors_with_ideas() -> None:
    """Each with a reason, and with keys and titles that occur once."""
    factors = health_factors()
    assert len({factor.key for factor in factors}) == 8
    assert all(factor.why and factor.idea for factor in factors)
    titles = [idea.title for factor in factors for idea in factor.idea]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("year", [2023, 2024, 2100])
def test_every_idea_can_be_planned_as_it_is(year: int) -> None:
    """Title, description and dates pass the rules in any year, leap years included."""
    for factor in health_factors():
        for idea in factor.idea:
            planned = PlannedActivity(title=idea.title, goals=(), period=idea.period(year))
            assert checked_title(planned.title) == idea.title
            assert checked_text("description", idea.description) == idea.description
            assert checked_period(planned.period) == planned.period
            assert planned.period.start >= date(year, 1, 1)
            assert planned.period.end <= date(year, 12, 31)
