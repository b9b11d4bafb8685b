"""The budget tables of a year as the operational plan prints them, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.checks.budget import budget_adds_up
from model.checks.finding import Finding
from model.checks.material import Material
from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.swedish.visible import visible
from model.views.budget import BudgetView, budget_tables
from tui.actions import action
from tui.app.bindings import bindings_for
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import heading, waiting_rows
from tui.app.widgets.beside import Beside
from tui.app.widgets.details_pane import Part
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList

_WIDEST_COLUMN = 16
_IMPORT = action("overview", "import_sheet")
_WHERE = (
    "Tabellerna ändras i målkatalogen, eller läses in ur ett kalkylblad med "
    f"{_IMPORT.shown_key} i översikten."
)


class BudgetScreen(FrameScreen):
    """Tables with their computed sums; beside them the chosen row, and what is found (F13)."""

    context = "budget"
    AUTO_FOCUS = "#budget-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("budget")]

    def __init__(self, year: int, table: EntityId | None = None) -> None:
        """The tables of a year, with the cursor on the sum of one of them."""
        super().__init__()
        self.year = year
        self._first = table
        self._places: dict[str, tuple[BudgetView, int | None]] = {}
        self._found: tuple[Finding, ...] = ()

    def compose(self) -> ComposeResult:
        """A line, the tables with the chosen row beside them, the keys."""
        yield Static("", id="budget-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            yield RowList(id="budget-list", classes="pane", on_move=self._show_row)
            yield Beside(id="budget-text")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the tables as they stand now; the first page of the start has none."""
        if self.session.workspace is None:
            self._list.show(waiting_rows(self.session.trouble))
            return
        last = Tertial(self.year, 3)
        material = Material(self.plan, (), last, last.as_of, self.session.profile.role)
        self._found = tuple(budget_adds_up(material))
        self._places = {}
        rows = [row for view in budget_tables(self.plan, self.year) for row in self._rows(view)]
        self._show_head()
        none = [heading(f"Det finns ingen budget för {self.year}.")]
        self._list.show(rows or none, key=self._first)
        self._first = None
        self._show_row(self._list.key)

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def _show_head(self) -> None:
        head = spread(
            Content.assemble(("Budget ", "bold $primary"), str(self.year)),
            Content("summorna är uträknade"),
            self.app.size.width - 2,
        )
        self.query_one("#budget-head", Static).update(head, layout=False)

    @property
    def _list(self) -> RowList:
        return self.query_one("#budget-list", RowList)

    def _of(self, view: BudgetView) -> list[Finding]:
        return [finding for finding in self._found if finding.entity == view.table.id]

    def _rows(self, view: BudgetView) -> Iterator[ListRow]:
        """A table: its name, its columns, a row for each frame, and the sum, by the table's id."""
        yield heading(visible(view.caption))
        widths = [
            min(max(cell_len(column), cell_len(view.written(total))), _WIDEST_COLUMN) + 1
            for column, total in zip(view.table.columns, view.sums, strict=True)
        ]
        columns = _cells(view.table.heading, view.table.columns, widths, "muted")
        yield ListRow(columns, is_note=True)
        for at, (line, row) in enumerate(zip(view.lines, view.rows, strict=True)):
            self._places[line.id] = (view, at)
            figures = tuple(map(view.written, row.values))
            yield ListRow(_cells(row.name, figures, widths), line.id)
        self._places[view.table.id] = (view, None)
        figures = tuple(map(view.written, view.sums))
        name = "▲ Summa" if self._of(view) else "Summa"
        tone = "warn" if self._of(view) else "strong"
        yield ListRow(_cells(name, figures, widths, tone), view.table.id)

    def _show_row(self, key: str | None) -> None:
        place = self._places.get(key or "")
        text = self._text(*place) if place is not None else Content("")
        self.query_one("#budget-text", Beside).show(text)

    def _text(self, view: BudgetView, at: int | None) -> Content:
        """A row with its columns named, then what is found in its table."""
        name = "Summa" if at is None else view.rows[at].name
        values = view.sums if at is None else view.rows[at].values
        parts: list[Part] = [(f"{visible(name)}\n", "bold"), f"{visible(view.caption)}\n\n"]
        parts += [
            f"{visible(column)}: {view.written(value) or '–'}\n"
            for column, value in zip(view.table.columns, values, strict=True)
        ]
        for finding in self._of(view):
            parts += [
                ("\n▲ ", "$warning"),
                f"{visible(finding.where)}\n{visible(finding.text)} {visible(finding.advice)}\n",
            ]
        return Content.assemble(*parts, "\n", (_WHERE, "$muted"))

    def text_to_copy(self) -> str:
        """The row under the cursor as one line."""
        row = self._list.current
        return " ".join(row.plain.split()) if row is not None else ""

    def action_back(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)


def _cells(
    name: str, figures: tuple[str, ...], widths: list[int], tone: str = ""
) -> tuple[Cell, ...]:
    cells = (
        Cell(visible(figure)[:width].rjust(width), width, tone)
        for figure, width in zip(figures, widths, strict=True)
    )
    return (Cell(visible(name), None, tone), *cells)
