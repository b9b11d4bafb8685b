"""Ready-made ideas against sickness absence, by the eight health factors (friskfaktorer)."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from model.plan.entities import Period


class Idea(msgspec.Struct, frozen=True):
    """An activity to start from: the unit changes whatever it likes."""

    title: str
    description: str
    start_month: int
    end_month: int

    def period(self, year: int) -> Period:
        """From the first day of its first month to the last day of its last one."""
        last = monthrange(year, self.end_month)[1]
        return Period(date(year, self.start_month, 1), date(year, self.end_month, last))


class HealthFactor(msgspec.Struct, frozen=True):
    """Something that is found at workplaces where people are well, with ideas towards it."""

    key: str
    name: str
    why: str
    idea: tuple[Idea, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    factor: tuple[HealthFactor, ...]


@cache
def health_factors() -> tuple[HealthFactor, ...]:
    """All factors with their ideas, in the order in which they are shown."""
    text = (files("model.example") / "ideas.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _File).factor
