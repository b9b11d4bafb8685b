"""Joining a share at first start: goals and units come from it, in the app as in line mode."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.errors import ModelError
from model.home.config import Profile
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
            "Målen kommer dit när den som sköter dem har synkat. Den datorn har rollen central "
            "(”tertial setup --role central”). Gör sedan samma sak igen."
        )


class ShareHasGoals(ModelError):
    """The share has a goal catalogue, and another was given."""

    def __init__(self) -> None:
        super().__init__(
            "Delningen har redan en målkatalog. Inget är ändrat. Kör kommandot utan --goals. "
            "Målen ändras sedan centralt med ”tertial goals import”."
        )


def is_known_there(
    home: Home, address: str, today: date, plan: Plan, name: str, units: Sequence[str]
) -> bool:
    """Take in the units' registers too; whether somebody of that name plans in one of them.

    Then he goes on as the same person, whatever computer he sits at. A share that does not show
    the units' folders yet is no reason not to begin. Raises `UnknownUnit` or a `StoreError`.
    """
    from model.actions.people import find_person
    from model.views.naming import find_unit
    from sync.errors import ShareError
    from sync.joining import join

    ids = [find_unit(plan, unit).id for unit in units]
    try:
        there = join(home, address, today, ids)
    except ShareError:
        return False
    found = [find_person(there, name, unit) for unit in ids]
    return any(one is not None and one.unit == unit for one, unit in zip(found, ids, strict=True))


def other_self(before: Plan, now: Plan, profile: Profile) -> str:
    """That somebody of the user's own name has come from a share, and what to do; else nothing."""
    from model.actions.people import namesakes

    earlier, found = (namesakes(plan, profile.person, profile.units) for plan in (before, now))
    if earlier or not found:
        return ""
    return (
        f"En till som heter {found[0].name} finns i enheten. Är det du på en annan dator: kör "
        f'”tertial setup --name "{found[0].name}"” på båda, så räknas ni som en. Är det någon '
        "annan behöver du inte göra något."
    )


def known_words(name: str) -> str:
    """That somebody of this name planned there before, and what to do if it is somebody else."""
    return (
        f"{' '.join(name.split())} finns redan i enheten, så det du skriver här räknas till samma "
        "person. Är du en annan med samma namn: kör ”tertial setup --name” med ett namn som "
        "skiljer er åt."
    )


def plan_on(home: Home, address: str, today: date, *, has_goals: bool) -> Plan:
    """What the share has of goals and units, taken in; `has_goals` says that a file is given.

    Raises `ShareOutOfReach`, `ShareWithoutGoals`, `ShareHasGoals`, another `ShareError` or a
    `StoreError`; then the home is not set up, and knows of no share there.
    """
    from sync.errors import ShareError
    from sync.joining import leave

    try:
        return _plan_on(home, address, today, has_goals=has_goals)
    except (ShareError, ShareOutOfReach, ShareWithoutGoals, ShareHasGoals):
        leave(home, address)
        raise


def _plan_on(home: Home, address: str, today: date, *, has_goals: bool) -> Plan:
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
