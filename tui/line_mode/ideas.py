"""Ready-made ideas named on the command line, and the goals that they lead to."""

from __future__ import annotations

from typing import NamedTuple

import click

from model.example.ideas import HealthFactor, Idea, health_factors
from model.plan.vocabulary import GoalLevel
from model.swedish.search import nearest
from tui.line_mode.session import Session


class NamedIdea(NamedTuple):
    """An idea with the key that it has on the command line."""

    key: str
    factor: HealthFactor
    idea: Idea
    goals: tuple[str, ...]
    """Numbers of the year's efficiency goals, which the ideas are towards."""


def named_ideas(session: Session) -> list[NamedIdea]:
    """All ideas in the order of their factors; keys are `delaktighet-2` and the like."""
    plan = session.plan
    goals = tuple(
        goal.number
        for goal in plan.goals(plan.goal_year(session.today.year))
        if goal.level is GoalLevel.EFFICIENCY
    )
    return [
        NamedIdea(f"{factor.key}-{number}", factor, idea, goals)
        for factor in health_factors()
        for number, idea in enumerate(factor.idea, 1)
    ]


def idea_named(session: Session, key: str) -> NamedIdea:
    """The idea with a key; raises `UsageError` with the nearest ones."""
    ideas = {each.key: each for each in named_ideas(session)}
    if key in ideas:
        return ideas[key]
    near = ", ".join(nearest(key, ideas)) or "se ”tertial plan ideas”"
    raise click.UsageError(f"Förslaget ”{key}” finns inte. Menade du: {near}", session.ctx)
