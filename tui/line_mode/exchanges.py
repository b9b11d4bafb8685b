"""What an exchange did and what a share lacks, in words and as records."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from model.swedish.numbers import counted
from tui.line_mode.output import Record, say

if TYPE_CHECKING:
    from sync.exchange import Outcome
    from sync.state.shares import Unread
    from sync.steps import Step, Watch
    from sync.syncing import ShareState
    from tui.line_mode.session import Session

_STEP_WIDTH = 24
"""Wide enough for the words of any step, so that one covers the one before."""


def changes(count: int) -> str:
    """A number of changes in words."""
    return counted(count, "ändring", "ändringar")


def local(time: datetime) -> str:
    """A moment as the person's own clock has it."""
    return f"{time.astimezone():%Y-%m-%d %H:%M}"


def iso(time: datetime | None) -> str | None:
    """A moment in UTC, for programs."""
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z" if time is not None else None


def outcome_record(outcome: Outcome) -> Record:
    """An exchange as a flat record; `id` is the share's."""
    return {
        "id": outcome.share,
        "address": outcome.address,
        "ok": not outcome.problems,
        "sent": outcome.newly_there,
        "put_back": outcome.restored,
        "received": outcome.received,
        "waiting": outcome.waiting.count,
        "waiting_since": iso(outcome.waiting.since),
        "held_back": outcome.held_back,
        "unread": len(outcome.unread),
        "unread_since": iso(_oldest(outcome.unread)),
        "not_shown": outcome.not_shown,
        "message": " ".join(map(str, outcome.problems)) or None,
        "clocks": " ".join(outcome.clocks) or None,
        "database": outcome.renewal.message if outcome.renewal is not None else None,
    }


def state_record(state: ShareState) -> Record:
    """What is known of a share as a flat record; `id` is the share's."""
    tried = state.tried
    return {
        "id": state.share,
        "address": state.address,
        "reached": iso(state.reached),
        "waiting": state.waiting.count,
        "waiting_since": iso(state.waiting.since),
        "held_back": state.held_back,
        "unread": len(state.unread),
        "unread_since": iso(_oldest(state.unread)),
        "not_shown": sum(state.not_shown.values()),
        "message": " ".join(tried.message.split()) or None if tried is not None else None,
        "message_since": iso(_moment(tried.since)) if tried is not None else None,
        "clocks": " ".join(tried.clocks.split()) or None if tried is not None else None,
        "database": state.renewal.message if state.renewal is not None else None,
    }


def watch_steps() -> Watch:
    """Shows on stderr how far an exchange has come, while somebody sits there and looks."""
    from sync.steps import unwatched

    return _show_step if sys.stderr.isatty() else unwatched


def _show_step(step: Step) -> None:
    click.echo(f"\r{step!s:<{_STEP_WIDTH}}\r", err=True, nl=False)


def tell_outcome(outcome: Outcome) -> None:
    """Say what an exchange did, what is left, and why."""
    say(outcome.address)
    if not outcome.problems or outcome.sent or outcome.received or outcome.put_back:
        sent = changes(outcome.newly_there) if outcome.newly_there else "inget nytt"
        received = changes(outcome.received) if outcome.received else "inget nytt"
        say(f"    Skickat: {sent}. Hämtat: {received}.")
    if outcome.restored:
        say(
            f"    Delningen saknade {changes(outcome.restored)} som finns här. Det är skickat igen."
        )
    if outcome.waiting.count:
        since = f", sedan {local(outcome.waiting.since)}" if outcome.waiting.since else ""
        say(f"    Väntar på att skickas: {changes(outcome.waiting.count)}{since}.")
    elif not outcome.problems and not outcome.held_back:
        say("    Allt som är skrivet här finns på delningen.")
    tell_held_back(outcome.held_back)
    tell_unread(outcome.unread)
    if outcome.not_shown:
        say(
            f"    {changes(outcome.not_shown)} är sparade men visas inte: de går inte att läsa, "
            "eller låg i fel mapp. Säg till den som sköter delningen."
        )
    for text in outcome.clocks:
        say(f"    {text}")
    if outcome.renewal is not None:
        say(f"    {outcome.renewal.message}")


def tell_held_back(count: int) -> None:
    """Say what stays here because this home is not the centre's any more."""
    if count:
        say(
            f"    {counted(count, 'central ändring', 'centrala ändringar')} skickas inte: bara den "
            "som arbetar centralt skickar sådana. Allt är sparat här. Så skickas det: "
            "”tertial setup --role central”, ”tertial sync”, och sedan tillbaka till din roll."
        )


def tell_conflicts(session: Session) -> None:
    """Say in how many places somebody has to choose."""
    from model.views.conflicts import scopes_to_settle

    mine = scopes_to_settle(session.config.profile)
    rows = (row for row in session.plan.everything() if row.scope in mine)
    count = sum(len(row.conflicts) for row in rows)
    if count:
        places = counted(count, "ställe", "ställen")
        say(f"På {places} har två skrivit olika. Båda är sparade. Se ”tertial conflicts list”.")


def tell_unread(unread: Sequence[Unread]) -> None:
    """Say which files have not arrived whole, and since when."""
    if not unread:
        return
    oldest = local(datetime.fromtimestamp(unread[0].since, UTC))
    files = counted(len(unread), "fil", "filer")
    say(
        f"    {files} på delningen går inte att läsa än (sedan {oldest}). Det andra är hämtat; "
        "de läses igen nästa gång. Går det inte över: visa listan för den som sköter delningen."
    )
    for each in unread[:5]:
        say(f"        {each.scope}/{each.file}: {each.reason}")
    if len(unread) > 5:
        say(f"        … och {len(unread) - 5} till")


def tell_trouble(state: ShareState) -> None:
    """Say what the latest try met and since when, whose clock is off, and what became of the
    database.
    """
    tried = state.tried
    if tried is not None and tried.message:
        since = f" (sedan {local(datetime.fromtimestamp(tried.since, UTC))})" if tried.since else ""
        say(f"    Senaste försöket gick inte{since}: {tried.message}")
    for text in tried.clocks.splitlines() if tried is not None else ():
        say(f"    {text}")
    if state.renewal is not None:
        say(f"    {state.renewal.message}")


def _moment(seconds: float | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None else None


def _oldest(unread: Sequence[Unread]) -> datetime | None:
    return datetime.fromtimestamp(unread[0].since, UTC) if unread else None
