"""`tertial plan add`: plan a new activity."""

from __future__ import annotations

from typing import Unpack

import click

from tui.line_mode.activity_options import ActivityValues, activity_options
from tui.line_mode.advice import give_advice
from tui.line_mode.free_text import warn_before_save
from tui.line_mode.goals import goal_ids
from tui.line_mode.ideas import idea_named
from tui.line_mode.people import person_named
from tui.line_mode.receipts import show_receipt
from tui.line_mode.records import activity_record
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import one_unit, unit_option
from tui.line_mode.value_types import TEXT


@line_command(
    "add",
    help=(
        "Planera en ny aktivitet.\n\n"
        "Rubrik, mål, start och slut behövs. Med --idea hämtas de från ett färdigt förslag "
        "(se ”tertial plan ideas”), och det som anges ändå gäller före förslaget."
    ),
)
@activity_options
@click.option("--idea", type=TEXT, metavar="ID", help="Utgå från ett färdigt förslag.")
@unit_option
@with_session
def command(
    session: Session, *, idea: str | None, unit: str | None, **given: Unpack[ActivityValues]
) -> None:
    """Plan an own activity of a unit."""
    from model.actions.planning import PlannedActivity, add_activity, plan_year
    from model.plan.entities import Period
    from model.plan.reporting import current

    values = given if idea is None else _with_idea(session, given, idea)
    title, start, end = values["title"], values["start"], values["end"]
    if title is None or start is None or end is None or not values["goals"]:
        raise click.UsageError(f"Det saknas {', '.join(_missing(values))}.", session.ctx)
    warn_before_save(rubrik=title, beskrivning=values["description"])
    owner = one_unit(session, unit)
    year = plan_year(start, session.today)
    goals = goal_ids(session, values["goals"], year)
    with session.workspace.edit() as edit:
        planned = PlannedActivity(
            title=title,
            goals=goals,
            period=Period(start, end),
            description=values["description"] or "",
            responsible=person_named(edit, values["responsible"] or "", owner),
            deputy=person_named(edit, values["deputy"] or "", owner),
            year=year,
        )
        activity = add_activity(edit, owner.id, planned)
    give_advice(session, activity, owner)
    record = activity_record(session.plan, activity, owner, current(session.plan, session.today))
    show_receipt(session, record, f"Planerad: {activity.title}")


def _with_idea(session: Session, given: ActivityValues, key: str) -> ActivityValues:
    """The idea's values where nothing else was given."""
    found = idea_named(session, key)
    period = found.idea.period(session.today.year)
    return {
        **given,
        "title": given["title"] or found.idea.title,
        "description": given["description"] or found.idea.description,
        "start": given["start"] or period.start,
        "end": given["end"] or period.end,
        "goals": given["goals"] or found.goals,
    }


def _missing(values: ActivityValues) -> list[str]:
    options = {
        "--title": values["title"],
        "--goal": values["goals"],
        "--start": values["start"],
        "--end": values["end"],
    }
    return [option for option, value in options.items() if not value]
