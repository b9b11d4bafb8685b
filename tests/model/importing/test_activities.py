"""Activities from a spreadsheet: a unit's own, with how they stand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.importing.outcome import Verdict
from model.plan.entities import Activity, Person, Status
from model.plan.identifiers import born_in, is_born_in
from model.plan.vocabulary import Cause, Role, StatusValue
from model.workspace.edit import Author
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    LIBRARY,
    STREETS,
    T1,
    T2,
    YOUTH,
    activity,
    day,
    goal_id,
    person,
    plan,
    plan_activity,
    status,
)
from tests.model.importing.sheets import by_the_unit, only, verdicts

HEADINGS = ("Mål", "Aktivitet", "Beskrivning", "Startdatum", "Slutdatum")
BREAKFASTS = (BUSINESS, "Frukostar", "Fyra möten.", "1/2", "30 september")
DIALOGUE = activity("Dialog", start="2024-02-01", end="2024-09-30")


def test_a_row_becomes_an_activity_of_the_unit() -> None:
    """With goal, description and days, whichever way they are written."""
    take = by_the_unit()
    assert only(take(HEADINGS, BREAKFASTS)).verdict is Verdict.CREATED
    made = take.plan.of(Activity)[0]
    assert (made.title, made.description, made.unit, made.year) == (
        "Frukostar",
        "Fyra möten.",
        KITCHEN,
        2024,
    )
    assert made.goals == (goal_id(BUSINESS),)
    assert made.period is not None
    assert (made.period.start, made.period.end) == (day("2024-02-01"), day("2024-09-30"))


def test_another_unit_s_id_is_not_taken_over() -> None:
    """A row copied from the library's list becomes an activity of the kitchen's own, once."""
    theirs = born_in(LIBRARY, "1a2b3c4d-0000-4000-8000-000000000001")
    own = born_in(KITCHEN, "1a2b3c4d-0000-4000-8000-000000000002")
    rows = (
        (*HEADINGS, "Id", "Ursprung"),
        (*BREAKFASTS, theirs, "egen"),
        (YOUTH, "Ungdomsråd", "", "2024-03-01", "2024-12-31", own, "egen"),
    )
    take = by_the_unit()
    assert verdicts(take(*rows)) == [Verdict.CREATED] * 2
    assert verdicts(take(*rows)) == [Verdict.UNCHANGED] * 2
    made = {row.title: row for row in take.plan.of(Activity)}
    assert is_born_in(made["Frukostar"].id, KITCHEN)
    assert made["Frukostar"].scope == KITCHEN
    assert made["Ungdomsråd"].id == own


def test_the_same_file_twice_changes_nothing() -> None:
    """Not even when it is read again next week."""
    take = by_the_unit()
    rows = (HEADINGS, BREAKFASTS, (YOUTH, "Ungdomsråd", "", "2024-03-01", "2024-12-31"))
    take(*rows)
    written = len(take.edit.entries)
    assert verdicts(take(*rows)) == [Verdict.UNCHANGED] * 2
    assert len(take.edit.entries) == written


def test_a_new_date_is_a_change_that_is_told() -> None:
    """From what to what."""
    take = by_the_unit(plan(DIALOGUE))
    row = only(take(("Aktivitet", "Slutdatum"), ("dialog.", "2024-10-31")))
    assert (row.verdict, row.changes) == (Verdict.CHANGED, ("slut: 2024-09-30 → 2024-10-31",))


def test_an_empty_cell_changes_nothing() -> None:
    """What is to go is taken away in the program."""
    take = by_the_unit(plan(DIALOGUE))
    row = (BUSINESS, "Dialog", None, None, None)
    assert only(take(HEADINGS, row)).verdict is Verdict.UNCHANGED


def test_without_a_start_it_is_that_of_the_year_and_says_so() -> None:
    """Reports of what was done print no start."""
    row = only(by_the_unit()(("Mål", "Aktivitet", "Slut"), (BUSINESS, "Frukostar", "30/9")))
    assert row.notes == ("Startdatum står inte i filen och blir 2024-01-01.",)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("3.9", "X", "", "1/1", "2/2"), "Menade du ”3.4”"),
        ((None, "X", "", "1/1", "2/2"), "minst ett mål"),
        (("3.4", "X", "", "1/1", "2/2"), "fullmäktigemål"),
        ((BUSINESS, "X", "", "1/1", "31/2"), "Sista dagen är 2024-02-29"),
        ((BUSINESS, "X", "", "1/3", "1/2"), "före startdatum"),
        ((BUSINESS, "X", "", "1/3", None), "Slutdatum saknas"),
        ((BUSINESS, None, "Text", "1/3", "1/4"), "ingen aktivitet"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_the_reason(
    row: tuple[str | None, ...], why: str
) -> None:
    """And with what to write instead; the others are taken in."""
    take = by_the_unit()
    preview = take(HEADINGS, row, BREAKFASTS)
    assert verdicts(preview) == [Verdict.REFUSED, Verdict.CREATED]
    assert why in preview.rows[0].reason
    assert "Inget är ändrat" not in preview.rows[0].reason
    assert [each.title for each in take.plan.of(Activity)] == ["Frukostar"]


def test_a_refused_row_leaves_nothing_behind() -> None:
    """Neither the activity, nor the person, when only its status is wrong."""
    take = by_the_unit()
    headings = (*HEADINGS, "Ansvarig", "Status")
    preview = take(headings, (*BREAKFASTS, "Eva Ny", "Pågående enl plan"))
    assert "Menade du ”Pågående enligt plan”" in only(preview).reason
    assert take.edit.entries == []
    assert (take.plan.of(Person), take.plan.of(Activity)) == ([], [])


def test_people_are_found_by_name_or_entered_in_the_register() -> None:
    """A known one is not entered twice."""
    take = by_the_unit(plan(person("Anna Ek")))
    row = only(take((*HEADINGS, "Ansvarig", "Ersättare"), (*BREAKFASTS, "anna  EK", "Bo Åberg")))
    assert "Bo Åberg läggs till i personregistret" in row.changes
    made = take.plan.of(Activity)[0]
    assert made.responsible == "Anna Ek"
    assert sorted(each.name for each in take.plan.of(Person)) == ["Anna Ek", "Bo Åberg"]


def test_a_report_repeats_an_activity_under_each_of_its_goals() -> None:
    """The same title and the same data is one activity with two goals (A7)."""
    take = by_the_unit()
    preview = take(HEADINGS, BREAKFASTS, (YOUTH, *BREAKFASTS[1:]))
    assert verdicts(preview) == [Verdict.CREATED, Verdict.CHANGED]
    assert [each.goals for each in take.plan.of(Activity)] == [(goal_id(BUSINESS), goal_id(YOUTH))]


def test_the_same_title_with_other_data_under_another_goal_is_another_activity() -> None:
    """Nothing says that they are the same; the checks will ask (F07)."""
    take = by_the_unit()
    rows = (HEADINGS, BREAKFASTS, (YOUTH, "Frukostar", "Fyra möten.", "1/2", "30 oktober"))
    assert verdicts(take(*rows)) == [Verdict.CREATED] * 2
    assert verdicts(take(*rows)) == [Verdict.UNCHANGED] * 2


def test_two_rows_that_say_different_things_of_one_activity() -> None:
    """Nobody can say which one holds, so the later is refused and names the first."""
    preview = by_the_unit()(HEADINGS, BREAKFASTS, (*BREAKFASTS[:4], "1 oktober"))
    assert verdicts(preview) == [Verdict.CREATED, Verdict.REFUSED]
    assert "rad 2" in preview.rows[1].reason


def test_a_status_with_everything_that_explains_it() -> None:
    """In the words of the documents, with their symbols or without."""
    take = by_the_unit(plan(DIALOGUE))
    preview = take(
        ("Aktivitet", "Status", "Kommentar", "Nytt slutdatum", "Orsak", "Väntar på", "Följs upp"),
        ("Dialog", "◌ VÄNTELÄGE", "Pengar saknas.", "31/12", "Finansieringsbeslut", "KS", "1/6"),
    )
    assert only(preview).verdict is Verdict.CHANGED
    made = take.plan.status_of("Dialog", KITCHEN, T1)
    assert made is not None
    assert made.standing is not None
    assert made.comment == "Pengar saknas."
    assert (made.standing.value, made.standing.cause) == (
        StatusValue.ON_HOLD,
        Cause.FUNDING_DECISION,
    )
    assert (made.standing.revised_end, made.standing.awaited, made.standing.review_date) == (
        day("2024-12-31"),
        "KS",
        day("2024-06-01"),
    )


def test_a_row_may_say_which_tertial_its_status_is_of() -> None:
    """A new comment leaves the status as it was."""
    told = replace(status(DIALOGUE, T1), id=plan().id_of(Status, "Dialog", KITCHEN, str(T1)))
    take = by_the_unit(plan(DIALOGUE, told), tertial=T2)
    assert only(take(("Aktivitet", "Kommentar", "Tertial"), ("Dialog", "Nytt.", "T1"))).verdict is (
        Verdict.CHANGED
    )
    now = take.plan.status_of("Dialog", KITCHEN, T1)
    assert now is not None
    assert (now.comment, now.standing) == ("Nytt.", told.standing)


@pytest.mark.parametrize(
    ("headings", "row", "why"),
    [
        (("Aktivitet", "Kommentar"), ("Dialog", "Hej."), "Status saknas"),
        (
            ("Aktivitet", "Status", "Nytt slutdatum"),
            ("Dialog", "Avslutad enligt plan", "1/12"),
            "pågår",
        ),
        (("Aktivitet", "Status", "Tertial"), ("Dialog", "Försenad", "T9"), "inget tertial"),
        (("Aktivitet", "Status", "Tertial"), ("Dialog", "Försenad", "T3"), "har inte börjat"),
    ],
)
def test_a_status_that_cannot_be(headings: tuple[str, ...], row: tuple[str, ...], why: str) -> None:
    """The same rules as when somebody types it."""
    take = by_the_unit(plan(DIALOGUE))
    refused = only(take(headings, row))
    assert refused.verdict is Verdict.REFUSED
    assert why in refused.reason


def test_another_years_status_needs_its_tertial() -> None:
    """It does not go without saying."""
    take = by_the_unit(plan(DIALOGUE), tertial=None)
    refused = only(take(("Aktivitet", "Status"), ("Dialog", "Försenad")))
    assert "vilket tertial" in refused.reason


def test_a_plan_activity_is_reported_and_not_changed() -> None:
    """Its status is the unit's, its dates are the centre's."""
    common = plan_activity("Företagsfrukostar", unit=KITCHEN)
    take = by_the_unit(plan(common))
    headings = ("Aktivitet", "Slutdatum", "Status")
    assert only(take(headings, ("Företagsfrukostar", "30/9", "Försenad"))).verdict is (
        Verdict.CHANGED
    )
    refused = only(take(headings, ("Företagsfrukostar", "31/12", "Försenad")))
    assert "Nytt slutdatum" in refused.reason


def test_who_answers_in_the_unit_for_a_plan_activity_is_the_units_word() -> None:
    """Kept as the unit's own, beside the plan."""
    common = plan_activity("Företagsfrukostar", unit=KITCHEN)
    take = by_the_unit(plan(common, person("Anna Ek")))
    take(("Aktivitet", "Ansvarig"), ("Företagsfrukostar", "Anna Ek"))
    kept = take.plan.assignment_of("Företagsfrukostar", KITCHEN)
    assert kept is not None
    assert kept.responsible == "Anna Ek"


