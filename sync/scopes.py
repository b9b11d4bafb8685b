"""Which scopes a home reads, and in which it publishes."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from model.home.config import Profile
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import CENTRAL, CENTRE_ONLY, OF_THE_CENTRE, EntityId, Scope
from model.plan.plan import Plan
from model.plan.vocabulary import Role


class Scopes(msgspec.Struct, frozen=True):
    """The scopes of a home, central first."""

    read: tuple[Scope, ...]
    fill: tuple[Scope, ...]
    """Where it publishes what it wrote, and puts back what a share has lost of anybody's."""
    own: tuple[Scope, ...]
    """Where it publishes only what it wrote itself."""

    @property
    def all(self) -> tuple[Scope, ...]:
        """Every scope that is looked at."""
        return tuple(dict.fromkeys((*self.read, *self.fill, *self.own)))


def scopes_of(
    profile: Profile, plan: Plan, written: Iterable[Scope], there: Iterable[Scope]
) -> Scopes:
    """The scopes of a home.

    A unit reads the centre's and its own, a department also those below, the centre everything
    that is `there`. `written` are those in which something was written here: it is published
    also when the unit is no longer this home's. What is central is published by the centre alone.
    """
    central = profile.role is Role.CENTRAL
    read = [CENTRAL, *_with_merged(plan, profile.units)]
    if profile.role is Role.DEPARTMENT:
        below = [row.id for unit in profile.units for row in plan.below(unit)]
        read += _with_merged(plan, below)
    if central:
        read += [CENTRE_ONLY, *there]
    fill = [*((CENTRAL, CENTRE_ONLY) if central else ()), *profile.units]
    own = [scope for scope in written if scope not in fill and scope not in OF_THE_CENTRE]
    return Scopes(*(tuple(dict.fromkeys(each)) for each in (read, fill, own)))


def _with_merged(plan: Plan, units: Iterable[EntityId]) -> list[EntityId]:
    """The units and all that were merged into them."""
    found = list(dict.fromkeys(units))
    for unit in found:
        found += [
            row.id
            for row in plan.of(OrganisationUnit)
            if row.merged_into == unit and row.id not in found
        ]
    return found
