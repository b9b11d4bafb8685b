"""Bringing a spreadsheet in, in the app: which file, then what it would do, and one key."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.reporting import current
from sync.errors import SyncError
from tui.app.screens.frame import FrameScreen
from tui.app.session import Session
from tui.app.typed_path import typed_path

if TYPE_CHECKING:
    from model.importing.carrying_out import Planned


class FirstScreen(FrameScreen):
    """A screen on which one begins: spreadsheets are taken in from there."""

    @property
    def shown_tertial(self) -> Tertial:
        """The tertial on the screen."""
        return current(self.plan, self.session.today)

    def action_import_sheet(self) -> None:
        """Ask for a spreadsheet, and show what it would do to the year and tertial shown."""
        ask_for_sheet(self, self.shown_tertial)


def ask_for_sheet(
    screen: FrameScreen, tertial: Tertial, value: str = "", problem: str = ""
) -> None:
    """Ask which file, then show what it would do; what is wrong is said where it can be mended."""
    from tui.app.screens.ask_text import AskTextScreen

    folder = f"{Path.cwd()}{os.sep}"
    asked = AskTextScreen(
        f"Läs in ett kalkylblad för {tertial.swedish}",
        "Filens namn, med mapp: .xlsx, .csv eller .json. Inget ändras innan du har sett vad som "
        "skulle hända. Rader som inte säger år och tertial gäller det som visas; byt med t.",
        value=value or folder,
        problem=problem,
    )

    def answered(path: str | None) -> None:
        if path is not None and path.strip():
            file = typed_path(path, folder)
            screen.tertial.in_background(_show(screen, tertial, file, path.strip()))

    screen.app.push_screen(asked, answered)


async def _show(screen: FrameScreen, tertial: Tertial, file: Path, typed: str) -> None:
    from tui.app.screens.sheet_preview import SheetPreviewScreen

    try:
        planned = await screen.tertial.write(
            lambda session: _planned(session, tertial, file), tell=False, reads=True
        )
    except (ModelError, SyncError) as error:
        ask_for_sheet(screen, tertial, typed, str(error))
    else:
        await screen.app.push_screen(SheetPreviewScreen(file.name, planned))


def _planned(session: Session, tertial: Tertial, file: Path) -> Planned:
    from model.importing.carrying_out import preview_spreadsheet, wishes_for
    from sync.spreadsheets.reading import read_spreadsheet

    tables = read_spreadsheet(file)
    workspace = session.open()
    wishes = wishes_for(workspace, year=tertial.year, tertial=tertial, unit=None)
    return preview_spreadsheet(workspace, tables, wishes)
