"""Asking where to save a document until it is saved there, or nobody wants it any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from model.errors import ModelError
from report.errors import ReportError
from report.export import Written
from tui.app.screens.ask_text import AskTextScreen
from tui.app.typed_path import typed_path

if TYPE_CHECKING:
    from tui.app.app import TertialApp

Save = Callable[[Path], Written]
"""Writes the document to a file; called off the screen's thread."""


class Asking(NamedTuple):
    """What is asked, and what an answer leads to."""

    title: str
    forms: str
    save: Save


def ask_where(app: TertialApp, asking: Asking, file_name: str) -> None:
    """Offer a file in the folder of the last one, else where one stands; only Enter writes it."""
    folder = app.saved_in or Path.cwd()
    _ask(app, asking, str(folder / file_name.replace("/", "-")))


def _ask(
    app: TertialApp, asking: Asking, value: str, problem: str = "", may_replace: str = ""
) -> None:
    def answered(path: str | None) -> None:
        if path is not None and path.strip():
            app.in_background(_save(app, asking, path.strip(), may_replace))

    screen = AskTextScreen(asking.title, asking.forms, value=value, problem=problem)
    app.push_screen(screen, answered)


async def _save(app: TertialApp, asking: Asking, path: str, may_replace: str) -> None:
    """Write the file; what is wrong with the path is said where it can be mended."""
    app.clear_notifications()
    if path != may_replace and await asyncio.to_thread(_is_file, path):
        there = "▲ Filen finns redan. Enter igen ersätter den; ändra annars namnet."
        _ask(app, asking, path, there, path)
        return
    try:
        file = typed_path(path)
        written = await asyncio.to_thread(lambda: asking.save(file))
    except (ModelError, ReportError) as error:
        _ask(app, asking, path, str(error))
    else:
        app.saved_in = file.absolute().parent
        app.notify(str(written), timeout=8)


def _is_file(path: str) -> bool:
    """Whether saving would replace something."""
    try:
        return typed_path(path).is_file()
    except (OSError, ValueError):
        return False
