"""What has happened in a home before a story begins."""

from __future__ import annotations

from datetime import date

from model.actions.planning import PlannedActivity, add_activity
from model.actions.statuses import set_status
from model.home.paths import Home
from model.plan.entities import Activity, Goal, Period, Standing
from model.plan.plan import Plan
from model.plan.reporting import lacks_status, reportable
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit
from tests.tui.app.programs import T1, does_elsewhere


def called(plan: Plan, title: str) -> Activity:
    """The activity that is called so, the newest one."""
    named = [each for each in plan.of(Activity) if each.title == title]
    return max(named, key=lambda each: each.year)


def report_everything(home: Home) -> None:
    """Every activity of the unit has a status for T1."""

    def report(edit: Edit) -> None:
        unit = edit.author.units[0]
        for activity in reportable(edit.plan, unit, T1):
            if lacks_status(edit.plan, activity, unit, T1):
                standing = Standing(value=StatusValue.ONGOING_ON_PLAN)
                set_status(edit, activity, unit, T1, standing, "Går som planerat.")

    does_elsewhere(home, report)


def plan_more(home: Home, count: int) -> None:
    """The unit has planned more activities towards goal 3.4.5: `Aktivitet 0` and on."""

    def plan(edit: Edit) -> None:
        goal = next(each for each in edit.plan.of(Goal) if each.number == "3.4.5")
        for number in range(count):
            planned = PlannedActivity(
                title=f"Aktivitet {number}",
                period=Period(date(2024, 2, 1), date(2024, 11, 30)),
                goals=(goal.id,),
            )
            add_activity(edit, edit.author.units[0], planned)

    does_elsewhere(home, plan)
