"""Where somebody is with one activity in the plan form: what stands there, and what was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from model.checks.before_save import warnings_for
from model.plan.entities import Activity, Assignment
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import Origin
from tui.app.plan_text import (
    FormText,
    KeptForm,
    Reading,
    activity_from,
    blank,
    encode,
    now,
    read,
    text_of,
)

_ORDER = ("title", "goals", "start_date", "end_date", "description", "responsible", "deputy")
_PRIVATE = ("title", "description")


@dataclass
class FormState:
    """One visit to the form."""

    unit: EntityId
    today: date
    key: str
    """Under which the draft is kept."""
    seen: Activity | None
    """The activity as it was when the form opened: what a save is an edit of."""
    start: FormText
    """What stood in the form then."""
    text: FormText
    seen_people: Assignment | None = None
    """Who in the unit answered for an activity of the operational plan then, if that was said."""
    aside: FormText | None = None
    """What was put aside, to be taken up again."""
    is_asked: bool = False
    """Whether saving was tried, so that empty fields are to be told of."""
    refused: dict[str, str] = field(default_factory=dict)
    """What the last save was refused for, by field."""
    accepted: dict[str, str] = field(default_factory=dict)
    """Texts that were warned of, by field: saving them again saves them."""
    is_saving: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether something stands in the form that is not in the plan."""
        return self.text != self.start

    @property
    def is_of_plan(self) -> bool:
        """Whether the activity is decided in the operational plan."""
        return self.seen is not None and self.seen.origin is Origin.PLAN

    @property
    def reading(self) -> Reading:
        """What the text means now."""
        return read(self.text, self.seen, self.today)

    @property
    def draft(self) -> Activity:
        """The activity as it would be."""
        return activity_from(self.text, self.reading, self.unit, self.seen)

    @property
    def kept(self) -> str:
        """The draft to keep; empty when nothing is changed."""
        if not self.is_changed:
            return ""
        return encode(
            KeptForm(text=self.text, kept_at=now(), seen=self.seen, seen_people=self.seen_people)
        )

    def obstacle(self) -> str | None:
        """The first field that cannot be saved as it is, if any."""
        if self.is_of_plan:
            return None
        self.is_asked = True
        return first_field(self.reading.problems)

    def unasked_warning(self) -> str | None:
        """The first field whose text may tell too much of somebody, if that was not said yet."""
        for name in () if self.is_of_plan else _PRIVATE:
            text = getattr(self.text, name)
            if self.accepted.get(name) != text and warnings_for(text):
                self.accepted[name] = text
                return name
        return None

    def go_on_from(self, saved: Activity, start: FormText, plan: Plan) -> None:
        """Go on as an edit of what was just saved; `start` is how that stands in the form."""
        self.key = draft_key(self.unit, saved.id)
        self.seen, self.start, self.aside = saved, start, None
        self.seen_people = plan.assignment_of(saved.id, self.unit)
        self.is_asked = False
        self.refused.clear()

    @property
    def warned(self) -> frozenset[str]:
        """Fields whose warning was shown for the text that stands there now."""
        return frozenset(
            name for name, text in self.accepted.items() if getattr(self.text, name) == text
        )


def first_field(fields: Iterable[str]) -> str | None:
    """The first in the form of these fields; None if there is none."""
    found = set(fields)
    return next((name for name in _ORDER if name in found), None)


def draft_key(unit: EntityId, activity: EntityId) -> str:
    """Under which key the draft of an activity that is in the plan is kept."""
    return f"plan:{unit}:{activity}"


def state_for(
    plan: Plan,
    unit: EntityId,
    today: date,
    person: EntityId,
    *,
    activity_id: EntityId | None,
    goal: EntityId | None,
) -> FormState:
    """The form as it opens: an activity of the plan, or a new one, perhaps towards a goal."""
    seen = plan.find(Activity, activity_id)
    if seen is not None:
        text, key = text_of(plan, seen, unit), draft_key(unit, seen.id)
    else:
        text = blank(plan, unit, today, person, goal)
        key = f"plan:{unit}:new:{goal}" if goal else f"plan:{unit}:new"
    people = plan.assignment_of(seen.id, unit) if seen is not None else None
    return FormState(
        unit=unit, today=today, key=key, seen=seen, start=text, text=text, seen_people=people
    )
