"""F08: what was decided of a goal does not go with its activities, and nothing says why."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.plan.assessment import Assessment
from model.plan.entities import Goal
from model.plan.suggestion import Pace, pace_in
from model.plan.vocabulary import AssessmentLevel
from model.swedish.numbers import counted


def assessed_against_activities(material: Material) -> Iterator[Finding]:
    """F08, for the centre: met while something is unfinished, or not met although all is done.

    A motivation answers the question. The activities that count are those of the operational
    plan (A8); what is cancelled is neither done nor unfinished.
    """
    plan, tertial = material.plan, material.tertial
    goals = plan.goals(plan.goal_year(tertial.year)) if material.sees_whole else []
    for goal in goals:
        assessment = plan.assessment_of(goal.id, tertial)
        decided = assessment.decided if assessment is not None else None
        if assessment is None or decided is None or decided.motivation.strip():
            continue
        activities = plan.plan_activities_towards(goal.id, tertial.year)
        found = (pace_in(plan, each, tertial) for each in activities)
        paces = [pace for pace in found if pace is not None]
        unfinished = sum(pace is not Pace.DONE for pace in paces)
        if decided.level is AssessmentLevel.MET and unfinished:
            are = "aktivitet är inte avslutad", "aktiviteter är inte avslutade"
            yield _finding(material, goal, assessment, "uppfyllt", counted(unfinished, *are))
        elif decided.level is AssessmentLevel.NOT_MET and paces and not unfinished:
            yield _finding(material, goal, assessment, "ej uppfyllt", "allt är avslutat")


def _finding(
    material: Material, goal: Goal, assessment: Assessment, decided: str, but: str
) -> Finding:
    return Finding(
        rule="F08",
        severity=Severity.ASK,
        kind=Assessment.kind,
        entity=assessment.id,
        place=f"assessment:{goal.id}:{material.tertial}:motivation",
        field="motivation",
        unit=goal.lead_unit,
        tertial=material.tertial,
        where=shown(f"{goal.number} {goal.text}"),
        text=f"Målet är bedömt som {decided}, men {but}.",
        advice="Skriv en motivering till bedömningen, eller ändra den.",
    )
