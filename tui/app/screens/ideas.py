"""Ready-made activities against sickness absence, under the eight health factors."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.example.ideas import HealthFactor, Idea, health_factors
from model.swedish.date_text import MONTHS
from tui.app.bindings import bindings_for
from tui.app.screens.frame import FrameScreen
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList


class IdeasScreen(FrameScreen):
    """The list to the left; why, and what the form will say, to the right."""

    context = "ideas"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("ideas")]

    def __init__(self, on_take: Callable[[Idea], None]) -> None:
        """Offer every idea; `on_take` gets the one that is taken."""
        super().__init__()
        self._on_take = on_take
        self._ideas: dict[str, tuple[HealthFactor, Idea]] = {
            f"{factor.key}/{number}": (factor, idea)
            for factor in health_factors()
            for number, idea in enumerate(factor.idea)
        }

    def compose(self) -> ComposeResult:
        """A line, the list with the idea beside it, the keys."""
        yield Static(
            Content.assemble(("Idéer mot sjukfrånvaro", "bold $primary"), " · åtta friskfaktorer"),
            classes="title-bar",
        )
        with Horizontal(classes="plan-panes"):
            yield RowList(id="ideas-list", classes="pane", on_move=self._show_idea)
            yield Static("", id="ideas-text", classes="pane", markup=False)
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """List the ideas under their factors."""
        rows: list[ListRow] = []
        before = None
        for key, (factor, idea) in self._ideas.items():
            if factor is not before:
                before = factor
                rows.append(ListRow((Cell(factor.name),)))
            rows.append(ListRow((Cell(idea.title),), key, idea.title))
        self.query_one(RowList).show(rows)

    def _show_idea(self, key: str | None) -> None:
        text = Content("")
        if key is not None:
            factor, idea = self._ideas[key]
            months = f"{MONTHS[idea.start_month - 1]} till {MONTHS[idea.end_month - 1]}"
            text = Content.assemble(
                (f"{idea.title}\n", "bold"), f"{idea.description}\n", (f"{months}\n\n", "$muted"),
                (f"Varför: {factor.name.lower()}\n", "$secondary"), factor.why,
            )  # fmt: skip
        self.query_one("#ideas-text", Static).update(text, layout=False)

    def text_to_copy(self) -> str:
        """The title under the cursor."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click takes."""
        self.action_take()

    def action_take(self) -> None:
        """Take the idea under the cursor."""
        key = self.query_one(RowList).key
        if key is not None:
            self.dismiss(None)
            self._on_take(self._ideas[key][1])

    def action_back(self) -> None:
        """Back to the form."""
        self.dismiss(None)
