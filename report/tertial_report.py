"""The tertial report (domain 2.4): every goal with its assessment and its activities' statuses.

It holds the operational plan's activities only (R10, A8), as they stood when the tertial closed.
The report of T3 is that of the whole year and ends with an analysis, whose figures are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal
from model.plan.plan import Plan
from model.plan.vocabulary import AssessmentLevel
from model.swedish.numbers import count_word
from model.views.goal_attainment import attainment, goals_to_assess
from report.attainment_charts import assessment_chart, assessment_mark, status_chart
from report.content import (
    AssessmentLine,
    Block,
    BulletList,
    Contents,
    Day,
    Document,
    Fact,
    Heading,
    Paragraph,
    Table,
    Text,
)
from report.free_text import one_line, paragraphs
from report.goal_sections import efficiency_goals, goal_text, goal_year_of
from report.goal_tree import Branch, branches, without_goal
from report.numbering import number_headings
from report.reported_table import reported_table
from report.texts import Texts


def tertial_report(plan: Plan, tertial: Tertial) -> Document:
    """The report of a tertial. Raises `TextError` when an own text cannot be used."""
    return _TertialReport(plan, tertial).document()


class _TertialReport:
    """One report in the making: what every chapter of it needs to know."""

    def __init__(self, plan: Plan, tertial: Tertial) -> None:
        self.plan = plan
        self.tertial = tertial
        self.year = str(tertial.year)
        self.goal_year = goal_year_of(plan, tertial.year)
        self.texts = Texts(plan.texts)
        self.branches = branches(plan, self.goal_year)

    def document(self) -> Document:
        municipality = one_line(self.plan.municipality.name)
        facts = [Fact("Kommun", (Text(municipality),))] if municipality else []
        facts.append(Fact("Avser", (Text(f"{self.tertial.swedish}, per "), self.as_of)))
        blocks = [Contents(), *self.introduction(), *self.goals()]
        if self.is_whole_year:
            blocks += self.analysis()
        return Document(
            title=self.line("title", år=self.year, nummer=str(self.tertial.number)),
            municipality=municipality,
            subject=self.tertial.swedish,
            as_of=self.tertial.as_of,
            facts=tuple(facts),
            blocks=number_headings(blocks),
        )

    @property
    def as_of(self) -> Day:
        return Day(self.tertial.as_of)

    @property
    def is_whole_year(self) -> bool:
        return self.tertial.number == 3

    def introduction(self) -> Iterator[Block]:
        """Chapter 1: what is reported, how, and what the assessment rests on (R16)."""
        yield Heading(level=1, text=self.line("introduction_heading"))
        yield from self.text("introduction", år=self.year, datum=self.as_of)
        if str(self.goal_year) != self.year:
            yield from self.text("goals_of_other_year", år=self.year, målår=str(self.goal_year))
        council = sum(branch.council is not None for branch in self.branches)
        if council > 1:
            yield from self.text("layout_several", antal=count_word(council, one="ett"))
        elif council == 1:
            yield from self.text("layout_one")
        if self.has_assessments:
            yield from self.text("levels")
            yield BulletList(
                tuple(
                    (assessment_mark(level), Text(f": {self.texts.line(f'assessment.{level}')}"))
                    for level in AssessmentLevel
                )
            )
            yield from self.text("basis")
        if not self.is_whole_year:
            yield from self.charts()

    @property
    def has_assessments(self) -> bool:
        """Whether anything is assessed: the first tertial may have statuses only (R17)."""
        counts = attainment(self.plan, self.tertial)
        return counts.met_or_partly + counts.barely_or_not > 0

    def charts(self) -> Iterator[Block]:
        """How the activities and the goals stand, as bars with their figures."""
        if chart := status_chart(self.plan, self.tertial, self.texts):
            yield chart
        if self.has_assessments:
            yield assessment_chart(attainment(self.plan, self.tertial), self.texts)

    def goals(self) -> Iterator[Block]:
        """Chapter 2: the council's goals, the board's below them, the efficiency goals last."""
        yield Heading(level=1, text=self.line("goals_heading"))
        efficiency = efficiency_goals(self.plan, self.goal_year)
        if not self.branches and not efficiency:
            yield from self.text("no_goals", år=self.year)
        for branch in self.branches:
            yield from self.branch(branch)
        for goal in efficiency:
            yield Heading(level=2, text=goal_text(goal))
            yield from self.activities(goal)
        if rest := without_goal(self.plan, self.tertial.year):
            heading = self.texts.line("unit_report.without_goal_heading")
            yield Heading(level=2, text=heading)
            yield self.table(heading, rest)

    def branch(self, branch: Branch) -> Iterator[Block]:
        council, board = branch
        text = goal_text(council) if council else self.line("no_council_heading")
        yield Heading(level=2, text=text)
        if council is not None and (rows := self.planned(council)):
            yield self.table(text, rows)
        elif not board:
            yield from self.text("not_broken_down")
        for goal in board:
            yield from self.goal(goal)

    def goal(self, goal: Goal) -> Iterator[Block]:
        """A board goal: how far it is met, why, and its activities."""
        yield Heading(level=3, text=goal_text(goal))
        assessment = self.plan.assessment_of(goal.id, self.tertial)
        if assessment is not None and assessment.decided is not None:
            yield AssessmentLine(assessment_mark(assessment.decided.level))
        elif self.has_assessments and goal in goals_to_assess(self.plan, self.tertial):
            yield from self.text("not_assessed")
        if assessment is not None:
            yield from (Paragraph(runs) for runs in paragraphs(assessment.summary))
        yield from self.activities(goal)

    def activities(self, goal: Goal) -> Iterator[Block]:
        activities = self.planned(goal)
        if activities:
            yield self.table(goal_text(goal), activities)
        else:
            yield from self.text("no_activities")

    def planned(self, goal: Goal) -> list[Activity]:
        return self.plan.plan_activities_towards(goal.id, self.tertial.year)

    def table(self, heading: str, activities: Sequence[Activity]) -> Table:
        title = f"Aktiviteter: {heading}"
        return reported_table(self.plan, self.tertial, activities, self.texts, title=title)

    def analysis(self) -> Iterator[Block]:
        """Chapter 3 of the whole year: counted sentences, the charts, and the centre's own text."""
        yield Heading(level=1, text=self.line("analysis_heading", år=self.year))
        said = list(self.summing_up())
        yield from said or self.text("no_analysis", år=self.year)

    def summing_up(self) -> Iterator[Block]:
        """What there is to say of the whole year; nothing where nothing is planned or said."""
        if self.has_assessments:
            yield Paragraph((Text(attainment(self.plan, self.tertial).sentences),))
        yield from self.charts()
        analysis = self.plan.analysis_of(self.tertial.year)
        if analysis is not None:
            yield from (Paragraph(runs) for runs in paragraphs(analysis.text))

    def line(self, key: str, **values: str) -> str:
        return self.texts.line(f"tertial_report.{key}", **values)

    def text(self, key: str, **values: str | Day) -> Iterator[Paragraph]:
        for runs in self.texts.paragraphs(f"tertial_report.{key}", **values):
            yield Paragraph(runs)
