"""Joining a share at first start: goals and units come from it, in the app as in line mode."""

from __future__ import annotations

from datetime import date

from model.errors import ModelError
from model.home.paths import Home
from model.plan.plan import Plan
from model.swedish.visible import visible


class ShareOutOfReach(ModelError):
    """The share cannot be reached by whom nothing is saved for yet, and nothing waits."""

    def __init__(self, address: str, what: str) -> None:
        super().__init__(
            f"Delningen {visible(address)} {what}. Inget är inställt än. Kontrollera adressen, "
            "nätet och VPN-anslutningen, och försök igen. Är du osäker på adressen: fråga den som "
            "sköter delningen."
        )


class ShareWithoutGoals(ModelError):
    """Nobody has put a goal catalogue on the share yet, and none was given."""

    def __init__(self) -> None:
        super().__init__(
            "Delningen har ingen målkatalog än, så det går inte att välja enhet. Inget är ändrat. "
            "Den som sköter målen centralt börjar, med ”tertial setup --role central --goals FIL "
            "--share ADRESS”. Kör sedan samma kommando igen."
        )


class ShareHasGoals(ModelError):
    """The share has a goal catalogue, and another was given."""

    def __init__(self) -> None:
        super().__init__(
            "Delningen har redan en målkatalog. Inget är ändrat. Kör kommandot utan --goals. "
            "Målen ändras sedan centralt med ”tertial goals import”."
        )


def plan_on(home: Home, address: str, today: date, *, has_goals: bool) -> Plan:
    """What the share has of goals and units, taken in; `has_goals` says that a file is given.

    Raises `ShareOutOfReach`, `ShareWithoutGoals`, `ShareHasGoals`, another `ShareError` or a
    `StoreError`; then the home is not set up.
    """
    from model.plan.entities import OrganisationUnit
    from sync.errors import ShareGone, ShareUnmounted
    from sync.joining import join

    try:
        plan = join(home, address, today)
    except (ShareGone, ShareUnmounted) as error:
        raise ShareOutOfReach(error.address, error.what) from error
    there = bool(plan.of(OrganisationUnit))
    if there and has_goals:
        raise ShareHasGoals
    if not there and not has_goals:
        raise ShareWithoutGoals
    return plan
