"""After the lock: the documents that are offered are those of the tertial that was locked."""

from __future__ import annotations

from model.plan.final import DocumentType, FinalDocument
from model.views.written_about import written_about
from tests.model.building import T1, T2, day, locked, plan

MAY = day("2024-05-22")


def test_a_locked_tertial_is_written_of_while_the_next_one_runs() -> None:
    """Its report is what the centre is at work on, though the units have gone on."""
    assert written_about(plan(locked(T1)), T2, MAY) == T1
    assert written_about(plan(), T2, MAY) == T2


def test_until_its_report_is_final_or_the_time_for_it_is_over() -> None:
    """Then the one that is shown is meant, as it is when it has ended itself."""
    final = FinalDocument(
        id="slutförd", document=DocumentType.TERTIAL_REPORT, year=2024, tertial=T1
    )
    memo = FinalDocument(id="skrivelse", document=DocumentType.MEMO, year=2024, tertial=T1)
    assert written_about(plan(locked(T1), memo), T2, MAY) == T1
    assert written_about(plan(locked(T1), final), T2, MAY) == T2
    assert written_about(plan(locked(T1)), T2, day("2024-08-20")) == T2
    assert written_about(plan(locked(T1)), T2, day("2024-09-03")) == T2
    assert written_about(plan(locked(T1)), T1, MAY) == T1