def test_another_units_activity_is_left_alone() -> None:
    """Unchanged rows do no harm, changed ones are refused."""
    theirs = activity("Läsning", of=LIBRARY, id="aaaa")
    take = by_the_unit(plan(theirs), unit=None)
    headings = ("Id", "Enhet", "Aktivitet")
    assert only(take(headings, ("aaaa", "Biblioteket", "Läsning"))).verdict is Verdict.UNCHANGED
    assert "annan enhet" in only(take(headings, ("aaaa", "Biblioteket", "Läsa"))).reason


def test_several_units_say_whose_each_row_is() -> None:
    """By name, in any case."""
    take = by_the_unit(unit=None)
    take.edit.author = Author("anna", Role.UNIT, (KITCHEN, STREETS))
    preview = take(
        ("Enhet", *HEADINGS),
        ("KOSTENHETEN", *BREAKFASTS),
        ("Gata och park", *BREAKFASTS),
        (None, *BREAKFASTS),
        ("Gatuenheten", *BREAKFASTS),
    )
    assert verdicts(preview) == [Verdict.CREATED] * 2 + [Verdict.REFUSED] * 2
    assert "Enhet" in preview.rows[2].reason
    assert "finns inte" in preview.rows[3].reason
    assert {each.unit for each in take.plan.of(Activity)} == {KITCHEN, STREETS}


