"""A unit's past, invented: activities, statuses and the many edits that make a journal long.

Everything is written through the product's own actions, so it is what those years would have
left. The same seed gives the same words and the same order; ids and times differ.
"""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from model.actions.planning import PlannedActivity, add_activity, carry_over, change_activity
from model.actions.statuses import set_status
from model.journal.change import Entry
from model.journal.clock import HybridClock
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Period, Standing, Status
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Author, Edit

T = TypeVar("T")

TODAY = date(2024, 4, 23)
"""The day of everything that is measured: a week before the first tertial's end."""

ACTIVITIES = 60
"""Own activities of a unit in each year."""

_LAST_YEAR = tuple(Tertial(2023, number) for number in (1, 2, 3))
_THIS_TERTIAL = Tertial(2024, 1)
_FIRST_EDIT = datetime(2023, 1, 9, 8, tzinfo=UTC)
_BETWEEN_EDITS = timedelta(minutes=20)

_DOING = ("Pröva", "Förbättra", "Dokumentera", "Följa upp", "Samordna", "Öva")
_WHAT = (
    "rutinen för matsvinn",
    "introduktionen av vikarier",
    "dialogen med anhöriga",
    "schemat för sommaren",
    "inköpen av råvaror",
    "hälsosamtalen",
    "bokningen av lokaler",
    "egenkontrollen",
    "mötena på måndagar",
    "stödet till nya chefer",
)
_SENTENCES = (
    "Arbetet går som det ska och gruppen träffas varannan vecka.",
    "Två möten är hållna, det tredje är i juni.",
    "Underlaget är skickat till avdelningen för synpunkter.",
    "Vi väntar på besked om medel innan nästa steg.",
    "Personalen är positiv och vill fortsätta även nästa år.",
    "Förseningen beror på vakanser under våren.",
    "Resultatet redovisas på arbetsplatsträffen.",
)
_OPEN = (StatusValue.ONGOING_ON_PLAN, StatusValue.ONGOING_DEVIATING, StatusValue.DELAYED)


class History:
    """Grows a plan by one action after another and keeps the lines that this gives.

    `plan` must hold the unit, the goals (the board's or an efficiency goal) and the author.
    """

    def __init__(
        self, plan: Plan, author: Author, unit: EntityId, goals: Sequence[EntityId], seed: int = 1
    ) -> None:
        self.plan = plan
        self.entries: list[Entry] = []
        self._author = author
        self._unit = unit
        self._goals = goals
        self._chance = random.Random(seed)  # noqa: S311 - invented words, no secrets
        self._now = _FIRST_EDIT
        self._clock = HybridClock(now=lambda: self._now)

    def grow(self, changes: int) -> None:
        """Plan and report last year, carry over, report half of this tertial, then keep editing.

        Stops at the first action that reaches this many changes.
        """
        before = [self._act(self._added(number)) for number in range(ACTIVITIES)]
        for activity in before:
            for tertial in _LAST_YEAR:
                self._act(self._reported(activity, tertial))
        current = [self._act(self._carried(activity)) for activity in before]
        half = current[::2]
        for activity in half:
            self._act(self._reported(activity, _THIS_TERTIAL))
        while len(self.entries) < changes:
            if self._chance.random() < 0.5:
                self._act(self._described(self._chance.choice(current)))
            elif self._chance.random() < 0.5:
                self._act(self._reported(self._chance.choice(half), _THIS_TERTIAL))
            else:
                tertial = self._chance.choice(_LAST_YEAR)
                self._act(self._reported(self._chance.choice(before), tertial))

    def _act(self, action: Callable[[Edit], T]) -> T:
        edit = Edit(self.plan, self._author, TODAY, self._clock.tick)
        done = action(edit)
        self.plan = edit.plan
        self.entries += edit.entries
        self._now += _BETWEEN_EDITS
        return done

    def _text(self) -> str:
        said = self._chance.sample(_SENTENCES, 2)
        return f"{said[0]} {said[1]} ({len(self.entries)})"

    def _added(self, number: int) -> Callable[[Edit], Activity]:
        doing = _DOING[number % len(_DOING)]
        what = _WHAT[number // len(_DOING)]
        start = date(2023, 1 + number % 4, 1)
        end = date(2023, 6 + number % 7, 1 + number % 28)
        planned = PlannedActivity(
            title=f"{doing} {what}, etapp {number + 1}",
            description=self._text(),
            goals=(self._goals[number % len(self._goals)],),
            period=Period(start, end),
            responsible=self._author.person,
            year=2023,
        )
        return lambda edit: add_activity(edit, self._unit, planned)

    def _carried(self, activity: Activity) -> Callable[[Edit], Activity]:
        return lambda edit: carry_over(edit, activity, self._unit, 2024)

    def _described(self, activity: Activity) -> Callable[[Edit], Activity]:
        seen = self.plan.find(Activity, activity.id) or activity
        planned = PlannedActivity(
            title=seen.title,
            description=self._text(),
            goals=seen.goals,
            period=seen.period or Period(TODAY, TODAY),
            responsible=seen.responsible,
            deputy=seen.deputy,
            year=seen.year,
        )
        return lambda edit: change_activity(edit, seen, planned)

    def _reported(self, activity: Activity, tertial: Tertial) -> Callable[[Edit], Status]:
        standing = Standing(value=self._chance.choice(_OPEN))
        text = self._text()
        return lambda edit: set_status(edit, activity, self._unit, tertial, standing, text)
