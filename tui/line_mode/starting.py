"""Starting the full-screen app from the command line, and telling the version."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from tui.line_mode.common_options import wants_json
from tui.line_mode.session import Session

if TYPE_CHECKING:
    from model.home.paths import Home


def start_app(ctx: click.Context) -> int:
    """Open the app on the home that is asked for."""
    session = Session(ctx)
    if session.as_json:
        raise click.UsageError("--json kräver ett kommando.", ctx)
    return open_app(session.home, session.today, ctx)


def open_app(home: Home, today: date, ctx: click.Context) -> int:
    """Open the app on a home; raises `UsageError` where there is no terminal to draw on."""
    refuse_without_terminal(ctx)
    from tui.app.start import run_app

    return run_app(home, today)


def refuse_without_terminal(ctx: click.Context) -> None:
    """Raise `UsageError` unless somebody sees the screen and can type."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            "Programmet behöver ett terminalfönster. Använd ett kommando när utskriften går till "
            "en fil eller ett annat program.",
            ctx,
        )


def print_version(ctx: click.Context) -> int:
    """Print the program's name and version."""
    from importlib.metadata import version

    from tui.line_mode.output import print_json, say

    if wants_json(ctx):
        print_json({"id": "tertial", "version": version("tertial")})
    else:
        say(f"tertial {version('tertial')}")
    return 0
