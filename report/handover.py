"""The handover: what one person answers for, for who takes over (domain 1.9).

It is a working paper: what each activity is about, where it stands, what comes next, and who else
knows. Nobody has to ask a person who has left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from model.plan.entities import OrganisationUnit, Person, Status
from model.plan.plan import Plan
from model.plan.reporting import current
from model.swedish.numbers import counted
from model.views.details import ActivityDetails
from model.views.handover import Held, held_by
from report.activity_table import UNTITLED, Reading, explanation, spaced, status_mark
from report.content import (
    Block,
    BulletList,
    Cell,
    Column,
    Day,
    Document,
    Fact,
    Heading,
    Paragraph,
    Row,
    Runs,
    Table,
    Text,
)
from report.free_text import one_line, paragraphs
from report.goal_sections import goal_text
from report.numbering import number_headings
from report.texts import Texts

COMMENTS = 3
"""How many of the latest comments are told."""


def handover(plan: Plan, people: tuple[Person, ...], today: date) -> Document:
    """What a person answers for, as of today; raises `TextError`."""
    return _Handover(plan, people, today).document()


class _Handover:
    """One handover in the making: what every part of it needs to know."""

    def __init__(self, plan: Plan, people: tuple[Person, ...], today: date) -> None:
        self.plan = plan
        self.people = people
        self.today = today
        self.name = one_line(people[0].name)
        self.texts = Texts(plan.texts)
        held = held_by(plan, people, today)
        self.done = [each for each in held if each.is_done]
        self.responsible = [each for each in held if each.is_responsible and not each.is_done]
        self.deputy = [each for each in held if not each.is_responsible and not each.is_done]

    def document(self) -> Document:
        return Document(
            title=self.line("title", namn=self.name),
            municipality=one_line(self.plan.municipality.name),
            subject=self.name,
            as_of=self.today,
            facts=tuple(self.facts()),
            blocks=number_headings(self.blocks()),
        )

    def facts(self) -> Iterator[Fact]:
        """Whose it is and where they work; only what is known."""
        yield Fact("Gäller", (Text(self.name),))
        units = (self.plan.find(OrganisationUnit, person.unit) for person in self.people)
        names = dict.fromkeys(one_line(unit.name) for unit in units if unit is not None)
        if names:
            yield Fact("Enhet", (Text(", ".join(names)),))
        yield Fact("Per", (Day(self.today),))

    def blocks(self) -> Iterator[Block]:
        lacking = [each for each in self.responsible if each.lacks_deputy]
        yield from self.text(
            "summary",
            namn=self.name,
            ansvarig=counted(len(self.responsible), "aktivitet", "aktiviteter"),
            ersättare=counted(len(self.deputy), "aktivitet", "aktiviteter"),
        )
        for key, held in (("responsible", self.responsible), ("deputy", self.deputy)):
            yield Heading(level=1, text=self.line(f"{key}_heading"))
            if not held:
                yield from self.text(f"{key}_none", namn=self.name)
            for each in held:
                yield from self.activity(each)
        if lacking:
            yield Heading(level=1, text=self.line("no_deputy_heading"))
            yield from self.text("no_deputy")
            yield _titles(lacking)
        if self.done:
            yield Heading(level=1, text=self.line("done_heading", år=str(self.today.year)))
            yield _titles(self.done)

    def activity(self, held: Held) -> Iterator[Block]:
        """What it is about, then a table of where it stands and what comes next."""
        title = _title(held)
        yield Heading(level=2, text=title)
        yield from map(Paragraph, paragraphs(held.details.activity.description))
        rows = tuple(Row((((Text(label),),), cell)) for label, cell in self.told(held) if any(cell))
        columns = (
            Column(self.line("column_label"), wide=True),
            Column(self.line("column_content"), wide=True, share=3),
        )
        yield Table(title=self.line("table", aktivitet=title), columns=columns, rows=rows)

    def told(self, held: Held) -> Iterator[tuple[str, Cell]]:
        details = held.details
        unit = self.plan.find(OrganisationUnit, details.unit)
        yield (
            "Mål",
            tuple((Text(one_line(f"{goal.number} {goal_text(goal)}")),) for goal in details.goals),
        )
        yield "Enhet", _words(unit.name if unit is not None else "")
        yield "Tid", (self.period(details),)
        yield "Läge", tuple(self.standing(held))
        yield "Nästa steg", tuple(self.next_steps(held))
        if held.is_responsible:
            missing = self.line("missing_deputy")
            yield "Ersättare", _words(details.deputy.name if details.deputy else missing)
        else:
            answers = details.responsible
            yield "Ansvarig", _words(answers.name if answers else self.line("missing_responsible"))
        for status in self.commented(held):
            tertial = status.tertial.swedish if status.tertial is not None else ""
            yield f"Kommentar {tertial}".rstrip(), paragraphs(status.comment)

    def period(self, details: ActivityDetails) -> Runs:
        period = details.activity.period
        if period is None:
            return (Text(self.line("no_period")),)
        return (Day(period.start), Text(" till "), Day(period.end))

    def standing(self, held: Held) -> Iterator[Runs]:
        """The newest status and of when it is, and what it waits for and why."""
        latest = held.latest
        if latest is None or latest.standing is None:
            yield (Text(self.line("no_status")),)
            return
        of = f" ({latest.tertial.swedish})" if latest.tertial is not None else ""
        yield (status_mark(latest.standing.value), Text(of))
        details = held.details
        reading = Reading(self.plan, details.unit, self.today)
        without_day = replace(latest.standing, review_date=None)  # that is a next step
        explained = spaced(tuple(explanation(reading, details.activity, without_day)))
        if explained:
            yield explained

    def next_steps(self, held: Held) -> Iterator[Runs]:
        """What has a day: when it begins, when it is looked at again, when it is to be done."""
        details, latest = held.details, held.latest
        standing = latest.standing if latest is not None else None
        period, tertial = details.activity.period, current(self.plan, self.today)
        if period is not None and period.start > self.today:
            yield (Text("Börjar "), Day(period.start), Text("."))
        elif latest is None or latest.tertial is None or latest.tertial < tertial:
            yield (Text(f"Status för {tertial.swedish} återstår att rapportera."),)
        if standing is not None and standing.review_date is not None:
            yield (Text("Följs upp "), Day(standing.review_date), Text("."))
        if details.end is None:
            return
        if details.end < self.today:
            yield (Text("Slutdatumet "), Day(details.end), Text(" har passerat: sätt ett nytt."))
        else:
            yield (Text("Ska vara klart "), Day(details.end), Text("."))

    def commented(self, held: Held) -> list[Status]:
        present = [held.details.present] if held.details.present is not None else []
        said = [each for each in (*present, *held.details.earlier) if each.comment.strip()]
        return said[:COMMENTS]

    def line(self, key: str, **values: str) -> str:
        return self.texts.line(f"handover.{key}", **values)

    def text(self, key: str, **values: str) -> Iterator[Paragraph]:
        yield from map(Paragraph, self.texts.paragraphs(f"handover.{key}", **values))


def _title(held: Held) -> str:
    return one_line(held.details.activity.title) or UNTITLED


def _titles(held: Iterable[Held]) -> BulletList:
    return BulletList(tuple((Text(_title(each)),) for each in held))


def _words(text: str) -> Cell:
    shown = one_line(text)
    return ((Text(shown),),) if shown else ()
