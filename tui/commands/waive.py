"""`tertial waive`: set a finding aside with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from model.errors import ModelError
from model.swedish.visible import visible
from tui.line_mode.free_text import warn_before_save
from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TERTIAL, TEXT

if TYPE_CHECKING:
    from model.checks.finding import Finding
    from model.plan.calendar import Tertial


class NoSuchFinding(ModelError):
    """No finding fits what was given."""

    def __init__(self, rule: str, place: str) -> None:
        super().__init__(
            f"Det finns ingen anmärkning {visible(rule)} på ”{visible(place)}”. Inget är ändrat. "
            "Anmärkningarna visas med ”tertial check --all”."
        )


class SeveralFindings(ModelError):
    """What was given fits several findings."""

    def __init__(self, found: list[Finding]) -> None:
        listed = "\n".join(f"    {each.place}  ({each.where})" for each in found)
        super().__init__(
            f"Flera anmärkningar passar. Inget är ändrat. Ange platsen för en av dem:\n{listed}"
        )


@line_command(
    "waive",
    help=(
        "Åsidosätt en anmärkning, med motivering.\n\n"
        "Anmärkningen räknas då inte längre, men står kvar med sin motivering. Regel och plats "
        "visas av ”tertial check”. I stället för platsen går det att ange början på den, eller "
        "aktivitetens id."
    ),
)
@click.argument("rule", type=TEXT, metavar="REGEL", help="Regelns nummer, som F05.")
@click.argument("place", type=TEXT, metavar="PLATS", help="Anmärkningens plats, eller ett id.")
@click.option("--reason", type=TEXT, metavar="TEXT", help="Varför den åsidosätts.")
@click.option("--take-up", is_flag=True, help="Låt anmärkningen räknas igen.")
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@with_session
def command(
    session: Session,
    *,
    rule: str,
    place: str,
    reason: str | None,
    take_up: bool,
    tertial: Tertial | None,
) -> None:
    """Set a finding aside, or take it up again."""
    if not take_up and not (reason or "").strip():
        raise click.UsageError("Det saknas --reason.", session.ctx)
    finding = _finding(session, rule, place, tertial)
    warn_before_save(motivering=reason)
    _save(session, finding, None if take_up else reason)
    if session.as_json:
        print_json(
            {
                "id": finding.rule,
                "place": finding.place,
                "entity": finding.entity,
                "waived": not take_up,
                "reason": None if take_up else reason,
            }
        )
    else:
        say(f"{finding.rule} {'räknas igen' if take_up else 'är åsidosatt'}: {finding.where}")


def _finding(session: Session, rule: str, place: str, tertial: Tertial | None) -> Finding:
    from model.checks.run import check
    from model.plan.reporting import current

    plan, profile = session.plan, session.config.profile
    when = tertial or current(plan, session.today)
    of_rule = [
        each
        for each in check(plan, profile.units, when, when.as_of, profile.role)
        if each.rule == rule.strip().upper()
    ]
    for fits in (
        [each for each in of_rule if each.place == place],
        [each for each in of_rule if place and each.place.startswith(place)],
        [each for each in of_rule if place and each.entity.startswith(place.casefold())],
        [each for each in of_rule if len(place) >= 4 and place.casefold() in each.place],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise SeveralFindings(fits)
    raise NoSuchFinding(rule, place)


def _save(session: Session, finding: Finding, reason: str | None) -> None:
    from model.actions import waiving
    from model.plan.entities import Waiver

    with session.workspace.edit() as edit:
        waiver = edit.plan.find(Waiver, finding.waived_by)
        if reason is not None:
            unit = waiving.unit_for(finding, session.config.profile.units)
            waiving.waive(edit, unit, finding.rule, finding.place, reason)
        elif waiver is not None:
            waiving.take_up(edit, waiver)
