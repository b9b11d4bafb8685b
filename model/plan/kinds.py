"""Every kind of entity that this version knows, and the scopes that each may live in."""

from __future__ import annotations

from model.plan.assessment import Analysis, Assessment
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.entities import (
    Activity,
    Assignment,
    Entity,
    FixedText,
    Goal,
    HandIn,
    Measure,
    MeasureValue,
    Municipality,
    OrganisationUnit,
    Person,
    PolicyArea,
    Setting,
    Status,
    TertialDates,
    Waiver,
)
from model.plan.final import FinalDocument
from model.plan.lock import LateRefusal, TertialLock
from model.plan.measure_release import MeasureRelease
from model.plan.memo import FocusArea, FocusReason, Memo
from model.plan.oversight import OversightItem

KINDS: dict[str, type[Entity]] = {
    cls.kind: cls
    for cls in (
        Municipality,
        OrganisationUnit,
        Person,
        PolicyArea,
        Goal,
        Measure,
        MeasureValue,
        MeasureRelease,
        Activity,
        Assignment,
        Status,
        HandIn,
        Waiver,
        TertialDates,
        TertialLock,
        LateRefusal,
        Setting,
        FixedText,
        Assessment,
        Analysis,
        OversightItem,
        BudgetTable,
        BudgetLine,
        FocusArea,
        Memo,
        FocusReason,
        FinalDocument,
    )
}
"""Every kind that this version knows, by the name it has in the journal."""

CENTRAL_KINDS = frozenset(
    {
        "municipality",
        "organisation_unit",
        "policy_area",
        "goal",
        "measure_release",
        "tertial",
        "lock",
        "late_refusal",
        "setting",
        "fixed_text",
        "assessment",
        "analysis",
        "oversight_item",
        "budget_table",
        "budget_line",
        "focus_area",
        "memo",
        "focus_reason",
    }
)
"""Kinds that live in the central scope only."""

CENTRE_ONLY_KINDS = frozenset({"measure", "measure_value"})
"""Kinds that only the centre reads; nothing else lives in that scope."""

UNIT_KINDS = frozenset({"assignment", "hand_in"})
"""Kinds that live in a unit's scope only; other kinds (activity, status, person, waiver, final
document) in either.

The centre's statuses are those of plan activities that no unit answers for."""

WRITTEN_AFTER: tuple[type[Entity], ...] = (Analysis, Memo, FocusReason)
"""What the centre writes on the grounds of a locked tertial; the lock does not hold it."""

WRITTEN_ONCE = frozenset({"final_document"})
"""Kinds that are never changed, removed or undone once they are written."""

REPORT_KINDS = frozenset({"status", "hand_in", "assessment"})
"""Kinds that report a tertial: what may arrive late, once it is locked."""
