"""The palette: everything that can be done where one stands, found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from model.plan.vocabulary import StatusValue
from model.swedish.search import Matcher, searchable
from tui.actions import EVERYWHERE, Action, actions_in
from tui.app.screens.pick import PickScreen
from tui.app.widgets.row_list import Cell, ListRow

if TYPE_CHECKING:
    from tui.app.app import TertialApp


class PaletteScreen(PickScreen):
    """Actions of a context and of everywhere, with their keys and what they do."""

    context: ClassVar[str] = "palette"
    title_text: ClassVar[str] = "Allt som går att göra"
    placeholder: ClassVar[str] = "Skriv vad du vill göra"

    def __init__(self, context: str) -> None:
        """Offer what can be done in one context."""
        super().__init__()
        self._offered = {
            f"{action.context}.{action.name}": action
            for action in (*actions_in(context), *actions_in(EVERYWHERE))
            if action.name != "command_palette"
        }
        self._searchable = [
            searchable(_label(action), action.help) for action in self._offered.values()
        ]

    def rows_for(self, query: str) -> Sequence[ListRow]:
        """Actions whose label or sentence fits."""
        keys = list(self._offered)
        found = Matcher(query).best(self._searchable)
        return [_row(keys[number], self._offered[keys[number]]) for number in found]


def _label(action: Action) -> str:
    """What the action is called; a digit by the status that it stands for."""
    if action.bar_key != action.shown_key or action.is_repeated:
        status = list(StatusValue)[int(action.keys[0]) - 1]
        return f"{status.symbol} {status.swedish}"
    return action.label.capitalize()


def _row(key: str, action: Action) -> ListRow:
    return ListRow(
        (
            Cell(action.shown_key, 10, "strong"),
            Cell(_label(action), 24),
            Cell(action.help, None, "muted"),
        ),
        key,
    )


def open_palette(app: TertialApp) -> None:
    """Show the palette over the screen on top, and do there what was picked."""
    screen = app.screen
    context = getattr(screen, "context", EVERYWHERE)
    if isinstance(screen, PaletteScreen) or not actions_in(context):
        return

    async def do(key: str | None) -> None:
        if key is None:
            return
        where, name = key.split(".", 1)
        await screen.run_action(f"app.{name}" if where == EVERYWHERE else name)

    app.push_screen(PaletteScreen(context), do)
