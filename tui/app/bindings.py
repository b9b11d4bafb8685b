"""Textual's bindings, made from the registry of actions."""

from __future__ import annotations

from textual.binding import Binding

from tui.actions import actions_in


def bindings_for(context: str, *, priority: bool = False) -> list[Binding]:
    """The key bindings of a context."""
    return [
        Binding(
            ",".join(action.keys),
            action.name,
            action.label,
            key_display=action.shown_key,
            tooltip=action.help,
            show=False,
            priority=priority,
            id=f"{context}.{action.name}",
        )
        for action in actions_in(context)
    ]
