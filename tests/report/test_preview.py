"""The preview: what the committee will read of the activity that is being planned."""

from __future__ import annotations

from model.plan.vocabulary import StatusValue
from report.content import Heading, Table
from report.preview import preview, preview_lines
from report.unit_report import unit_report
from tests.report.plans import BUSINESS, HEALTH, KITCHEN, SPRING, activity, plan_of, status


def test_the_preview_is_what_the_report_prints() -> None:
    """The same heading and the same row, from the same functions."""
    mine = activity("a", (BUSINESS,), description="Vi talas vid.\nVarje vecka.")
    plan = plan_of(mine, status("a", StatusValue.ONGOING_ON_PLAN))
    heading, table = preview(plan, mine, KITCHEN, as_of=SPRING)
    printed = unit_report(plan, KITCHEN, as_of=SPRING).blocks
    assert isinstance(heading, Heading)
    assert any(isinstance(block, Heading) and block.text == heading.text for block in printed)
    assert isinstance(table, Table)
    assert table in printed


def test_a_draft_that_is_not_saved_yet_can_be_previewed() -> None:
    draft = activity("ny", (HEALTH,), title="Gå på lunchen", description="Varje onsdag.")
    assert preview_lines(plan_of(), draft, KITCHEN, as_of=SPRING, width=60) == [
        "Sjukfrånvaron ska minska",
        "========================",
        "",
        "Verksamhetens aktiviteter  Startdatum  Slutdatum",
        "-------------------------  ----------  ----------",
        "Gå på lunchen              2024-01-01  2024-09-30",
        "  Varje onsdag.",
        "  – Status saknas",
    ]


def test_an_empty_form_shows_what_is_missing() -> None:
    draft = activity("ny", (), title="", period=None)
    assert preview_lines(plan_of(), draft, KITCHEN, as_of=SPRING, width=24) == [
        "Aktiviteter utan mål i",
        "målkatalogen",
        "======================",
        "",
        "Aktivitet utan titel",
        "Startdatum: saknas",
        "Slutdatum: saknas",
        "  – Status saknas",
    ]


def test_the_other_goals_are_named_below() -> None:
    """In the report the activity stands in full under each of them."""
    draft = activity("ny", (BUSINESS, HEALTH))
    *_, last = preview_lines(plan_of(), draft, KITCHEN, as_of=SPRING, width=200)
    assert last == (
        "Samma aktivitet står också under ”Förbättra näringslivsklimatet. Svenskt Näringslivs "
        "sammantagna betyg ska öka”."
    )
