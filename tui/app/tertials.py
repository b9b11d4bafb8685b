"""Which tertials a person goes between: what is reported now, what has begun, what was before."""

from __future__ import annotations

from datetime import date

from model.plan.calendar import Tertial, tertial_of
from model.plan.plan import Plan
from model.plan.reporting import current


def tertials_to_show(plan: Plan, today: date) -> tuple[Tertial, ...]:
    """The current tertial, the following one if it has begun, and the one before.

    Until January is out the last tertial of the old year is current, while people already plan
    for the new one.
    """
    now, running = current(plan, today), tertial_of(today)
    return (now, *((now.following,) if running > now else ()), now.previous)


def next_to_show(plan: Plan, today: date, shown: Tertial) -> Tertial | None:
    """The tertial after the one that is shown; None for the current one, whichever that is."""
    order = tertials_to_show(plan, today)
    place = order.index(shown) + 1 if shown in order else 0
    return order[place] if 0 < place < len(order) else None
