"""`tertial memo show`: what is written in the memo of a tertial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TERTIAL

if TYPE_CHECKING:
    from model.plan.calendar import Tertial


@line_command(
    "show",
    help=(
        "Visa texterna i ett tertials tjänsteskrivelse.\n\n"
        "Hela dokumentet skrivs av ”tertial export memo”."
    ),
)
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@with_session
def command(session: Session, *, tertial: Tertial | None) -> None:
    """Show the memo's own texts."""
    from model.plan.reporting import current
    from model.views.memo_text import memo_view
    from tui.line_mode.memos import show_memo

    when = tertial or current(session.plan, session.today)
    show_memo(session, memo_view(session.plan, when))
