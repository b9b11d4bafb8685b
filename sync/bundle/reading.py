"""Reading a bundle: what is verified comes in as from a share, and leaves no other trace."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec

from model.journal.clock import machine_now
from model.plan.identifiers import CENTRAL, Scope
from model.workspace.workspace import Workspace
from sync.bundle.container import Bundle
from sync.bundle.errors import OtherMunicipality
from sync.municipality import would_mix
from sync.pulling import Pull
from sync.scopes import scopes_of
from sync.state import shares, tables
from sync.state.lines import own_scopes
from sync.state.shares import Unread
from sync.turn import WAIT_SECONDS, turn


class Unpacked(msgspec.Struct, frozen=True):
    """What came with a bundle."""

    received: int
    """Changes that were new here."""
    unread: tuple[Unread, ...]
    """Segments that are not what their names say."""
    not_shown: int
    """Lines that are kept, from wherever they came, and not shown."""
    elsewhere: int
    """Scopes in it that are none of this home's; they were left alone."""


def read_bundle(
    workspace: Workspace,
    path: Path,
    *,
    now: Callable[[], datetime] = machine_now,
    wait: float = WAIT_SECONDS,
) -> Unpacked:
    """Take in what a bundle has for this home; again changes nothing.

    Raises a `BundleError`, a `StoreError`, or `ExchangeUnderWay` when another window exchanges
    for longer than `wait` seconds.
    """
    tables.prepare(workspace.database)
    with closing(Bundle(path)) as bundle, turn(workspace.database.path, wait):
        theirs = bundle.manifest.municipality
        if would_mix(workspace, theirs):
            raise OtherMunicipality(path, theirs, workspace.plan.municipality.key)
        bundle_id = bundle.open()
        with workspace.database.writing() as connection:
            shares.forget_files(connection, bundle_id)
        pull = Pull(workspace, bundle, bundle_id, now)
        there = bundle.scopes()
        pull.scope(CENTRAL, answers=False)
        scopes = _scopes(workspace, there)
        for scope in scopes:
            if scope != CENTRAL:
                pull.scope(scope, answers=False)
        with workspace.database.writing() as connection:
            unread = tuple(shares.unread_files(connection, bundle_id))
            shares.forget_files(connection, bundle_id)
            not_shown = sum(shares.kept_reasons(connection).values())
    return Unpacked(pull.received, unread, not_shown, len(set(there) - set(scopes)))


def _scopes(workspace: Workspace, there: dict[Scope, str]) -> tuple[Scope, ...]:
    with workspace.database.reading() as connection:
        written = own_scopes(connection)
    return scopes_of(workspace.profile, workspace.plan, written, there).all
