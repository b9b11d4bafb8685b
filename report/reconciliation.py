"""The goal reconciliation (domain 2.5): per council goal, what the board's goals have come to.

It holds no statuses and no assessments: a comment for each goal, and the names of the measures
that the goals are followed by.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.plan.calendar import Tertial
from model.plan.entities import Goal, Measure
from model.plan.plan import Plan
from model.plan.vocabulary import GoalLevel
from model.views.measures import all_tables
from report.content import (
    Block,
    Column,
    Contents,
    Day,
    Document,
    Fact,
    Heading,
    Paragraph,
    Row,
    Table,
    Text,
)
from report.free_text import one_line, paragraphs
from report.goal_sections import goal_text, goal_year_of
from report.numbering import number_headings
from report.texts import Texts


def reconciliation(plan: Plan, tertial: Tertial) -> Document:
    """The reconciliation of a tertial; raises `TextError`."""
    return _Reconciliation(plan, tertial).document()


class _Reconciliation:
    """One document in the making: what every part of it needs to know."""

    def __init__(self, plan: Plan, tertial: Tertial) -> None:
        self.plan = plan
        self.tertial = tertial
        self.texts = Texts(plan.texts)
        self.goals = plan.goals(goal_year_of(plan, tertial.year))

    def document(self) -> Document:
        year = str(self.tertial.year)
        return Document(
            title=self.line("title", tertial=f"T{self.tertial.number}", år=year),
            municipality=one_line(self.plan.municipality.name),
            as_of=self.tertial.as_of,
            facts=tuple(self.facts()),
            blocks=number_headings(
                [Contents(self.line("contents_heading")), *self.chapter()],
            ),
        )

    def facts(self) -> Iterator[Fact]:
        """Whose goals they are, and of which day the comments are."""
        if municipality := one_line(self.plan.municipality.name):
            yield Fact("Kommun", (Text(municipality),))
        yield Fact("Avser", (Text(f"{self.tertial.swedish}, per "), Day(self.tertial.as_of)))

    def chapter(self) -> Iterator[Block]:
        """One chapter with a section for each of the council's goals, in catalogue order."""
        yield Heading(level=1, text=self.line("heading"))
        council = [goal for goal in self.goals if goal.level is GoalLevel.COUNCIL]
        if not council:
            year = str(self.tertial.year)
            yield from self.text("no_goals", år=year)
        for goal in council:
            heading = goal_text(goal)
            yield Heading(level=2, text=heading)
            yield from self.section(goal, heading)

    def section(self, council: Goal, heading: str) -> Iterator[Block]:
        """The board's goals with their comments, then the measures of them all."""
        board = [goal for goal in self.goals if goal.parent == council.id]
        rows = [self.goal_row(goal) for goal in board]
        rows += [_measure_row(measure) for measure in self.measures([council, *board])]
        if not board:
            yield from self.text("not_broken_down")
        if rows:
            columns = (
                Column(self.line("column_goal"), wide=True, share=2),
                Column(self.line("column_comment"), wide=True, share=4),
                Column(self.line("column_measure"), wide=True, share=2),
            )
            yield Table(
                title=f"{self.line('heading')}: {heading}", columns=columns, rows=tuple(rows)
            )

    def goal_row(self, goal: Goal) -> Row:
        assessment = self.plan.assessment_of(goal.id, self.tertial)
        comment = assessment.comment if assessment is not None else ""
        return Row((((Text(goal_text(goal), strong=True),),), paragraphs(comment), ()))

    def measures(self, goals: list[Goal]) -> list[Measure]:
        """The measures of some goals; what is part of another is not named by itself."""
        wanted = {goal.id for goal in goals}
        tables = all_tables(self.plan, self.tertial.as_of)
        return [table.lines[0].measure for table in tables if table.goal in wanted]

    def line(self, key: str, **values: str) -> str:
        return self.texts.line(f"reconciliation.{key}", **values)

    def text(self, key: str, **values: str) -> Iterator[Paragraph]:
        for runs in self.texts.paragraphs(f"reconciliation.{key}", **values):
            yield Paragraph(runs)


def _measure_row(measure: Measure) -> Row:
    return Row(((), (), ((Text(one_line(measure.name)),),)))
