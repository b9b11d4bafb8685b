"""The oversight plan as it is read: by the centre as a list, by a unit as what comes next."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import msgspec

from model.plan.entities import OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.oversight import OversightItem
from model.plan.plan import Plan
from model.plan.vocabulary import Ruling
from model.swedish.date_text import short_date
from model.views.finals import reports_for


class Notice(msgspec.Struct, frozen=True):
    """A line for a unit's first screen, and what follows for the unit."""

    headline: str
    next_step: str


class OversightRow(msgspec.Struct, frozen=True, kw_only=True):
    """One report to a committee, and what follows."""

    item: OversightItem
    unit_name: str
    state: str
    """Symbol and words: what was decided, or that it lies ahead or waits for a decision."""
    next_step: str
    """What follows for the unit, as a sentence."""
    is_open: bool
    """Whether somebody still has something to do."""
    report: str
    """Which finalised version it is about, as a sentence."""
    final: EntityId | None = None
    """That version."""


def oversight_rows(
    plan: Plan, today: date, units: Collection[EntityId] | None = None
) -> tuple[OversightRow, ...]:
    """The reports of some units, or of all, by day."""
    items = [item for item in plan.of(OversightItem) if units is None or item.unit in units]
    followed = {item.follows: item for item in plan.of(OversightItem) if item.follows}
    items.sort(key=lambda item: (item.day or date.max, item.committee, item.id))
    return tuple(_row(plan, item, followed.get(item.id), today) for item in items)


def notices(plan: Plan, unit: EntityId, today: date) -> tuple[Notice, ...]:
    """What a unit's first screen says of its reports to committees: what comes next."""
    return tuple(
        Notice(_headline(row.item, today), row.next_step + _reasons(row.item))
        for row in oversight_rows(plan, today, {unit})
        if row.is_open
    )


def next_report(plan: Plan, unit: EntityId, today: date) -> OversightItem | None:
    """The report that a unit presents next and that nothing is decided of."""
    ahead = (
        row.item
        for row in oversight_rows(plan, today, {unit})
        if row.item.decision is None and row.item.day is not None and row.item.day >= today
    )
    return next(ahead, None)


def presented(plan: Plan, unit: EntityId, today: date) -> tuple[date, str | None]:
    """As of which day a unit's report is, and to which committee: the next one in the plan (R7).

    Where none is planned it is as of today, to a committee that is not named.
    """
    item = next_report(plan, unit, today)
    if item is None or item.day is None:
        return today, None
    return item.day, item.committee


def _headline(item: OversightItem, today: date) -> str:
    """`Redovisas för Utbildningsutskottet 14 maj`, or what was decided there."""
    day = short_date(item.day, year=today.year) if item.day is not None else ""
    if item.decision is not None:
        return f"{item.committee} {day}: {item.decision.ruling.swedish.lower()}"
    is_past = item.day is not None and item.day < today
    return f"{'Redovisad' if is_past else 'Redovisas'} för {item.committee} {day}"


def _reasons(item: OversightItem) -> str:
    reasons = item.decision.reasons if item.decision is not None else ""
    return f" Skäl: {' '.join(reasons.split())}" if reasons else ""


def _row(
    plan: Plan, item: OversightItem, follower: OversightItem | None, today: date
) -> OversightRow:
    unit = plan.find(OrganisationUnit, item.unit)
    state, step, is_open = _standing(item, follower, today)
    final, report = _report(plan, item)
    return OversightRow(
        report=report,
        final=final,
        item=item,
        unit_name=unit.name if unit is not None else "",
        state=state,
        next_step=step,
        is_open=is_open,
    )


def _report(plan: Plan, item: OversightItem) -> tuple[EntityId | None, str]:
    versions = reports_for(plan, item)
    newest = versions[0].kept.version if versions else 0
    if item.decision is None:
        if not versions:
            return None, "Rapporten är inte slutförd."
        kept = versions[0].kept
        return versions[0].final.id, f"Rapporten: version {newest}, slutförd {kept.day}."
    decided = next((row for row in versions if row.final.id == item.decision.report), None)
    if decided is None:
        named = item.decision.report is not None
        here = "Den version som beslutet gäller finns inte här än."
        return item.decision.report, here if named else "Beslutet gäller ingen slutförd version."
    kept = decided.kept
    later = f" Version {newest} har kommit till efteråt." if newest > kept.version else ""
    return decided.final.id, f"Beslutet gäller version {kept.version}, slutförd {kept.day}.{later}"


def _standing(
    item: OversightItem, follower: OversightItem | None, today: date
) -> tuple[str, str, bool]:
    decision = item.decision
    if decision is None:
        day = item.day
        if day is None or day < today:
            return "… väntar på beslut", "Utskottets beslut är inte inskrivet än.", True
        return "○ kommer", "Rapporten omfattar tiden från årsskiftet till den dagen.", True
    ruling = decision.ruling
    step, is_open = ruling.next_step, ruling is not Ruling.APPROVED
    if ruling is Ruling.REFERRED_BACK and follower is not None:
        step, is_open = f"Redovisas igen {follower.day}.", False
    return f"{ruling.symbol} {ruling.swedish.lower()}", step, is_open