def test_cancelled_with_a_reason_and_taken_up_again() -> None:
    """A row says yes or no under Utgår."""
    take = by_the_unit(plan(DIALOGUE))
    headings = ("Aktivitet", "Utgår", "Varför den utgår")
    take(headings, ("Dialog", "ja", "Ingen hade tid."))
    assert [(each.cancelled, each.cancel_reason) for each in take.plan.of(Activity)] == [
        (True, "Ingen hade tid.")
    ]
    take(headings, ("Dialog", "nej", None))
    assert not take.plan.of(Activity)[0].cancelled


def test_an_activity_that_was_taken_back_stands_up_again() -> None:
    """Undone, and then brought in anew: one activity, not two."""
    take = by_the_unit()
    take(HEADINGS, BREAKFASTS)
    made = take.plan.of(Activity)[0]
    again = by_the_unit(plan(replace(made, removed=True)))
    assert only(again(HEADINGS, BREAKFASTS)).verdict is Verdict.CREATED
    assert [each.id for each in again.plan.of(Activity)] == [made.id]


def test_personal_numbers_are_told_by_row_and_not_repeated() -> None:
    """Before anything is written (F17)."""
    number = "19121212-1212"
    preview = by_the_unit()(HEADINGS, (*BREAKFASTS[:2], f"Samtal med {number}.", *BREAKFASTS[3:]))
    (notice,) = preview.notices
    assert notice.startswith("Rad 2: texten kan innehålla personnummer.")
    assert number not in notice
