"""Which unit a command is about: the one named, else this device's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from model.plan.entities import Activity, OrganisationUnit
from model.views.naming import find_unit
from tui.line_mode.session import Session
from tui.line_mode.value_types import TEXT

F = TypeVar("F", bound=Callable[..., object])


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


def _say_which(session: Session, units: list[OrganisationUnit]) -> click.UsageError:
    names = ", ".join(unit.name for unit in units)
    message = f"Den här datorn har flera enheter. Lägg till --unit med en av: {names}."
    if not units:
        message = "Den här datorns enheter finns inte i målkatalogen. Ange en med --unit."
    return click.UsageError(message, session.ctx)
