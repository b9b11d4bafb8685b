"""`tertial late list`: what arrived after a tertial was locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.locks import all_late, late_record, told
from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TERTIAL

if TYPE_CHECKING:
    from model.plan.calendar import Tertial


@line_command(
    "list",
    help=(
        "Visa de sena ändringarna.\n\n"
        "Det som enheter har skrivit utan att veta att tertialet var låst. Till vänster om pilen "
        "står det som låstes, till höger det som skrevs sedan. Enheten ser sina egna."
    ),
)
@click.argument("tertial", type=TERTIAL, required=False, metavar="TERTIAL", help="Bara ett.")
@with_session
def command(session: Session, *, tertial: Tertial | None) -> None:
    """List the late changes of one tertial, or of all that are locked."""
    found = all_late(session, tertial)
    if session.as_json:
        print_json([late_record(session, *each) for each in found])
    elif not found:
        say("Inget har kommit in efter låsningen.")
    else:
        for each in found:
            for line in told(session, *each):
                say(line)
