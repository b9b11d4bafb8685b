"""The handover: nothing that one person answers for is forgotten when somebody else takes over."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.plan.entities import Assignment, Person
from model.plan.plan import Plan
from model.plan.vocabulary import Cause, Origin, StatusValue
from model.views.handover import (
    UnknownPerson,
    held_by,
    namesakes_elsewhere,
    one_person,
    people_named,
)
from report.handover import handover
from report.writers.markdown import lines
from tests.report.plans import KITCHEN, SPRING, T1, activity, plan_of, status

KIM = Person(id="kim", scope=KITCHEN, name="Kim Berg", unit=KITCHEN)
ALMA = Person(id="alma", scope=KITCHEN, name="Alma Öst", unit=KITCHEN)


def town() -> Plan:
    """Kim answers for three activities, one of them the plan's, and is deputy for a fourth."""
    central = activity("plan", origin=Origin.PLAN, title="Matupphandling")
    waits = status(
        "vagnar",
        StatusValue.ON_HOLD,
        cause=Cause.FUNDING_DECISION,
        review_date=SPRING.replace(month=5),
    )
    return plan_of(
        KIM,
        ALMA,
        replace(activity("vagnar", title="Värmevagnar"), responsible="kim", deputy="alma"),
        replace(activity("dialog", title="Dialog"), responsible="kim"),
        replace(activity("tema", title="Hälsotema"), responsible="alma", deputy="kim"),
        replace(activity("annat", title="Kurs"), responsible="alma"),
        replace(central, scope="central"),
        Assignment(id="a", scope=KITCHEN, activity="plan", unit=KITCHEN, responsible="kim"),
        replace(waits, comment="Köpet kräver pengar.\nModellen är vald."),
        status("dialog", StatusValue.COMPLETED_ON_PLAN),
    )


def text(plan: Plan) -> str:
    """Kim's handover as Markdown, with ordinary hyphens."""
    return "\n".join(lines(handover(plan, (KIM,), SPRING))).replace("\u2011", "-")


def test_everything_one_answers_for_is_there_and_nothing_else() -> None:
    """What the unit has assigned of the plan's activities as well; others' is not."""
    held = held_by(town(), (KIM,), SPRING)
    titles = {each.details.activity.title: each.is_responsible for each in held}
    assert titles == {
        "Värmevagnar": True,
        "Dialog": True,
        "Matupphandling": True,
        "Hälsotema": False,
    }


def test_who_takes_over_reads_where_it_stands_and_what_comes_next() -> None:
    """With the words of the last comment, why it waits, and who else knows."""
    told = text(town())
    for said in (
        "Kim Berg är ansvarig för 2 aktiviteter som inte är avslutade",
        "◌ Vänteläge (T1 2024)",
        "Orsak: finansieringsbeslut.",
        "Följs upp 2024-05-23.",
        "Ska vara klart 2024-09-30.",
        "Köpet kräver pengar.",
        "| Ersättare | Alma Öst |",
        "| Ansvarig | Alma Öst |",
        f"Status för {T1.swedish} återstår att rapportera.",
        "3.4.5 ",
    ):
        assert said in told
    assert "Kurs" not in told


def test_what_has_no_deputy_is_listed_and_what_is_done_is_named() -> None:
    """The one that nobody would go on with is counted up; the finished one is one line."""
    told = text(town())
    lacking = told.split("Saknar ersättare")[1].split("Avslutat 2024")[0]
    assert "- Matupphandling" in lacking
    assert "Värmevagnar" not in lacking
    assert "- Dialog" in told.split("Avslutat 2024")[1]
    assert "### 1.1 Dialog" not in told


def test_a_later_end_holds_and_one_that_has_passed_is_said() -> None:
    """Nobody takes over an old date without knowing."""
    late = SPRING.replace(month=4, day=1)
    delayed = status("vagnar", StatusValue.DELAYED, revised_end=late)
    told = text(town().replacing([delayed]))
    assert "Slutdatumet 2024-04-01 har passerat: sätt ett nytt." in told


def test_what_was_carried_over_is_told_once() -> None:
    """As it goes on this year."""
    old = replace(activity("förra", title="Vagnar 2023", year=2023), responsible="kim")
    new = replace(
        activity("nya", title="Vagnar 2024"), responsible="kim", carried_over_from="förra"
    )
    held = held_by(plan_of(KIM, old, new), (KIM,), SPRING)
    assert [each.details.activity.id for each in held] == ["nya"]


def test_somebody_who_answers_for_nothing() -> None:
    """Says so, in both parts."""
    told = text(plan_of(KIM))
    assert "Kim Berg är inte ansvarig för någon aktivitet som återstår." in told
    assert "Kim Berg är inte ersättare för någon aktivitet som återstår." in told


def test_a_person_is_found_by_name() -> None:
    """In every register where the name stands; a slip is answered with the nearest."""
    elsewhere = Person(id="kim-2", scope="annan", name="KIM  BERG", unit="annan")
    plan = plan_of(KIM, elsewhere)
    assert people_named(plan, " kim berg") == (KIM, elsewhere)
    with pytest.raises(UnknownPerson, match="Kim Berg"):
        people_named(plan, "Kim Bergh")


def test_another_with_the_same_name_is_not_taken_for_the_same() -> None:
    """Whoever is chosen is meant; two entries of one unit are one person on two computers."""
    office = replace(KIM, id="11111111-kim", scope="central")
    laptop = replace(KIM, id="22222222-kim")
    namesake = replace(KIM, id="33333333-kim", scope="samhall", unit="samhall")
    town = plan_of(office, laptop, namesake, ALMA)
    assert one_person(town, office) == (office, laptop)
    assert namesakes_elsewhere(town, office) == ("Samhällsbyggnadsavdelningen",)
    assert people_named(town, "33333333") == (namesake,)
    assert people_named(town, "kim berg") == (office, laptop, namesake)
