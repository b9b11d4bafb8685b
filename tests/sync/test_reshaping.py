"""A version with other tables for the exchange: nothing that was written waits for ever."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, MetaData, Text

from sync.state import tables
from tests.sync.checking import check_home
from tests.sync.homes import HomeOf, fresh_folder, new_share
from tests.sync.memory_files import MemoryFiles


@pytest.mark.parametrize("table", ["sync_segment", "sync_progress", "sync_kept"])
def test_tables_that_cannot_be_carried_over_begin_anew_together(
    monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """What says how far all has a position must not outlive what tells the positions."""
    files = MemoryFiles()
    new_share(files)
    anna = HomeOf(fresh_folder() / "anna", "anna")
    anna.plan("möten", title="Möten")
    assert anna.sync(files).sent == 1
    later = MetaData()
    for each in tables.metadata.sorted_tables:
        each.to_metadata(later)
    later.tables[table].append_column(Column("said", Text, nullable=False))
    with monkeypatch.context() as patch:
        patch.setattr(tables, "metadata", later)
        patch.setattr(tables, "FORMAT", "one that could not be carried over to")
        tables.prepare(anna.workspace.database)
    new = MemoryFiles()
    new_share(new)
    assert anna.sync(new, "ny").newly_there == 1
    bo = HomeOf(anna.folder.parent / "bo", "bo", clock=anna.clock)
    for home in (bo, anna):
        assert home.sync(new, "ny").waiting.count == 0
        assert home.title("möten") == "Möten"
        check_home(home)
        home.close()
