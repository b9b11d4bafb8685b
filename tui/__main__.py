"""The program `tertial`: a command where one is given, else the full-screen app."""

from __future__ import annotations

import io
import os
import sys

import click

from tui.commands.registry import SECTIONS
from tui.line_mode.ending import run_safely
from tui.line_mode.shell import LineGroup
from tui.line_mode.swedish_click import speak_swedish

_NAME = "tertial"
_COMPLETION = "_TERTIAL_COMPLETE"


def _start_app(*, version: bool) -> int:
    """Without a command: the app, where there is a terminal for it."""
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is not None:
        return 0
    from tui.line_mode.starting import print_version, start_app

    return print_version(ctx) if version else start_app(ctx)


def program() -> LineGroup:
    """The tree of commands."""
    return LineGroup(
        _NAME,
        SECTIONS,
        callback=_start_app,
        params=[
            click.Option(["--version"], is_flag=True, help="Visa programmets version."),
        ],
        help=(
            "Planera aktiviteter mot de politiska målen och rapportera dem varje tertial.\n\n"
            "Utan kommando öppnas programmet i hela terminalfönstret. Allt som går att göra där "
            "går också att göra med kommandona här."
        ),
        epilog="Hjälp om ett kommando: tertial KOMMANDO --help",
    )


def run(words: list[str]) -> int:
    """Run one command by its words; gives the exit code."""
    group = program()

    def invoke() -> int:
        with group.make_context(_NAME, list(words)) as ctx:
            code: int | None = group.invoke(ctx)
            return code or 0

    return run_safely(invoke, words)


def main() -> int:
    """What the console script calls; gives the exit code."""
    speak_swedish()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if _COMPLETION in os.environ:
        program().main(prog_name=_NAME)
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
