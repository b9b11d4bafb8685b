"""Asking for a reason that others will read: never an empty one, warned of what it gives away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.screens.ask_text import AskTextScreen
from tui.app.warned import warning_text

if TYPE_CHECKING:
    from tui.app.app import TertialApp


def ask_reason(
    app: TertialApp,
    title: str,
    text: str,
    then: Callable[[str], None],
    *,
    value: str = "",
    draft_key: str = "",
    problem: str = "",
    warned_of: str = "",
) -> None:
    """Ask until there is a reason or the person leaves; what was warned of is taken as it is."""

    def again(value: str, problem: str, warned_of: str = "") -> None:
        ask_reason(
            app, title, text, then,
            value=value, draft_key=draft_key, problem=problem, warned_of=warned_of,
        )  # fmt: skip

    def answered(reason: str | None) -> None:
        if reason is None:
            return
        warning = warning_text(reason)
        if not reason.strip():
            again("", "Skriv några ord om varför, så att andra förstår.")
        elif warning and reason != warned_of:
            again(reason, f"{warning} Enter igen sparar ändå.", reason)
        else:
            then(reason)

    screen = AskTextScreen(title, text, value=value, problem=problem, draft_key=draft_key)
    app.push_screen(screen, answered)
