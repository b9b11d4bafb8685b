"""As of which day a unit's report is written, and to which committee, as the options say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from tui.line_mode.exporting import tertial_of
from tui.line_mode.session import Session
from tui.line_mode.value_types import DAY, TEXT

F = TypeVar("F", bound=Callable[..., object])


def committee_option(function: F) -> F:
    """The option `--committee` of a report to a committee."""
    return click.option(
        "--committee", type=TEXT, metavar="NAMN", help="Utskottet som rapporten lämnas till."
    )(function)


def as_of_option(function: F) -> F:
    """The option `--as-of`: the day of the meeting (R7)."""
    return click.option(
        "--as-of", type=DAY, metavar="DATUM", help="Dagen då enhetens rapport redovisas."
    )(function)


def presented_on(
    session: Session,
    unit: EntityId,
    *,
    as_of: date | None,
    tertial: Tertial | None,
    year: int | None,
) -> tuple[date, str | None]:
    """The day given, else the last of the tertial or year given, else that of the oversight plan.

    With the committee that is next in the plan. A day and a tertial together are wrong use.
    """
    from model.views.oversight import presented

    planned, committee = presented(session.plan, unit, session.today)
    if tertial is None and year is None:
        return as_of or planned, committee
    if as_of is not None:
        raise click.UsageError("Ange en dag eller ett tertial, inte båda.", session.ctx)
    return tertial_of(session, tertial, year).as_of, committee
