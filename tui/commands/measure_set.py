"""`tertial measure set`: enter an outcome, or say what is aimed at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import DAY, TEXT

if TYPE_CHECKING:
    from model.plan.entities import Measure


class _Aims(TypedDict):
    """What a measure aims at; None where nothing was said."""

    target: str | None
    baseline: str | None
    direction: str | None


_DIRECTIONS = {"up": "up", "upp": "up", "down": "down", "ner": "down", "": "", "ingen": ""}


@line_command(
    "set",
    help=(
        "Ange ett måtts utfall, eller vad det siktar mot.\n\n"
        "MÅTT är nyckeln, namnet, id eller den del av organisationen som måttet gäller. VÄRDE "
        "skrivs som 9,11. Ange alltid antalet anställda för uppgifter om personal: då håller "
        "programmet inne det som inte får lämnas ut."
    ),
)
@click.argument("measure", type=TEXT, metavar="MÅTT", help="Måttet, se ovan.")
@click.argument("value", type=TEXT, required=False, metavar="VÄRDE", help="Utfallet.")
@click.option("--date", "day", type=DAY, metavar="DATUM", help="Dagen som utfallet gäller.")
@click.option("--headcount", type=click.IntRange(0), metavar="ANTAL", help="Antal anställda.")
@click.option("--source", type=TEXT, default="", metavar="TEXT", help="Varifrån siffran kommer.")
@click.option("--remove", is_flag=True, help="Ta bort utfallet från dagen.")
@click.option("--target", type=TEXT, metavar="TAL", help="Målvärde.")
@click.option("--baseline", type=TEXT, metavar="TAL", help="Utgångsvärde.")
@click.option(
    "--direction",
    type=click.Choice(sorted(_DIRECTIONS)),
    metavar="RIKTNING",
    help="Åt vilket håll det blir bättre: up (upp), down (ner) eller ingen.",
)
@with_session
def command(
    session: Session,
    *,
    measure: str,
    value: str | None,
    day: date | None,
    headcount: int | None,
    source: str,
    remove: bool,
    **aims: Unpack[_Aims],
) -> None:
    """Write an outcome and what is aimed at, in one action."""
    from model.actions import measuring
    from model.plan.entities import Measure
    from model.views.measure_names import find_measure

    if (direction := aims["direction"]) is not None:
        aims["direction"] = _DIRECTIONS[direction]
    has_aim = any(each is not None for each in aims.values())
    if remove == (value is not None) and not (has_aim and not remove):
        raise click.UsageError("Ange ett VÄRDE, eller --remove, eller vad måttet siktar mot.")
    # Who is not of the centre has no measures, only what has been released of them.
    session.workspace.author.may_edit(Measure(id=""))
    found = find_measure(session.plan, measure)
    when = day or session.today
    with session.workspace.edit() as edit:
        if value is not None:
            measuring.enter_outcome(edit, found, when, value, headcount=headcount, source=source)
        elif remove:
            measuring.remove_outcome(edit, found, when)
        if has_aim:
            measuring.aim(edit, found, **aims)
    _show(session, found, when, said=_said(found, when, value, remove=remove))


def _said(measure: Measure, when: date, value: str | None, *, remove: bool) -> str:
    """What was done, in the figures that were typed."""
    from model.plan.decimals import decimal_of, decimal_text
    from model.views.figures import figure_text

    if remove:
        return f"utfallet från {when} är borttaget"
    number = decimal_of(decimal_text(value or "") or "")
    return f"{figure_text(number, measure.unit)} per {when}" if number is not None else "sparat"


def _show(session: Session, measure: Measure, when: date, *, said: str) -> None:
    from tui.line_mode.measures import record_of

    record = record_of(session.plan, measure.id, max(when, session.today))
    if session.as_json:
        print_json(record)
    else:
        target = f", målvärde {record['target']}" if record["target"] else ""
        say(f"{record['label']}: {said}{target}")
