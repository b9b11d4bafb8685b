"""F14: texts that were copied."""

from __future__ import annotations

from model.checks.finding import Finding, Severity
from model.plan.entities import Entity
from model.plan.memo import FocusArea, FocusReason
from model.plan.vocabulary import Role
from tests.model.building import BUSINESS, KITCHEN, STREETS, T1, T2, activity, plan, status
from tests.model.checks.asking import found

LONG = "Arbetet har gått som det var tänkt och två möten är hållna."
ONE = activity("Dialog med producenter", (BUSINESS,))
TWO = activity("Ny matsal", (BUSINESS,))
ELSEWHERE = activity("Belysning", (BUSINESS,), of=STREETS)

EVERYDAY = FocusArea(id="vardag", key="vardag", name="Hållbar vardag", order=1)
HEALTH = FocusArea(id="halsa", key="halsa", name="Hållbar hälsa", order=2)


def reason(area: FocusArea, text: str, tertial: object = T1) -> FocusReason:
    """What a memo says of a focus area."""
    assert tertial in (T1, T2)
    when = T1 if tertial == T1 else T2
    return FocusReason(id=f"{area.id} {when}", tertial=when, focus_area=area.id, text=text)


def central(*entities: Entity) -> list[Finding]:
    """What the centre is told."""
    return found(plan(*entities), "F14", role=Role.CENTRAL)


def test_the_same_comment_on_two_activities_is_a_warning() -> None:
    """It names the other place."""
    town = plan(ONE, TWO, status(ONE, comment=LONG), status(TWO, comment=LONG.upper()))
    (finding,) = found(town, "F14")
    assert finding.severity is Severity.WARN
    assert finding.text == "Samma text står på två ställen, också på ”3.4.5 Ny matsal”."
    assert finding.where == "3.4.5 Dialog med producenter"


def test_a_few_words_may_be_true_in_several_places() -> None:
    """`Pågår enligt plan.` is no copy."""
    said = "Pågår enligt plan."
    town = plan(ONE, TWO, status(ONE, comment=said), status(TWO, comment=said))
    assert found(town, "F14") == []


def test_units_are_not_compared_with_each_other() -> None:
    """Nor a tertial with the one before, whose comment may still be true."""
    town = plan(
        ONE, ELSEWHERE, status(ONE, comment=LONG), status(ELSEWHERE, by=STREETS, comment=LONG),
        status(ONE, T2, comment=LONG),
    )  # fmt: skip
    assert found(town, "F14", KITCHEN, STREETS) == []


def test_a_reason_that_names_another_focus_area_is_a_warning() -> None:
    """As when one sentence is pasted under all."""
    rows = (EVERYDAY, HEALTH, reason(HEALTH, "Ärendet har ingen bärighet på hållbar vardag."))
    (finding,) = central(*rows)
    assert finding.text == "Skälet handlar om ”Hållbar vardag” men står under ”Hållbar hälsa”."


def test_a_reason_may_name_another_area_beside_its_own() -> None:
    """`Hållbar hälsa ger hållbar vardag`."""
    said = "Hållbar hälsa är en väg till hållbar vardag."
    assert central(EVERYDAY, HEALTH, reason(HEALTH, said)) == []
    assert central(EVERYDAY, HEALTH, reason(HEALTH, "Hållbar vardag.", T2)) == []


def test_the_same_reason_under_two_focus_areas_is_a_warning() -> None:
    """However short it is."""
    (finding,) = central(
        EVERYDAY, HEALTH, reason(EVERYDAY, "Rör alla."), reason(HEALTH, "Rör alla.")
    )
    assert finding.text.startswith("Samma text står på två ställen")
