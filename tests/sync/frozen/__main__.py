"""Freeze what this version writes: `python -m tests.sync.frozen NAME`."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from model.home.config import Profile
from model.journal.change import Change, record
from model.plan.entities import Activity, Goal, OrganisationUnit
from model.plan.vocabulary import Role
from model.store.database import Database
from model.store.journal import Source
from model.workspace.workspace import Workspace
from sync.address import share_at
from sync.exchange import Exchange
from sync.state import shares
from sync.syncing import create_share
from tests.sync.frozen import FROZEN, SHARE_NAME, TABLES_NAME, tables_of
from tests.sync.homes import KITCHEN


def freeze(target: Path) -> None:
    """A centre and a unit that have met, in conflict over a title, with an unknown field."""
    share = target / SHARE_NAME
    with tempfile.TemporaryDirectory() as folder:
        cia = workspace(target, "cia", Role.CENTRAL)
        anna = workspace(Path(folder), "anna", Role.UNIT)
        create_share(cia.database, str(share))
        with cia.edit() as edit:
            edit.save(OrganisationUnit(id=KITCHEN, key="kost", name="Kostenheten"))
            edit.save(Goal(id="mål", number="3.1", year=2024, text="Maten ska vara god"))
        meet(share, cia, anna)
        with anna.edit() as edit:
            edit.save(activity("möten", "Möten varje måndag"))
            edit.save(activity("frukost", "Frukost för alla åäö"))
        with cia.edit() as edit:
            edit.save(activity("möten", "Möten varannan vecka"))
        anna.write([record(unknown(anna.clock.tick()))], Source.OWN)
        meet(share, anna, cia, anna)
        anna.close()
    tables = json.dumps(tables_of(cia), ensure_ascii=False, indent=1, sort_keys=True)
    (target / TABLES_NAME).write_text(tables + "\n", encoding="utf-8")
    with cia.database.writing() as connection:
        shares.forget(connection, str(share))
    cia.close()
    with closing(sqlite3.connect(target / "tertial.sqlite3")) as database:
        database.execute("VACUUM")  # where it was made is in no byte of it


def workspace(folder: Path, person: str, role: Role) -> Workspace:
    """A home in a folder."""
    profile = Profile(person, (KITCHEN,), role)
    return Workspace(Database(folder / "tertial.sqlite3"), profile, date(2024, 5, 2))


def activity(name: str, title: str) -> Activity:
    """An activity of the kitchen."""
    return Activity(id=name, scope=KITCHEN, unit=KITCHEN, year=2024, title=title)


def unknown(time: str) -> Change:
    """What a version yet to come writes."""
    fields: dict[str, Any] = {"okänt": {"a": [1, "två"]}}
    return Change(
        scope=KITCHEN,
        author="anna",
        time=time,
        action="framtid",
        entity="activity",
        id="frukost",
        fields=fields,
    )


def meet(share: Path, *homes: Workspace) -> None:
    """Each syncs in turn."""
    for home in homes:
        outcome = Exchange(home, share_at(str(share)), now=lambda: datetime.now(UTC)).run()
        for problem in outcome.problems:
            raise problem


if __name__ == "__main__":
    made = FROZEN / sys.argv[1]
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    freeze(made)
