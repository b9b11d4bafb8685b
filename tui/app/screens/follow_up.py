"""What is followed up across the units: what waits and for what, what slips, who has no deputy."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from model.plan.calendar import Tertial
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.swedish.visible import visible
from model.views.department import overview
from model.views.follow_up import FollowedUp, FollowUp, follow_up, units_of
from tui.app.bindings import bindings_for
from tui.app.locked import shown_plan
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import heading, waiting_rows
from tui.app.screens.unit_picker import UnitPicker
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList
from tui.app.working import latest

UNIT_WIDTH = 22
WORDS_WIDTH = 44
WIDE = 110
"""From so many cells on the row also says what an activity waits for, or how it has slipped."""


class FollowUpScreen(FrameScreen):
    """Lists under headings; Enter opens an activity."""

    context = "follow_up"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("follow_up")]

    def __init__(self, tertial: Tertial, root: EntityId | None) -> None:
        """The units below a department, or all and what the centre reports itself."""
        super().__init__()
        self.shown_tertial = tertial
        self._whole = root
        self._root = root
        self._found: FollowUp | None = None
        self._by_key: dict[str, FollowedUp] = {}

    def compose(self) -> ComposeResult:
        """A line, the lists, what the chosen row says in full, the keys."""
        yield Static("", id="follow-head", classes="title-bar", markup=False)
        yield RowList(id="follow-list", classes="pane", on_move=self._show_row)
        yield Static("", id="follow-words", markup=False)
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Go through the units behind the screen."""
        unit = self.plan.find(OrganisationUnit, self._root)
        of = f" · {visible(unit.name)}" if unit is not None else ""
        title = Content.assemble(("Följ upp ", "bold $primary"), self.shown_tertial.swedish, of)
        self.query_one("#follow-head", Static).update(
            spread(title, Content(""), self.app.size.width - 2), layout=False
        )
        if self.session.has_plan:
            latest(self, self._look, "looking_up")
        else:
            self.query_one(RowList).show(waiting_rows(self.session.trouble))

    async def _look(self) -> None:
        self._found = await asyncio.to_thread(
            _followed, shown_plan(self, self.shown_tertial), self.shown_tertial, self._root
        )
        self._show()

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self._show()

    def _show(self) -> None:
        if self._found is None:
            return
        self._by_key = {}
        rows = list(self._rows(self._found))
        if self._found.is_empty:
            rows = [heading("✔ Inget väntar, inget har halkat efter och alla har ersättare.")]
        self.query_one(RowList).show(rows)

    def _rows(self, found: FollowUp) -> Iterator[ListRow]:
        lists = [
            *((f"Väntar, orsak: {cause.swedish}", rows) for cause, rows in found.by_cause.items()),
            ("Försenat eller i vänteläge utan angiven orsak", found.without_cause),
            ("Har halkat efter sedan förra tertialet", found.slipped),
            ("Utan ersättare", found.without_deputy),
        ]
        for title, rows in lists:
            if rows:
                yield heading(f"{title} ({len(rows)})")
            for number, row in enumerate(rows):
                key = f"{title} {number}"
                self._by_key[key] = row
                yield self._row(key, row)

    def _row(self, key: str, row: FollowedUp) -> ListRow:
        cells = [
            Cell(visible(row.unit_name), UNIT_WIDTH, "muted"),
            Cell(row.goal_numbers[0] if row.goal_numbers else "", 6, "muted"),
            Cell(visible(row.title)),
        ]
        if self.app.size.width >= WIDE:
            cells.append(Cell(visible(row.words), WORDS_WIDTH, "muted"))
        return ListRow(tuple(cells), key, _plain(row))

    def _show_row(self, key: str | None) -> None:
        row = self._by_key.get(key) if key else None
        text = Content("")
        if row is not None:
            text = Content.assemble(
                (visible(row.title), "bold"), "\n", (visible(row.words), "$muted")
            )
        self.query_one("#follow-words", Static).update(text, layout=False)

    def text_to_copy(self) -> str:
        """The row under the cursor."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    def action_copy_all(self) -> None:
        """Copy the lists as text."""
        rows = self.query_one(RowList).rows
        lines = [row.plain if row.key else f"\n{row.cells[0].text}" for row in rows]
        self.app.copy_to_clipboard("\n".join(lines).strip())
        self.notify("Listorna är kopierade.", timeout=4)

    def action_choose_unit(self) -> None:
        """Show only what belongs to a department or a unit; without a choice everything again."""

        def picked(key: str | None) -> None:
            self._root = key or self._whole
            self.show_plan()

        below = {unit.id for unit in self.plan.below(self._whole)} if self._whole else None
        self.app.push_screen(UnitPicker(self.plan, among=below), picked)

    def action_open(self) -> None:
        """Open the chosen activity as its unit reads it."""
        from tui.app.screens.activity import ActivityScreen

        row = self._by_key.get(self.query_one(RowList).key or "")
        if row is not None:
            self.app.push_screen(ActivityScreen(row.activity, row.unit, self.shown_tertial))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click opens."""
        self.action_open()

    def action_back(self) -> None:
        """Back to the overview."""
        self.dismiss(None)


def _followed(plan: Plan, tertial: Tertial, root: EntityId | None) -> FollowUp:
    """The lists; from a worker thread."""
    units = units_of(overview(plan, tertial, root), whole=root is None)
    return follow_up(plan, units, tertial)


def _plain(row: FollowedUp) -> str:
    """A row as text: `Kostenheten: 3.4.5 Dialog (inväntar beslut)`."""
    words = f" ({row.words})" if row.words else ""
    return f"{row.unit_name}: {' '.join(row.goal_numbers)} {row.title}{words}"
