"""The workspace: one device's plan, and the one object through which everything is written.

    with workspace.edit() as edit:
        add_activity(edit, …)

When the block ends the edit's changes are appended, the entities they touch are folded anew,
and tables, first page and `workspace.plan` follow, all in one transaction. When it raises,
nothing has happened. Other programs may use the same database; `refresh` takes in what they
wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from model.home.config import Profile
from model.journal.change import Entry
from model.journal.clock import START, HybridClock, moment
from model.plan.entities import ChangeName, Entity
from model.plan.identifiers import EntityId, Scope, random_id
from model.plan.plan import Plan
from model.store import derived, local
from model.store import journal as lines
from model.store.database import Database
from model.store.journal import Source
from model.store.page import write_page
from model.store.tables import fingerprint
from model.workspace.edit import Author, Edit

if TYPE_CHECKING:
    from sqlalchemy import Connection


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
        """Read the plan; tables of another version of the program are folded anew first.

        Raises a `StoreError`; then the database is closed.
        """
        self.database = database
        self.profile = profile
        self.today = today
        self.clock = clock or HybridClock()
        self.plan = Plan()
        self._new_id = new_id
        self._arrival = 0
        self._generation = ""
        try:
            self.refresh()
        except BaseException:
            database.close()
            raise

    @property
    def author(self) -> Author:
        """Who edits through this workspace."""
        return Author(self.profile.person, self.profile.role, self.profile.units)

    @property
    def arrival(self) -> int:
        """Up to which line of the journal the plan is told; rises with every line."""
        return self._arrival

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
        loaded: they hold until the centre's own arrive, and are never sent. The same edit may
        be committed again after a failure; what was written after all is not written twice.
        """
        self.write(edit.entries, Source.STAND_IN if stand_in else Source.OWN)

    def write(
        self,
        entries: Iterable[Entry],
        source: Source,
        also: Callable[[Connection], None] | None = None,
    ) -> None:
        """Append lines from whatever source and let tables, page and plan follow.

        `also` writes what belongs together with them, in the same transaction.
        """
        whole = tuple(entries)
        if whole:
            self.write_all([(whole, source)], also)
        elif also is not None:
            with self.database.writing() as connection:
                also(connection)

    def write_all(
        self,
        batches: Sequence[tuple[Sequence[Entry], Source]],
        also: Callable[[Connection], None] | None = None,
    ) -> None:
        """Append lines from several sources in one transaction, all of them or none."""
        new = [entry for entries, _ in batches for entry in entries]
        for entries, source in batches:
            if source is Source.RECEIVED:
                # The latest first: what is earlier than one that counts needs no second look.
                for time in sorted({entry.change.time for entry in entries}, reverse=True):
                    self.clock.observe(time)
        if not new:
            return
        folded: list[Entity] = []
        with self._following(folded) as connection:
            was_hidden = lines.hidden_source(connection)
            upto = lines.latest_arrival(connection)
            for entries, source in batches:
                lines.append(connection, entries, source)
            hidden = lines.hidden_source(connection)
            if hidden is not was_hidden and lines.has_stand_ins(connection):
                derived.rebuild(connection)
            else:
                shown = (entries for entries, source in batches if source is not hidden)
                folded += derived.refold(connection, chain.from_iterable(shown), upto)
            if also is not None:
                also(connection)

    @contextmanager
    def _following(self, folded: Sequence[Entity] = ()) -> Iterator[Connection]:
        """A writing transaction after which tables, marks, page and plan follow the journal.

        What other programs have written meanwhile is taken in under the same lock; `folded` are
        the entities that the block itself folds. When the block or the commit fails, the plan
        stays as it was.
        """
        with self.database.writing() as connection:
            marks = local.marks(connection)
            if marks.get(local.FOLD) != fingerprint():
                derived.rebuild(connection)
            self.clock.resume(marks.get(local.CLOCK, START))
            behind = self._behind(connection, marks)
            yield connection
            caught_up = self._caught_up(connection, local.marks(connection), behind, folded)
            local.set_mark(connection, local.CLOCK, self.clock.last)
            local.keep_page(connection, write_page(caught_up[0], self.profile))
        self.plan, self._arrival, self._generation = caught_up

    def _behind(
        self, connection: Connection, marks: Mapping[str, str]
    ) -> list[tuple[str, EntityId]]:
        """What other programs have written since the plan was told; none where it is read anew."""
        if marks.get(local.GENERATION, "") != self._generation:
            return []
        return derived.touched_since(connection, self._arrival)

    def _caught_up(
        self,
        connection: Connection,
        marks: Mapping[str, str],
        behind: Iterable[tuple[str, EntityId]],
        folded: Sequence[Entity] = (),
    ) -> tuple[Plan, int, str]:
        """The plan as the tables have it, with the arrival and the generation that it covers.

        `behind` names what other programs have written since it was told last; `folded` are
        entities that were written just now and need not be read.
        """
        arrival = lines.latest_arrival(connection)
        generation = marks.get(local.GENERATION, "")
        if generation != self._generation:
            return derived.read_plan(connection), arrival, generation
        known = {(entity.kind, entity.id) for entity in folded}
        changed = derived.read_entities(connection, (key for key in behind if key not in known))
        return self.plan.replacing((*folded, *changed)), arrival, generation

    def refresh(self) -> bool:
        """Take in what other programs wrote to the same database; True if there was anything."""
        before = self._arrival, self._generation
        with self.database.reading() as connection:
            marks = local.marks(connection)
            stale = marks.get(local.FOLD) != fingerprint()
            self.clock.resume(marks.get(local.CLOCK, START))
            now = lines.latest_arrival(connection), marks.get(local.GENERATION, "")
            if not stale and now != before:
                behind = self._behind(connection, marks)
                self.plan, self._arrival, self._generation = self._caught_up(
                    connection, marks, behind
                )
        if stale:
            self.keep_page()
        return (self._arrival, self._generation) != before

    def rebuild(self) -> None:
        """Fold the whole journal anew into the tables and the first page."""
        with self._following() as connection:
            derived.rebuild(connection)

    def keep_page(self) -> None:
        """Write the first page again, after the profile has changed."""
        with self._following():
            pass

    def adopt_stand_ins(self) -> None:
        """Make the goals that stood in for the centre's this home's own, when it is the centre."""
        with self._following() as connection:
            lines.adopt_stand_ins(connection)

    # What the journal tells.

    def entries_of(self, entity: Entity) -> list[Entry]:
        """Every change of a row of the plan, in order of arrival; no claims of other scopes."""
        return self.entries_of_all([entity])[0]

    def entries_of_all(self, entities: Sequence[Entity]) -> list[list[Entry]]:
        """The same for several entities, in their order, with few questions to the database."""
        keys = [(entity.kind, entity.id) for entity in entities]
        with self.database.reading() as connection:
            found = lines.entries_of_each(connection, keys)
            return [
                [entry for entry in entries if entry.change.scope == entity.scope]
                for entity, entries in zip(entities, found, strict=True)
            ]

    def entries_of_action(self, action: EntityId) -> list[Entry]:
        """Every change of an action."""
        with self.database.reading() as connection:
            return lines.entries_of_action(connection, action)

    def own_actions(self, limit: int = 100) -> list[Entry]:
        """The newest change of each of the newest actions of this device, newest first."""
        with self.database.reading() as connection:
            return lines.own_actions(connection, limit)

    def own_actions_beginning(self, prefix: str) -> list[EntityId]:
        """Every action of this device whose id begins so, however old."""
        with self.database.reading() as connection:
            return lines.own_actions_beginning(connection, prefix)

    def plan_of(self, names: Collection[ChangeName], left_out: Collection[ChangeName] = ()) -> Plan:
        """The plan as the named changes alone make it; see `model.store.derived.plan_of`."""
        self.refresh()
        with self.database.reading() as connection:
            return derived.plan_of(connection, self.plan, names, left_out)

    def last_heard(self) -> dict[Scope, datetime]:
        """When the change of each scope that arrived last was made, by its author's clock."""
        with self.database.reading() as connection:
            found = [entry.change for entry in lines.latest_in_scopes(connection)]
        return {change.scope: moment(change.time) for change in found}

    def differences(self) -> list[tuple[str, EntityId]]:
        """Entities whose rows differ from the journal's fold; empty when all is well."""
        with self.database.reading() as connection:
            return derived.differences(connection)

    # What is being typed.

    def keep_draft(self, key: str, text: str) -> None:
        """Keep unfinished text under a key, so that no crash loses it; empty text forgets it."""
        with self.database.writing() as connection:
            local.keep_draft(connection, key, text)

    def draft(self, key: str) -> str | None:
        """The unfinished text kept under a key."""
        with self.database.reading() as connection:
            return local.draft(connection, key)

    def drafts(self) -> dict[str, str]:
        """Every unfinished text by the key under which it was kept."""
        with self.database.reading() as connection:
            return local.drafts(connection)

    def close(self) -> None:
        """Give back every file handle."""
        self.database.close()
