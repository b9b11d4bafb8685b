"""What the committee will read of one activity, while it is being planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.plan.entities import Activity
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from report.activity_table import Reading, activity_table
from report.content import Block, Heading, Paragraph, Text
from report.goal_sections import goal_sections, goal_text, goal_year_of
from report.texts import Texts


def preview(plan: Plan, activity: Activity, unit: EntityId, *, as_of: date) -> tuple[Block, ...]:
    """The activity as it stands in the unit report: its goal as heading, then its rows.

    The activity may be a draft that the plan does not hold yet. The report prints it under each
    of its goals; here the others are named below. Raises `TextError`.
    """
    return tuple(_blocks(plan, activity, unit, as_of))


def preview_lines(
    plan: Plan, activity: Activity, unit: EntityId, *, as_of: date, width: int
) -> list[str]:
    """The preview as plain lines of at most `width` cells (at least 20), for a screen to show."""
    from report.writers.plain_text import block_lines

    return list(block_lines(_blocks(plan, activity, unit, as_of), width))


def _blocks(plan: Plan, activity: Activity, unit: EntityId, as_of: date) -> Iterator[Block]:
    texts = Texts(plan.texts)
    sections = goal_sections(plan, [activity], goal_year_of(plan, as_of.year))
    headings = [
        goal_text(section.goal) if section.goal else texts.line("unit_report.without_goal_heading")
        for section in sections
    ]
    yield Heading(level=1, text=headings[0], numbered=False)
    reading = Reading(plan, unit, as_of)
    yield activity_table(reading, [activity], texts, title=f"Aktiviteter: {headings[0]}")
    if others := headings[1:]:
        listed = "; ".join(f"”{heading.removesuffix('.')}”" for heading in others)
        yield Paragraph((Text(f"Samma aktivitet står också under {listed}."),))
