"""A measure's figures as they may be shown: what every list, screen and document is given."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec

from model.plan.decimals import decimal_of
from model.plan.entities import Measure, OrganisationUnit
from model.plan.identifiers import EntityId
from model.swedish.numbers import NO_BREAK_SPACE, write_number

SUPPRESSED = "redovisas ej"
"""What stands in place of a figure that may not be printed."""

MISSING = "saknas"


class Trend(StrEnum):
    """How a figure has moved since the one before, and whether that was the way to go."""

    BETTER = "better"
    WORSE = "worse"
    UP = "up"
    DOWN = "down"
    SAME = "same"

    @property
    def swedish(self) -> str:
        """The word that a user reads."""
        return _TREND_WORDS[self]


_TREND_WORDS = {
    Trend.BETTER: "bättre",
    Trend.WORSE: "sämre",
    Trend.UP: "högre",
    Trend.DOWN: "lägre",
    Trend.SAME: "oförändrat",
}


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a measure on a day, as it may be printed."""

    as_of: date
    value: Decimal | None
    """None where there is none, and where it may not be printed."""
    text: str
    """`9,11 %`, `redovisas ej` or `saknas`."""
    is_suppressed: bool = False
    source: str = ""


class MeasureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One measure with its outcome."""

    measure: Measure
    depth: int
    """0 for a measure that is part of no other."""
    label: str
    """`Sjukfrånvaro, procentandel (%) (Staben)`."""
    figure: Figure
    before: Figure | None = None
    """The outcome before that one."""
    trend: Trend | None = None
    target: str = ""
    baseline: str = ""
    meets_target: bool | None = None
    """None without a target, a direction or a figure that may be printed."""


class MeasureTable(msgspec.Struct, frozen=True, kw_only=True):
    """A measure and all that is part of it, on one day."""

    goal: EntityId | None
    as_of: date | None
    """None where nothing has an outcome yet."""
    lines: tuple[MeasureLine, ...]


def figure_text(value: Decimal, unit: str) -> str:
    """`9,11 %` with a space that does not break."""
    number = write_number(value)
    return f"{number}{NO_BREAK_SPACE}{unit}" if unit else number


def written(text: str, unit: str) -> str:
    """A number of the catalogue as it is read; empty where there is none."""
    number = decimal_of(text)
    return figure_text(number, unit) if number is not None else ""


def trend_of(measure: Measure, figure: Figure, before: Figure | None) -> Trend | None:
    """How a figure has moved; None where either may not be shown."""
    if before is None or before.value is None or figure.value is None:
        return None
    if figure.value == before.value:
        return Trend.SAME
    rises = figure.value > before.value
    if measure.direction not in ("up", "down"):
        return Trend.UP if rises else Trend.DOWN
    return Trend.BETTER if rises == (measure.direction == "up") else Trend.WORSE


def meets(measure: Measure, figure: Figure) -> bool | None:
    """Whether the target is met, where that can be told."""
    target = decimal_of(measure.target)
    if target is None or figure.value is None or measure.direction not in ("up", "down"):
        return None
    return figure.value >= target if measure.direction == "up" else figure.value <= target


def label_of(measure: Measure, unit: OrganisationUnit | None) -> str:
    """`Sjukfrånvaro (%) (Staben)`: the name, what it is counted in, and of whom."""
    further = (measure.unit, unit.name if unit is not None else "")
    return " ".join([measure.name, *(f"({word})" for word in further if word)])
