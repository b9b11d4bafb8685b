"""Finalising from a screen: the question in law first, then the files, then the record."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from model.actions.finalising import NotAllHere, tertials_of
from model.errors import ModelError
from model.plan.final import Subject
from report.content import Document
from report.errors import ReportError
from tui.app.screens.ask_yes import AskYesScreen
from tui.finalising import Candidate, candidate, keep_files, record

if TYPE_CHECKING:
    from tui.app.app import TertialApp
    from tui.app.session import Session


def finalise_here(app: TertialApp, subject: Subject, make: Callable[[], Document]) -> None:
    """Make the document, ask, and keep it; what stands in the way is told instead."""
    app.in_background(_asked(app, subject, make))


async def _asked(app: TertialApp, subject: Subject, make: Callable[[], Document]) -> None:
    def wanted(session: Session) -> Candidate:
        workspace = session.open()
        for tertial in tertials_of(workspace.plan, subject):
            session.locked.fold(workspace, tertial)
            found = session.locked.known(workspace.plan, tertial)
            if found is not None and found.locked.lacking:
                raise NotAllHere(found.locked.lacking_words)
        author, today = workspace.author, session.today
        return candidate(workspace.plan, subject, make(), author, today)

    try:
        made = await app.write(wanted, reads=True, tell=False)
    except (ModelError, ReportError) as error:
        await app.explain(error)
        return

    def answered(yes: bool | None) -> None:
        if yes:
            app.in_background(_kept(app, made))

    await app.push_screen(AskYesScreen(made.question, made.text, "slutför"), answered)


async def _kept(app: TertialApp, made: Candidate) -> None:
    session = app.session
    try:
        forms = await asyncio.to_thread(lambda: keep_files(made, session.plan, session.home))
        await app.write(lambda session: session.write(lambda edit: record(edit, made, forms)))
    except (ModelError, ReportError) as error:
        await app.explain(error)
        return
    app.notify(
        f"✔ {made.document.title}, version {made.version}, är slutfört. "
        "h visar de slutförda dokumenten.",
        timeout=8,
    )
