"""The bottom line: the keys of this context, drawn as one line that can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.actions import EVERYWHERE, Action, actions_in

WIDE_GAP, NARROW_GAP = 3, 2


class KeyBar(Widget):
    """Shows as many of a context's keys as fit; those for everywhere stand last."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; color: $foreground; }
    KeyBar > .key-bar--key { color: $footer-key; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key"}

    def __init__(self, context: str) -> None:
        """A bar for one context."""
        super().__init__()
        self._actions = _in_bar(context)
        self._left_out: Sequence[str] = ()
        self._places: list[tuple[int, int, Action]] = []

    def show_context(self, context: str) -> None:
        """Show another context's keys."""
        actions = _in_bar(context)
        if actions != self._actions:
            self._actions = actions
            self.refresh()

    def leave_out(self, names: Sequence[str]) -> None:
        """Leave out the keys of actions that are of no use now."""
        if names != self._left_out:
            self._left_out = names
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line, with whole entries only."""
        width = self.size.width
        plain = self.rich_style
        key_style = plain + self.get_component_rich_style("key-bar--key", partial=True)
        gap = WIDE_GAP if self._needed(WIDE_GAP) <= width else NARROW_GAP
        reserved = sum(_width(each) + gap for each in self._actions if _is_everywhere(each))
        segments = [Segment(" ", plain)]
        at = 1
        self._places = []
        for action in self._actions:
            room = width - at - (0 if _is_everywhere(action) else reserved)
            if _width(action) > room or action.name in self._left_out:
                continue
            segments.append(Segment(action.bar_key, key_style))
            segments.append(Segment(f" {action.label}{' ' * gap}", plain))
            self._places.append((at, at + _width(action), action))
            at += _width(action) + gap
        return Strip(segments).adjust_cell_length(width, plain)

    def _needed(self, gap: int) -> int:
        return 1 + sum(_width(action) + gap for action in self._actions)

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, action in self._places:
            if start <= event.x < end:
                await self.screen.run_action(
                    f"app.{action.name}" if action.context == EVERYWHERE else action.name
                )


def _in_bar(context: str) -> Sequence[Action]:
    return [action for action in (*actions_in(context), *actions_in(EVERYWHERE)) if action.in_bar]


def _is_everywhere(action: Action) -> bool:
    return action.context == EVERYWHERE


def _width(action: Action) -> int:
    return cell_len(action.bar_key) + cell_len(action.label) + 1
