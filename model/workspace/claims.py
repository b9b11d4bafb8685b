"""Changes of one scope that claim what another has: kept, not shown, and told of here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from model.journal.validity import is_valid
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import Scope
from model.plan.kinds import KINDS
from model.plan.plan import Plan
from model.store.journal import claimed_by_several, entries_of_each

if TYPE_CHECKING:
    from sqlalchemy import Connection


def claims_not_shown(connection: Connection, plan: Plan) -> Counter[Scope]:
    """For each scope how many of its changes are of something that lives in another."""
    found: Counter[Scope] = Counter()
    disputed = [key for key in claimed_by_several(connection) if key[0] in KINDS]
    for (kind, entity_id), entries in zip(
        disputed, entries_of_each(connection, disputed), strict=True
    ):
        row = plan.find(KINDS[kind], entity_id)
        for entry in entries:
            if row is not None and entry.change.scope != row.scope and is_valid(entry.change):
                found[entry.change.scope] += 1
    return found


def scope_name(plan: Plan, scope: Scope) -> str:
    """What a scope is called by those who use it."""
    unit = plan.find(OrganisationUnit, scope)
    return unit.name if unit is not None and unit.name else scope
