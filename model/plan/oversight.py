"""The oversight plan: which unit reports to which committee when, and what was decided (R9)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from model.plan.entities import Entity
from model.plan.identifiers import EntityId
from model.plan.vocabulary import Ruling


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a committee decided of a unit's report, and where it is written."""

    ruling: Ruling
    day: date
    paragraph: str = ""
    """The paragraph of the minutes, such as "§ 47"."""
    reasons: str = ""
    """Why the report was not approved, as the minutes say."""
    report: EntityId | None = None
    """The finalised version that was decided on; None where none was finalised for the day."""


class OversightItem(Entity, frozen=True, kw_only=True):
    """A unit reports to a committee on a day; the report is as of that day (R7)."""

    kind: ClassVar[str] = "oversight_item"
    key: str = ""
    unit: EntityId | None = None
    committee: str = ""
    day: date | None = None
    follows: EntityId | None = None
    """The item whose report was referred back, which this one supplements."""
    decision: Decision | None = None
