"""`tertial unlock`: open a locked tertial again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.locks import lock_record
from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TERTIAL

if TYPE_CHECKING:
    from model.plan.calendar import Tertial


@line_command(
    "unlock",
    help=(
        "Lås upp ett tertial.\n\n"
        "Enheterna kan rapportera det igen när de har synkat. Lås det på nytt med ”tertial lock”. "
        "Vem som låste upp och när står i historiken, och det går att ångra."
    ),
)
@click.argument("tertial", type=TERTIAL, metavar="TERTIAL", help="Tertialet, som 2024-T1.")
@with_session
def command(session: Session, *, tertial: Tertial) -> None:
    """Open a tertial."""
    from model.actions.locking import unlock

    with session.workspace.edit() as edit:
        unlock(edit, tertial)
    if session.as_json:
        print_json(lock_record(session, tertial))
    else:
        say(f"{tertial.swedish} är öppet. Enheterna märker det när de har synkat.")
