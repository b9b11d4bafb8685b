"""Setting a finding aside with a reason, and taking it up again."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from model.checks.finding import Finding
from model.plan.entities import Waiver
from model.plan.identifiers import EntityId
from model.plan.rules import FieldRefused, RuleError, checked_text
from model.workspace.edit import Edit


def unit_for(finding: Finding, units: Sequence[EntityId]) -> EntityId:
    """For which of one's own units a finding is set aside: that which it is about, else the first.

    A goal that nobody works towards may be another unit's to lead. Raises `RuleError` where the
    device has no unit.
    """
    if finding.unit is not None and finding.unit in units:
        return finding.unit
    if not units:
        raise RuleError("Bara en enhet åsidosätter anmärkningar. Inget är ändrat.")
    return units[0]


def waive(edit: Edit, unit: EntityId, rule: str, place: str, reason: str) -> Waiver:
    """Set aside the finding of `rule` at `place` (both as the finding states them).

    Each unit sets aside for itself, also what it has in common with others. Raises `RuleError`.
    """
    reason = checked_text("reason", reason)
    if not reason.strip():
        raise FieldRefused("reason", "Skriv varför anmärkningen åsidosätts.")
    identity = edit.plan.id_of(Waiver, rule, place, unit)
    seen = edit.plan.find(Waiver, identity)
    base = seen or Waiver(id=identity, scope=unit, unit=unit, rule=rule, place=place)
    return edit.save(replace(base, reason=reason, removed=False), seen)


def take_up(edit: Edit, waiver: Waiver) -> Waiver:
    """Let a finding count again; raises `RuleError` when another unit set it aside."""
    return edit.save(replace(waiver, removed=True), waiver)
