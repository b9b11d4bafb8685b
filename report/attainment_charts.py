"""How activities and goals stand, as charts: every figure counted from the plan."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from model.plan.calendar import Tertial
from model.plan.entities import Activity
from model.plan.plan import Plan
from model.plan.reporting import status_shown
from model.plan.vocabulary import AssessmentLevel, StatusValue
from model.swedish.numbers import counted, write_number
from model.views.goal_attainment import Attainment
from report.activity_table import missing_mark, status_mark
from report.content import MISSING, Bar, Chart, Mark, Scale
from report.goal_tree import plan_activities
from report.texts import Texts


def assessment_mark(level: AssessmentLevel) -> Mark:
    """A level as its symbol and its words."""
    return Mark(Scale.ASSESSMENT, level.value, level.symbol, level.swedish)


def status_chart(plan: Plan, tertial: Tertial, texts: Texts) -> Chart | None:
    """How many of the plan's activities have each status; None where there are no activities.

    An activity under several goals is counted once. A status that none has is left out.
    """
    activities = plan_activities(plan, tertial.year)
    if not activities:
        return None
    found = Counter(_value(plan, activity, tertial) for activity in activities)
    bars = [_bar(status_mark(value), found[value]) for value in StatusValue if found[value]]
    if found[None]:
        bars.append(_bar(missing_mark(texts), found[None]))
    title = texts.line(
        "tertial_report.status_chart",
        aktiviteter=counted(len(activities), "aktivitet", "aktiviteter"),
        datum=tertial.as_of.isoformat(),
    )
    return Chart(title=title, bars=tuple(bars))


def assessment_chart(counts: Attainment, texts: Texts) -> Chart:
    """How many goals have each level, those that none has included."""
    bars = [_bar(assessment_mark(level), count) for level, count in counts.levels.items()]
    if counts.unassessed:
        words = texts.line("tertial_report.unassessed")
        bars.append(_bar(Mark(Scale.ASSESSMENT, MISSING, "–", words), counts.unassessed))
    title = texts.line(
        "tertial_report.assessment_chart",
        mål=counted(counts.total, "mål", "mål"),
        datum=counts.tertial.as_of.isoformat(),
    )
    return Chart(title=title, bars=tuple(bars))


def _value(plan: Plan, activity: Activity, tertial: Tertial) -> StatusValue | None:
    if activity.cancelled:
        return StatusValue.CANCELLED
    status = status_shown(plan, activity.id, activity.reporter, tertial)
    return status.standing.value if status is not None and status.standing is not None else None


def _bar(mark: Mark, count: int) -> Bar:
    return Bar(mark.words, Decimal(count), write_number(count), mark)
