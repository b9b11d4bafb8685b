"""Quick status: what the person needs to decide in seconds."""

from __future__ import annotations

import pytest

from model.plan.vocabulary import StatusValue
from model.views.queue import queue_item
from tests.model.building import KITCHEN, T1, T2, T3_2023, activity, day, plan, status

DIALOGUE = activity("Dialog med lokala producenter")
SPRING = activity("Vårens möte", end="2024-04-15")
OLD = activity("Förstudie", year=2023, end="2023-12-31")
NEW = activity("Förstudie, forts.", carried_over_from=OLD.id)


def test_forra_gangen_is_shown_with_its_comment_to_start_from() -> None:
    """The last comment is shown and can be edited."""
    before = status(DIALOGUE, T1, comment="Första mötet hölls.")
    item = queue_item(plan(DIALOGUE, before), DIALOGUE, KITCHEN, T2)
    assert item.previous == before
    assert item.present is None
    assert item.starting_comment == "Första mötet hölls."
    assert item.can_be_unchanged


def test_what_was_reported_already_is_what_one_starts_from() -> None:
    """Coming back to it shows this tertial's own comment, even an empty one."""
    town = plan(DIALOGUE, status(DIALOGUE, T1), status(DIALOGUE, T2, comment=""))
    assert queue_item(town, DIALOGUE, KITCHEN, T2).starting_comment == ""


def test_a_comment_of_its_own_is_not_for_one_key_to_replace() -> None:
    """The screens then go to the comment instead; none, or the same again, is no such comment."""
    before = status(DIALOGUE, T1, comment="Första mötet hölls.")
    for comment, is_own in (("Bo skrev mycket.", True), ("", False), (before.comment, False)):
        town = plan(DIALOGUE, before, status(DIALOGUE, T2, comment=comment))
        assert queue_item(town, DIALOGUE, KITCHEN, T2).has_own_comment is is_own
    assert not queue_item(plan(DIALOGUE, before), DIALOGUE, KITCHEN, T2).has_own_comment


def test_the_first_time_there_is_nothing_to_repeat() -> None:
    """A new activity needs a status of its own."""
    item = queue_item(plan(DIALOGUE), DIALOGUE, KITCHEN, T1)
    assert not item.can_be_unchanged
    assert item.starting_comment == ""


@pytest.mark.parametrize(
    ("value", "repeatable"),
    [(StatusValue.ONGOING_ON_PLAN, True), (StatusValue.COMPLETED_ON_PLAN, False)],
)
def test_a_carried_over_activity_goes_on_only_from_what_was_open(
    value: StatusValue, repeatable: bool
) -> None:
    """Last year's is completed; this year's is not for that."""
    item = queue_item(plan(OLD, NEW, status(OLD, T3_2023, value)), NEW, KITCHEN, T1)
    assert item.previous is not None
    assert item.can_be_unchanged is repeatable


@pytest.mark.parametrize("value", list(StatusValue))
def test_a_new_date_is_asked_only_of_what_is_open_past_its_end(value: StatusValue) -> None:
    """Exactly when F02 would warn otherwise."""
    late = queue_item(plan(SPRING), SPRING, KITCHEN, T1)
    assert late.needs_new_end(value) is value.is_open
    in_time = queue_item(plan(DIALOGUE), DIALOGUE, KITCHEN, T1)
    assert not in_time.needs_new_end(value)


def test_an_end_on_the_closing_day_is_past() -> None:
    """What ends on 30 April and is open then was not done in time; a day later it is in time."""
    asked = {
        end: queue_item(
            plan(one := activity(end=end)), one, KITCHEN, T1
        ).needs_new_end(StatusValue.DELAYED)
        for end in ("2024-04-30", "2024-05-01")
    }  # fmt: skip
    assert asked == {"2024-04-30": True, "2024-05-01": False}


def test_a_date_given_last_time_is_not_asked_for_again() -> None:
    """Until it too has passed."""
    town = plan(SPRING, status(SPRING, T1, revised_end="2024-09-15"))
    item = queue_item(town, SPRING, KITCHEN, T2)
    assert item.end == day("2024-09-15")
    assert not item.needs_new_end(StatusValue.ONGOING_ON_PLAN)


@pytest.mark.parametrize(
    ("end", "proposed"),
    [
        ("2024-01-15", ("2024-05-30", "2024-08-31")),
        ("2024-04-30", ("2024-05-30", "2024-08-31")),
    ],
)
def test_the_proposed_dates_lie_ahead(end: str, proposed: tuple[str, str]) -> None:
    """A month after the close, or the next tertial's end; never a date that has passed too."""
    one = activity(end=end)
    item = queue_item(plan(one), one, KITCHEN, T1)
    assert item.proposed_ends() == (day(proposed[0]), day(proposed[1]))
