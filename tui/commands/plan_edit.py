"""`tertial plan edit`: change some of what is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from model.views.naming import find_activity
from tui.line_mode.activity_options import ActivityValues, activity_options
from tui.line_mode.advice import give_advice
from tui.line_mode.free_text import warn_before_save
from tui.line_mode.goals import goal_ids
from tui.line_mode.people import person_named
from tui.line_mode.receipts import show_receipt
from tui.line_mode.records import activity_record
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import unit_of, unit_option

if TYPE_CHECKING:
    from model.plan.entities import Activity, OrganisationUnit
    from model.workspace.edit import Edit

_PEOPLE = ("responsible", "deputy")


@line_command(
    "edit",
    help=(
        "Ändra en aktivitet.\n\n"
        'Bara det som anges ändras. Tom text ("") tar bort beskrivning, ansvarig eller '
        "ersättare. Mål som anges ersätter alla mål. För verksamhetsplanens aktiviteter går det "
        "att ange ansvarig och ersättare."
    ),
)
@click.argument("activity_id", metavar="ID", help="Aktivitetens id, eller början på det.")
@activity_options
@unit_option
@with_session
def command(
    session: Session, *, activity_id: str, unit: str | None, **given: Unpack[ActivityValues]
) -> None:
    """Change an own activity, or who in the unit answers for one of the plan's."""
    from model.plan.reporting import current

    wanted = {name for name, value in given.items() if value not in (None, ())}
    if not wanted:
        raise click.UsageError("Ange vad som ska ändras, till exempel --end.", session.ctx)
    activity = find_activity(session.plan, activity_id)
    owner = unit_of(session, activity, unit)
    warn_before_save(rubrik=given["title"], beskrivning=given["description"])
    with session.workspace.edit() as edit:
        if activity.origin == "plan" and wanted <= set(_PEOPLE):
            _assign(edit, activity, owner, given)
        else:
            _change(session, edit, activity, owner, given)
    changed = find_activity(session.plan, activity.id)
    if not wanted <= set(_PEOPLE):
        give_advice(session, changed, owner)
    record = activity_record(session.plan, changed, owner, current(session.plan, session.today))
    show_receipt(session, record, f"Ändrad: {changed.title}")


def _assign(edit: Edit, activity: Activity, owner: OrganisationUnit, given: ActivityValues) -> None:
    from model.actions.planning import assign

    responsible, deputy = edit.plan.people_for(activity, owner.id)
    assign(
        edit,
        activity,
        owner.id,
        responsible=_person(
            edit, given["responsible"], responsible.id if responsible else None, owner
        ),
        deputy=_person(edit, given["deputy"], deputy.id if deputy else None, owner),
    )


def _change(
    session: Session,
    edit: Edit,
    activity: Activity,
    owner: OrganisationUnit,
    given: ActivityValues,
) -> None:
    from model.actions.planning import PlannedActivity, change_activity
    from model.plan.entities import Period

    old = activity.period or Period(session.today, session.today)
    title, description = given["title"], given["description"]
    goals = goal_ids(session, given["goals"], activity.year)
    change_activity(
        edit,
        activity,
        PlannedActivity(
            title=activity.title if title is None else title,
            goals=goals or activity.goals,
            period=Period(given["start"] or old.start, given["end"] or old.end),
            description=activity.description if description is None else description,
            responsible=_person(edit, given["responsible"], activity.responsible, owner),
            deputy=_person(edit, given["deputy"], activity.deputy, owner),
        ),
    )


def _person(
    edit: Edit, wanted: str | None, present: str | None, owner: OrganisationUnit
) -> str | None:
    return present if wanted is None else person_named(edit, wanted, owner)
