"""The compilation: every activity with its goal, its unit and how it stands."""

from __future__ import annotations

from model.importing.headings import Heading
from model.plan.assessment import Assessment, Verdict
from model.plan.entities import Entity
from model.plan.vocabulary import AssessmentLevel, OrganisationLevel, StatusValue
from report.compilation import COLUMNS, compilation
from report.data import Value
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    LIBRARY,
    SICKNESS,
    STREETS,
    T1,
    T3_2023,
    YOUTH,
    activity,
    goal_id,
    goals,
    person,
    plan,
    plan_activity,
    status,
    unit,
)


def rows_of(*entities: Entity) -> list[dict[str, Value]]:
    """The rows by the keys of their columns."""
    keys = [column.key for column in COLUMNS]
    return [dict(zip(keys, row, strict=True)) for row in compilation(plan(*entities), T1).rows()]


def told(rows: list[dict[str, Value]], *headings: Heading) -> list[tuple[Value, ...]]:
    """Some columns of each row."""
    return [tuple(row[heading.value] for heading in headings) for row in rows]


def test_a_row_says_all_that_is_known_of_an_activity() -> None:
    """With the words of the documents."""
    dialogue = activity(
        "Dialog", (BUSINESS, SICKNESS), responsible="Anna Ek", carried_over_from="förra"
    )
    (row,) = rows_of(
        dialogue,
        person("Anna Ek"),
        status(dialogue, value=StatusValue.DELAYED, revised_end="2024-12-31", awaited="KS"),
    )
    assert {key: value for key, value in row.items() if value} == {
        "year": "2024",
        "tertial": "2024-T1",
        "department": "Samhällsbyggnadsavdelningen",
        "unit": "Kostenheten",
        "unit_role": "ansvarar",
        "goal": BUSINESS,
        "goal_text": "Förbättra näringslivsklimatet.",
        "other_goals": SICKNESS,
        "title": "Dialog",
        "description": "Två möten under året.",
        "start": dialogue.period.start if dialogue.period else None,
        "end": dialogue.period.end if dialogue.period else None,
        "status": "Försenad",
        "comment": "Första mötet hölls i mars.",
        "revised_end": status(dialogue, revised_end="2024-12-31").standing.revised_end,  # type: ignore[union-attr]  # the building always gives one
        "awaited": "KS",
        "responsible": "Anna Ek",
        "origin": "egen",
        "carried_over_from": "förra",
        "id": "Dialog",
    }


def test_units_that_take_part_have_rows_of_their_own() -> None:
    """With their own status; nobody's activity comes first."""
    common = plan_activity("Frukostar", unit=STREETS, participants=(KITCHEN, LIBRARY))
    rows = rows_of(
        common, plan_activity("Mässa"), status(common, by=KITCHEN), status(common, by=STREETS)
    )
    assert told(rows, Heading.TITLE, Heading.UNIT, Heading.UNIT_ROLE, Heading.STATUS) == [
        ("Mässa", None, None, None),
        ("Frukostar", "Gata och park", "ansvarar", "Pågående enligt plan"),
        ("Frukostar", "Kostenheten", "deltar", "Pågående enligt plan"),
        ("Frukostar", "Biblioteket", "deltar", None),
    ]
    assert rows[1]["participants"] == "Kostenheten; Biblioteket"


def test_earlier_years_are_there_while_they_are_reported() -> None:
    """After those of the year itself; what was closed is not."""
    going_on = activity("Pågår än", year=2023, end="2024-06-30")
    closed = activity("Avslutad", year=2023, end="2023-06-30")
    rows = rows_of(
        *goals(2023),
        activity("I år"),
        activity("Utgår", cancelled=True),
        going_on,
        closed,
        status(closed, T3_2023, StatusValue.COMPLETED_ON_PLAN),
        activity("Nästa år", year=2025),
    )
    assert told(rows, Heading.YEAR, Heading.TITLE, Heading.CANCELLED) == [
        ("2024", "I år", None),
        ("2024", "Utgår", "ja"),
        ("2023", "Pågår än", None),
    ]


def test_a_unit_that_stands_in_no_department_or_in_a_ring() -> None:
    """Has no department, and stops nobody."""
    rows = rows_of(
        unit("a", "A", "b"), unit("b", "B", "a", OrganisationLevel.ADMINISTRATION),
        activity(of="a"), activity("Ungdomsråd", (YOUTH,), of=KITCHEN),
    )  # fmt: skip
    assert told(rows, Heading.UNIT, Heading.DEPARTMENT) == [
        ("A", ""),
        ("Kostenheten", "Samhällsbyggnadsavdelningen"),
    ]


def test_what_is_still_being_weighed_of_the_goals_may_be_left_out() -> None:
    """How far a goal is met is the centre's until the tertial is locked."""
    said = Assessment(
        id="bedömd",
        goal=goal_id(BUSINESS),
        tertial=T1,
        decided=Verdict(AssessmentLevel.MET),
    )
    town = plan(activity(), said)
    at = [column.key for column in COLUMNS].index(Heading.ASSESSMENT)
    (seen,), (hidden,) = (
        [row[at] for row in compilation(town, T1, shows_assessments=shown).rows()]
        for shown in (True, False)
    )
    assert (seen, hidden) == ("Uppfyllt", None)
