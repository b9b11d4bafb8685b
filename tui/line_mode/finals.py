"""Finalised documents as records and as lines, and named on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.plan.final import FinalDocument
from model.plan.identifiers import resolve_id
from model.views.finals import FinalRow, final_rows
from tui.line_mode.output import Record, plain
from tui.line_mode.session import Session

if TYPE_CHECKING:
    from model.plan.final import FinalForm


def final_record(session: Session, row: FinalRow) -> dict[str, object]:
    """One version of a finalised document, with what it rests on and its files."""
    return {
        **final_line(row),
        "rests_on": list(row.kept.rests_on),
        "files": [_file_record(session, form) for form in row.kept.forms],
    }


def final_line(row: FinalRow) -> Record:
    """One version of a finalised document."""
    final, kept = row.final, row.kept
    return {
        "id": final.id,
        "document": str(final.document),
        "title": kept.title,
        "period": row.period,
        "year": final.year,
        "tertial": plain(final.tertial),
        "unit": row.unit_name,
        "version": kept.version,
        "newest": row.newest,
        "as_of": plain(kept.as_of),
        "finalised_on": plain(kept.day),
        "by": row.who,
        "standing": row.standing,
    }


def _file_record(session: Session, form: FinalForm) -> Record:
    from report.finals import is_whole, kept_file

    here = kept_file(session.home.finals, form)
    return {
        "suffix": form.suffix,
        "sha256": form.digest,
        "size": form.size,
        "path": str(here) if here.is_file() else None,
        "whole": is_whole(session.home.finals, form) if here.is_file() else None,
    }


def row_of(session: Session, prefix: str) -> FinalRow:
    """The finalised document whose id begins so; raises a `ModelError`."""
    rows = {row.final.id: row for row in final_rows(session.plan)}
    return rows[resolve_id(prefix, rows)]


def row_for(session: Session, final: FinalDocument) -> FinalRow:
    """A finalised document as it is listed."""
    return row_of(session, final.id)
