"""`tertial memo set`: write in the memo of a tertial."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack, cast

import click

from tui.line_mode.free_text import warn_before_save
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import DAY, TERTIAL, TEXT

if TYPE_CHECKING:
    from model.actions.memos import MemoFields
    from model.plan.calendar import Tertial


class _Given(TypedDict):
    """What was given on the line; None or nothing where it was not."""

    title: str | None
    bodies: tuple[str, ...]
    proposals: tuple[str, ...]
    brief: str | None
    considerations: str | None
    day: date | None
    registry_number: str | None
    officer: str | None
    basis: tuple[str, ...]
    attachments: tuple[str, ...]
    sent_to: tuple[str, ...]


@line_command(
    "set",
    help=(
        "Skriv i ett tertials tjänsteskrivelse.\n\n"
        "Det som inte anges står kvar. En lista ersätts hel: ange --proposal en gång för varje "
        "punkt. En tom text tar bort det som stod, och då skriver dokumentet sin egen mening."
    ),
)
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@click.option("--title", type=TEXT, metavar="TEXT", help="Rubrik.")
@click.option(
    "--body",
    "bodies",
    type=TEXT,
    multiple=True,
    metavar="INSTANS",
    help="De som föreslår och beslutar, i ordning; den sista beslutar.",
)
@click.option(
    "--proposal", "proposals", type=TEXT, multiple=True, metavar="TEXT", help="Förslag till beslut."
)
@click.option("--brief", type=TEXT, metavar="TEXT", help="Ärendet i korthet.")
@click.option("--considerations", type=TEXT, metavar="TEXT", help="Förvaltningens övervägande.")
@click.option("--date", "day", type=DAY, metavar="DATUM", help="Skrivelsens datum.")
@click.option("--registry-number", type=TEXT, metavar="TEXT", help="Diarienummer.")
@click.option("--officer", type=TEXT, metavar="TEXT", help="Handläggare: roll och namn.")
@click.option("--basis", type=TEXT, multiple=True, metavar="TEXT", help="Beslutsunderlag.")
@click.option(
    "--attachment", "attachments", type=TEXT, multiple=True, metavar="TEXT", help="Bilaga."
)
@click.option("--sent-to", type=TEXT, multiple=True, metavar="TEXT", help="Expedieras till.")
@click.option(
    "--focus",
    type=(TEXT, TEXT),
    multiple=True,
    metavar="OMRÅDE TEXT",
    help="Hur ärendet rör ett fokusområde; en tom text om det inte gör det.",
)
@with_session
def command(
    session: Session,
    *,
    tertial: Tertial | None,
    focus: tuple[tuple[str, str], ...],
    **given: Unpack[_Given],
) -> None:
    """Write the texts that were given, in one action."""
    from model.actions.memos import write_memo, write_reason
    from model.plan.reporting import current
    from model.views.memo_text import memo_view
    from tui.line_mode.memos import find_area, show_memo

    fields = _fields(given)
    if not fields and not focus:
        raise click.UsageError("Ange vad som ska skrivas.", session.ctx)
    when = tertial or current(session.plan, session.today)
    areas = [(find_area(session.plan, name), text) for name, text in focus]
    warn_before_save(
        korthet=given["brief"],
        övervägande=given["considerations"],
        fokusområde="\n".join(text for _, text in areas),
    )
    with session.workspace.edit() as edit:
        if fields:
            write_memo(edit, when, **fields)
        for area, text in areas:
            write_reason(edit, when, area, text)
    show_memo(session, memo_view(session.plan, when))


def _fields(given: _Given) -> MemoFields:
    """Only what was given: an empty text is given, a list without items is not."""
    said = {field: value for field, value in given.items() if value not in (None, ())}
    return cast("MemoFields", said)
