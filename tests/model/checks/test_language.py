"""F18: slips of the pen, and names that are not in the register."""

from __future__ import annotations

import pytest

from model.checks.finding import Severity
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.vocabulary import Role
from tests.model.building import BUSINESS, activity, plan, status, unit
from tests.model.checks.asking import found, texts

SOCIAL = unit("social", "Socialavdelningen", None, aliases=("Social verksamhet",))


def described(text: str) -> list[str]:
    """What is told of an activity's description."""
    return texts(found(plan(SOCIAL, activity(towards=(BUSINESS,), description=text)), "F18"))


def test_slips_are_hints_at_the_field() -> None:
    """A word twice, a quotation without an end, a text without a full stop."""
    row = activity("Möte möte och mat", (BUSINESS,), description="Vi äter vi vi sen.")
    told = status(row, comment="Den så kallade ”frukosten är väl besökt av alla")
    findings = found(plan(row, told), "F18")
    assert {each.severity for each in findings} == {Severity.HINT}
    assert sorted((each.field, each.text) for each in findings) == [
        ("comment", "Kommentaren har ett citattecken som inte stängs."),
        ("comment", "Kommentaren slutar utan punkt."),
        ("description", "Beskrivningen har samma ord två gånger: ”vi vi”."),
    ]


@pytest.mark.parametrize("name", ["sociala avdelningen", "Social avdelningen", "Sociavdelningen"])
def test_a_name_that_is_nearly_one_of_the_register_is_told(name: str) -> None:
    """With the name that is meant."""
    assert described(f"Drivs av {name}.") == [
        f"Beskrivningen säger ”{name}”. Det namnet finns inte."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Drivs av Socialavdelningen.",
        "Drivs av socialavdelningen och Kostenheten.",
        "Drivs av hela förvaltningen, varje avdelningen för sig och Migrationsenheten.",
    ],
)
def test_right_names_and_other_words_are_left_alone(text: str) -> None:
    """Capitals do not matter, and what is nobody's name is no misspelling of one."""
    assert described(text) == []


def test_a_budget_line_is_called_as_in_the_register() -> None:
    """`Sociala avdelningen` in one table is `Socialavdelningen` elsewhere."""
    table = BudgetTable(id="ramar", key="ramar", name="Ramar", year=2024, columns=("I år",))
    lines = [
        BudgetLine(id=name, key=name, name=name, table="ramar", amounts=("1",))
        for name in ("Sociala avdelningen", "Social verksamhet", "Tillväxt")
    ]
    told = found(plan(SOCIAL, table, *lines), "F18", role=Role.CENTRAL)
    assert texts(told) == ["Budgetraden heter ”Sociala avdelningen”. Det namnet finns inte."]
    assert told[0].advice == "Menas Socialavdelningen?"
