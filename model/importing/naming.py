"""Goals and units by what a spreadsheet calls them, in both directions.

What is written for a goal or a unit is read back as the same one, also where two have the same
number or name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property

from model.importing.cells import CellRefused, plain, quoted
from model.plan.entities import Goal, OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.swedish.search import nearest

_NUMBERED = re.compile(
    r"\s*(?:mål\s+)?([0-9]+(?:\.[0-9]+)*)\.?(?:\s+(.*))?", re.DOTALL | re.IGNORECASE
)
_OF_YEAR = re.compile(r"\s*([1-9][0-9]{3}):(.+)", re.DOTALL)


_NAMES_OF_UNIT: tuple[Callable[[OrganisationUnit], tuple[str, ...]], ...] = (
    lambda unit: (unit.key,),
    lambda unit: (unit.name,),
    lambda unit: unit.aliases,
)
"""What a unit is called, the surest first."""


class Names:
    """The goals and units of one plan, by their names."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._years: dict[int, dict[str, list[Goal]]] = {}
        self._goal_words: dict[tuple[EntityId, int], str] = {}

    # Goals.

    def year_used(self, year: int) -> int | None:
        """The year whose goals hold for a plan's year; None for one before all that there are."""
        years = self._plan.goal_years
        if not years or year < years[0]:
            return None
        return self._plan.goal_year(year)

    def goal_word(self, goal_id: EntityId, year: int) -> str:
        """What a goal is called among those of a year: its number where that is enough."""
        if (goal_id, year) not in self._goal_words:
            self._goal_words[goal_id, year] = self._goal_word(goal_id, year)
        return self._goal_words[goal_id, year]

    def _goal_word(self, goal_id: EntityId, year: int) -> str:
        goal = self._plan.find(Goal, goal_id)
        if goal is None or goal.removed:
            return goal_id
        words = (goal.number, goal.key)
        for word in (*words, *(f"{goal.year}:{each}" for each in words if each)):
            if word and self._goal(word, year) is goal:
                return word
        return goal_id

    def has_goal(self, text: str, year: int) -> bool:
        """Whether a text names one goal."""
        return self._goal(text, year) is not None

    def find_goal(self, text: str, year: int) -> Goal:
        """The goal with this number, number and text, text alone, key or id; raises `CellRefused`.

        A goal of another year is written with its year: `2023:2.1.1`.
        """
        if (found := self._goal(text, year)) is not None:
            return found
        if (match := _OF_YEAR.fullmatch(text)) is not None:
            year = int(match[1])
        used = self.year_used(year)
        if used is None:
            raise CellRefused(f"Det finns inga mål för {year}. Läs in årets mål först.")
        choices = {f"{goal.number} {goal.text}".strip(): goal for goal in self._plan.goals(used)}
        near = nearest(text, [*choices, *(goal.number for goal in choices.values())], limit=1)
        hint = f"Menade du {quoted(near[0])}?" if near else "Skriv målets nummer eller hela text."
        raise CellRefused(f"Målet {quoted(text)} finns inte bland målen för {used}. {hint}")

    def _goal(self, text: str, year: int) -> Goal | None:
        if (of_year := _OF_YEAR.fullmatch(text)) is not None:
            year, text = int(of_year[1]), of_year[2]
        used = self.year_used(year)
        goals = self._goals(used) if used is not None else {}
        found = goals.get(f"number {text.strip().rstrip('.').casefold()}")
        numbered = _NUMBERED.fullmatch(text)
        if found is None and numbered is not None:
            found = goals.get(f"number {numbered[1].casefold()}")
            if numbered[2] and found and not any(_is_about(one, numbered[2]) for one in found):
                found = goals.get(f"text {plain(numbered[2])}") or found
        if found is None:
            found = goals.get(f"text {plain(text)}")
        if found is not None and len(found) == 1:
            return found[0]
        named = goals.get(f"key {text.strip().casefold()}", [])
        if len(named) == 1:
            return named[0]
        exact = self._plan.find(Goal, text.strip())
        return exact if exact is not None and not exact.removed else None

    def _goals(self, year: int) -> dict[str, list[Goal]]:
        if year not in self._years:
            index: dict[str, list[Goal]] = defaultdict(list)
            for goal in self._plan.goals(year):
                index[f"number {goal.number.rstrip('.').casefold()}"].append(goal)
                index[f"key {goal.key.casefold()}"].append(goal)
                index[f"text {plain(goal.text)}"].append(goal)
            self._years[year] = index
        return self._years[year]

    # Units.

    def unit_word(self, unit_id: EntityId | None) -> str:
        """What a unit is called: its name where only one has it; nothing for none."""
        if unit_id is None:
            return ""
        unit = self._plan.find(OrganisationUnit, unit_id)
        if unit is None:
            return unit_id
        for word in (unit.name, unit.key):
            if word.strip() and self._units.get(plain(word)) == [unit]:
                return word
        return unit_id

    def find_unit(self, text: str) -> OrganisationUnit:
        """The unit with this name, other name, key or id; raises `CellRefused`."""
        found = self._units.get(plain(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            keys = ", ".join(unit.key for unit in found)
            raise CellRefused(f"Flera enheter heter {quoted(text)}. Skriv nyckeln: {keys}.")
        exact = self._plan.find(OrganisationUnit, text.strip())
        if exact is not None:
            return exact
        near = nearest(text, [unit.name for unit in self._plan.of(OrganisationUnit)], limit=1)
        hint = f"Menade du {quoted(near[0])}?" if near else "Kontrollera namnet i målkatalogen."
        raise CellRefused(f"Enheten {quoted(text)} finns inte. {hint}")

    @cached_property
    def _units(self) -> dict[str, list[OrganisationUnit]]:
        """Units by key, else by name, else by other names: what comes first hides the later."""
        index: dict[str, list[OrganisationUnit]] = {}
        units = self._plan.of(OrganisationUnit)
        for names_of in _NAMES_OF_UNIT:
            level: dict[str, list[OrganisationUnit]] = defaultdict(list)
            for unit in units:
                for word in dict.fromkeys(plain(name) for name in names_of(unit)):
                    level[word].append(unit)
            for word, found in level.items():
                index.setdefault(word, found)
        return index


def _is_about(goal: Goal, text: str) -> bool:
    return plain(goal.text) == plain(text)
