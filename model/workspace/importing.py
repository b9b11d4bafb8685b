"""Bringing a goal catalogue into the plan: first a preview, then the writing.

    preview = preview_import(workspace, content)
    if preview.needs_confirmation: show `preview.lines` and ask
    imported = carry_out(workspace, preview, confirmed=True)

The file's stamp decides what its editor changed (`model.catalogue.comparing`). What is written
has the stamp's changes as bases, so an edit that somebody else made meanwhile is seen as a
conflict and never lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from model.catalogue.comparing import RowChange
from model.catalogue.faults import CatalogueError
from model.catalogue.history import CentralHistory
from model.catalogue.names import names_in
from model.catalogue.preview import Preview, preview_of
from model.catalogue.reading import read_catalogue
from model.catalogue.wording import name_of
from model.plan.identifiers import EntityId
from model.plan.vocabulary import Role
from model.store.journal import all_entries, stand_ins_hold
from model.workspace.edit import Author, Edit
from model.workspace.workspace import Workspace


class CatalogueIsCentral(CatalogueError):
    """A unit's device has the centre's own goals already."""

    def __init__(self) -> None:
        super().__init__(
            "Målen på den här datorn kommer redan från den som sköter dem centralt. "
            "Inget är ändrat. Skicka filen dit om något är fel."
        )


class NotConfirmed(CatalogueError):
    """The import would change what is there, and nobody has said yes to it."""

    def __init__(self) -> None:
        super().__init__(
            "Filen ändrar sådant som redan finns. Inget är ändrat. Läs igenom ändringarna och "
            "bekräfta dem om de är rätt."
        )


class Imported(msgspec.Struct, frozen=True):
    """What an import has written."""

    preview: Preview
    action: EntityId | None
    """The action with which it can be undone; None when there was nothing to write."""
    conflicts: tuple[str, ...]
    """Rows in which somebody has to choose between two values, as people call them."""
    is_stand_in: bool
    """Whether the goals hold only until the centre's own arrive, and are never sent."""


def preview_import(
    workspace: Workspace, content: bytes, *, known_texts: Collection[str] | None = None
) -> Preview:
    """Read a file and find what an import would write, without writing.

    Raises `CatalogueError` when the file has faults, is about another municipality, or this is
    a unit's device that has the centre's goals.
    """
    workspace.refresh()
    file = read_catalogue(content, known=names_in(workspace.plan), known_texts=known_texts)
    with workspace.database.reading() as connection:
        if workspace.profile.role is not Role.CENTRAL and not stand_ins_hold(connection):
            raise CatalogueIsCentral
        history = CentralHistory(all_entries(connection))
    return preview_of(file, history)


def carry_out(workspace: Workspace, preview: Preview, *, confirmed: bool = False) -> Imported:
    """Write what a preview showed, as one action; raises `NotConfirmed` or a `StoreError`."""
    if preview.needs_confirmation and not confirmed:
        raise NotConfirmed
    is_stand_in = workspace.profile.role is not Role.CENTRAL
    if not preview.changes:
        return Imported(preview, None, (), is_stand_in)
    profile = workspace.profile
    edit = workspace.begin(Author(profile.person, Role.CENTRAL, profile.units))
    record(edit, preview.changes)
    workspace.commit(edit, stand_in=is_stand_in)
    conflicts = []
    for change in preview.changes:
        now = workspace.plan.find(type(change.after), change.after.id)
        if now is not None and set(now.conflicts).intersection((*change.fields, "removed")):
            conflicts.append(name_of(now))
    return Imported(preview, edit.action, tuple(conflicts), is_stand_in)


def record(edit: Edit, changes: Iterable[RowChange]) -> None:
    """Put the changes into an edit, each standing on what the editor of the file had seen."""
    for change in changes:
        edit.record(change.after, change.before)
