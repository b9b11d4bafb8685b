"""Joining: a home that is being set up takes the goals and the organisation from a share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.home.config import Profile, read_config
from model.home.paths import Home
from model.plan.identifiers import EntityId, random_id
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.store.database import Database
from model.workspace.workspace import Workspace
from sync.address import share_at
from sync.exchange import Exchange
from sync.state import shares, tables
from sync.turn import turn


def join(home: Home, address: str, today: date, units: Sequence[EntityId] = ()) -> Plan:
    """Take in what is central on a share, so that a unit can be chosen; gives the plan so far.

    With `units` also theirs, so that whoever plans there already can be found by his name. The
    home need not be set up. Nothing is written on the share. Raises a `ShareError` or a
    `StoreError`.
    """
    nobody = Profile(random_id(), tuple(units), Role.UNIT)
    workspace = Workspace(Database(home.database), nobody, today)
    try:
        with turn(home.database):
            outcome = Exchange(workspace, share_at(address, home.database)).run(publish=False)
        for problem in outcome.problems:
            raise problem
        return workspace.plan
    finally:
        workspace.close()


def leave(home: Home, address: str) -> None:
    """Forget what was found at an address that was not joined: another may be made there.

    One that the home remembers stays as it is, since its safeguards are for that one. Raises a
    `StoreError` or a `ConfigError`.
    """
    if home.is_set_up and address in read_config(home).shares:
        return
    database = Database(home.database)
    try:
        tables.prepare(database)
        with database.writing() as connection:
            shares.forget(connection, address)
    finally:
        database.close()
