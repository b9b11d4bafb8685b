"""Writing the goal catalogue from the plan of a workspace."""

from __future__ import annotations

from model.catalogue.export import Exported, export
from model.catalogue.history import CentralHistory
from model.store.journal import all_entries
from model.workspace.workspace import Workspace


def export_catalogue(workspace: Workspace, existing: bytes | None = None) -> Exported:
    """The catalogue as it stands now, with the stamp of this state.

    `existing` is what the file that will be written holds now: it is brought up to date with its
    comments, order and form kept. Raises `CatalogueError`; see `model.catalogue.export.export`.
    """
    with workspace.database.reading() as connection:
        history = CentralHistory(all_entries(connection))
    return export(history, existing)
