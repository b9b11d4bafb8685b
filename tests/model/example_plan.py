"""The example municipality as a plan, without a database."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from model.catalogue.reading import read_catalogue
from model.plan.kinds import KINDS
from model.plan.plan import Plan

EXAMPLE = Path(__file__).parents[2] / "model" / "example" / "ange.toml"


@cache
def example_plan() -> Plan:
    """What the catalogue of the example says."""
    rows = read_catalogue(EXAMPLE.read_bytes()).rows
    return Plan(msgspec.convert({"id": row.id, **row.fields}, KINDS[row.kind]) for row in rows)
