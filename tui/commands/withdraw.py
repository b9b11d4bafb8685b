"""`tertial withdraw`: take a hand-in back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.hand_in_records import show_hand_in
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import one_unit, unit_option
from tui.line_mode.value_types import TERTIAL

if TYPE_CHECKING:
    from model.plan.calendar import Tertial


@line_command(
    "withdraw",
    help="Ta tillbaka en inlämning.\n\nDet går så länge tertialet inte är låst centralt.",
)
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@unit_option
@with_session
def command(session: Session, *, tertial: Tertial | None, unit: str | None) -> None:
    """Take a unit's hand-in of a tertial back."""
    from model.actions.handing_in import withdraw
    from model.plan.reporting import current

    owner = one_unit(session, unit)
    when = tertial or current(session.plan, session.today)
    with session.workspace.edit() as edit:
        withdraw(edit, owner.id, when)
    show_hand_in(session, owner, when)
