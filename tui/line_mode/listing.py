"""Lists: an array for programs, a table for people, and a sentence where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence

from tui.line_mode.output import Column, Record, print_json, print_table, say
from tui.line_mode.session import Session


def show_list(
    session: Session, records: Sequence[Record], columns: Sequence[Column], *, empty: str
) -> None:
    """Print records in the way that was asked for; `empty` says what to do when there are none."""
    if session.as_json:
        print_json(list(records))
    elif records:
        print_table(columns, records)
    else:
        say(empty)
