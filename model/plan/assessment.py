"""What the centre says of how far the goals are met (domain 2.4), each part a field of its own."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Entity, Year
from model.plan.identifiers import EntityId
from model.plan.vocabulary import AssessmentLevel


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """The level that somebody decided, why, and what the rule then suggested."""

    level: AssessmentLevel
    motivation: str = ""
    suggested: AssessmentLevel | None = None
    """What the person had in front of him; None where the rule suggested nothing."""


class Assessment(Entity, frozen=True, kw_only=True):
    """What the centre says of a board goal in a tertial: level, summary, and a comment (T1)."""

    kind: ClassVar[str] = "assessment"
    natural: ClassVar[tuple[str, ...]] = ("goal", "tertial")
    goal: EntityId = ""
    tertial: Tertial | None = None
    decided: Verdict | None = None
    summary: str = ""
    """Stands under the goal's level in the tertial report."""
    comment: str = ""
    """Stands beside the goal in the reconciliation."""


class Analysis(Entity, frozen=True, kw_only=True):
    """The centre's analysis of a year, as paragraphs; its figures are counted, never typed."""

    kind: ClassVar[str] = "analysis"
    natural: ClassVar[tuple[str, ...]] = ("year",)
    year: Year = 0
    text: str = ""
