"""`tertial decide`: enter what a committee decided of a unit's report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from tui.line_mode.free_text import warn_before_save
from tui.line_mode.oversights import find_report, show_report
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import DAY, RULING, TEXT

if TYPE_CHECKING:
    from model.plan.vocabulary import Ruling


@line_command(
    "decide",
    help=(
        "Skriv in utskottets beslut om en enhets redovisning.\n\n"
        "BESLUT är approve (godkänd), refer_back (återremitterad) eller refer_to_board "
        "(överlämnad till kommunstyrelsen); de svenska orden går lika bra. Den som inte godkänns "
        "behöver skäl. Beslutet gäller den version av rapporten som var slutförd den dagen. "
        "Enheten ser beslutet och nästa steg på sin första skärm."
    ),
)
@click.argument("item", type=TEXT, metavar="ID", help="Redovisningens id i uppsiktsplanen.")
@click.argument("ruling", type=RULING, metavar="BESLUT", help="Beslutet, se ovan.")
@click.option("--reasons", type=TEXT, metavar="TEXT", default="", help="Skälen, ur protokollet.")
@click.option("--paragraph", type=TEXT, metavar="§", default="", help="Paragraf i protokollet.")
@click.option("--date", "day", type=DAY, metavar="DATUM", help="Beslutsdag, om en annan.")
@click.option(
    "--version",
    type=click.IntRange(1),
    metavar="N",
    help="Versionen av rapporten, om inte den senaste som var slutförd den dagen.",
)
@with_session
def command(
    session: Session,
    *,
    item: str,
    ruling: Ruling,
    reasons: str,
    paragraph: str,
    day: date | None,
    version: int | None,
) -> None:
    """Enter a committee's decision."""
    from model.actions.overseeing import decide

    found = find_report(session.plan, item)
    warn_before_save(skäl=reasons)
    with session.workspace.edit() as edit:
        decided = decide(
            edit, found, ruling, day=day, paragraph=paragraph, reasons=reasons, version=version
        )
    show_report(session, decided)
