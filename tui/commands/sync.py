"""`tertial sync`: send what waits and take in what others have sent."""

from __future__ import annotations

import click

from tui.line_mode.output import note, print_json
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "sync",
    help=(
        "Skicka det som väntar och hämta andras.\n\n"
        "Med --share läggs en delning till och används direkt; annars används alla som är valda. "
        "Slutkoden är 1 när en delning inte gick att använda fullt ut. Då är det som gick gjort, "
        "och resten väntar här till nästa gång."
    ),
)
@click.option("--share", type=TEXT, metavar="ADRESS", help="Delningens adress; den blir vald.")
@with_session
def command(session: Session, *, share: str | None) -> int:
    """Exchange with the shares and tell what was done and what is left."""
    from sync import syncing
    from sync.address import kept_address
    from tui.joining import other_self
    from tui.line_mode.exchanges import (
        outcome_record,
        tell_conflicts,
        tell_outcome,
        watch_steps,
    )

    addresses = session.config.shares
    if share is not None:
        addresses = (kept_address(share, session.home.database),)
    before = session.workspace.plan
    outcomes = syncing.sync(session.workspace, addresses, watch_steps())
    for outcome in outcomes:
        if share is not None and outcome.share is not None:
            syncing.remember(session.home, outcome.address)
    if session.as_json:
        print_json([outcome_record(outcome) for outcome in outcomes])
    else:
        for outcome in outcomes:
            tell_outcome(outcome)
        tell_conflicts(session)
    if told := other_self(before, session.workspace.plan, session.config.profile):
        note(told)
    for outcome in outcomes:
        for problem in outcome.problems:
            note(str(problem))
    return 1 if any(outcome.problems for outcome in outcomes) else 0
