"""Assessments as records, as a table and as one goal in full."""

from __future__ import annotations

from model.plan.calendar import Tertial
from model.plan.entities import Goal
from model.plan.plan import Plan
from model.plan.vocabulary import AssessmentLevel
from model.views.assessing import ActivityLine, GoalToAssess, goals_as_assessed, status_counts
from model.views.goal_attainment import attainment
from tui.line_mode.listing import show_list
from tui.line_mode.output import Column, Record, column, plain, print_fields, say, text_column
from tui.line_mode.session import Session


def assessment_record(goal: GoalToAssess, tertial: Tertial) -> Record:
    """A goal as it is assessed; `id` is the goal's."""
    assessment = goal.assessment
    return {
        "id": goal.goal.id,
        "number": goal.goal.number,
        "text": goal.goal.text,
        "tertial": str(tertial),
        "suggested": plain(goal.suggestion.level),
        "suggested_percent": goal.suggestion.percent,
        "reason": goal.suggestion.reason,
        "assessment": plain(goal.level),
        "motivation": goal.motivation,
        "summary": assessment.summary if assessment is not None else "",
        "comment": assessment.comment if assessment is not None else "",
        "activities": len(goal.activities),
        "statuses": status_counts(goal),
        "outdated": goal.is_outdated,
    }


def seen_record(plan: Plan, goal: Goal, tertial: Tertial) -> Record:
    """A goal's assessment as somebody outside the centre reads it."""
    assessment = plan.assessment_of(goal.id, tertial)
    decided = assessment.decided if assessment is not None else None
    return {
        "id": goal.id,
        "number": goal.number,
        "text": goal.text,
        "tertial": str(tertial),
        "assessment": plain(decided.level if decided is not None else None),
        "motivation": decided.motivation if decided is not None else "",
        "summary": assessment.summary if assessment is not None else "",
        "comment": assessment.comment if assessment is not None else "",
    }


def show_goals(session: Session, plan: Plan, tertial: Tertial) -> None:
    """Print what is suggested and decided of every goal, and the counts."""
    records = [assessment_record(goal, tertial) for goal in goals_as_assessed(plan, tertial)]
    columns = [
        column("Mål", "number"),
        text_column("Text", "text"),
        Column("Förslag", lambda record: level_words(record["suggested"])),
        Column("Bedömning", lambda record: level_words(record["assessment"])),
        text_column("Aktiviteter", "statuses"),
    ]
    show_list(session, records, columns, empty=f"Inga mål att bedöma {tertial.year}.")
    if records and not session.as_json:
        say(f"\n{tertial.swedish}: {attainment(plan, tertial).sentences}")


def show_goal(goal: GoalToAssess, tertial: Tertial) -> None:
    """Print one goal with everything that its assessment rests on."""
    record = assessment_record(goal, tertial)
    shown = {
        "Mål": f"{goal.goal.number} {goal.goal.text}",
        "Förslag": f"{level_words(record['suggested'])}. {goal.suggestion.reason}",
        "Bedömning": level_words(record["assessment"]),
        "Motivering": goal.motivation,
        "Obs": "Förslaget var ett annat när målet bedömdes." if goal.is_outdated else "",
        "Sammanfattning": str(record["summary"]),
        "Kommentar": str(record["comment"]),
        "Aktiviteter": "\n".join(map(activity_words, goal.activities)),
    }
    print_fields({label: text for label, text in shown.items() if text})


def activity_words(line: ActivityLine) -> str:
    """An activity with its status, its unit and what the unit says."""
    status = f"{line.value.symbol} {line.value.swedish}" if line.value else "– utan status"
    unit = f" ({line.unit})" if line.unit else ""
    comment = " ".join(line.status.comment.split()) if line.status is not None else ""
    return f"{status}: {line.activity.title}{unit}" + (f". {comment}" if comment else "")


def level_words(level: object) -> str:
    """A level as a person reads it: symbol and words, or that there is none."""
    if level is None:
        return "–"
    known = AssessmentLevel(str(level))
    return f"{known.symbol} {known.swedish}"
