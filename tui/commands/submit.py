"""`tertial submit`: hand in a tertial."""

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
    "submit",
    help=(
        "Lämna in tertialet.\n\n"
        "Alla aktiviteter som ska rapporteras behöver ha en status. Inlämningen går att ta "
        "tillbaka med ”tertial withdraw” så länge tertialet inte är låst."
    ),
)
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@click.option("--allow-missing", is_flag=True, help="Lämna in fast någon aktivitet saknar status.")
@unit_option
@with_session
def command(
    session: Session, *, tertial: Tertial | None, allow_missing: bool, unit: str | None
) -> None:
    """Hand in a unit's tertial."""
    from model.actions.handing_in import submit
    from model.plan.reporting import current

    owner = one_unit(session, unit)
    when = tertial or current(session.plan, session.today)
    with session.workspace.edit() as edit:
        submit(edit, owner.id, when, allow_missing=allow_missing)
    show_hand_in(session, owner, when)
