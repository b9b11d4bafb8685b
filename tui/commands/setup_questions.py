"""The questions of a first start in line mode, asked where somebody can answer."""

from __future__ import annotations

import click
from msgspec.structs import replace

from model.errors import ModelError
from model.setup.first_start import Wishes, plan_in
from model.views.naming import find_unit
from tui.line_mode.output import note


def ask_what_is_missing(wishes: Wishes) -> Wishes:
    """Ask for a name and a unit where they were not given, until the unit is one that exists."""
    name = wishes.name or click.prompt("Ditt namn", type=str, err=True)
    if wishes.units:
        return replace(wishes, name=name)
    plan = plan_in(wishes.catalogue or b"")
    while True:
        answer = click.prompt("Din enhet", type=str, err=True)
        try:
            unit = find_unit(plan, answer)
        except ModelError as error:
            note(str(error))
        else:
            return replace(wishes, name=name, units=(unit.id,))
