"""`tertial overview`: how far the units have come, and what the centre follows up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.overviews import LISTS
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TERTIAL

if TYPE_CHECKING:
    from model.plan.calendar import Tertial

_HELP = {
    "missing": "Vilka som inte har lämnat in, att kopiera till ett mejl.",
    "goals": "Hur många aktiviteter varje enhet har mot varje mål.",
    "causes": "Vad som väntar, efter orsak.",
    "without-deputy": "Aktiviteter utan ersättare.",
    "slipped": "Vad som har halkat efter sedan förra tertialet.",
}


def _lists(function: click.decorators.FC) -> click.decorators.FC:
    """One flag for each list that can stand in place of the overview."""
    for name in reversed(LISTS):
        flag = click.option(f"--{name}", "wanted", flag_value=name, help=_HELP[name])
        function = flag(function)
    return function


@line_command(
    "overview",
    help=(
        "Visa hur långt enheterna har kommit.\n\n"
        "En rad per enhet: planerat, krav, rapporterat, inlämnat, anmärkningar att åtgärda och "
        "när något senast kom därifrån. Stab och controller ser alla enheter, en avdelningschef "
        "de som hör till avdelningen."
    ),
)
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@_lists
@with_session
def command(session: Session, *, tertial: Tertial | None, wanted: str | None) -> None:
    """Show the units as rows, or one of the lists."""
    from model.plan.reporting import current
    from tui.line_mode.overviews import show_list_of, show_overview

    when = tertial or current(session.plan, session.today)
    if wanted is None:
        show_overview(session, when)
    else:
        show_list_of(session, when, wanted)
