"""Goals × units: one narrow column for each goal, so that empty cells are seen at a glance."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from model.plan.calendar import Tertial
from model.plan.entities import Goal
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.swedish.numbers import counted
from model.swedish.visible import visible
from model.views.department import overview
from model.views.goal_matrix import GoalMatrix, MatrixRow, goal_matrix
from tui.app.bindings import bindings_for
from tui.app.locked import shown_plan
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import waiting_rows
from tui.app.screens.overview_lines import OWN
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList
from tui.app.working import latest

NAME_LEAST, NAME_MOST = 20, 36
FRAME_WIDTH = 9
"""Cells that borders, the cursor's mark, the scrollbar and the gap at the end take."""


class Columns(NamedTuple):
    """Which goals are shown, and how wide the columns are."""

    goals: slice
    digits: int
    name: int


class GoalMatrixScreen(FrameScreen):
    """Units as rows and goals as columns; left and right mark a goal, which is told in full."""

    context = "goal_matrix"
    AUTO_FOCUS = "#matrix-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("goal_matrix")]

    def __init__(self, tertial: Tertial, root: EntityId | None) -> None:
        """The units below a department, or all."""
        super().__init__()
        self.shown_tertial = tertial
        self._root = root
        self._matrix: GoalMatrix | None = None
        self._at = 0

    def compose(self) -> ComposeResult:
        """A line, the goals' numbers downwards, the units, the marked goal, the keys."""
        yield Static("", id="matrix-head", classes="title-bar", markup=False)
        with Vertical(id="matrix-pane", classes="pane"):
            yield RowList(id="matrix-numbers")
            yield RowList(id="matrix-list", on_move=self._show_goal)
        yield Static("", id="matrix-goal", markup=False)
        yield KeyBar(self.context)

    def on_mount(self) -> None:
        """The numbers are no list to go to."""
        self.query_one("#matrix-numbers", RowList).can_focus = False

    def show_plan(self) -> None:
        """Count behind the screen."""
        if self.session.has_plan:
            latest(self, self._count, "counting")
        else:
            self._list.show(waiting_rows(self.session.trouble))

    async def _count(self) -> None:
        self._matrix = await asyncio.to_thread(
            _counted, shown_plan(self, self.shown_tertial), self.shown_tertial, self._root
        )
        self._show()

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self._show()

    @property
    def _list(self) -> RowList:
        return self.query_one("#matrix-list", RowList)

    @property
    def _digits(self) -> int:
        """Two digits in a cell where all goals then have room, else one."""
        goals = len(self._matrix.goals) if self._matrix is not None else 0
        return 2 if self._for_goals >= goals * 3 else 1

    @property
    def _for_goals(self) -> int:
        return self.app.size.width - FRAME_WIDTH - NAME_LEAST

    def _columns(self, matrix: GoalMatrix) -> Columns:
        """The goals that there is room for, the marked one among them."""
        room = max(1, self._for_goals // (self._digits + 1))
        first = max(0, self._at - room + 1)
        taken = min(room, len(matrix.goals)) * (self._digits + 1)
        name = self._for_goals + NAME_LEAST - taken
        return Columns(slice(first, first + room), self._digits, min(NAME_MOST, name))

    def _show(self) -> None:
        matrix = self._matrix
        if matrix is None:
            return
        shown = self._columns(matrix)
        numbers = self.query_one("#matrix-numbers", RowList)
        header = list(_header(matrix, self._at, shown))
        numbers.styles.height = len(header)
        numbers.show(header)
        sums = {row.unit for row in matrix.rows if row.is_sum}
        self._list.show([_row(row, shown, is_own=row.unit in sums) for row in matrix.rows])
        unworked = len(matrix.unworked)
        words = "Alla mål har någon enhet" if not unworked else ""
        head = spread(
            Content.assemble(("Mål × enheter ", "bold $primary"), str(matrix.year)),
            Content(words or f"▲ {counted(unworked, 'mål', 'mål')} utan enhet"),
            self.app.size.width - 2,
        )
        self.query_one("#matrix-head", Static).update(head, layout=False)

    @property
    def goal(self) -> Goal | None:
        """The marked goal."""
        goals = self._matrix.goals if self._matrix is not None else ()
        return goals[self._at] if self._at < len(goals) else None

    def _show_goal(self, key: str | None) -> None:
        matrix, goal = self._matrix, self.goal
        if matrix is None or goal is None:
            return
        row = next((row for row in matrix.rows if key == _key(row)), None)
        here = counted(row.counts[self._at], "aktivitet", "aktiviteter") if row else ""
        text = Content.assemble(
            (f"{goal.number} ", "bold $secondary"),
            (visible(goal.text), "bold"),
            "\n",
            (f"{counted(matrix.units[self._at], 'enhet', 'enheter')} arbetar mot målet.", ""),
            (f" {visible(row.name)}: {here}." if row else "", "$muted"),
        )
        self.query_one("#matrix-goal", Static).update(text, layout=False)

    def text_to_copy(self) -> str:
        """The row under the cursor."""
        row = self._list.current
        return row.plain if row else ""

    def action_mark(self, step: int) -> None:
        """Mark another goal."""
        count = len(self._matrix.goals) if self._matrix is not None else 0
        if count:
            self._at = (self._at + step) % count
            self._show()

    def action_open(self) -> None:
        """Open the chosen unit's own first screen."""
        from tui.app.screens.home import HomeScreen

        key = self._list.key
        if key is not None:
            self.app.push_screen(HomeScreen(unit=key.partition(" ")[0]))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click opens."""
        self.action_open()

    def action_assess(self) -> None:
        """Assess the marked goal."""
        from tui.app.screens.assess import AssessScreen

        if self.session.profile.role is Role.CENTRAL and self.goal is not None:
            self.app.push_screen(AssessScreen(self.shown_tertial, self.goal.id))
        else:
            self.notify("Målen bedöms centralt, av stab eller controller.", timeout=6)

    def action_back(self) -> None:
        """Back to the overview."""
        self.dismiss(None)


def _counted(plan: Plan, tertial: Tertial, root: EntityId | None) -> GoalMatrix:
    """The matrix; from a worker thread."""
    return goal_matrix(plan, overview(plan, tertial, root))


def _key(row: MatrixRow) -> str:
    return f"{row.unit} sum" if row.is_sum else row.unit


def _header(matrix: GoalMatrix, marked: int, shown: Columns) -> Iterator[ListRow]:
    """The goals' numbers written downwards, and which one is marked or has no unit."""
    numbers = [goal.number.replace(".", "") for goal in matrix.goals][shown.goals]
    height = max(map(len, numbers), default=0)
    for line in range(height):
        yield _line("", [Cell(number.rjust(height)[line]) for number in numbers], shown)
    signs = ["▲" if count == 0 else " " for count in matrix.units]
    if marked < len(signs):
        signs[marked] = "▾"
    yield _line("Enhet", [Cell(sign) for sign in signs[shown.goals]], shown)


def _line(name: str, cells: list[Cell], shown: Columns, tone: str = "") -> ListRow:
    """A name, a narrow cell for each goal with its figure to the right, and the rest empty."""
    narrow = (Cell(cell.text.rjust(shown.digits), shown.digits, cell.tone) for cell in cells)
    return ListRow((Cell(name, shown.name, tone), *narrow, Cell("")))


def _row(row: MatrixRow, shown: Columns, *, is_own: bool) -> ListRow:
    name = "  " * row.depth + (OWN if is_own and not row.is_sum else visible(row.name))
    cells = [_cell(count, shown, is_sum=row.is_sum) for count in row.counts[shown.goals]]
    line = _line(name, cells, shown, "strong" if row.is_sum else "")
    return ListRow(line.cells, _key(row), row.name)


def _cell(count: int, shown: Columns, *, is_sum: bool) -> Cell:
    """A figure; a dot for nothing, a plus for more than there is room for."""
    if count == 0:
        return Cell("·", None, "warn" if is_sum else "muted")
    text = str(count) if count < 10**shown.digits else "+"
    return Cell(text, None, "strong" if is_sum else "good")
