"""`tertial assess`: what the rule suggests of the board's goals, and what the centre decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from model.views.naming import find_goal
from tui.line_mode.free_text import warn_before_save
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import LEVEL, TERTIAL, TEXT

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from model.plan.entities import Goal
    from model.plan.vocabulary import AssessmentLevel


class _Texts(TypedDict):
    """What is written beside the level; None where nothing was said."""

    motivation: str | None
    summary: str | None
    comment: str | None


@line_command(
    "assess",
    help=(
        "Bedöm kommunstyrelsens mål för ett tertial.\n\n"
        "Utan MÅL visas alla mål med förslag och bedömning, utan NIVÅ ett mål med allt som "
        "förslaget bygger på. NIVÅ är met (uppfyllt), partly_met (delvis uppfyllt), barely_met "
        "(knappt uppfyllt) eller not_met (ej uppfyllt); de svenska orden går lika bra. En annan "
        "nivå än den föreslagna behöver en motivering. Den som inte arbetar centralt ser "
        "bedömningen av sina mål när tertialet är låst."
    ),
)
@click.argument("goal", type=TEXT, required=False, metavar="MÅL", help="Målets nummer.")
@click.argument("level", type=LEVEL, required=False, metavar="NIVÅ", help="Bedömningen, se ovan.")
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@click.option("--motivation", type=TEXT, metavar="TEXT", help="Varför den nivån.")
@click.option("--summary", type=TEXT, metavar="TEXT", help="Text under bedömningen i rapporten.")
@click.option("--comment", type=TEXT, metavar="TEXT", help="Kommentar i målavstämningen (T1).")
@with_session
def command(
    session: Session,
    *,
    goal: str | None,
    level: AssessmentLevel | None,
    tertial: Tertial | None,
    **texts: Unpack[_Texts],
) -> None:
    """Show the goals or one goal, or assess it."""
    from model.plan.reporting import current
    from model.plan.vocabulary import Role

    when = tertial or current(session.plan, session.today)
    found = find_goal(session.plan, goal, when.year) if goal is not None else None
    writes = level is not None or any(text is not None for text in texts.values())
    if writes and found is None:
        raise click.UsageError("Ange vilket mål det gäller.", session.ctx)
    if writes and found is not None:
        _assess(session, found, when, level, texts)
    if session.config.profile.role is Role.CENTRAL or writes:
        _show(session, found, when)
    else:
        _show_what_may_be_seen(session, found, when)


def _assess(
    session: Session, goal: Goal, when: Tertial, level: AssessmentLevel | None, texts: _Texts
) -> None:
    from model.actions.assessing import assess

    warn_before_save(
        motivering=texts["motivation"],
        sammanfattning=texts["summary"],
        kommentar=texts["comment"],
    )
    with session.workspace.edit() as edit:
        assess(
            edit,
            goal,
            when,
            level=level,
            motivation=texts["motivation"],
            summary=texts["summary"],
            comment=texts["comment"],
        )


def _show(session: Session, goal: Goal | None, when: Tertial) -> None:
    from model.views.assessing import goal_to_assess
    from tui.line_mode.assessments import assessment_record, show_goal, show_goals
    from tui.line_mode.output import print_json

    plan = session.plan_of(when)
    if goal is None:
        show_goals(session, plan, when)
        return
    shown = goal_to_assess(plan, goal, when)
    if session.as_json:
        print_json(assessment_record(shown, when))
    else:
        show_goal(shown, when)


def _show_what_may_be_seen(session: Session, goal: Goal | None, when: Tertial) -> None:
    from model.views.assessing import may_see_assessments
    from model.views.goal_attainment import goals_worked_towards
    from tui.line_mode.assessments import level_words, seen_record
    from tui.line_mode.listing import show_list
    from tui.line_mode.output import Column, column, text_column

    plan, profile = session.plan_of(when), session.config.profile
    goals = goals_worked_towards(plan, profile.units, when)
    if goal is not None:
        goals = [each for each in goals if each.id == goal.id]
    is_open = may_see_assessments(session.plan, when, profile.role)
    records = [seen_record(plan, each, when) for each in goals] if is_open else []
    columns = [
        column("Mål", "number"),
        text_column("Text", "text"),
        Column("Bedömning", lambda record: level_words(record["assessment"])),
        text_column("Sammanfattning", "summary"),
    ]
    empty = f"Enheten har ingen aktivitet mot ett mål som bedöms {when.year}."
    if not is_open:
        empty = f"Bedömningen av målen visas när {when.swedish} är låst centralt."
    show_list(session, records, columns, empty=empty)
