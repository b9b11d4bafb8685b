"""Taking back and doing again, from any screen, with words for what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from model.errors import ModelError
from model.plan.entities import Entity
from tui.actions import action, actions_in
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
        to_choose = any(each.conflicts for each in taken.entities)
        choose = f"Värdena står kvar att välja på.{_key_to_choose(app)}\n" if to_choose else ""
        app.notify(f"{done}: {what}{also}\n{choose}{way_back}", timeout=4)
        then(taken.entities)


def _key_to_choose(app: TertialApp) -> str:
    """The key that leads there, where the screen has it; the choice itself is in no need of it."""
    context = getattr(app.screen, "context", "")
    keys = [each.shown_key for each in actions_in(context) if each.name == "settle"]
    return f" {keys[0]} väljer." if keys else ""
