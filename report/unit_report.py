"""The unit report to a committee (domain 2.1): what a unit does towards the political goals.

It is a supplement to the tertial report (R10) and shows the state of the day on which it is
presented (R7). What a reader needs to know which report this is stands under the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.plan.entities import Goal, OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.requirement import requirement
from model.plan.vocabulary import OrganisationLevel
from model.swedish.numbers import count_word
from report.activity_table import Reading, activity_table
from report.content import Block, BulletList, Day, Document, Fact, Heading, Paragraph, Text
from report.errors import UnknownUnit
from report.free_text import one_line
from report.goal_sections import (
    GoalSection,
    activities_until,
    efficiency_goals,
    goal_sections,
    goal_text,
    goal_year_of,
    goals_by_area,
)
from report.goal_tree import quoted
from report.numbering import number_headings
from report.texts import Texts

NAMELESS = "Enhet utan namn"


def unit_report(
    plan: Plan, unit: EntityId, *, as_of: date, committee: str | None = None
) -> Document:
    """The report of one unit as of the day when it is presented, to a named committee if known.

    Raises `UnknownUnit`, and `TextError` when an own text of the municipality cannot be used.
    """
    row = plan.find(OrganisationUnit, unit)
    if row is None:
        raise UnknownUnit(unit)
    return _UnitReport(Reading(plan, unit, as_of), row, one_line(committee or "")).document()


class _UnitReport:
    """One report in the making: what every part of it needs to know."""

    def __init__(self, reading: Reading, unit: OrganisationUnit, committee: str) -> None:
        self.reading = reading
        self.plan = reading.plan
        self.texts = Texts(self.plan.texts)
        self.unit = unit
        self.name = one_line(unit.name) or NAMELESS
        self.committee = committee
        self.year = str(reading.as_of.year)
        self.goal_year = goal_year_of(self.plan, reading.as_of.year)

    def document(self) -> Document:
        return Document(
            title=self.texts.line("unit_report.title", enhet=self.name, år=self.year),
            municipality=one_line(self.plan.municipality.name),
            subject=self.name,
            as_of=self.reading.as_of,
            facts=tuple(self.facts()),
            blocks=number_headings([*self.first_chapter(), *self.last_chapter()]),
        )

    def facts(self) -> Iterator[Fact]:
        """Who reports, to whom and for which time; only what is known."""
        if municipality := one_line(self.plan.municipality.name):
            yield Fact("Kommun", (Text(municipality),))
        yield Fact(self.unit.level.swedish, (Text(self.name),))
        if department := self.department():
            yield Fact(OrganisationLevel.DEPARTMENT.swedish, (Text(department),))
        if self.committee:
            yield Fact("Lämnas till", (Text(self.committee),))
        new_year = Day(date(self.reading.as_of.year, 1, 1))
        yield Fact("Avser tiden", (new_year, Text(" till "), Day(self.reading.as_of)))

    def department(self) -> str:
        """The department that the unit belongs to, if any."""
        seen = {self.unit.id}
        above = self.plan.find(OrganisationUnit, self.unit.parent)
        while above is not None and above.id not in seen:
            if above.level is OrganisationLevel.DEPARTMENT:
                return one_line(above.name)
            seen.add(above.id)
            above = self.plan.find(OrganisationUnit, above.parent)
        return ""

    def first_chapter(self) -> Iterator[Block]:
        yield Heading(level=1, text=self.heading("heading", enhet=self.name, år=self.year))
        if str(self.goal_year) != self.year:
            yield from self.text("goals_of_other_year", år=self.year, målår=str(self.goal_year))
        committee = self.committee or self.heading("some_committee")
        yield from self.text(
            "purpose",
            enhet=self.name,
            utskott=committee,
            år=self.year,
            datum=Day(self.reading.as_of),
        )
        yield from self.text("layout", enhet=self.name)
        yield from self.text("governance")
        yield from self.text("duty")
        yield from self.text("efficiency_duty")
        yield from self.minimum()
        yield from self.activities()
        yield Heading(level=2, text=self.heading("follow_up_heading"))
        yield from self.text("follow_up_request")
        yield from self.text("follow_up_process")
        yield from self.text("follow_up_decision")
        yield Heading(level=2, text=self.heading("scope_heading"))
        yield from self.text("scope_operations")
        yield from self.text("scope_economy")

    def minimum(self) -> Iterator[Block]:
        """What each unit should do at least (R3, A1): one per efficiency goal and one more."""
        required = requirement(self.plan, self.unit.id, self.reading.as_of.year)
        keys = {bucket.goal for bucket in required.buckets}
        goals = [row for row in efficiency_goals(self.plan, self.goal_year) if row.id in keys]
        level = OrganisationLevel.UNIT
        if self.setting("requirement_level") == OrganisationLevel.DEPARTMENT.value:
            level = OrganisationLevel.DEPARTMENT
        values = {
            "år": str(self.goal_year),
            "antal": count_word(required.minimum),
            "nivå": level.swedish.lower(),
        }
        if not goals:
            yield from self.text("minimum_none", **values)
            return
        values["mål"] = quoted(goals)
        if len(goals) > 1:
            count = count_word(len(goals), one="ett")
            yield from self.text("minimum_several", **values, antal_mål=count)
        else:
            yield from self.text("minimum_one", **values)

    def activities(self) -> Iterator[Block]:
        """One heading per goal with planned activities (R5), efficiency goals first."""
        activities = activities_until(self.reading, self.goal_year)
        sections = goal_sections(self.plan, activities, self.goal_year)
        if not sections:
            yield from self.text("no_activities", enhet=self.name, år=self.year)
        for section in sections:
            heading = self.goal_heading(section)
            yield Heading(level=2, text=heading)
            yield activity_table(
                self.reading, section.activities, self.texts, title=f"Aktiviteter: {heading}"
            )

    def goal_heading(self, section: GoalSection) -> str:
        goal = section.goal
        if goal is None:
            return self.heading("without_goal_heading")
        text = goal_text(goal)
        return text if goal.year == self.goal_year else f"{text} (mål för {goal.year})"

    def last_chapter(self) -> Iterator[Block]:
        """All board goals by policy area and the efficiency goals, to compare with (R6)."""
        year = str(self.goal_year)
        yield Heading(level=1, text=self.heading("goals_heading"))
        areas = list(goals_by_area(self.plan, self.goal_year))
        efficiency = efficiency_goals(self.plan, self.goal_year)
        if not areas and not efficiency:
            yield from self.text("no_goals", år=year)
            return
        yield from self.text("goals_intro", år=year)
        for area, goals in areas:
            name = one_line(area.name) if area else ""
            heading = (
                self.heading("area_heading", målområde=name)
                if name
                else self.heading("no_area_heading")
            )
            yield Heading(level=2, text=heading, numbered=False)
            yield self.goal_list(goals)
        if efficiency:
            yield Heading(level=2, text=self.heading("efficiency_heading"), numbered=False)
            yield self.goal_list(efficiency)

    def goal_list(self, goals: list[Goal] | tuple[Goal, ...]) -> BulletList:
        return BulletList(tuple((Text(self.listed(goal)),) for goal in goals))

    def listed(self, goal: Goal) -> str:
        """A goal as a sentence, with its last day when it has ceased to apply."""
        text = goal_text(goal)
        sentence = text if text.endswith((".", "!", "?", "…")) else f"{text}."
        if goal.valid_to is not None and goal.valid_to < self.reading.as_of:
            return f"{sentence} Målet gällde till och med {goal.valid_to.isoformat()}."
        return sentence

    def setting(self, key: str) -> str:
        return self.plan.settings.get(key, "").strip().casefold()

    def heading(self, key: str, **values: str) -> str:
        return self.texts.line(f"unit_report.{key}", **values)

    def text(self, key: str, **values: str | Day) -> Iterator[Paragraph]:
        for runs in self.texts.paragraphs(f"unit_report.{key}", **values):
            yield Paragraph(runs)
