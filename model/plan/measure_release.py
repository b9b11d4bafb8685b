"""What others than the centre see of the measures: whole tables, as they were released.

Outcomes and head counts of small groups never leave the centre. A table is released whole, by a
person: figures that came out one by one, as they are entered, would give the small groups away.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from model.plan.entities import Entity
from model.plan.identifiers import EntityId


class ReleasedFigure(msgspec.Struct, frozen=True, omit_defaults=True):
    """An outcome as it may be shown; without a day where there is none."""

    as_of: date | None = None
    value: str = ""
    is_hidden: bool = False
    source: str = ""


class ReleasedLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One measure with its outcome."""

    measure: EntityId
    key: str
    name: str
    depth: int = 0
    unit: str = ""
    organisation: EntityId | None = None
    direction: str = ""
    target: str = ""
    baseline: str = ""
    hides_baseline: bool = False
    figure: ReleasedFigure
    before: ReleasedFigure | None = None


class ReleasedTable(msgspec.Struct, frozen=True, omit_defaults=True):
    """A measure and all that is part of it."""

    goal: EntityId | None
    order: int
    lines: tuple[ReleasedLine, ...]


class MeasureRelease(Entity, frozen=True, kw_only=True):
    """The table of a measure on a day, shown to all; without a day where nothing has an outcome."""

    kind: ClassVar[str] = "measure_release"
    natural: ClassVar[tuple[str, ...]] = ("root", "as_of")
    root: EntityId = ""
    as_of: date | None = None
    shown: ReleasedTable | None = None
