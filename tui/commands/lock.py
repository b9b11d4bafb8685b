"""`tertial lock`: lock a tertial by a cut through what everybody has sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.free_text import answers_yes
from tui.line_mode.locks import all_late, lock_record, lock_view_of, tell_readiness
from tui.line_mode.output import is_interactive, note, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TERTIAL

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from model.views.locking import LockView


@line_command(
    "lock",
    help=(
        "Lås ett tertial, eller lås det igen.\n\n"
        "Först hämtas det som finns på delningarna. Sedan visas vilka enheter som inte är klara "
        "och när de senast hördes av, och en fråga; --yes svarar ja. Låsningen omfattar det som "
        "då har kommit in. Rapporter och översikter för tertialet visar det, vad som än ändras "
        "senare. Det som kommer in efteråt visas med ”tertial late list”.\n\n"
        "Att låsa igen tar med allt som har kommit in sedan dess, utom det som är avslaget. "
        "Låsningen går att ångra, och tertialet att låsa upp med ”tertial unlock”."
    ),
)
@click.argument("tertial", type=TERTIAL, metavar="TERTIAL", help="Tertialet, som 2024-T1.")
@click.option("--dry-run", is_flag=True, help="Visa hur det står till utan att låsa.")
@click.option("--yes", is_flag=True, help="Lås utan att fråga.")
@with_session
def command(session: Session, *, tertial: Tertial, dry_run: bool, yes: bool) -> int:
    """Show who is not ready, ask, lock, and send the lock."""
    from model.actions.locking import check_central
    from sync.locking import lock_tertial

    check_central(session.workspace.author.role)
    is_new = _exchange(session)
    view = lock_view_of(session, tertial)
    seen = session.plan.lock_of(tertial)
    if dry_run or not session.as_json:
        _tell(session, view)
        if not is_new:
            _tell_age(session)
    if dry_run:
        return 0
    if not (yes or _confirmed(view)):
        note("Inget är låst.")
        return 1
    lock_tertial(session.workspace, tertial, seen=seen)
    if not session.as_json:
        say(f"{tertial.swedish} är låst.")
    _exchange(session)
    if session.as_json:
        print_json(lock_record(session, tertial))
    return 0


def _tell(session: Session, view: LockView) -> None:
    if session.as_json:
        print_json(lock_record(session, view.tertial))
        return
    tell_readiness(view)
    if view.is_locked:
        late = len(all_late(session, view.tertial))
        with_late = f" Sena ändringar: {late}." if late else ""
        say(f"{view.tertial.swedish} är redan låst, {view.day} av {view.who}.{with_late}")


def _confirmed(view: LockView) -> bool:
    again = " igen" if view.is_locked else ""
    return is_interactive() and answers_yes(f"Låsa {view.tertial.swedish}{again}?")


def _tell_age(session: Session) -> None:
    """Say how new that is which would be locked."""
    from sync.standing import standing
    from tui.line_mode.exchanges import local

    reached = standing(session.workspace, session.config.shares).reached
    last = f"senast hämtades allt {local(reached)}" if reached else "inget har hämtats än"
    note(
        f"Allt gick inte att hämta: {last}. Det som har skickats sedan dess kommer inte med i "
        "låsningen. Lås igen när delningen svarar."
    )


def _exchange(session: Session) -> bool:
    """Exchange with the shares, if any; what does not go is noted and hinders nothing.

    False where something could not be fetched.
    """
    from sync import syncing
    from tui.line_mode.exchanges import watch_steps

    is_well = True
    if session.config.shares:
        for outcome in syncing.sync(session.workspace, session.config.shares, watch_steps()):
            for problem in outcome.problems:
                note(str(problem))
                is_well = False
    return is_well
