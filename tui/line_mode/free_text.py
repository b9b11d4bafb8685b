"""Free texts before they are saved: a warning for what should not stand in a report."""

from __future__ import annotations

import sys

import click

from model.checks.before_save import Sensitive, warnings_for
from tui.line_mode.output import is_interactive, note


def warn_before_save(**texts: str | None) -> None:
    """Warn on stderr of personal numbers and the like; at a terminal ask whether to save.

    The texts are named by their Swedish words. Raises `click.exceptions.Exit` when the answer is
    no; nothing is saved then.
    """
    asks = False
    for name, text in texts.items():
        for warning in warnings_for(text or ""):
            note(f"Varning ({name}): {warning.text} {warning.advice}")
            asks = asks or warning.kind is Sensitive.PERSONAL_NUMBER
    if asks and is_interactive() and not answers_yes("Spara ändå?"):
        note("Inget är sparat.")
        raise click.exceptions.Exit(1)


def answers_yes(question: str) -> bool:
    """Ask on the terminal; anything but a yes is a no."""
    click.echo(f"{question} [j/N] ", err=True, nl=False)
    return sys.stdin.readline().strip().casefold() in {"j", "ja"}
