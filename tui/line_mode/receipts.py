"""What a command says when it has saved something."""

from __future__ import annotations

from tui.line_mode.output import Record, print_json, say
from tui.line_mode.records import short
from tui.line_mode.session import Session


def show_receipt(session: Session, record: Record, text: str) -> None:
    """Print what was saved: the record for programs, a line with the short id for people."""
    if session.as_json:
        print_json(record)
    else:
        say(f"{text} (id {short(record)})")
