"""The words by which rows are referred to, and the ids that they stand for."""

from __future__ import annotations

import re
from collections import defaultdict

from model.catalogue.faults import suggestion
from model.plan.budget import BudgetTable
from model.plan.entities import Goal, Measure, OrganisationUnit, Person, PolicyArea
from model.plan.identifiers import EntityId
from model.plan.oversight import OversightItem
from model.plan.plan import Plan

_WITH_YEAR = re.compile(r"(\d{4}):(.+)")


class Names:
    """Keys by kind, and for goals by year; what is not here is looked up in `behind`.

    A file may be partial, since what is missing from it changes nothing: then it refers to
    rows of the plan, whose names stand behind those of the file.
    """

    def __init__(self, behind: Names | None = None) -> None:
        self._behind = behind
        self._ids: dict[tuple[str, int | None], dict[str, EntityId]] = defaultdict(dict)
        self._near: dict[tuple[str, int | None], dict[str, str]] = defaultdict(dict)

    def add(self, kind: str, year: int | None, word: str, entity_id: EntityId, *also: str) -> None:
        """Make a word stand for an id. `also` are names that somebody may write by mistake."""
        if not word:
            return
        self._ids[kind, year].setdefault(word, entity_id)
        self._near[kind, year].setdefault(word, word)
        for name in also:
            self._near[kind, year].setdefault(name, word)

    def find(self, kind: str, year: int | None, word: str) -> EntityId | None:
        """The id that a word stands for; a goal of another year is written `2023:4.1`."""
        kind_and_year, word = _split(kind, year, word)
        found = self._ids.get(kind_and_year, {}).get(word)
        if found is None and self._behind is not None:
            return self._behind.find(kind, kind_and_year[1], word)
        return found

    def suggest(self, kind: str, year: int | None, word: str) -> str:
        """A sentence with the nearest word that can be referred to."""
        kind_and_year, word = _split(kind, year, word)
        return suggestion(word, self.near_words(kind_and_year))

    def near_words(self, kind_and_year: tuple[str, int | None]) -> dict[str, str]:
        """What somebody may write, and the word that can be referred to."""
        behind = self._behind.near_words(kind_and_year) if self._behind is not None else {}
        return self._near.get(kind_and_year, {}) | behind


def _split(kind: str, year: int | None, word: str) -> tuple[tuple[str, int | None], str]:
    if year is None:
        return (kind, None), word
    match = _WITH_YEAR.fullmatch(word)
    return ((kind, int(match[1])), match[2]) if match else ((kind, year), word)


def names_in(plan: Plan) -> Names:
    """What rows of a plan are called, for a file that refers to them without listing them."""
    names = Names()
    for unit in plan.of(OrganisationUnit):
        names.add(unit.kind, None, unit.key, unit.id, unit.name, *unit.aliases)
    named: tuple[Person | PolicyArea | Measure | BudgetTable, ...] = (
        *plan.of(BudgetTable),
        *plan.of(Person),
        *plan.of(PolicyArea),
        *plan.of(Measure),
    )
    for row in named:
        names.add(row.kind, None, row.key, row.id, row.name)
    for item in plan.of(OversightItem):
        names.add(item.kind, None, item.key, item.id)
    for goal in plan.of(Goal):
        names.add(goal.kind, goal.year, goal.number, goal.id)
    for goal in plan.of(Goal):
        names.add(goal.kind, goal.year, goal.key, goal.id)
    return names
