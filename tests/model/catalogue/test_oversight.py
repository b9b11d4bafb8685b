"""The oversight plan in the catalogue: many reports in a file; a decision is no matter for one."""

from __future__ import annotations

import pytest

from model.actions.overseeing import decide, move_report, plan_report
from model.catalogue.preview import DecidedReport
from model.plan.entities import OrganisationUnit
from model.plan.oversight import OversightItem
from model.plan.vocabulary import Ruling
from tests.model.building import day
from tests.model.catalogue.centre import Centre, lillstad

SPRING = "2024-04-16"


def with_a_report() -> tuple[Centre, OversightItem]:
    """A centre that has entered a report on the screen."""
    centre = lillstad()
    unit = next(each for each in centre.plan.of(OrganisationUnit) if each.key == "kostenheten")
    edit = centre.edit()
    item = plan_report(edit, unit, "Utbildningsutskottet", day(SPRING))
    centre.keep(edit)
    return centre, item


def day_of(centre: Centre, item: OversightItem) -> str:
    """When it is presented."""
    found = centre.plan.find(OversightItem, item.id)
    return str(found.day) if found is not None else ""


def test_what_was_entered_on_the_screen_is_in_the_file() -> None:
    """By day; moved there, it is moved here; nothing else changes."""
    centre, item = with_a_report()
    text = centre.export().content.decode()
    assert text.index(SPRING) < text.index("2024-05-14") < text.index("2024-10-08")
    centre.load(text.replace(f"date = {SPRING}", "date = 2024-04-23").encode())
    assert day_of(centre, item) == "2024-04-23"
    assert len(centre.plan.of(OversightItem)) == 3


def test_an_old_file_takes_no_move_back() -> None:
    """What the editor left alone in the file stays as somebody has made it since."""
    centre, item = with_a_report()
    text = centre.export().content.decode()
    edit = centre.edit()
    move_report(edit, item, day("2024-04-30"))
    centre.keep(edit)
    centre.load(text.replace("Samhällsutskottet", "Tekniska utskottet").encode())
    assert day_of(centre, item) == "2024-04-30"


def test_what_is_decided_is_not_moved_by_a_file() -> None:
    """The whole file is refused, with the line."""
    centre, item = with_a_report()
    edit = centre.edit()
    decide(edit, item, Ruling.APPROVED)
    centre.keep(edit)
    text = centre.export().content.decode()
    assert centre.preview(text.encode()).changes == ()
    with pytest.raises(DecidedReport, match="redan beslutat"):
        centre.preview(text.replace(f"date = {SPRING}", "date = 2024-04-23").encode())
