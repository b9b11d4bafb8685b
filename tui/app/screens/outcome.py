"""Asking for an outcome, answer by answer; a wrong one is asked for again before the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from model.plan.decimals import decimal_text
from model.swedish.visible import visible
from tui.app.screens.ask_date import AskDateScreen
from tui.app.screens.ask_text import AskTextScreen

if TYPE_CHECKING:
    from tui.app.app import TertialApp

Then = Callable[[str, date, int | None], None]
"""Takes the figure as it is typed, its day, and of how many people it is."""


def ask_outcome(
    app: TertialApp, label: str, then: Then, *, value: str = "", problem: str = ""
) -> None:
    """Ask for a figure of a measure, its day, and of how many people."""

    def answered(figure: str | None) -> None:
        if figure is None:
            return
        if decimal_text(figure) is None:
            wrong = f"”{visible(figure)}” är inget tal. Skriv bara siffran, som 9,11."
            ask_outcome(app, label, then, value=figure, problem=wrong)
        else:
            _ask_day(app, figure, lambda day: _ask_count(app, figure, day, then))

    screen = AskTextScreen("Utfall, som 9,11", label, value=value, problem=problem)
    app.push_screen(screen, answered)


def _ask_day(app: TertialApp, figure: str, then: Callable[[date], None]) -> None:
    def answered(day: date | None) -> None:
        if day is None:
            return
        if day > app.today:
            app.notify(f"{day} har inte varit än.", severity="warning", timeout=6)
            _ask_day(app, figure, then)
        else:
            then(day)

    app.push_screen(AskDateScreen(f"Vilken dag gäller {figure}?", app.today), answered)


def _ask_count(
    app: TertialApp, figure: str, day: date, then: Then, value: str = "", problem: str = ""
) -> None:
    def answered(text: str | None) -> None:
        if text is None:
            return
        digits = "".join(text.split())
        if not digits:
            then(figure, day, None)
        elif digits.isascii() and digits.isdigit():
            then(figure, day, int(digits))
        else:
            wrong = f"”{visible(text)}” är inget antal. Skriv bara siffran."
            _ask_count(app, figure, day, then, text, wrong)

    why = "Lämna tomt om måttet inte handlar om personal."
    app.push_screen(AskTextScreen("Antal anställda", why, value=value, problem=problem), answered)
