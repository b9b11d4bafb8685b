"""Things by what people call them: a unit by its name, a goal by its number, anything by its id."""

from __future__ import annotations

from model.errors import ModelError
from model.plan.entities import Activity, Goal, OrganisationUnit
from model.plan.identifiers import CENTRAL, EntityId, Scope, UnknownId, resolve_id
from model.plan.plan import Plan
from model.plan.vocabulary import GoalLevel
from model.swedish.letters import fold
from model.swedish.search import nearest
from model.swedish.visible import visible

WITHOUT_UNIT = "Verksamhetsplan utan enhet"
"""What the centre reports itself: the plan activities that no unit answers for."""
_SHORTEST_ID = 4


class UnknownUnit(ModelError):
    """No unit has that name; the message gives the nearest ones."""

    def __init__(self, name: str, near: list[str]) -> None:
        meant = f"Menade du {_listed(near)}?" if near else "Kontrollera namnet i målkatalogen."
        super().__init__(f"Enheten ”{visible(name)}” finns inte. Inget är ändrat. {meant}")
        self.near = near


class SeveralUnits(ModelError):
    """The name fits several units."""

    def __init__(self, name: str, keys: list[str]) -> None:
        super().__init__(
            f"Flera enheter heter ”{visible(name)}”. Inget är ändrat. "
            f"Ange nyckeln i stället: {_listed(keys)}."
        )


class UnknownGoal(ModelError):
    """No goal of the year has that number; the message gives the nearest ones."""

    def __init__(self, number: str, year: int, near: list[str]) -> None:
        meant = f"Menade du {_listed(near)}?" if near else "Målen visas med ”tertial goals list”."
        super().__init__(
            f"Målet ”{visible(number)}” finns inte för {year}. Inget är ändrat. {meant}"
        )


def reporter_name(plan: Plan, reporter: Scope) -> str:
    """What who reports is called: a unit's name, or the operational plan's own part; else empty."""
    if reporter == CENTRAL:
        return WITHOUT_UNIT
    unit = plan.find(OrganisationUnit, reporter)
    return unit.name if unit is not None else ""


def find_unit(plan: Plan, name: str) -> OrganisationUnit:
    """The unit with this name, other name, key, or id by its beginning.

    Capitals and accents do not matter. Raises `UnknownUnit` or `SeveralUnits`.
    """
    units = plan.of(OrganisationUnit)
    wanted = _plain(name)
    for matches in (
        [unit for unit in units if wanted in (unit.id, unit.key.casefold())],
        [unit for unit in units if wanted == _plain(unit.name)],
        [unit for unit in units if wanted in map(_plain, unit.aliases)],
        [unit for unit in units if len(wanted) >= _SHORTEST_ID and unit.id.startswith(wanted)],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise SeveralUnits(name, [unit.key for unit in matches])
    names = {called: unit.name for unit in units for called in (unit.name, *unit.aliases, unit.key)}
    near = dict.fromkeys(names[called] for called in nearest(name, names))
    raise UnknownUnit(name, list(near))


def find_goal(plan: Plan, number: str, year: int) -> Goal:
    """The goal with this number (or key, or id by its beginning) among those of a year.

    The year's goals are those of `plan.goal_year(year)`. Raises `UnknownGoal`.
    """
    goals = plan.goals(plan.goal_year(year))
    wanted = number.strip().rstrip(".").casefold()
    for goal in goals:
        if wanted in (goal.number.rstrip(".").casefold(), goal.key.casefold(), goal.id):
            return goal
    starts = [goal for goal in goals if goal.id.startswith(wanted)]
    if len(wanted) >= _SHORTEST_ID and len(starts) == 1:
        return starts[0]
    choices = [goal.number for goal in goals if goal.level is not GoalLevel.COUNCIL]
    near = nearest(wanted, choices) if wanted else []
    raise UnknownGoal(number, plan.goal_year(year), near)


def find_activity(plan: Plan, prefix: str, unit: EntityId | None = None) -> Activity:
    """The activity whose id begins so, of one unit or of all.

    Raises `UnknownId` or `AmbiguousId`.
    """
    activities = plan.activities_of(unit) if unit is not None else plan.of(Activity)
    found = plan.find(Activity, resolve_id(prefix, (activity.id for activity in activities)))
    if found is None:
        raise UnknownId(prefix)
    return found


def _plain(name: str) -> str:
    return fold(" ".join(name.split()))


def _listed(names: list[str]) -> str:
    shown = [f"”{visible(name)}”" for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} eller {shown[-1]}"
