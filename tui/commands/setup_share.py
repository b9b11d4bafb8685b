"""The share's part in setting up: goals and units come from it, and the first exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.errors import ModelError
from tui.line_mode.output import note, say
from tui.line_mode.session import Session

if TYPE_CHECKING:
    from model.plan.plan import Plan


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


def plan_on(session: Session, address: str, *, has_goals: bool) -> Plan:
    """What the share has of goals and units, taken in.

    Raises `ShareWithoutGoals`, `ShareHasGoals`, a `ShareError` or a `StoreError`; then the home
    is not set up.
    """
    from model.plan.entities import OrganisationUnit
    from sync.joining import join

    plan = join(session.home, address, session.today)
    there = bool(plan.of(OrganisationUnit))
    if there and has_goals:
        raise ShareHasGoals
    if not there and not has_goals:
        raise ShareWithoutGoals
    return plan


def exchange_first(session: Session, address: str) -> int:
    """Exchange once, now that the home is set up; gives the exit code."""
    from sync.syncing import sync
    from tui.line_mode.exchanges import changes

    outcome = sync(session.workspace, [address])[0]
    if not session.as_json:
        say(f"Delningen {address}: skickat {changes(outcome.sent)}.")
    for problem in outcome.problems:
        note(str(problem))
    return 1 if outcome.problems else 0
