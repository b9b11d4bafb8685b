"""The record of a finalised document travels, so whoever gets a file can have it verified."""

from __future__ import annotations

import hashlib
from pathlib import Path

from model.actions.finalising import finalise
from model.plan.final import DocumentType, FinalDocument, FinalForm, Subject
from model.plan.vocabulary import Role
from model.store.journal import Source
from model.views.finals import with_digest
from tests.sync.homes import KITCHEN, TODAY, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import MemoryFiles

FILE = b"rapporten"
SUBJECT = Subject(document=DocumentType.UNIT_REPORT, year=2024, unit=KITCHEN, as_of=TODAY)


def test_a_file_is_known_where_it_was_not_finalised(tmp_path: Path) -> None:
    """And stays known when somebody writes another record under the same id."""
    homes, clock, files = fresh_folder(), Clock(), MemoryFiles()
    new_share(files)
    anna = HomeOf(homes / "anna", "anna", clock=clock)
    cia = HomeOf(homes / "cia", "cia", role=Role.CENTRAL, units=(), clock=clock)
    form = FinalForm(".pdf", hashlib.sha256(FILE).hexdigest(), len(FILE))
    with anna.workspace.edit() as edit:
        made = finalise(edit, SUBJECT, version=1, title="Rapport", as_of=TODAY, forms=(form,))
    for home in (anna, cia):
        assert not home.sync(files).problems
    (tmp_path / "rapport.pdf").write_bytes(FILE)
    digest = hashlib.sha256((tmp_path / "rapport.pdf").read_bytes()).hexdigest()
    found = with_digest(cia.workspace.plan, digest)
    assert found is not None
    assert (found[0].final.id, found[0].kept.version, found[1]) == (made.id, 1, form)
    forged = anna.write_raw(KITCHEN, {"year": 1999}, entity="final_document", id=made.id)
    anna.workspace.write([forged], Source.OWN)
    for home in (anna, cia):
        assert not home.sync(files).problems
    after = cia.workspace.plan.find(FinalDocument, made.id)
    assert after is not None
    assert (after.year, after.conflicts) == (2024, ())
    for home in (anna, cia):
        home.close()
