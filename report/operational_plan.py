"""The operational plan (domain 2.2): the goals, and what has been decided to be done for them.

It holds the plan's activities only (R13): what units plan by themselves is in their own reports.
It does not change with the day on which it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from model.plan.entities import Activity, Goal, OrganisationUnit
from model.plan.plan import Plan
from model.plan.vocabulary import OrganisationLevel
from model.swedish.numbers import count_word
from model.swedish.sorting import sort_key
from model.views.budget import budget_tables
from model.views.measures import tables_of_goal
from report.activity_table import planned_table
from report.content import (
    Block,
    Box,
    Contents,
    Document,
    Fact,
    Heading,
    Organisation,
    Paragraph,
    Table,
    Text,
    plain,
)
from report.figure_tables import budget_table, measure_table
from report.free_text import one_line, paragraphs
from report.goal_sections import efficiency_goals, goal_text, goal_year_of
from report.goal_tree import Branch, branches, listed, quoted, without_goal
from report.numbering import number_headings
from report.texts import Texts


def operational_plan(plan: Plan, year: int) -> Document:
    """The plan of a year. Raises `TextError` when an own text cannot be used."""
    return _OperationalPlan(plan, year).document()


class _OperationalPlan:
    """One plan in the making: what every chapter of it needs to know."""

    def __init__(self, plan: Plan, year: int) -> None:
        self.plan = plan
        self.year = year
        self.goal_year = goal_year_of(plan, year)
        self.texts = Texts(plan.texts)
        self.first_day = date(year, 1, 1)

    def document(self) -> Document:
        municipality = one_line(self.plan.municipality.name)
        facts = [Fact("Kommun", (Text(municipality),))] if municipality else []
        facts.append(Fact("Avser", (Text(str(self.year)),)))
        blocks = [
            Contents(),
            *self.board(),
            *self.administration(),
            *self.goals(),
            *self.efficiency(),
            *self.budget(),
        ]
        return Document(
            title=self.line("title", år=str(self.year)),
            municipality=municipality,
            subject=self.line("subject"),
            as_of=self.first_day,
            facts=tuple(facts),
            blocks=number_headings(blocks),
        )

    def board(self) -> Iterator[Block]:
        """Chapter 1: what the board is for, and the chair's own words where there are any."""
        yield Heading(level=1, text=self.line("board_heading"))
        yield from self.text("board", kommun=self.municipality)
        yield from self.politics()
        yield from self.text("board_scope", kommun=self.municipality)
        words = list(self.text("chair_words"))
        if words:
            yield Heading(level=2, text=self.line("chair_heading"))
            yield from words
            yield from self.text("chair_name")

    def politics(self) -> Iterator[Block]:
        """Who decides, where the municipality has said it: a line for each box, the top first."""
        lines = [plain(paragraph.runs) for paragraph in self.text("political_organisation")]
        if len(lines) > 1:
            title = self.line("political_organisation_title")
            top, *below = lines
            yield Organisation(title=title, top=top, boxes=tuple(map(_box, below)))

    def administration(self) -> Iterator[Block]:
        """Chapter 2: who carries the plan out."""
        yield Heading(level=1, text=self.line("administration_heading"))
        departments = self.departments()
        if departments:
            yield from self.text(
                "administration",
                antal=count_word(len(departments)),
                avdelningar=listed([one_line(department.name) for department in departments]),
            )
            yield self.organisation(departments)
        else:
            yield from self.text("administration_without_departments")
        yield from self.text("administration_duty")

    def departments(self) -> list[OrganisationUnit]:
        """The departments that exist when the plan begins to hold, in order of name."""
        found = [
            unit
            for unit in self.plan.of(OrganisationUnit)
            if unit.level is OrganisationLevel.DEPARTMENT and self.exists(unit)
        ]
        return sorted(found, key=lambda unit: (sort_key(unit.name), unit.id))

    def exists(self, unit: OrganisationUnit) -> bool:
        last_day = date(self.year, 12, 31)
        begun = unit.valid_from is None or unit.valid_from <= last_day
        return begun and (unit.valid_to is None or unit.valid_to >= self.first_day)

    def organisation(self, departments: Sequence[OrganisationUnit]) -> Organisation:
        """The map of the administration; its words can be read aloud."""
        return Organisation(
            title=self.line("organisation_title"),
            top=self.line("organisation_top"),
            boxes=tuple(
                Box(one_line(department.name), self.units_of(department))
                for department in departments
            ),
        )

    def units_of(self, department: OrganisationUnit) -> tuple[Text, ...]:
        """The units of a department that exist, in order of name."""
        units = [
            one_line(unit.name)
            for unit in self.plan.below(department.id)
            if unit.level is OrganisationLevel.UNIT and self.exists(unit)
        ]
        return tuple(map(Text, sorted(units, key=sort_key)))

    def goals(self) -> Iterator[Block]:
        """Chapter 3: council goals, board goals below them, and activities below those."""
        yield Heading(level=1, text=self.line("goals_heading"))
        for key in ("goals_layout", "goals_activities", "goals_not_broken_down", "goals_own"):
            yield from self.text(key)
        yield from self.text("goals_follow_up")
        if self.goal_year != self.year:
            yield from self.text(
                "goals_of_other_year", år=str(self.year), målår=str(self.goal_year)
            )
        found = branches(self.plan, self.goal_year)
        if not found:
            yield from self.text("no_goals", år=str(self.year))
        for branch in found:
            yield from self.branch(branch)
        if rest := without_goal(self.plan, self.year):
            heading = self.texts.line("unit_report.without_goal_heading")
            yield Heading(level=2, text=heading)
            yield self.table(heading, rest)

    def branch(self, branch: Branch) -> Iterator[Block]:
        """A council goal, what it was broken down into (R12), and those goals."""
        council, board = branch
        text = goal_text(council) if council else self.line("no_council_heading")
        yield Heading(level=2, text=text)
        if council is not None:
            yield from self.broken_down(board)
            if activities := self.plan.plan_activities_towards(council.id, self.year):
                yield self.table(text, activities)
        for goal in board:
            yield Heading(level=3, text=goal_text(goal))
            yield from self.activities(goal)

    def broken_down(self, board: Sequence[Goal]) -> Iterator[Block]:
        if not board:
            yield from self.text("not_broken_down")
            return
        key = "broken_down_several" if len(board) > 1 else "broken_down_one"
        values = {"mål": quoted(board), "år": str(self.goal_year)}
        if len(board) > 1:
            values["antal"] = count_word(len(board), one="ett")
        yield from self.text(key, **values)

    def activities(self, goal: Goal) -> Iterator[Block]:
        """The activities of a goal, or that there are none."""
        activities = self.plan.plan_activities_towards(goal.id, self.year)
        if activities:
            yield self.table(goal_text(goal), activities)
        else:
            yield from self.text("no_activities")

    def table(self, heading: str, activities: Sequence[Activity]) -> Table:
        return planned_table(activities, self.texts, title=f"Aktiviteter: {heading}")

    def efficiency(self) -> Iterator[Block]:
        """Chapter 4: the goals that hold for the whole group (R20), with their measures."""
        yield Heading(level=1, text=self.line("efficiency_heading"))
        yield from self.text("efficiency")
        goals = efficiency_goals(self.plan, self.goal_year)
        year = str(self.goal_year)
        if not goals:
            yield from self.text("efficiency_none", år=year)
        elif len(goals) == 1:
            yield from self.text("efficiency_one", år=year, mål=quoted(goals))
        else:
            count = count_word(len(goals), one="ett")
            yield from self.text("efficiency_several", år=year, antal=count, mål=quoted(goals))
        for goal in goals:
            yield Heading(level=2, text=goal_text(goal))
            yield from self.activities(goal)
            for table in tables_of_goal(self.plan, goal, self.first_day):
                yield measure_table(table, self.texts)

    def budget(self) -> Iterator[Block]:
        """Chapter 5, where the catalogue has budget tables: computed sums, one sign."""
        tables = budget_tables(self.plan, self.year)
        if not tables:
            return
        yield Heading(level=1, text=self.line("budget_heading"))
        for key in ("budget_scope", "budget_decisions", "budget_economy", "budget_allocation"):
            yield from self.text(key, år=str(self.year))
        for view in tables:
            lead = paragraphs(view.table.lead)
            yield from (Paragraph(runs) for runs in lead)
            if not lead:
                yield from self.text("budget_lead", tabell=one_line(view.table.name))
            yield budget_table(view, self.texts)

    @property
    def municipality(self) -> str:
        return one_line(self.plan.municipality.name) or self.line("municipality")

    def line(self, key: str, **values: str) -> str:
        return self.texts.line(f"operational_plan.{key}", **values)

    def text(self, key: str, **values: str) -> Iterator[Paragraph]:
        for runs in self.texts.paragraphs(f"operational_plan.{key}", **values):
            yield Paragraph(runs)


def _box(line: str) -> Box:
    """`Kommunstyrelsen: ett utskott, ett annat` is a box with two parts."""
    name, _, parts = line.partition(":")
    return Box(name.strip(), tuple(Text(part.strip()) for part in parts.split(",") if part.strip()))
