"""Asking the checks one thing at a time."""

from __future__ import annotations

from datetime import date

from model.checks.finding import Finding
from model.checks.run import check
from model.plan.calendar import Tertial
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from tests.model.building import KITCHEN, T1


def found(
    plan: Plan,
    rule: str,
    *units: str,
    tertial: Tertial = T1,
    role: Role = Role.UNIT,
    as_of: date | None = None,
) -> list[Finding]:
    """What one rule finds of these units (Kostenheten unless said), in the order shown."""
    findings = check(plan, units or (KITCHEN,), tertial, as_of or tertial.as_of, role)
    return [finding for finding in findings if finding.rule == rule]


def texts(findings: list[Finding]) -> list[str]:
    """What the user reads first."""
    return [finding.text for finding in findings]
