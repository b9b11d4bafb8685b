"""Bundles in the app: asking for the file, and saying what came of it."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from model.errors import ModelError
from tui.app.session import Session
from tui.app.typed_path import typed_path
from tui.bundle_words import packed_words, unpacked_words, unread_words

if TYPE_CHECKING:
    from sync.bundle.reading import Unpacked
    from sync.bundle.writing import Packed
    from tui.app.app import TertialApp

WAIT_SECONDS = 2.0
"""How long an exchange under way is waited for: the person can do it again."""


def ask_to_write(
    app: TertialApp, value: str = "", problem: str = "", may_replace: str = ""
) -> None:
    """Ask for a file name and put what this home may pass on there."""
    from tui.app.screens.ask_text import AskTextScreen

    name = f"tertial {app.today.isoformat()}.tertial"
    screen = AskTextScreen(
        "Skriv ett paket",
        "En fil med det som den här datorn har, för e-post eller USB-minne. Den är inte krypterad, "
        "och inget räknas som skickat.",
        value=value or str(Path.cwd() / name),
        problem=problem,
    )

    def answered(path: str | None) -> None:
        if path is not None and path.strip():
            app.in_background(_write(app, path.strip(), may_replace))

    app.push_screen(screen, answered)


async def _write(app: TertialApp, path: str, may_replace: str) -> None:
    """Write the file; what is wrong with the path is said where it can be mended."""
    from sync.errors import SyncError

    app.clear_notifications()
    if path != may_replace and await asyncio.to_thread(_is_there, path):
        there = "▲ Filen finns redan. Enter igen ersätter den; ändra annars namnet."
        ask_to_write(app, path, there, path)
        return
    try:
        packed = await app.write(partial(_written, path), tell=False)
    except (ModelError, SyncError) as error:
        ask_to_write(app, path, str(error))
    else:
        app.notify("\n".join(packed_words(packed)), timeout=10)


def ask_to_read(app: TertialApp, value: str = "", problem: str = "") -> None:
    """Ask for a file and take in what it has for this home."""
    from tui.app.screens.ask_text import AskTextScreen

    screen = AskTextScreen(
        "Läs in ett paket",
        "Filens sökväg. Inget skrivs över: har två ändrat samma sak sparas båda.",
        value=value,
        problem=problem,
    )

    def answered(path: str | None) -> None:
        if path is not None and path.strip():
            app.in_background(_read(app, path.strip()))

    app.push_screen(screen, answered)


async def _read(app: TertialApp, path: str) -> None:
    from sync.errors import SyncError

    app.clear_notifications()
    try:
        unpacked = await app.write(partial(_taken_in, path))
    except (ModelError, SyncError) as error:
        ask_to_read(app, path, str(error))
        return
    app.notify("\n".join(unpacked_words(unpacked)), timeout=10)
    if unpacked.unread:
        from tui.app.screens.message import MessageScreen

        await app.push_screen(
            MessageScreen("Allt i filen gick inte att läsa", "\n".join(unread_words(unpacked)))
        )


def _written(path: str, session: Session) -> Packed:
    from sync.bundle.writing import write_bundle

    return write_bundle(session.open(), typed_path(path).absolute(), wait=WAIT_SECONDS)


def _taken_in(path: str, session: Session) -> Unpacked:
    from sync.bundle.reading import read_bundle

    try:
        return read_bundle(session.open(), typed_path(path).absolute(), wait=WAIT_SECONDS)
    finally:
        session.refresh()


def _is_there(path: str) -> bool:
    """Whether writing would replace something."""
    from sync.bundle.writing import bundle_at

    try:
        return bundle_at(typed_path(path).absolute()).is_file()
    except (OSError, ValueError):
        return False
