"""What stands in the plan form: plain values, kept as a draft and read as an activity."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
from msgspec.structs import replace

from model.actions.people import find_person
from model.actions.planning import plan_year
from model.plan.entities import Activity, Assignment, Goal, Period, Person
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.rules import FieldRefused, checked_period, checked_text, checked_title
from model.plan.vocabulary import Origin
from model.swedish.dates import UnreadableDate, parse_date

UNSAVED_ID = "utkast"
"""The id of an activity that is not in the plan yet, where one is wanted for looking at it."""


class FormText(msgspec.Struct, frozen=True, kw_only=True):
    """Every field of the form as it stands."""

    title: str = ""
    goals: tuple[EntityId, ...] = ()
    start: str = ""
    end: str = ""
    description: str = ""
    responsible: str = ""
    deputy: str = ""
    people: dict[str, EntityId] = {}
    """Who is meant by a name, where somebody was chosen: two people may have the same one."""


class KeptForm(msgspec.Struct, frozen=True, kw_only=True):
    """A draft: the form, when it was kept, and what stood in the plan when the form opened."""

    text: FormText
    kept_at: datetime
    seen: Activity | None = None
    seen_people: Assignment | None = None


def now() -> datetime:
    """This moment, in the machine's own time zone."""
    return datetime.now(UTC).astimezone()


def encode(kept: KeptForm) -> str:
    """A draft as the workspace keeps it."""
    return msgspec.json.encode(kept).decode("utf-8")


def decode(text: str) -> KeptForm | None:
    """A draft as it was kept; None for one of another version of the program."""
    try:
        return msgspec.json.decode(text, type=KeptForm)
    except msgspec.DecodeError:
        return None


def blank(
    plan: Plan, unit: EntityId, today: date, person: EntityId, goal: EntityId | None
) -> FormText:
    """A new activity: from today to the end of the year, by whoever sits here if of the unit."""
    someone = plan.find(Person, person)
    here = someone if someone is not None and someone.unit == unit else None
    return FormText(
        goals=(goal,) if goal is not None else (),
        start=today.isoformat(),
        end=date(today.year, 12, 31).isoformat(),
        responsible=here.name if here else "",
        people=_meant(here),
    )


def _meant(*people: Person | None) -> dict[str, EntityId]:
    return {person.name: person.id for person in people if person is not None}


def text_of(plan: Plan, activity: Activity, unit: EntityId) -> FormText:
    """An activity as it stands in the plan."""
    responsible, deputy = plan.people_for(activity, unit)
    period = activity.period
    return FormText(
        title=activity.title,
        goals=activity.goals,
        start=period.start.isoformat() if period else "",
        end=period.end.isoformat() if period else "",
        description=activity.description,
        responsible=responsible.name if responsible else "",
        deputy=deputy.name if deputy else "",
        people=_meant(deputy, responsible),
    )


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What the form's text means; `problems` says by field what cannot be saved, and why."""

    start: date | None
    end: date | None
    year: int
    """The plan's year that the activity is for, or would be (as `add_activity` decides)."""
    problems: dict[str, str]

    @property
    def period(self) -> Period | None:
        """The period, if both dates can be read."""
        return Period(self.start, self.end) if self.start and self.end else None


def read(text: FormText, seen: Activity | None, today: date) -> Reading:
    """Read the form as it would be saved.

    A start without a year is in the plan's year, or this one; an end without a year is in the
    year that the activity is for.
    """
    problems: dict[str, str] = {}
    start = _day(text.start, "start_date", today, seen.year if seen else today.year, problems)
    year = seen.year if seen else plan_year(start, today)
    end = _day(text.end, "end_date", today, year, problems)
    reading = Reading(start=start, end=end, year=year, problems=problems)
    for refuse in (
        lambda: checked_title(text.title),
        lambda: checked_text("description", text.description),
        lambda: checked_period(reading.period) if reading.period else None,
    ):
        try:
            refuse()
        except FieldRefused as error:
            problems[error.field] = error.reason
    if not text.goals:
        problems["goals"] = "Aktiviteten behöver minst ett mål."
    return reading


def _day(typed: str, field: str, today: date, year: int, problems: dict[str, str]) -> date | None:
    try:
        return parse_date(typed, near=today, year=year)
    except UnreadableDate as error:
        problems[field] = str(error)
        return None


def activity_from(
    text: FormText, reading: Reading, unit: EntityId, seen: Activity | None
) -> Activity:
    """The activity as it would be, to be looked at: checked by no rule, and without its people."""
    if seen is not None and seen.origin is Origin.PLAN:
        return seen
    base = seen or Activity(id=UNSAVED_ID, scope=unit, unit=unit)
    return replace(
        base,
        year=reading.year,
        title=" ".join(text.title.split()),
        description=text.description.rstrip(),
        period=reading.period,
        goals=text.goals,
    )


def person_meant(plan: Plan, text: FormText, name: str, unit: EntityId) -> Person | None:
    """Who is meant by a name in the form; None for nobody, and for somebody new."""
    name = " ".join(name.split())
    chosen = plan.find(Person, text.people.get(name))
    return chosen or find_person(plan, name, unit)


def goals_of(plan: Plan, text: FormText) -> list[Goal]:
    """The chosen goals that have arrived, primary first."""
    found = (plan.find(Goal, goal) for goal in text.goals)
    return [goal for goal in found if goal is not None]
