"""The history of one thing, mostly an activity: who changed what and when, from what to what."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.errors import ModelError
from model.plan.identifiers import EntityId
from model.swedish.date_text import time_text
from model.swedish.visible import visible, visible_lines
from model.views.changes import HistoryLine, belonging, describe
from model.views.entity_names import name_of
from tui.app.bindings import bindings_for
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.session import Session
from tui.app.widgets.beside import Beside
from tui.app.widgets.details_pane import Part
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList
from tui.app.working import latest


class HistoryScreen(FrameScreen):
    """Newest first; beside the list what the chosen change changed."""

    context = "history"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("history")]

    def __init__(self, entity: EntityId) -> None:
        """About one activity and what has been reported of it, or anything else by its id."""
        super().__init__()
        self.entity_id = entity
        self._lines: dict[str, HistoryLine] = {}

    def compose(self) -> ComposeResult:
        """A line, the list with the chosen change beside it, the keys."""
        yield Static("", id="history-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            yield RowList(id="history-list", classes="pane", on_move=self._show_line)
            yield Beside(id="history-text")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Read the history behind the screen."""
        title = visible(name_of(self.plan, self.plan.any_of(self.entity_id)))
        head = spread(
            Content.assemble(("Historik ", "bold $primary"), title),
            Content(""),
            self.app.size.width - 2,
        )
        self.query_one("#history-head", Static).update(head, layout=False)
        latest(self, self._read, "history")

    async def _read(self) -> None:
        try:
            lines = await self.tertial.write(self._history, tell=False, reads=True)
        except ModelError as error:
            await self.tertial.explain(error)
            return
        self._lines = {line.name: line for line in reversed(lines)}
        now = datetime.now().astimezone()
        rows = [_row(line, now) for line in self._lines.values()]
        self.query_one(RowList).show(rows)

    def _history(self, session: Session) -> tuple[HistoryLine, ...]:
        """Every change of the entity and of what belongs to it; from a worker thread."""
        workspace = session.open()
        entity = session.plan.any_of(self.entity_id)
        parts = belonging(session.plan, entity) if entity is not None else []
        entries = [entry for part in parts for entry in workspace.entries_of(part)]
        return tuple(sorted(describe(entries, session.plan), key=lambda line: line.time))

    def _show_line(self, key: str | None) -> None:
        line = self._lines.get(key) if key else None
        text = line_text(line) if line else Content("")
        self.query_one(Beside).show(text)

    def text_to_copy(self) -> str:
        """The change under the cursor as text."""
        line = self._lines.get(self.query_one(RowList).key or "")
        return line_text(line).plain if line else ""

    def action_copy_row(self) -> None:
        """Copy the chosen change."""
        self.tertial.action_copy()

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.pop_screen()


def _row(line: HistoryLine, now: datetime) -> ListRow:
    cells = (
        Cell(time_text(line.time, now=now), 16, "muted"),
        Cell(line.who, 20),
        Cell(line.headline),
    )
    return ListRow(cells, line.name)


def line_text(line: HistoryLine) -> Content:
    """One change in full."""
    local = line.time.astimezone()
    parts: list[Part] = [
        (line.headline, "bold"),
        "\n",
        (f"{visible(line.who)}, {local:%Y-%m-%d %H:%M}", "$muted"),
        "\n",
    ]
    for field in line.fields:
        parts += ["\n", (field.label, "$secondary"), "\n"]
        if field.before:
            parts += [("från  ", "$muted"), visible_lines(field.before), "\n"]
        parts += [("till  ", "$muted"), visible_lines(field.after) or "–", "\n"]
    return Content.assemble(*parts)
