"""What `demo.toml` holds: the units' own activities and what they reported, in rows."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from importlib.resources import files

import msgspec

from model.plan.vocabulary import Cause, StatusValue

PLAN_PREFIX = "plan:"
"""Stands before the key of an activity of the operational plan."""


class ActivityRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An own activity; people, goals and units by their keys."""

    key: str
    unit: str
    title: str
    description: str
    start: date
    end: date
    goals: tuple[str, ...]
    year: int | None = None
    responsible: str | None = None
    deputy: str | None = None
    carried_over_from: str | None = None


class AssignmentRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who in a unit answers for a plan activity."""

    activity: str
    unit: str
    responsible: str | None = None
    deputy: str | None = None


class StatusRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a unit reported, when and by whom."""

    activity: str
    unit: str
    tertial: str
    status: StatusValue
    comment: str
    on: datetime
    by: str
    revised_end: date | None = None
    actual_end: date | None = None
    cause: Cause | None = None
    awaited: str = ""
    review_date: date | None = None


class HandInRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A hand-in, when and by whom."""

    unit: str
    tertial: str
    on: datetime
    by: str


class DemoFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file; `year` is that of activities that do not say their own."""

    format: int
    year: int
    activity: tuple[ActivityRow, ...]
    assignment: tuple[AssignmentRow, ...]
    status: tuple[StatusRow, ...]
    hand_in: tuple[HandInRow, ...]


def read_demo_file() -> DemoFile:
    """The file that comes with the program."""
    text = (files("model.example") / "demo.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), DemoFile)
