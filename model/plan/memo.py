"""The cover memo of a tertial report (domain 2.3): what somebody writes in it.

Headings, the proposal's first words and sentences that follow from data are the document's.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.identifiers import EntityId


class FocusArea(Entity, frozen=True, kw_only=True):
    """A fokusområde of the vision; a memo says of each how the matter bears on it."""

    kind: ClassVar[str] = "focus_area"
    key: str = ""
    name: str = ""
    order: int = 0


class Memo(Entity, frozen=True, kw_only=True):
    """The memo of one tertial. What is empty is printed as the document's own sentence."""

    kind: ClassVar[str] = "memo"
    natural: ClassVar[tuple[str, ...]] = ("tertial",)
    tertial: Tertial | None = None
    title: str = ""
    bodies: tuple[str, ...] = ()
    """Who decides in turn; the first proposes to the next, and the last one decides."""
    proposals: tuple[str, ...] = ()
    brief: str = ""
    considerations: str = ""
    day: date | None = None
    registry_number: str = ""
    officer: str = ""
    basis: tuple[str, ...] = ()
    """The documents that the decision rests on."""
    attachments: tuple[str, ...] = ()
    sent_to: tuple[str, ...] = ()
    """Who is sent the decision."""


class FocusReason(Entity, frozen=True, kw_only=True):
    """How a tertial's matter bears on one focus area, where it does."""

    kind: ClassVar[str] = "focus_reason"
    natural: ClassVar[tuple[str, ...]] = ("tertial", "focus_area")
    tertial: Tertial | None = None
    focus_area: EntityId = ""
    text: str = ""
