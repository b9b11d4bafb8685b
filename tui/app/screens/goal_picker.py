"""Choosing goals of a year: by number, by words, or by policy area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input, Static

from model.plan.entities import Goal, PolicyArea
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import GoalLevel
from model.swedish.search import Matcher, searchable
from tui.app.bindings import bindings_for
from tui.app.screens.pick import PickScreen
from tui.app.widgets.row_list import Cell, ListRow, RowList

_NUMBER_WIDTH = 6


class GoalPicker(PickScreen):
    """Gives back something else than None when `marked` holds what is to be chosen.

    Council goals are headings: an activity serves one of the board's goals below them.
    """

    context: ClassVar[str] = "goals"
    title_text: ClassVar[str] = "Välj mål"
    placeholder: ClassVar[str] = "Nummer, ord ur målet eller målområde"
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in bindings_for("goals", priority=True) if binding.action == "mark"
    ]

    def __init__(self, plan: Plan, year: int, chosen: Sequence[EntityId]) -> None:
        """The goals of a year, with those that are chosen already marked."""
        super().__init__()
        self.marked: tuple[EntityId, ...] = tuple(chosen)
        self._first_marked = self.marked
        self._query = ""
        goals = plan.goals(plan.goal_year(year))
        self._councils = {goal.id: goal for goal in goals if goal.level is GoalLevel.COUNCIL}
        self._areas = {area.id: area.name for area in plan.of(PolicyArea)}
        self._goals = sorted(
            (goal for goal in goals if goal.level is not GoalLevel.COUNCIL),
            key=lambda goal: goal.level is not GoalLevel.EFFICIENCY,
        )
        self._searchable = [
            searchable(
                goal.text,
                self._heading_of(goal),
                self._areas.get(goal.policy_area or "", ""),
                numbers=(goal.number,),
            )
            for goal in self._goals
        ]

    def on_mount(self) -> None:
        """Show every goal, with the cursor on the one that is chosen."""
        super().on_mount()
        if self.marked:
            self.query_one(RowList).move_to(self.marked[0])
        self._show_keys()

    def rows_for(self, query: str) -> Sequence[ListRow]:
        """Goals that fit, under what they belong to; best first when something is typed."""
        self._query = query
        found = [self._goals[place] for place in Matcher(query).best(self._searchable)]
        if query.strip():
            return [self._row(goal) for goal in found]
        rows: list[ListRow] = []
        heading = None
        for goal in found:
            if self._heading_of(goal) != heading:
                heading = self._heading_of(goal)
                rows.append(ListRow((Cell(heading),)))
            rows.append(self._row(goal))
        return rows

    def _heading_of(self, goal: Goal) -> str:
        council = self._councils.get(goal.parent or "")
        return f"{council.number} {council.text}" if council else goal.level.swedish

    def _row(self, goal: Goal) -> ListRow:
        place = self.marked.index(goal.id) + 1 if goal.id in self.marked else 0
        cells = [
            Cell(f"✔{place}" if place else "", 3, "good"),
            Cell(goal.number, _NUMBER_WIDTH, "strong"),
            Cell(goal.text),
        ]
        if self.app.size.width >= 100:
            cells.append(Cell(self._areas.get(goal.policy_area or "", ""), 14, "muted"))
        return ListRow(tuple(cells), goal.id, f"{goal.number} {goal.text}")

    def action_mark(self) -> None:
        """Mark the goal under the cursor, or take the mark away."""
        key = self.query_one(RowList).key
        if key is None:
            return
        if key in self.marked:
            self.marked = tuple(goal for goal in self.marked if goal != key)
        else:
            self.marked = (*self.marked, key)
        self.query_one(RowList).show(self.rows_for(self._query), key=key)
        self._show_keys()

    def _show_keys(self) -> None:
        numbers = {goal.id: goal.number for goal in self._goals}
        listed = ", ".join(numbers[goal] for goal in self.marked if goal in numbers)
        taken = f"Enter tar {listed or 'inget mål'}" if self._is_remarked else "Enter ta"
        text = f"↑↓ välj   {taken}   Tabb markera flera   Esc tillbaka"
        self.query_one(".box-keys", Static).update(text)

    @property
    def _is_remarked(self) -> bool:
        return self.marked != self._first_marked

    def picked(self, key: str) -> None:
        """Take what is marked; where no mark was changed, the goal under the cursor as well."""
        if not self._is_remarked and key not in self.marked:
            self.marked = (*self.marked, key)
        self.dismiss(key)

    def action_take(self) -> None:
        """The same as Enter."""
        key = self.query_one(RowList).key
        if key is not None:
            self.picked(key)

    @on(Input.Submitted, "#pick-query")
    def _taken(self, event: Input.Submitted) -> None:
        """Enter takes the marked ones also where nothing fits what is typed."""
        event.stop()
        if self.query_one(RowList).key is None and self._is_remarked:
            self.dismiss("")
