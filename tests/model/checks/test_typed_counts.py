"""F15: counts that were typed, held against the data."""

from __future__ import annotations

import pytest

from model.plan.assessment import Analysis, Assessment, Verdict
from model.plan.entities import Entity, Status
from model.plan.identifiers import CENTRAL, natural_id
from model.plan.memo import FocusArea, Memo
from model.plan.vocabulary import AssessmentLevel, Role, StatusValue
from tests.model.building import BUSINESS, T1, YOUTH, goal_id, plan, plan_activity, status
from tests.model.checks.asking import found, texts

DONE = StatusValue.COMPLETED_ON_PLAN
WORK = [plan_activity(title, (BUSINESS,)) for title in ("Mässa", "Frukost", "Besök")]


def assessed(number: str, level: AssessmentLevel | None = None, summary: str = "") -> Assessment:
    """What the centre says of a goal."""
    verdict = Verdict(level) if level is not None else None
    return Assessment(id=number, goal=goal_id(number), tertial=T1, decided=verdict, summary=summary)


def told(*entities: Entity) -> list[str]:
    """What the centre is told."""
    return texts(found(plan(*WORK, *reported(), *entities), "F15", role=Role.CENTRAL))


def reported() -> list[Status]:
    """Two of three activities are completed, as the centre reports them."""
    values = (DONE, DONE, StatusValue.ONGOING_ON_PLAN)
    return [status(each, T1, value, by=CENTRAL) for each, value in zip(WORK, values, strict=True)]


def summary(text: str) -> list[str]:
    """What is told of a goal's summary."""
    return told(assessed(BUSINESS, summary=text))


def memo(text: str) -> list[str]:
    """What is told of the memo's considerations."""
    identity = natural_id("lillstad", "memo", str(T1))
    return told(Memo(id=identity, tertial=T1, considerations=text))


@pytest.mark.parametrize(
    "text",
    [
        "Två av dem är avslutade.",
        "Två av aktiviteterna är genomförda, en av dem pågår.",
        "Två av tre aktiviteter är klara.",
        "Fyra aktiviteter i månaden är hållna på varje boende.",
        "En aktivitet som kan tas upp är mässan.",
        "Målet nåddes 2024 trots att 14 personer har slutat.",
        "Två av dem är inte försenade.",
    ],
)
def test_a_count_that_is_right_or_of_something_else_is_not_mentioned(text: str) -> None:
    """Also one of what an activity is about."""
    assert summary(text) == []


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Tre av dem är avslutade.", "Enligt statusarna är det 2."),
        ("En av aktiviteterna är genomförd.", "Enligt statusarna är det 2."),
        ("Två av fyra aktiviteter är klara.", "Planen har 3 aktiviteter."),
        ("Fem av dem rör landsbygden.", "Planen har 3 aktiviteter."),
    ],
)
def test_a_wrong_count_of_a_goals_activities_is_told(text: str, instead: str) -> None:
    """With what the statuses say."""
    (said,) = summary(text)
    assert said.startswith("Sammanfattningen säger ”")
    assert said.endswith(instead)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsens två mål bygger på kommunfullmäktiges ett mål.",
        "De tre målen följs upp.",
        "Det finns ett verksamhetsmål.",
        "Ärendet rör ett fokusområde.",
    ],
)
def test_a_right_count_of_goals_is_not_mentioned(text: str) -> None:
    """Two of the board, one of the council, one efficiency goal: three towards which to work."""
    assert told(FocusArea(id="a", key="a", name="A")) == []
    assert memo(text) == []


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Kommunfullmäktiges femton mål gäller.", "Kommunfullmäktige har 1 mål."),
        ("De 21 utvecklingsmålen följs upp.", "Kommunstyrelsen har 2 mål."),
        ("Av de totalt 21 målen är de flesta nådda.", "Kommunstyrelsen har 2 mål."),
        ("Fem fokusområden berörs.", "Det finns 0 fokusområden."),
    ],
)
def test_last_years_count_of_goals_is_told(text: str, instead: str) -> None:
    """As when fifteen goals have become one."""
    (said,) = memo(text)
    assert said.startswith("Övervägandet säger ”")
    assert said.endswith(instead)


def test_counts_by_level_in_the_analysis_are_held_against_the_assessments() -> None:
    """The report counts them by itself."""
    rows = (assessed(BUSINESS, AssessmentLevel.MET), assessed(YOUTH, AssessmentLevel.NOT_MET))
    right = "Av de 2 målen är 1 uppfyllt eller delvis uppfyllt och 1 ej uppfyllt."
    wrong = "Av de 2 målen är 14 Uppfyllt eller Delvis uppfyllt och 1 Ej uppfyllt."
    assert told(*rows, Analysis(id="a", year=2024, text=right)) == []
    (said,) = told(*rows, Analysis(id="a", year=2024, text=wrong))
    assert said == "Analysen säger ”14 Uppfyllt eller Delvis uppfyllt”. Bedömningarna ger 1."
