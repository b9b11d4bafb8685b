"""Rows about goals: those of a year, and how far each was met."""

from __future__ import annotations

import re
from typing import NamedTuple

from model.actions.central_planning import GoalOfYear, set_goal
from model.importing.cells import CellRefused, choice_of, plain, quoted, text_of, year_of_cell
from model.importing.context import Context
from model.importing.headings import Heading
from model.importing.naming import Names
from model.importing.standing import same_text
from model.importing.tables import SheetRow
from model.plan.entities import Goal, PolicyArea
from model.plan.identifiers import EntityId
from model.plan.vocabulary import GoalLevel
from model.swedish.search import nearest

LEVEL_WORDS = {
    **{level.swedish: level for level in GoalLevel},
    "KF-mål": GoalLevel.COUNCIL,
    "Kommunfullmäktigemål": GoalLevel.COUNCIL,
    "Fullmäktigemål": GoalLevel.COUNCIL,
    "KS-mål": GoalLevel.BOARD,
    "Utvecklingsmål": GoalLevel.BOARD,
    "Delmål": GoalLevel.BOARD,
    "GEH-mål": GoalLevel.EFFICIENCY,
    "Verksamhetsmål": GoalLevel.EFFICIENCY,
    **{level.value: level for level in GoalLevel},
}
_NUMBERED = re.compile(r"\s*([0-9]+(?:\.[0-9]+)*)\.?\s+(\S.*)", re.DOTALL)
_COUNCIL_PARTS = 2


class Identified(NamedTuple):
    """Which goal a row is about."""

    year: int
    number: str
    text: str
    goal: Goal | None
    """None for a new one."""


def identified(context: Context, row: SheetRow) -> Identified:
    """The goal that a row names by number, by text, or by both; raises `CellRefused`."""
    cells = row.cells
    year = year_of_cell(cells.get(Heading.YEAR)) or context.wishes.year
    number = text_of(cells.get(Heading.GOAL_NUMBER)).strip().rstrip(".")
    text = text_of(cells.get(Heading.GOAL))
    numbered = _NUMBERED.fullmatch(text)
    if not number and numbered is not None:
        number, text = numbered[1], numbered[2]
    elif not number and context.names.has_goal(text, year):
        found = context.names.find_goal(text, year)
        return Identified(year, found.number, found.text, found)
    goals = context.edit.plan.goals(year)
    same = (goal for goal in goals if number and goal.number.rstrip(".") == number)
    return Identified(year, number, text, next(same, None))


def take_goal(context: Context, row: SheetRow) -> str:
    """Take a goal into the edit; gives what it is called. Raises `RuleError`."""
    year, number, text, found = identified(context, row)
    if found is None and not number:
        raise CellRefused(f"Målet {quoted(text)} finns inte för {year}. Fyll i kolumnen Nummer.")
    new = GoalOfYear(year=year, number=number, level=GoalLevel.BOARD, text=text)
    said = _said(context, row, found, new)
    if found is None or said != _as_said(found):
        found = set_goal(context.edit, said, found)
    context.first.about(found.id)
    return f"{found.number} {found.text}".strip()


def _as_said(goal: Goal) -> GoalOfYear:
    fields = GoalOfYear.__struct_fields__
    return GoalOfYear(**{field: getattr(goal, field) for field in fields})


def _said(context: Context, row: SheetRow, found: Goal | None, new: GoalOfYear) -> GoalOfYear:
    """What the row says of the goal, over what the goal has."""
    cells, plan = row.cells, context.edit.plan
    old = _as_said(found) if found is not None else new
    level = choice_of(cells.get(Heading.LEVEL), LEVEL_WORDS, "nivå")
    if level is None:
        level = old.level if found is not None else _level_of(old.number)
    parent = _parent(context, row, old, level)
    lead = text_of(cells.get(Heading.LEAD_UNIT))
    area = text_of(cells.get(Heading.POLICY_AREA))
    names = Names(plan)
    same_lead = not lead.strip() or lead == names.unit_word(old.lead_unit)
    return GoalOfYear(
        year=old.year,
        number=old.number,
        level=level,
        text=old.text if not new.text.strip() or same_text(new.text, old.text) else new.text,
        parent=parent,
        policy_area=_area(context, area) if area.strip() else old.policy_area,
        lead_unit=old.lead_unit if same_lead else context.names.find_unit(lead).id,
        interpretation=text_of(cells.get(Heading.INTERPRETATION)) or old.interpretation,
        decision_ref=text_of(cells.get(Heading.DECISION_REF)) or old.decision_ref,
    )


def _level_of(number: str) -> GoalLevel:
    """The level that a number tells: `3.1` is the council's, `3.1.1` the board's."""
    parts = number.split(".")
    return GoalLevel.COUNCIL if len(parts) <= _COUNCIL_PARTS else GoalLevel.BOARD


def _parent(context: Context, row: SheetRow, old: GoalOfYear, level: GoalLevel) -> EntityId | None:
    """The council's goal that a goal stands under: as the row says, else as its number does."""
    if level is not GoalLevel.BOARD:
        return None
    names = Names(context.edit.plan)
    word = text_of(row.cells.get(Heading.PARENT))
    if word.strip():
        return names.find_goal(word, old.year).id
    if old.parent is not None:
        return old.parent
    above = old.number.rpartition(".")[0]
    goals = context.edit.plan.goals(old.year)
    return next((goal.id for goal in goals if above and goal.number.rstrip(".") == above), None)


def _area(context: Context, text: str) -> EntityId:
    areas = context.edit.plan.of(PolicyArea)
    for area in areas:
        if plain(text) in (plain(area.name), plain(area.key)):
            return area.id
    near = nearest(text, [area.name for area in areas], limit=1)
    hint = f"Menade du {quoted(near[0])}?" if near else ""
    raise CellRefused(f"Målområdet {quoted(text)} finns inte. {hint}".rstrip())
