"""Fields that are chosen from a list: a person, the goals; and the line that saves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from model.plan.entities import Goal
from tui.app.bindings import bindings_for
from tui.app.widgets.labelled import LABEL, Labelled
from tui.app.widgets.row_list import Cell, ListRow, RowList, fitted
from tui.app.widgets.text_field import TextField

_GOAL_KEYS = frozenset({"primary_goal", "remove_goal"})
FIELD_KEYS = _GOAL_KEYS | {"day(1)", "day(-1)", "month(1)", "month(-1)"}
"""Actions of the plan form whose keys mean something in one field only."""
MOST_GOALS_SHOWN = 4


class PersonField(TextField):
    """A name. Enter asks who is meant, unless that is plain; so a name may be typed or chosen."""

    class Asked(Message):
        """Somebody is to be chosen from the list."""

        def __init__(self, field: PersonField) -> None:
            super().__init__()
            self.field = field

    def __init__(self, label: str, *, id: str) -> None:  # noqa: A002  # Textual's own name for it
        """An empty field with its label."""
        super().__init__(label, select_on_focus=True, id=id)
        self.is_known = False
        """Whether the name is somebody's in the register."""

    async def action_submit(self) -> None:
        """On to the next field, or to the list."""
        if self.is_known:
            await super().action_submit()
        else:
            self.post_message(self.Asked(self))


class GoalsField(Labelled, RowList):
    """The goals of an activity, primary first; letters are keys here."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {LABEL}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.pick_goals", show=False),
        *(
            Binding(binding.key, f"screen.{binding.action}", show=False)
            for binding in bindings_for("plan")
            if binding.action in _GOAL_KEYS
        ),
    ]

    def __init__(self, label: str, *, id: str) -> None:  # noqa: A002  # Textual's own name for it
        """An empty list with its label."""
        super().__init__(id=id)
        self.set_label(label)

    def show_goals(self, goals: Sequence[Goal], *, key: str | None = None) -> None:
        """Show these goals in their order, with the cursor on `key` if it is one of them."""
        numbers = max((cell_len(goal.number) for goal in goals), default=0)
        rows = [
            ListRow(
                (Cell(goal.number, numbers, "strong"), Cell(goal.text)),
                goal.id,
                f"{goal.number} {goal.text}",
            )
            for goal in goals
        ]
        if not rows:
            rows = [ListRow((Cell("–"),))]
        height = min(len(rows), MOST_GOALS_SHOWN)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        self.show(rows, key=key)

    def action_cursor(self, step: int) -> None:
        """Move in the list, and out of it at its ends."""
        before = self.cursor
        super().action_cursor(step)
        if self.cursor == before:
            if step > 0:
                self.screen.focus_next()
            else:
                self.screen.focus_previous()


class SaveLine(Labelled, Widget, can_focus=True):
    """The last field: Enter saves."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {LABEL}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.save", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name for it
        """A line that says which key saves."""
        super().__init__(id=id)
        self.set_label("Spara")

    def render_line(self, y: int) -> Strip:
        """What to press."""
        text = "Enter sparar" if self.has_focus else "Ctrl+S sparar varifrån som helst"
        return Strip(
            [Segment(fitted(text if y == 0 else "", self.content_size.width), self.rich_style)]
        )

    async def on_click(self) -> None:
        """The mouse may be used too."""
        await self.screen.run_action("save")
