"""Exchanging with every share that a home remembers, and remembering them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from model.home.config import Config, change_config, read_config
from model.home.paths import Home
from model.journal.clock import machine_now
from model.plan.identifiers import OF_THE_CENTRE, random_id
from model.plan.vocabulary import Role
from model.store.database import Database
from model.workspace.workspace import Workspace
from sync import renewing
from sync.address import share_at, whole_address
from sync.database import passwords
from sync.errors import LeavesUnsent, NoShare, NotRemembered, ShareError
from sync.exchange import Exchange, Outcome
from sync.missing import Waiting, held_back, waiting
from sync.renewing import Renewal
from sync.scopes import Scopes, scopes_of
from sync.share import Share, ShareId
from sync.state import shares, tables, tries
from sync.state.lines import own_scopes
from sync.state.shares import Unread
from sync.state.tries import Try
from sync.steps import Watch, unwatched
from sync.turn import WAIT_SECONDS, turn

Reach = Callable[[str, Path], Share]
"""From a share's address, and the local database's path, to the share."""


class ShareState(msgspec.Struct, frozen=True):
    """What this home knows of a remembered share without asking it."""

    address: str
    share: ShareId | None
    reached: datetime | None
    """When it was last reached and everything there was read; None if never."""
    waiting: Waiting
    held_back: int
    """How many central changes are not sent, since this home is not the centre's any more."""
    unread: tuple[Unread, ...]
    not_shown: dict[str, int]
    """How many lines are kept without being shown, from whatever share, by the reason."""
    tried: Try | None
    """How the latest try to reach it ended; None if there was none."""
    renewal: Renewal | None = None
    """That this home's database was lately found to be moved, copied or set back."""


def sync(
    workspace: Workspace,
    addresses: Sequence[str],
    watch: Watch = unwatched,
    *,
    sweep: bool = True,
    wait: float = WAIT_SECONDS,
    reach: Reach = share_at,
) -> list[Outcome]:
    """Exchange with each share in turn, and note how it went.

    A share that cannot be used is told of in its outcome and does not hinder the others. Who
    syncs again and again needs not `sweep` after the first time, see `Exchange.run`. Raises
    `NoShare`, `ExchangeUnderWay` when another window exchanges for longer than `wait` seconds,
    `GivenUp` when `watch` does, or a `StoreError` of the own database.
    """
    if not addresses:
        raise NoShare
    with turn(workspace.database.path, wait):
        return [_exchange(workspace, address, watch, reach, sweep=sweep) for address in addresses]


def _exchange(
    workspace: Workspace, address: str, watch: Watch, reach: Reach, *, sweep: bool
) -> Outcome:
    tables.prepare(workspace.database)
    try:
        outcome = Exchange(workspace, reach(address, workspace.database.path), watch=watch).run(
            sweep=sweep
        )
    except ShareError as error:
        outcome = Outcome(address=address, problems=(error,))
    brief = outcome.problems[0].brief if outcome.problems else ""
    message = "\n\n".join(map(str, outcome.problems))
    with workspace.database.writing() as connection:
        now = machine_now().timestamp()
        tries.note(connection, address, now, brief, message, "\n".join(outcome.clocks))
    return outcome


def check_leaves_nothing(workspace: Workspace, addresses: Sequence[str]) -> None:
    """Raise `LeavesUnsent` where a centre's home has central work that not every share has."""
    if workspace.profile.role is not Role.CENTRAL:
        return
    tables.prepare(workspace.database)
    unit = Scopes((), (), ())
    with workspace.database.reading() as connection:
        seen = [shares.seen_at(connection, address) for address in addresses] or [None]
        counts = [held_back(connection, each.share if each else None, unit) for each in seen]
    if any(counts):
        raise LeavesUnsent(max(counts))


def create_share(database: Database, address: str, reach: Reach = share_at) -> ShareId:
    """Make a share at an address, or find the one that is there; raises a `ShareError`.

    A share that was emptied gets the id that it had, so that every home fills it again.
    """
    tables.prepare(database)
    with database.reading() as connection:
        seen = shares.seen_at(connection, address)
    share = reach(address, database.path)
    try:
        return share.create(seen.share if seen is not None else random_id())
    finally:
        share.close()


def remember(home: Home, address: str) -> None:
    """Keep an address among the home's shares; raises a `ConfigError`."""

    def add(config: Config) -> Config:
        shares = dict.fromkeys((*config.shares, address))
        return msgspec.structs.replace(config, shares=tuple(shares))

    change_config(home, add)


def forget(home: Home, database: Database, address: str) -> None:
    """Stop exchanging with a share; what came from it stays, a password for it does not.

    Raises `NotRemembered` or `PasswordNotKept`.
    """
    found = remembered(read_config(home).shares, address)

    def leave_out(config: Config) -> Config:
        rest = tuple(each for each in config.shares if each != found)
        return msgspec.structs.replace(config, shares=rest)

    change_config(home, leave_out)
    tables.prepare(database)
    with database.writing() as connection:
        shares.forget(connection, found)
        tries.forget(connection, found)
    passwords.forget(database.path, found)


def remembered(addresses: Sequence[str], given: str) -> str:
    """The remembered address that is meant by what was given; raises `NotRemembered`."""
    for each in addresses:
        if each in (given, whole_address(given)):
            return each
    raise NotRemembered(given)


def share_state(workspace: Workspace, address: str) -> ShareState:
    """What this home knows of a share; nothing on the share is touched."""
    tables.prepare(workspace.database)
    with workspace.database.reading() as connection:
        seen = shares.seen_at(connection, address)
        share = seen.share if seen is not None else None
        written = own_scopes(connection)
        scopes = scopes_of(workspace.profile, workspace.plan, written, ())
        return ShareState(
            address,
            share,
            datetime.fromtimestamp(seen.reached, UTC)
            if seen is not None and seen.reached
            else None,
            waiting(connection, share, scopes),
            held_back(connection, share, scopes) if OF_THE_CENTRE.intersection(written) else 0,
            tuple(shares.unread_files(connection, share)) if share is not None else (),
            shares.kept_reasons(connection),
            tries.latest(connection, address),
            renewing.latest(connection, machine_now().timestamp()),
        )
