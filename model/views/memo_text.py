"""A tertial's memo as it stands: the texts that somebody has written, area by area."""

from __future__ import annotations

import msgspec

from model.plan.calendar import Tertial
from model.plan.memo import FocusArea, FocusReason, Memo
from model.plan.plan import Plan


class FocusText(msgspec.Struct, frozen=True):
    """What is written of a focus area; nothing where the matter does not bear on it."""

    area: FocusArea
    reason: FocusReason | None

    @property
    def text(self) -> str:
        """The reason."""
        return self.reason.text.strip() if self.reason is not None else ""


class MemoView(msgspec.Struct, frozen=True):
    """The memo with its focus areas in the catalogue's order."""

    tertial: Tertial
    memo: Memo
    """An empty one where nobody has written anything yet."""
    present: Memo | None
    focus: tuple[FocusText, ...]


def memo_view(plan: Plan, tertial: Tertial) -> MemoView:
    """The memo of a tertial."""
    identity = plan.id_of(Memo, str(tertial))
    found = plan.find(Memo, identity)
    present = found if found is not None and not found.removed else None
    reasons = {row.focus_area: row for row in plan.of(FocusReason) if row.tertial == tertial}
    areas = sorted(plan.of(FocusArea), key=lambda area: (area.order, area.key, area.id))
    return MemoView(
        tertial=tertial,
        memo=present or Memo(id=identity, tertial=tertial),
        present=present,
        focus=tuple(FocusText(area, reasons.get(area.id)) for area in areas),
    )
