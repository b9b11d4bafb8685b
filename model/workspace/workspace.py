"""The workspace: one device's plan, and the one object through which everything is written.

    with workspace.edit() as edit:
        add_activity(edit, …)

When the block ends the edit's changes are appended, the entities they touch are folded anew,
and tables, first page and `workspace.plan` follow, all in one transaction. When it raises,
nothing has happened. Other programs may use the same database; `refresh` takes in what they
wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from model.home.config import Profile
from model.journal.change import Entry
from model.journal.clock import START, HybridClock
from model.plan.entities import Entity
from model.plan.identifiers import EntityId, random_id
from model.plan.plan import Plan
from model.store import derived, tables
from model.store import journal as lines
from model.store.database import Database
from model.store.journal import Source
from model.store.page import write_page
from model.workspace.edit import Author, Edit


class Workspace:
    """A plan that can be edited. Make it with `model.workspace.opening.open_workspace`."""

    def __init__(
        self,
        database: Database,
        profile: Profile,
        today: date,
        clock: HybridClock | None = None,
        new_id: Callable[[], EntityId] = random_id,
    ) -> None:
        """Read the plan; tables of another version of the program are folded anew first."""
        self.database = database
        self.profile = profile
        self.today = today
        self.clock = clock or HybridClock()
        self._new_id = new_id
        with database.reading() as connection:
            stale = _meta(connection, "fold") != tables.fingerprint()
        if stale:
            self.rebuild()
        with database.reading() as connection:
            self.clock.last = max(self.clock.last, _meta(connection, "clock") or START)
            self.plan = derived.read_plan(connection)
            self._arrival = lines.latest_arrival(connection)

    @property
    def author(self) -> Author:
        """Who edits through this workspace."""
        return Author(self.profile.person, self.profile.role, self.profile.units)

    def begin(self, author: Author | None = None) -> Edit:
        """An edit that the caller commits himself; `edit()` is the usual way."""
        return Edit(self.plan, author or self.author, self.today, self.clock.tick, self._new_id)

    @contextmanager
    def edit(self) -> Iterator[Edit]:
        """Gather one action of this device's person and write it, whole or not at all."""
        self.refresh()
        edit = self.begin()
        yield edit
        self.commit(edit)

    def commit(self, edit: Edit, *, stand_in: bool = False) -> None:
        """Write an edit; raises a `StoreError` and leaves everything as it was on failure.

        `stand_in` marks central changes of a catalogue that somebody else than the centre
        loaded: they hold until the centre's own arrive, and are never sent.
        """
        self.write(edit.entries, Source.STAND_IN if stand_in else Source.OWN)

    def write(self, entries: Iterable[Entry], source: Source) -> None:
        """Append lines from whatever source and let tables, page and plan follow."""
        entries = tuple(entries)
        if not entries:
            return
        with self.database.writing() as connection:
            had_stand_ins = lines.stand_ins_hold(connection)
            missed = lines.touched_since(connection, self._arrival)
            lines.append(connection, entries, source)
            touched = [(entry.change.entity, entry.change.id) for entry in entries]
            if had_stand_ins and not lines.stand_ins_hold(connection):
                derived.rebuild(connection)
                plan = derived.read_plan(connection)
            else:
                changed = derived.read_entities(connection, missed)
                changed += derived.refold(connection, touched)
                plan = self.plan.replacing(changed)
            self._keep(connection, plan)
            arrival = lines.latest_arrival(connection)
        self.plan, self._arrival = plan, arrival

    def _keep(self, connection: Connection, plan: Plan) -> None:
        _set_meta(connection, "clock", self.clock.last)
        body = write_page(plan, self.profile)
        connection.execute(
            insert(tables.page)
            .values(key="home", body=body)
            .on_conflict_do_update(index_elements=["key"], set_={"body": body})
        )

    def refresh(self) -> bool:
        """Take in what other programs wrote to the same database; True if there was anything."""
        with self.database.reading() as connection:
            arrival = lines.latest_arrival(connection)
            if arrival == self._arrival:
                return False
            touched = lines.touched_since(connection, self._arrival)
            self.plan = self.plan.replacing(derived.read_entities(connection, touched))
            self._arrival = arrival
        return True

    def rebuild(self) -> None:
        """Fold the whole journal anew into the tables and the first page."""
        with self.database.writing() as connection:
            derived.rebuild(connection)
            self.plan = derived.read_plan(connection)
            self._arrival = lines.latest_arrival(connection)
            _set_meta(connection, "fold", tables.fingerprint())
            self._keep(connection, self.plan)

    def keep_page(self) -> None:
        """Write the first page again, after the profile has changed."""
        with self.database.writing() as connection:
            self._keep(connection, self.plan)

    # What the journal tells.

    def entries_of(self, entity: Entity) -> list[Entry]:
        """Every change of an entity, in order of arrival."""
        with self.database.reading() as connection:
            return lines.entries_of(connection, entity.kind, entity.id)

    def entries_of_action(self, action: EntityId) -> list[Entry]:
        """Every change of an action."""
        with self.database.reading() as connection:
            return lines.entries_of_action(connection, action)

    def own_entries(self, limit: int = 500) -> list[Entry]:
        """The newest changes that were made on this device, newest first."""
        with self.database.reading() as connection:
            return lines.own_entries(connection, limit)

    def differences(self) -> list[tuple[str, EntityId]]:
        """Entities whose rows differ from the journal's fold; empty when all is well."""
        with self.database.reading() as connection:
            return derived.differences(connection)

    # What is being typed.

    def keep_draft(self, key: str, text: str) -> None:
        """Keep unfinished text under a key, so that no crash loses it; empty text forgets it."""
        with self.database.writing() as connection:
            connection.execute(tables.draft.delete().where(tables.draft.c.key == key))
            if text:
                connection.execute(tables.draft.insert().values(key=key, text=text))

    def draft(self, key: str) -> str | None:
        """The unfinished text kept under a key."""
        with self.database.reading() as connection:
            query = select(tables.draft.c.text).where(tables.draft.c.key == key)
            return connection.execute(query).scalar()

    def close(self) -> None:
        """Give back every file handle."""
        self.database.close()


def _meta(connection: Connection, key: str) -> str | None:
    query = select(tables.meta.c.value).where(tables.meta.c.key == key)
    return connection.execute(query).scalar()


def _set_meta(connection: Connection, key: str, value: str) -> None:
    statement = insert(tables.meta).values(key=key, value=value)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )
