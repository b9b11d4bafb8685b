"""The questions of a first start in line mode, asked where somebody can answer."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from model.catalogue.files import read_file
from model.errors import ModelError
from model.plan.plan import Plan
from model.setup.first_start import Wishes, plan_in
from model.views.naming import find_unit
from tui.line_mode.output import note


def ask_what_is_missing(wishes: Wishes, plan: Plan | None, *, ask_goals: bool) -> Wishes:
    """Ask for what was not given: the name, the goals, and the unit until it is one that exists.

    `plan` is what a share has; a catalogue in `wishes` comes before it. `wishes` has the
    example's catalogue where none was given; `ask_goals` asks for another.
    """
    if not wishes.name:
        wishes = replace(wishes, name=click.prompt("Ditt namn", type=str, err=True))
    if ask_goals:
        wishes = replace(wishes, catalogue=_asked_goals() or wishes.catalogue)
    if wishes.units:
        return wishes
    there = plan_in(wishes.catalogue) if wishes.catalogue is not None else plan or Plan()
    return replace(wishes, units=(_asked_unit(there),))


def _asked_goals() -> bytes | None:
    """The bytes of the catalogue that is named, until it can be used; None for the example's."""
    question = "Målkatalog (Enter för exemplets)"
    while True:
        answer = str(click.prompt(question, default="", show_default=False, type=str, err=True))
        if not answer.strip():
            return None
        try:
            content = read_file(Path(answer.strip()).expanduser())
            plan_in(content)
        except ModelError as error:
            note(str(error))
        else:
            return content


def _asked_unit(plan: Plan) -> str:
    """The id of the unit that is named, until there is one."""
    while True:
        answer = click.prompt("Din enhet", type=str, err=True)
        try:
            return find_unit(plan, answer).id
        except ModelError as error:
            note(str(error))
