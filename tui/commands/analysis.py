"""`tertial analysis`: the centre's analysis of a year."""

from __future__ import annotations

import click

from tui.line_mode.free_text import warn_before_save
from tui.line_mode.output import plain, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT, YEAR


@line_command(
    "analysis",
    help=(
        "Visa eller skriv analysen av ett år.\n\n"
        "TEXT ersätter den analys som finns. En tom rad skiljer styckena åt. Hur många mål som är "
        "uppfyllda räknas ur bedömningarna av det senaste tertialet och ska inte skrivas in."
    ),
)
@click.argument("text", type=TEXT, required=False, metavar="TEXT", help="Den nya analysen.")
@click.option("--year", type=YEAR, metavar="ÅR", help="Ett annat år än i år.")
@with_session
def command(session: Session, *, text: str | None, year: int | None) -> None:
    """Show the analysis with the counts that stand beside it, or write it."""
    from model.actions.assessing import write_analysis
    from model.plan.calendar import Tertial
    from model.plan.vocabulary import Role
    from model.views.assessing import may_see_assessments
    from model.views.goal_attainment import attainment, newest_assessed

    wanted = year or session.today.year
    if text is not None:
        warn_before_save(analys=text)
        with session.workspace.edit() as edit:
            write_analysis(edit, wanted, text)
    plan, role = session.plan, session.config.profile.role
    when = newest_assessed(plan, wanted)
    is_open = role is Role.CENTRAL or may_see_assessments(plan, Tertial(wanted, 3), role)
    found = plan.analysis_of(wanted) if is_open else None
    counts = attainment(plan, when) if when is not None and is_open else None
    if session.as_json:
        print_json(
            {
                "year": wanted,
                "text": found.text if found is not None else "",
                "tertial": plain(when) if counts else None,
                "goals": counts.total if counts else None,
                "met_or_partly_met": counts.met_or_partly if counts else None,
                "barely_or_not_met": counts.barely_or_not if counts else None,
                "not_assessed": counts.unassessed if counts else None,
            }
        )
        return
    if counts is not None and when is not None:
        say(f"{when.swedish}: {counts.sentences}\n")
    if not is_open:
        say(f"Analysen av {wanted} visas när T3 {wanted} är låst centralt.")
    else:
        say(found.text if found is not None and found.text else f"Ingen analys av {wanted} än.")
