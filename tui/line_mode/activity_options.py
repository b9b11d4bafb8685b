"""The options that say what an activity is: the same for planning one and for changing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypedDict, TypeVar

import click

from tui.line_mode.value_types import DAY, TEXT

F = TypeVar("F", bound=Callable[..., object])


class ActivityValues(TypedDict):
    """What was given; None and () where an option was not."""

    title: str | None
    goals: tuple[str, ...]
    start: date | None
    end: date | None
    description: str | None
    responsible: str | None
    deputy: str | None


def activity_options(function: F) -> F:
    """Give a command the options."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


_OPTIONS = (
    click.option("--title", type=TEXT, metavar="TEXT", help="Rubrik på en rad."),
    click.option(
        "--goal",
        "goals",
        type=TEXT,
        multiple=True,
        metavar="NUMMER",
        help="Målets nummer, som 3.4.5. Upprepa för flera mål, det viktigaste först.",
    ),
    click.option("--start", type=DAY, metavar="DATUM", help="Startdatum."),
    click.option("--end", type=DAY, metavar="DATUM", help="Slutdatum."),
    click.option("--description", type=TEXT, metavar="TEXT", help="Vad som ska göras och varför."),
    click.option("--responsible", type=TEXT, metavar="NAMN", help="Ansvarig."),
    click.option("--deputy", type=TEXT, metavar="NAMN", help="Ersättare."),
)
