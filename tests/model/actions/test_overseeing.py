"""The oversight plan, and what a committee decides of a report (R9)."""

from __future__ import annotations

import pytest

from model.actions.overseeing import decide, move_report, plan_report, remove_report
from model.plan.entities import OrganisationUnit
from model.plan.oversight import OversightItem
from model.plan.rules import FieldRefused, RuleError
from model.plan.vocabulary import Role, Ruling, ruling_from
from model.views.oversight import next_report, notices, oversight_rows
from model.workspace.edit import Edit, OnlyCentrally
from tests.model.actions.editing import editing
from tests.model.building import KITCHEN, STREETS, day, plan

TODAY = day("2024-04-23")
SCHOOLS = "Utbildningsutskottet"


def central() -> Edit:
    """An edit by the centre on 23 April."""
    return editing(role=Role.CENTRAL)


def kitchen(edit: Edit) -> OrganisationUnit:
    """The unit that reports."""
    found = edit.plan.find(OrganisationUnit, KITCHEN)
    assert found is not None
    return found


def planned(edit: Edit, on: str = "2024-04-16") -> OversightItem:
    """Kostenheten reports to a committee on a day."""
    return plan_report(edit, kitchen(edit), f"  {SCHOOLS} ", day(on))


def said(edit: Edit) -> tuple[str, ...]:
    """What the unit's first screen says."""
    found = notices(edit.plan, KITCHEN, TODAY)
    return tuple(f"{notice.headline}. {notice.next_step}" for notice in found)


def test_a_unit_reads_when_it_reports_and_to_whom() -> None:
    """The report is as of that day (R7); other units are told nothing."""
    edit = central()
    item = planned(edit, "2024-05-14")
    assert item.committee == SCHOOLS
    (notice,) = said(edit)
    assert notice == (
        "Redovisas för Utbildningsutskottet 14 maj. "
        "Rapporten omfattar tiden från årsskiftet till den dagen."
    )
    assert notices(edit.plan, STREETS, TODAY) == ()
    assert next_report(edit.plan, KITCHEN, TODAY) == item
    assert next_report(edit.plan, KITCHEN, day("2024-05-15")) is None


def test_what_is_approved_is_closed() -> None:
    """The unit has nothing more to do."""
    edit = central()
    decide(edit, planned(edit), Ruling.APPROVED, paragraph="§ 47")
    (row,) = oversight_rows(edit.plan, TODAY)
    assert (row.state, row.next_step) == ("✔ godkänd", "Ärendet är avslutat.")
    assert not row.is_open
    assert said(edit) == ()


def test_what_is_referred_back_is_supplemented_with_its_reasons() -> None:
    """The next step is told until a new day is planned."""
    edit = central()
    item = planned(edit)
    with pytest.raises(FieldRefused, match="Skriv skälen"):
        decide(edit, item, Ruling.REFERRED_BACK)
    referred = decide(edit, item, Ruling.REFERRED_BACK, reasons="Effekten saknas.")
    (notice,) = said(edit)
    assert notice == (
        "Utbildningsutskottet 16 apr: återremitterad. Komplettera redovisningen efter skälen "
        "och redovisa den igen. Skäl: Effekten saknas."
    )
    with pytest.raises(FieldRefused, match="behöver ligga efter"):
        plan_report(edit, kitchen(edit), "Kulturutskottet", day("2024-04-16"), follows=referred)
    plan_report(edit, kitchen(edit), SCHOOLS, day("2024-05-14"), follows=referred)
    rows = oversight_rows(edit.plan, TODAY)
    assert rows[0].next_step == "Redovisas igen 2024-05-14."
    assert [row.is_open for row in rows] == [False, True]


def test_what_is_handed_over_is_presented_by_the_committees_chair() -> None:
    """The board goes on with it."""
    edit = central()
    decide(edit, planned(edit), Ruling.TO_BOARD, reasons="Kräver mer pengar.")
    assert "Utskottets ordförande föredrar det." in said(edit)[0]


def test_after_the_day_the_decision_is_waited_for() -> None:
    """Nobody has entered it yet."""
    edit = central()
    planned(edit)
    assert oversight_rows(edit.plan, TODAY)[0].state == "… väntar på beslut"


def test_a_decision_is_not_made_before_its_day() -> None:
    """But it may be entered later, and entered anew when it was wrong."""
    edit = central()
    ahead = planned(edit, "2024-05-14")
    with pytest.raises(FieldRefused, match="i framtiden"):
        decide(edit, ahead, Ruling.APPROVED)
    item = planned(edit)
    first = decide(edit, item, Ruling.REFERRED_BACK, reasons="Fel ärende.")
    again = decide(edit, first, Ruling.APPROVED)
    assert again.decision is not None
    assert (again.decision.ruling, again.decision.reasons) == (Ruling.APPROVED, "")


def test_the_same_report_is_planned_once() -> None:
    """However the committee's name is written."""
    edit = central()
    planned(edit)
    with pytest.raises(FieldRefused, match="redovisar redan"):
        plan_report(edit, kitchen(edit), "utbildningsutskottet", day("2024-04-16"))
    with pytest.raises(FieldRefused, match="vilket utskott"):
        plan_report(edit, kitchen(edit), " ", day("2024-04-16"))


def test_a_report_moves_or_goes_until_it_is_decided() -> None:
    """Then it is history."""
    edit = central()
    moved = move_report(edit, planned(edit), day("2024-04-18"))
    assert moved.day == day("2024-04-18")
    decided = decide(edit, moved, Ruling.APPROVED)
    with pytest.raises(RuleError, match="redan beslutat"):
        move_report(edit, decided, day("2024-04-19"))
    with pytest.raises(RuleError, match="redan beslutat"):
        remove_report(edit, decided)
    remove_report(edit, planned(edit, "2024-05-14"))
    assert len(oversight_rows(edit.plan, TODAY)) == 1


def test_only_the_centre_keeps_the_plan() -> None:
    """A unit reads it."""
    with pytest.raises(OnlyCentrally):
        planned(editing(plan()))


@pytest.mark.parametrize("ruling", list(Ruling))
def test_a_ruling_is_read_by_its_identifier_or_its_words(ruling: Ruling) -> None:
    """In any case."""
    for written in (ruling.value, ruling.value.replace("_", " "), ruling.swedish.upper()):
        assert ruling_from(written) is ruling
    assert ruling_from("återremiss") is Ruling.REFERRED_BACK
    assert ruling_from("nja") is None


def test_a_report_that_was_moved_leaves_its_day_free() -> None:
    """It keeps its key in the catalogue; another one on the old day gets one of its own."""
    edit = central()
    moved = move_report(edit, planned(edit, "2024-05-14"), day("2024-05-21"))
    other = planned(edit, "2024-05-14")
    assert moved.key == "kostenheten-utbildningsutskottet-2024-05-14"
    assert other.key == f"{moved.key}-2"
    remove_report(edit, other)
    assert planned(edit, "2024-05-14").id == other.id, "and what was taken away stands up again"
    assert len(edit.plan.of(OversightItem)) == 2
