"""Setting findings aside with a reason; entering people in a unit's register."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.actions.people import MAX_NAME, add_person, find_person
from model.actions.waiving import take_up, unit_for, waive
from model.checks.finding import Finding, Severity
from model.plan.entities import Person
from model.plan.rules import FieldRefused, RuleError
from model.plan.vocabulary import Role
from model.workspace.edit import NotYourUnit
from tests.model.actions.editing import editing
from tests.model.building import KITCHEN, LIBRARY, STREETS, person, plan

PLACE = "activity:dialog:end"


def test_a_finding_is_set_aside_with_a_reason() -> None:
    """It is kept and marked; the reason can be changed."""
    edit = editing()
    waive(edit, KITCHEN, "F03", PLACE, "Avtalet löper ut i maj. ")
    found = edit.plan.waiver_of("F03", PLACE, KITCHEN)
    assert found is not None
    assert (found.reason, found.unit) == ("Avtalet löper ut i maj.", KITCHEN)
    waive(edit, KITCHEN, "F03", PLACE, "Nytt skäl")
    again = edit.plan.waiver_of("F03", PLACE, KITCHEN)
    assert again is not None
    assert (again.id, again.reason) == (found.id, "Nytt skäl")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_nothing_is_set_aside(reason: str) -> None:
    """The one who reads the report must know why."""
    edit = editing()
    with pytest.raises(FieldRefused, match="Skriv varför") as refused:
        waive(edit, KITCHEN, "F03", PLACE, reason)
    assert refused.value.field == "reason"
    assert not edit.entries


def test_a_finding_can_count_again_and_be_set_aside_again() -> None:
    """As if it had never been."""
    edit = editing()
    take_up(edit, waive(edit, KITCHEN, "F03", PLACE, "Skäl"))
    assert edit.plan.waiver_of("F03", PLACE, KITCHEN) is None
    waive(edit, KITCHEN, "F03", PLACE, "Skäl")
    assert edit.plan.waiver_of("F03", PLACE, KITCHEN) is not None


def test_each_unit_sets_aside_for_itself() -> None:
    """Both see the same finding of a common goal: neither's reason hides the other's."""
    one = waive(editing(), KITCHEN, "F11", "goal:3.4.5", "Inte vårt.")
    edit = editing(units=(STREETS,))
    other = waive(edit, STREETS, "F11", "goal:3.4.5", "Inte heller vårt.")
    assert one.id != other.id
    with pytest.raises(NotYourUnit):
        take_up(edit, one)


def test_one_s_own_unit_sets_aside_also_what_is_another_s() -> None:
    """That which the finding is about, where it is one of one's own; else the first of them."""
    finding = Finding(
        rule="F11", severity=Severity.ASK, kind="goal", entity="g", place="goal:g", field="",
        unit=STREETS, where="", text="", advice="",
    )  # fmt: skip
    assert unit_for(finding, (KITCHEN, STREETS)) == STREETS
    assert unit_for(finding, (KITCHEN,)) == KITCHEN
    assert unit_for(replace(finding, unit=None), (STREETS, KITCHEN)) == STREETS
    with pytest.raises(RuleError, match="Bara en enhet"):
        unit_for(finding, ())


def test_a_person_is_entered_in_the_units_register() -> None:
    """Space around the name, and between its parts, is no part of it."""
    edit = editing()
    made = add_person(edit, "  Åsa   Öst ", scope=KITCHEN, unit=KITCHEN)
    assert (made.name, made.unit, made.scope, made.role) == ("Åsa Öst", KITCHEN, KITCHEN, Role.UNIT)
    assert find_person(edit.plan, "åsa  öst", KITCHEN) == made


@pytest.mark.parametrize(("name", "words"), [("  ", "behöver ett namn"), ("x" * 201, "för långt")])
def test_a_person_has_a_name(name: str, words: str) -> None:
    """Not none, and not a whole page."""
    assert MAX_NAME == 200
    with pytest.raises(FieldRefused, match=words) as refused:
        add_person(editing(), name, scope=KITCHEN, unit=KITCHEN)
    assert refused.value.field == "name"


def test_one_does_not_enter_people_in_another_units_register() -> None:
    """Each unit keeps its own."""
    with pytest.raises(NotYourUnit):
        add_person(editing(), "Åsa Öst", scope=LIBRARY, unit=LIBRARY)


def test_of_two_with_one_name_the_own_units_is_meant() -> None:
    """Else anybody of that name; nobody where there is none, or who was removed."""
    theirs = Person(id="a", scope=LIBRARY, unit=LIBRARY, name="Anna Ek")
    ours = person("Anna Ek")
    town = plan(theirs, ours, Person(id="b", name="Bo Åberg", removed=True))
    assert find_person(town, "Anna Ek", KITCHEN) == ours
    assert find_person(town, "anna ek", LIBRARY) == theirs
    assert find_person(town, "Anna Ek", None) in (ours, theirs)
    assert find_person(town, "Bo Åberg", KITCHEN) is None
    assert find_person(town, "Anna", KITCHEN) is None
