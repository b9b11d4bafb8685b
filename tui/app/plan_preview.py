"""What the committee will read of the activity in the plan form."""

from __future__ import annotations

from datetime import date

from model.plan.plan import Plan
from tui.app.plan_state import FormState


def report_lines(plan: Plan, state: FormState, width: int) -> tuple[list[str], int]:
    """Lines of at most `width` cells, safe to show, and how many of them are the heading."""
    from report.errors import TextError
    from report.preview import preview_lines

    draft = state.draft
    as_of = state.today if draft.year == state.today.year else date(draft.year, 1, 1)
    try:
        lines = preview_lines(plan, draft, state.unit, as_of=as_of, width=width)
    except TextError as error:
        return [str(error)], 0
    underline = next((n for n, line in enumerate(lines) if line and not line.strip("=")), 0)
    return [*lines[:underline], *lines[underline + 1 :]], underline
