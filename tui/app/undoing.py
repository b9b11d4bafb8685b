"""Taking back and doing again, from any screen, with words for what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from model.errors import ModelError
from model.plan.entities import Entity
from tui.actions import action
from tui.app.session import Session, TakenBack

if TYPE_CHECKING:
    from tui.app.app import TertialApp

OnDone = Callable[[tuple[Entity, ...]], None]


async def take_back(app: TertialApp, then: OnDone) -> None:
    """Take back the latest own action; `then` hears how its entities stand now."""
    await _done(app, Session.undo, "Ångrat", f"{action('home', 'redo').shown_key} gör om", then)


async def do_again(app: TertialApp, then: OnDone) -> None:
    """Do again what was just taken back."""
    await _done(app, Session.redo, "Gjort om", f"{action('home', 'undo').shown_key} ångrar", then)


async def _done(
    app: TertialApp, write: Callable[[Session], TakenBack], done: str, way_back: str, then: OnDone
) -> None:
    from model.workspace.undo import NothingToUndo

    try:
        taken = await app.write(write)
    except NothingToUndo as error:
        app.notify(str(error), severity="warning")
    except ModelError as error:
        await app.explain(error)
    else:
        what, more = next(iter(taken.words), ""), len(taken.words) - 1
        also = f" (och {more} till)" if more > 0 else ""
        app.notify(f"{done}: {what}{also}\n{way_back}", timeout=4)
        then(taken.entities)
