"""Which tertial's documents are to be written, when one is locked and the next one runs."""

from __future__ import annotations

from datetime import date, timedelta

from model.plan.calendar import Tertial
from model.plan.final import DocumentType, FinalDocument
from model.plan.plan import Plan

_WRITING_DAYS = 75
"""For so long after its end a tertial is written of: the board has its report within two months."""


def written_about(plan: Plan, shown: Tertial, today: date) -> Tertial:
    """The tertial before the one shown while its report is to be written, else the one shown.

    That is from when it is locked until its report is final, as long as the one shown runs.
    """
    before = shown.previous
    is_running = today <= shown.as_of
    is_late = today > before.as_of + timedelta(days=_WRITING_DAYS)
    if not is_running or is_late or before not in plan.locked:
        return shown
    finals = plan.of(FinalDocument)
    is_final = any(
        final.document is DocumentType.TERTIAL_REPORT and final.tertial == before
        for final in finals
    )
    return shown if is_final else before
