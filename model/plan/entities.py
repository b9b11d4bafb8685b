"""What a plan consists of: one frozen class per kind of entity.

A class attribute is a field of the journal: what must not be mixed when two people edit at
once is one field (a period is one, a status with its dates and cause is one). Defaults are
what is shown while a field has not arrived yet, so every field has one.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from model.plan.calendar import Tertial
from model.plan.identifiers import CENTRAL, CENTRE_ONLY, EntityId, Scope
from model.plan.vocabulary import (
    Cause,
    GoalLevel,
    HandInState,
    OrganisationLevel,
    Origin,
    Role,
    SizeClass,
    StatusValue,
)

ChangeName = str
"""The hash that names a change."""

Year = Annotated[int, msgspec.Meta(ge=0, le=9999)]
"""A calendar year that days exist in; 0 while it has not arrived."""


class Period(msgspec.Struct, frozen=True):
    """First and last day; may reach outside the year (multi-year activities are normal)."""

    start: date
    end: date


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What every kind has: identity, home scope, and what an edit of a field would replace.

    Nothing in it refers back, so the collector of garbage need not walk through the whole plan.
    """

    kind: ClassVar[str] = ""
    natural: ClassVar[tuple[str, ...]] = ()
    """Fields that make up the natural key; they are fixed at birth."""

    id: EntityId
    scope: Scope = CENTRAL
    removed: bool = False
    heads: dict[str, tuple[ChangeName, ...]] = msgspec.field(default_factory=dict)
    """Per field, the changes that nothing replaces: the bases of an edit made from this row."""
    conflicts: tuple[str, ...] = ()
    """Fields with several differing heads, for a person to settle."""


class Municipality(Entity, frozen=True, kw_only=True):
    """The municipality itself; its key is part of every natural id."""

    kind: ClassVar[str] = "municipality"
    key: str = ""
    name: str = ""


class OrganisationUnit(Entity, frozen=True, kw_only=True):
    """A group, administration, department or unit; renamed is data, moved gets a new parent."""

    kind: ClassVar[str] = "organisation_unit"
    key: str = ""
    name: str = ""
    aliases: tuple[str, ...] = ()
    level: OrganisationLevel = OrganisationLevel.UNIT
    parent: EntityId | None = None
    size_class: SizeClass = SizeClass.NORMAL
    valid_from: date | None = None
    valid_to: date | None = None
    merged_into: EntityId | None = None


class Person(Entity, frozen=True, kw_only=True):
    """Somebody who plans, reports or answers; changes refer to the id, never to the name."""

    kind: ClassVar[str] = "person"
    key: str = ""
    name: str = ""
    role: Role = Role.UNIT
    title: str = ""
    unit: EntityId | None = None
    deputy: EntityId | None = None


class PolicyArea(Entity, frozen=True, kw_only=True):
    """A målområde, in the order of the catalogue."""

    kind: ClassVar[str] = "policy_area"
    key: str = ""
    name: str = ""
    order: int = 0


class Goal(Entity, frozen=True, kw_only=True):
    """A goal of the council, of the board, or for sound financial management."""

    kind: ClassVar[str] = "goal"
    key: str = ""
    year: Year = 0
    number: str = ""
    level: GoalLevel = GoalLevel.BOARD
    text: str = ""
    parent: EntityId | None = None
    policy_area: EntityId | None = None
    lead_unit: EntityId | None = None
    interpretation: str = ""
    decision_ref: str = ""
    order: int = 0
    valid_to: date | None = None


class Measure(Entity, frozen=True, kw_only=True):
    """A mått: what is counted, in which unit, for which part of the organisation.

    Others than the centre see it as it is in a `MeasureRelease`: a baseline may tell of few people.
    """

    kind: ClassVar[str] = "measure"
    scope: Scope = CENTRE_ONLY
    key: str = ""
    name: str = ""
    unit: str = ""
    goal: EntityId | None = None
    organisation: EntityId | None = None
    parent: EntityId | None = None
    direction: str = ""
    target: str = ""
    baseline: str = ""
    order: int = 0


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """A figure with what it rests on; decimals are text so that nothing is rounded."""

    value: str
    source: str = ""
    headcount: int | None = None


class MeasureValue(Entity, frozen=True, kw_only=True):
    """The outcome of a measure on a day."""

    kind: ClassVar[str] = "measure_value"
    natural: ClassVar[tuple[str, ...]] = ("measure", "as_of")
    scope: Scope = CENTRE_ONLY
    measure: EntityId = ""
    as_of: date | None = None
    outcome: Outcome | None = None


