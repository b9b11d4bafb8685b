"""`tertial check`: what the rules notice in what this device's units plan and report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import click

from model.plan.identifiers import EntityId, short_id
from model.views.naming import reporter_name
from tui.line_mode.output import Record, plain, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import chosen_units, unit_option
from tui.line_mode.value_types import DAY, TERTIAL, YEAR

if TYPE_CHECKING:
    from model.checks.finding import Finding
    from model.plan.calendar import Tertial
    from model.plan.plan import Plan


@line_command(
    "check",
    help=(
        "Visa anmärkningar på plan och status.\n\n"
        "En enhet ser det som den själv kan rätta. Den som sköter målen centralt ser också mål, "
        "mått, budget och allt som tertialrapporten kommer att säga.\n\n"
        "Slutkoden är 1 när det finns fel eller varningar som ingen har åsidosatt. Frågor, tips "
        "och upplysningar ger 0."
    ),
)
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@click.option("--year", type=YEAR, metavar="ÅR", help="År: det senaste tertial som har börjat då.")
@click.option("--as-of", type=DAY, metavar="DATUM", help="Dagen vars läge granskas.")
@click.option("--all", "show_all", is_flag=True, help="Visa också det som är åsidosatt.")
@unit_option
@with_session
def command(
    session: Session,
    *,
    tertial: Tertial | None,
    year: int | None,
    as_of: date | None,
    show_all: bool,
    unit: str | None,
) -> int:
    """Run the checks; the exit code says whether something calls for action."""
    from model.checks.finding import call_for_action, counting
    from model.checks.run import check

    plan = session.plan
    when = _when(session, tertial, year, as_of)
    units = [each.id for each in chosen_units(session, unit)]
    role = session.config.profile.role
    found = check(plan, units, when, as_of or when.as_of, role, is_whole=unit is None)
    shown = list(found) if show_all else counting(found)
    if session.as_json:
        print_json([_record(finding) for finding in shown])
    else:
        _say(shown, waived=len(found) - len(counting(found)), when=when, whose=_whose(plan, units))
    return 1 if call_for_action(found) else 0


def _when(
    session: Session, tertial: Tertial | None, year: int | None, as_of: date | None
) -> Tertial:
    """The tertial to look at: the one given, else the latest that had begun by the day."""
    from model.plan.reporting import latest_begun

    if tertial is not None:
        if year not in (None, tertial.year):
            raise click.UsageError(f"{tertial.swedish} är inte ett tertial i {year}.", session.ctx)
        return tertial
    return latest_begun(session.plan, as_of or session.today, year)


def _record(finding: Finding) -> Record:
    return {
        "id": finding.rule,
        "severity": finding.severity.value,
        "entity": finding.entity,
        "place": finding.place,
        "text": finding.text,
        "where": finding.where,
        "advice": finding.advice,
        "kind": finding.kind,
        "field": finding.field,
        "unit": finding.unit,
        "tertial": plain(finding.tertial),
        "waived": not finding.counts,
        "reason": finding.reason or None,
    }


def _whose(plan: Plan, units: list[EntityId]) -> Callable[[Finding], str]:
    """What tells which unit a finding concerns, where that is not the one asked for."""

    def whose(finding: Finding) -> str:
        if finding.unit is None or units == [finding.unit]:
            return ""
        name = reporter_name(plan, finding.unit)
        return f" ({name})" if name else ""

    return whose


def _say(
    findings: list[Finding], *, waived: int, when: Tertial, whose: Callable[[Finding], str]
) -> None:
    for finding in findings:
        aside = f" (åsidosatt: {finding.reason})" if not finding.counts else ""
        say(f"{finding.rule} {finding.severity.swedish}: {finding.where}{whose(finding)}{aside}")
        say(f"    {finding.text}")
        if finding.advice:
            say(f"    {finding.advice}")
        if finding.counts:
            say(f"    Åsidosätt: tertial waive {finding.rule} {_place(finding, findings)}")
    standing = [finding for finding in findings if finding.counts]
    urgent = sum(finding.severity.calls_for_action for finding in standing)
    if not standing:
        say(f"Inga anmärkningar för {when.swedish}.")
    else:
        say(f"\n{when.swedish}: {urgent} att åtgärda, {len(standing) - urgent} övriga.")
    if waived:
        say(f"{waived} åsidosatta (visas med --all).")


def _place(finding: Finding, findings: list[Finding]) -> str:
    """What to type for a finding: its entity's short id where that tells it from the others.

    A place with spaces in it, as a budget's column has, stands in quotation marks.
    """
    alike = [
        each for each in findings if (each.rule, each.entity) == (finding.rule, finding.entity)
    ]
    if len(alike) == 1:
        return short_id(finding.entity)
    return f'"{finding.place}"' if " " in finding.place else finding.place
