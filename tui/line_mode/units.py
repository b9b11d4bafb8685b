"""Which unit a command is about: the one named, else this device's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import click

from model.plan.entities import Activity, OrganisationUnit
from model.plan.identifiers import CENTRAL, Scope
from model.plan.vocabulary import Role
from model.views.naming import WITHOUT_UNIT, find_unit
from tui.line_mode.session import Session
from tui.line_mode.value_types import TEXT

_CENTRALLY = ("central", "centralt")
"""How the centre is named where a unit may be."""

F = TypeVar("F", bound=Callable[..., object])


class Reporter(NamedTuple):
    """Who reports an activity: a unit, or the centre where no unit answers for it."""

    id: Scope
    name: str


_CENTRE = Reporter(CENTRAL, WITHOUT_UNIT)


def unit_option(function: F) -> F:
    """The option `--unit` of a command."""
    return click.option(
        "--unit",
        type=TEXT,
        metavar="ENHET",
        help="Enhetens namn, nyckel eller id. Behövs när den här datorn har flera enheter.",
    )(function)


def chosen_units(session: Session, given: str | None) -> list[OrganisationUnit]:
    """The unit named, else all units of this device."""
    return [find_unit(session.plan, given)] if given is not None else session.units


def one_unit(session: Session, given: str | None) -> OrganisationUnit:
    """The unit named, else the only one of this device; several are refused as wrong use."""
    units = chosen_units(session, given)
    if len(units) == 1:
        return units[0]
    raise _say_which(session, units)


def unit_of(session: Session, activity: Activity, given: str | None) -> OrganisationUnit:
    """The unit named, else the only one of this device that the activity belongs to."""
    if given is not None:
        return find_unit(session.plan, given)
    belongs = {activity.unit, *activity.participants}
    units = [unit for unit in session.units if unit.id in belongs]
    if len(units) > 1:
        raise _say_which(session, units)
    return units[0] if units else one_unit(session, None)


def chosen_reporters(session: Session, given: str | None) -> list[Reporter]:
    """The one named, else all units of this device and, for the centre, what it reports itself."""
    is_central = session.config.profile.role is Role.CENTRAL
    if is_central and given is not None and given.strip().casefold() in _CENTRALLY:
        return [_CENTRE]
    units = [Reporter(unit.id, unit.name) for unit in chosen_units(session, given)]
    return [*units, _CENTRE] if is_central and given is None else units


def reporter_of(session: Session, activity: Activity, given: str | None) -> Reporter:
    """Who reports an activity here: the one named, else the unit of this device that it is of.

    For the centre it is itself where no unit answers for the activity or takes part in it.
    """
    own = {unit.id for unit in session.units} & {activity.unit, *activity.participants}
    reporters = chosen_reporters(session, given)
    if reporters == [_CENTRE] or (
        _CENTRE in reporters and activity.reporter == CENTRAL and not own
    ):
        return _CENTRE
    unit = unit_of(session, activity, given)
    return Reporter(unit.id, unit.name)


def _say_which(session: Session, units: list[OrganisationUnit]) -> click.UsageError:
    names = ", ".join(unit.name for unit in units)
    message = f"Den här datorn har flera enheter. Lägg till --unit med en av: {names}."
    if not units:
        message = "Den här datorns enheter finns inte i målkatalogen. Ange en med --unit."
    return click.UsageError(message, session.ctx)