class Activity(Entity, frozen=True, kw_only=True):
    """What somebody will do towards a goal; goals are listed primary first.

    A plan activity (origin plan) is central and belongs to `unit` and `participants` only
    where the catalogue names them; an own activity has exactly one unit, its scope.
    """

    kind: ClassVar[str] = "activity"
    key: str = ""
    year: Year = 0
    origin: Origin = Origin.OWN
    title: str = ""
    description: str = ""
    period: Period | None = None
    goals: tuple[EntityId, ...] = ()
    unit: EntityId | None = None
    participants: tuple[EntityId, ...] = ()
    responsible: EntityId | None = None
    deputy: EntityId | None = None
    carried_over_from: EntityId | None = None
    cancelled: bool = False
    cancel_reason: str = ""
    order: int = 0

    @property
    def reporter(self) -> Scope:
        """Who reports how it goes: the unit that answers for it, else the centre."""
        return self.unit or self.scope


class Assignment(Entity, frozen=True, kw_only=True):
    """Who in a unit answers for a plan activity; kept by the unit, not by the centre."""

    kind: ClassVar[str] = "assignment"
    natural: ClassVar[tuple[str, ...]] = ("activity", "unit")
    activity: EntityId = ""
    unit: EntityId = ""
    responsible: EntityId | None = None
    deputy: EntityId | None = None


class Standing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How an activity stands: the status and the dates and reasons that explain it."""

    value: StatusValue
    revised_end: date | None = None
    actual_end: date | None = None
    cause: Cause | None = None
    awaited: str = ""
    review_date: date | None = None
    unchanged_since: Tertial | None = None
    """Set when the status was carried unchanged from that tertial, comment included (F05)."""


class Status(Entity, frozen=True, kw_only=True):
    """A status entry: one activity, one unit, one tertial.

    The unit is `CENTRAL` where the centre reports, for want of a unit that answers.
    """

    kind: ClassVar[str] = "status"
    natural: ClassVar[tuple[str, ...]] = ("activity", "unit", "tertial")
    activity: EntityId = ""
    unit: EntityId = ""
    tertial: Tertial | None = None
    standing: Standing | None = None
    comment: str = ""


class Submission(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a hand-in hands in: for each status the changes that it then stood on."""

    state: HandInState
    day: date
    statuses: dict[EntityId, tuple[ChangeName, ...]] = {}
    said: dict[EntityId, str] = {}
    """For each status a digest of what it then said; older hand-ins have none."""
    activities: tuple[EntityId, ...] | None = None
    """The activities that were then to be reported; None in older hand-ins."""
    lacking: tuple[EntityId, ...] = ()
    """Those of them that were handed in without a status."""


class HandIn(Entity, frozen=True, kw_only=True):
    """A unit's hand-in of a tertial."""

    kind: ClassVar[str] = "hand_in"
    natural: ClassVar[tuple[str, ...]] = ("unit", "tertial")
    unit: EntityId = ""
    tertial: Tertial | None = None
    submission: Submission | None = None


class Waiver(Entity, frozen=True, kw_only=True):
    """A finding set aside with a reason; `place` is the finding's own stable place."""

    kind: ClassVar[str] = "waiver"
    natural: ClassVar[tuple[str, ...]] = ("rule", "place", "unit")
    rule: str = ""
    place: str = ""
    unit: EntityId | None = None
    reason: str = ""


class TertialDates(Entity, frozen=True, kw_only=True):
    """A tertial's dates where they differ from the calendar's."""

    kind: ClassVar[str] = "tertial"
    natural: ClassVar[tuple[str, ...]] = ("tertial",)
    tertial: Tertial | None = None
    entry_deadline: date | None = None


class Setting(Entity, frozen=True, kw_only=True):
    """A setting of the catalogue, the same for the whole municipality; the value is text."""

    kind: ClassVar[str] = "setting"
    natural: ClassVar[tuple[str, ...]] = ("key",)
    key: str = ""
    value: str = ""


class FixedText(Entity, frozen=True, kw_only=True):
    """A fixed text of a document in the municipality's own words, replacing our default."""

    kind: ClassVar[str] = "fixed_text"
    natural: ClassVar[tuple[str, ...]] = ("key",)
    key: str = ""
    text: str = ""
