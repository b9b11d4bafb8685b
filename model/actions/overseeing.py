"""Keeping the oversight plan, and entering what a committee decided of a unit's report."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from model.actions.keys import key_of
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.oversight import Decision, OversightItem
from model.plan.plan import Plan
from model.plan.rules import FieldRefused, RuleError, checked_text
from model.plan.vocabulary import Ruling
from model.views.finals import report_decided_on
from model.workspace.edit import Edit


def plan_report(
    edit: Edit,
    unit: OrganisationUnit,
    committee: str,
    day: date,
    *,
    follows: OversightItem | None = None,
) -> OversightItem:
    """Enter that a unit reports to a committee on a day.

    `follows` is the one that was referred back, which the new one supplements. Raises `RuleError`.
    """
    name = " ".join(checked_text("committee", committee).split())
    if not name:
        raise FieldRefused("committee", "Skriv vilket utskott som redovisningen lämnas till.")
    for other in edit.plan.of(OversightItem):
        if (other.unit, other.committee.casefold(), other.day) == (unit.id, name.casefold(), day):
            raise FieldRefused("date", f"{unit.name} redovisar redan för {name} {day}.")
    if follows is not None and (follows.day is None or day <= follows.day):
        raise FieldRefused("date", f"Den nya dagen behöver ligga efter {follows.day}.")
    key, identity, present = _free_place(edit.plan, key_of(f"{unit.name} {name}", str(day)))
    item = OversightItem(
        id=identity,
        key=key,
        unit=unit.id,
        committee=name,
        day=day,
        follows=follows.id if follows is not None else None,
    )
    return edit.save(item, present)


def _free_place(
    plan: Plan, key: str, number: int = 1
) -> tuple[str, EntityId, OversightItem | None]:
    """A key that no report has, its id, and what was taken away from there, if anything.

    One that was moved to another day keeps its key.
    """
    free = key if number == 1 else f"{key}-{number}"
    identity = plan.id_of(OversightItem, free)
    present = plan.find(OversightItem, identity)
    if present is None or present.removed:
        return free, identity, present
    return _free_place(plan, key, number + 1)


def move_report(edit: Edit, item: OversightItem, day: date) -> OversightItem:
    """Let a report be presented on another day; raises `RuleError` when it is decided."""
    _check_undecided(item)
    return edit.save(replace(item, day=day), item)


def remove_report(edit: Edit, item: OversightItem) -> OversightItem:
    """Take a report out of the plan; raises `RuleError` when it is decided."""
    _check_undecided(item)
    return edit.save(replace(item, removed=True), item)


def decide(
    edit: Edit,
    item: OversightItem,
    ruling: Ruling,
    *,
    day: date | None = None,
    paragraph: str = "",
    reasons: str = "",
    version: int | None = None,
) -> OversightItem:
    """Enter a committee's decision; without a day it was made when the report was presented.

    It is about a version of the finalised report: the one given, else the newest that there was
    on the day of the decision. One that is not approved needs the reasons: those of a referral
    back are to stand in the minutes (R9). A decision that was entered wrong is entered anew.
    Raises `RuleError`.
    """
    made = day or item.day or edit.today
    if item.removed:
        raise RuleError("Redovisningen är borttagen ur uppsiktsplanen. Inget är ändrat.")
    if made > edit.today:
        raise FieldRefused("date", f"Beslutet kan inte vara fattat i framtiden ({made}).")
    if ruling is not Ruling.APPROVED and not reasons.strip():
        raise FieldRefused("reasons", "Skriv skälen till att rapporten inte godkändes.")
    decided_on = report_decided_on(edit.plan, item, made, version)
    if version is not None and decided_on is None:
        raise FieldRefused("version", f"Version {version} av rapporten är inte slutförd.")
    decision = Decision(
        report=decided_on.final.id if decided_on is not None else None,
        ruling=ruling,
        day=made,
        paragraph=" ".join(checked_text("paragraph", paragraph).split()),
        reasons=checked_text("reasons", reasons) if ruling is not Ruling.APPROVED else "",
    )
    return edit.save(replace(item, decision=decision), item)


def _check_undecided(item: OversightItem) -> None:
    if item.decision is not None:
        raise RuleError("Utskottet har redan beslutat i ärendet. Inget är ändrat.")
