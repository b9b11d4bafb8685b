"""Finalising: when a document may be, who may, and that it is never changed afterwards."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.actions.finalising import (
    FinalisedMeanwhile,
    LockFirst,
    OnlyCentreFinalises,
    finalise,
    next_version,
)
from model.journal.validity import problem_of
from model.plan.final import DocumentType, FinalDocument, FinalForm, Subject, content_id
from model.plan.identifiers import CENTRAL
from model.plan.plan import Plan
from model.plan.rules import LocksDiffer
from model.plan.vocabulary import Role
from model.views.finals import final_rows, with_digest
from model.workspace.edit import Edit, NeverShown, NotYourUnit
from tests.model.actions.editing import editing
from tests.model.building import KITCHEN, LIBRARY, T1, day, locked, plan
from tests.model.journal.writing import UNIT, wrote

REPORT = Subject(document=DocumentType.TERTIAL_REPORT, year=2024, tertial=T1)
KITCHENS = Subject(
    document=DocumentType.UNIT_REPORT, year=2024, unit=KITCHEN, as_of=day("2024-05-14")
)
MAY = "2024-05-08"


def central(town: Plan | None = None) -> Edit:
    """Somebody at the centre does something."""
    return editing(town, today=MAY, units=(), role=Role.CENTRAL)


def final(edit: Edit, subject: Subject = REPORT, version: int = 1) -> FinalDocument:
    """Finalise a document whose Word file has a digest of its own."""
    forms = (FinalForm(".docx", f"{subject.document}-{version}", 7),)
    as_of = subject.as_of or day("2024-04-30")
    return finalise(edit, subject, version=version, title="Rapport", as_of=as_of, forms=forms)


def test_a_final_says_when_by_whom_and_which_lock_it_rests_on() -> None:
    """The lock is named by its change, which has the cut in it."""
    lock = replace(locked(T1), heads={"lock": ("a-change",)})
    made = final(central(plan(lock)))
    assert made.kept is not None
    assert (made.scope, made.kept.day, made.kept.by) == (CENTRAL, day(MAY), "anna")
    assert made.kept.rests_on == ("a-change",)


def test_what_tells_of_a_tertial_waits_for_its_lock() -> None:
    """And for two locks to be settled; the message says what to do."""
    with pytest.raises(LockFirst, match="tertial lock 2024-T1"):
        final(central())
    with pytest.raises(LocksDiffer):
        final(central(plan(replace(locked(T1), conflicts=("lock",)))))


def test_a_unit_finalises_its_own_report_and_nothing_else() -> None:
    """Its report lives with it; the centre may finalise it as well, and keeps it."""
    own = final(editing(), KITCHENS)
    assert (own.scope, own.unit) == (KITCHEN, KITCHEN)
    assert final(central(), KITCHENS).scope == CENTRAL
    with pytest.raises(NotYourUnit):
        final(editing(), replace(KITCHENS, unit=LIBRARY))
    with pytest.raises(OnlyCentreFinalises):
        final(editing(plan(locked(T1))))


def test_a_correction_is_a_new_version_and_both_are_listed() -> None:
    """Another day, another unit or another document is numbered by itself."""
    edit = central(plan(locked(T1)))
    first = final(edit)
    with pytest.raises(FinalisedMeanwhile):
        final(edit)
    second = final(edit, version=next_version(edit.plan, REPORT))
    rows = final_rows(edit.plan)
    assert [(row.final.id, row.standing) for row in rows] == [
        (second.id, "✔ gäller"),
        (first.id, "· ersatt av version 2"),
    ]
    assert next_version(edit.plan, KITCHENS) == 1
    final(edit, KITCHENS)
    assert next_version(edit.plan, KITCHENS) == 2
    assert next_version(edit.plan, replace(KITCHENS, as_of=day("2024-09-10"))) == 1


def test_two_who_finalise_apart_are_both_listed_and_marked() -> None:
    """Nobody's is hidden behind the other's."""
    town = plan(locked(T1))
    both = town.replacing([final(central(town)), replace(final(central(town)), id="other")])
    assert {row.standing for row in final_rows(both)} == {"▲ två slutförde samma version"}


def test_it_is_neither_changed_nor_removed() -> None:
    """Not here, and not by a change that comes from somewhere else."""
    edit = central(plan(locked(T1)))
    made = final(edit)
    for wanted in (replace(made, removed=True), replace(made, year=2023)):
        with pytest.raises(NeverShown, match="ändras aldrig"):
            edit.save(wanted)
    assert edit.plan.find(FinalDocument, made.id) == made


def test_a_unit_cannot_finalise_for_the_centre_by_another_way() -> None:
    """What comes in a unit's scope is shown only as that unit's own report."""
    fields = {"document": "tertial-report", "year": 2024}
    found = problem_of(wrote(fields, kind="final_document", scope=UNIT).change)
    assert found == "dokumentet får bara slutföras centralt"
    other = wrote({"unit": "någon annan"}, kind="final_document", scope=UNIT).change
    assert problem_of(other) is not None
    own = wrote({"unit": UNIT}, kind="final_document", scope=UNIT).change
    assert problem_of(replace(own, id=content_id(own.scope, own.fields))) is None


def test_a_file_is_known_by_its_digest() -> None:
    """Every version's, also those that have been replaced."""
    edit = central(plan(locked(T1)))
    made = final(edit)
    final(edit, version=2)
    found = with_digest(edit.plan, "tertial-report-1")
    assert found is not None
    assert (found[0].final.id, found[0].newest) == (made.id, 2)
    assert with_digest(edit.plan, "another") is None


def test_another_birth_of_a_final_is_not_shown() -> None:
    """Whoever writes other words under its id, however early he says it was, is not believed."""
    edit = central(plan(locked(T1)))
    made = final(edit)
    (entry,) = edit.entries
    assert problem_of(entry.change) is None
    said = {**entry.change.fields, "year": 2023}
    forged = replace(entry.change, fields=said, time="2000-01-01T00:00:00.000Z-0000")
    assert problem_of(forged) == "det som är slutfört ändras aldrig"
    assert forged.id == made.id
