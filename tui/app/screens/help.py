"""F1: what the focused part is for, and every key that works there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.actions import CONTEXTS, EVERYWHERE, Action, actions_in
from tui.app.widgets.details_pane import Part
from tui.help_texts import CONTEXT_TEXTS, PART_TEXTS

KEY_WIDTH = 12


class HelpScreen(ModalScreen[None]):
    """Help for one context, and for the part of it that had the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q", "close", show=False),
    ]

    def __init__(self, context: str, part: str = "", inner: str = "") -> None:
        """Explain a context, a part of it by its widget's id, and a context of that part's own."""
        super().__init__()
        self._about = context
        self._part = part
        self._inner = inner

    @classmethod
    def about(cls, screen: Screen[object]) -> HelpScreen:
        """Help for where somebody stands."""
        focused = screen.focused
        part = focused.id if focused is not None and focused.id else ""
        inner = getattr(focused, "context", "")
        return cls(getattr(screen, "context", EVERYWHERE), part, inner)

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        with Vertical(classes="box help"):
            title = CONTEXTS.get(self._about, CONTEXTS[EVERYWHERE])
            yield Static(f"Hjälp · {title}", classes="box-title", markup=False)
            with VerticalScroll(classes="box-text"):
                yield Static(help_text(self._about, self._part, self._inner), markup=False)
            yield Static("↑↓ rulla   Esc tillbaka", classes="box-keys", markup=False)

    def action_close(self) -> None:
        """Back to where one stood."""
        self.dismiss(None)


def help_text(context: str, part: str, inner: str = "") -> Content:
    """What a part and its context are for, and their keys."""
    parts: list[Part] = []
    for text in (PART_TEXTS.get(part), CONTEXT_TEXTS.get(context)):
        if text:
            parts += [text, "\n\n"]
    if inner:
        parts += _keys(f"Tangenter i fältet {CONTEXTS[inner]}", actions_in(inner))
    here = actions_in(context) if context != EVERYWHERE else ()
    parts += _keys("Tangenter här", here)
    parts += _keys("Överallt", actions_in(EVERYWHERE))
    return Content.assemble(*parts)


def _keys(title: str, actions: tuple[Action, ...]) -> list[Part]:
    if not actions:
        return []
    parts: list[Part] = [(title, "bold $secondary"), "\n"]
    for action in actions:
        if action.is_repeated:
            continue
        parts += [(action.bar_key.ljust(KEY_WIDTH), "bold $footer-key"), action.help, "\n"]
    return [*parts, "\n"]
