"""`tertial finals list`: every finalised document, all versions."""

from __future__ import annotations

from tui.line_mode.finals import final_line, final_record
from tui.line_mode.listing import show_list
from tui.line_mode.output import Column, column, print_json, text_column
from tui.line_mode.records import short
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "list",
    help=(
        "Visa de slutförda dokumenten.\n\n"
        "En rad för varje version, den senaste först. En äldre version står kvar som den "
        "slutfördes. --json visar också filernas kontrollsummor och var de finns."
    ),
)
@with_session
def command(session: Session) -> None:
    """List the finalised documents."""
    from model.views.finals import final_rows

    rows = final_rows(session.plan)
    if session.as_json:
        print_json([final_record(session, row) for row in rows])
        return
    columns = [
        Column("Id", short),
        column("Slutfört", "finalised_on"),
        text_column("Dokument", "title"),
        column("Avser", "period"),
        column("Version", "version"),
        column("Läge", "standing"),
        column("Av", "by"),
    ]
    empty = "Inget dokument är slutfört än. Slutför ett med ”tertial finalise”."
    show_list(session, [final_line(row) for row in rows], columns, empty=empty)
