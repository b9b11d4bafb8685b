"""A device of the centre without a database: a set of changes, and edits upon it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from itertools import count
from typing import TypeVar

import msgspec

from model.catalogue.export import Exported, export
from model.catalogue.history import CentralHistory
from model.catalogue.names import names_in
from model.catalogue.preview import Preview, preview_of
from model.catalogue.reading import read_catalogue
from model.journal.change import Entry
from model.plan.entities import Entity
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.workspace.edit import Author, Edit
from model.workspace.importing import record
from tests.model.catalogue.writing import SMALL

E = TypeVar("E", bound=Entity)

_ticks = count()


def _tick() -> str:
    """A clock that all devices of a story share; no two changes have the same time."""
    return f"2024-04-23T08:00:00.000Z-{next(_ticks):08d}"


class Centre:
    """What one device of the centre holds."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = {entry.name: entry for entry in entries}
        self._history = CentralHistory(())
        self._known = 0

    @property
    def history(self) -> CentralHistory:
        """The changes as an import and an export see them, folded once for each set of them."""
        if self._known != len(self.entries):
            self._history = CentralHistory(self.entries.values())
            self._known = len(self.entries)
        return self._history

    @property
    def plan(self) -> Plan:
        """What the changes add up to."""
        return Plan(self.history.current.values())

    def copy(self) -> Centre:
        """Another device that knows the same."""
        return Centre(self.entries.values())

    def meet(self, other: Centre) -> None:
        """Both devices get all changes of the other."""
        self.entries.update(other.entries)
        other.entries.update(self.entries)

    def edit(self) -> Edit:
        """An edit by the controller; give it to `keep`."""
        author = Author("controllern", Role.CENTRAL, ())
        return Edit(self.plan, author, date(2024, 4, 23), _tick)

    def keep(self, edit: Edit) -> None:
        """Write an edit."""
        self.entries.update({entry.name: entry for entry in edit.entries})

    def change(self, kind: type[E], key: str, **values: object) -> None:
        """Change fields of an entity on the screen."""
        (entity,) = (each for each in self.plan.of(kind) if getattr(each, "key", "") == key)
        edit = self.edit()
        edit.save(msgspec.structs.replace(entity, **values), entity)
        self.keep(edit)

    def preview(self, content: bytes) -> Preview:
        """What an import of a file would write."""
        return preview_of(read_catalogue(content, known=names_in(self.plan)), self.history)

    def load(self, content: bytes) -> Preview:
        """Import a file, saying yes to whatever it asks."""
        preview = self.preview(content)
        edit = self.edit()
        record(edit, preview.changes)
        self.keep(edit)
        return preview

    def export(self, existing: bytes | None = None, *, whole: bool = False) -> Exported:
        """Export to a new file, or to one that has something in it."""
        return export(self.history, existing, whole=whole)

    def value(self, kind: type[E], key: str, field: Callable[[E], object]) -> object:
        """A field of the entity with a key."""
        (entity,) = (each for each in self.plan.of(kind) if getattr(each, "key", "") == key)
        return field(entity)


def lillstad() -> Centre:
    """The centre of a small municipality, after its first import."""
    return _first_import().copy()


@cache
def _first_import() -> Centre:
    centre = Centre()
    centre.load(SMALL.encode("utf-8"))
    return centre
