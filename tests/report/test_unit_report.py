"""The unit report: what a committee reads of one unit's work towards the political goals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan.entities import (
    Entity,
    Goal,
    Municipality,
    OrganisationUnit,
    PolicyArea,
    Setting,
)
from model.plan.plan import Plan
from model.plan.vocabulary import GoalLevel, StatusValue
from report.content import BulletList, Heading, Paragraph, plain
from report.errors import UnknownPlaceholder, UnknownUnit
from report.unit_report import unit_report
from tests.report.plans import (
    BUSINESS,
    FACTS,
    HEALTH,
    KITCHEN,
    SPRING,
    T1,
    T2,
    activity,
    basis,
    own_text,
    plan_of,
    status,
)
from tests.report.reading import (
    headings,
    lines,
    period_of,
    report_of,
    row_texts,
    tables,
    titles,
    words,
)

APT, DIS = (row["activities"][0] for row in FACTS["unit_report_goals"])


def official() -> list[Entity]:
    """The two activities of the official report."""
    return [
        activity(
            "apt",
            (HEALTH,),
            title=APT["title"],
            description="Ett samtal om vad var och en kan göra.",
            period=period_of(APT),
        ),
        activity(
            "dis",
            (BUSINESS,),
            title=DIS["title"],
            description="Leverantörerna berättar vad de behöver.",
            period=period_of(DIS),
        ),
        status("apt", StatusValue.ONGOING_ON_PLAN),
        status("dis", StatusValue.ONGOING_ON_PLAN),
    ]


def test_the_headings_are_those_of_the_official_report() -> None:
    """Kostenheten's two activities give the official chapters, in the official order."""
    goals = [row["goal"] for row in FACTS["unit_report_goals"]]
    areas = [f"Mål inom målområde {row['name']}" for row in FACTS["policy_areas"]]
    assert headings(report_of(*official())) == [
        "1 Redovisning av arbete för de politiska målen",
        f"1.1 {goals[0]}",
        f"1.2 {goals[1]}",
        "1.3 Rapportering och uppföljning",
        "1.4 Avgränsning",
        "2 Kommunstyrelsens mål",
        *areas,
        "Verksamhetsmål för god ekonomisk hushållning",
    ]


def test_the_tables_are_those_of_the_official_report() -> None:
    """Title and dates, then the description and the status across the whole width."""
    found = tables(report_of(*official()))
    for fact in FACTS["unit_report_goals"]:
        table = found[fact["goal"]]
        assert [column.heading for column in table.columns] == [
            "Verksamhetens aktiviteter",
            "Startdatum",
            "Slutdatum",
        ]
        (row,) = table.rows
        (expected,) = fact["activities"]
        assert row_texts(row) == [expected["title"], expected["start"], expected["end"]]
        assert lines(row)[-1] == f"● {expected['status']}"
        assert len(row.lines) == 2


def test_the_last_chapter_lists_every_goal_as_the_official_report_does() -> None:
    """All nineteen board goals by policy area, and the efficiency goal, to compare with (R6)."""
    document = report_of(*official())
    lists = [
        [plain(item) for item in block.items]
        for block in document.blocks
        if isinstance(block, BulletList)
    ]
    assert lists == [*(row["goals"] for row in FACTS["policy_areas"]), FACTS["efficiency_goals"]]


def test_six_paragraphs_open_the_report_and_three_and_two_close_its_chapter() -> None:
    """The fixed texts have the official number of paragraphs."""
    counts: dict[str, int] = {}
    heading = ""
    for block in report_of(*official()).blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Paragraph):
            counts[heading] = counts.get(heading, 0) + 1
    assert counts == {
        "Redovisning av arbete för de politiska målen": 6,
        "Rapportering och uppföljning": 3,
        "Avgränsning": 2,
        "Kommunstyrelsens mål": 1,
    }


def test_what_report_it_is_stands_under_the_title() -> None:
    """Unit, department, committee and period: who opens the file sees what it is."""
    document = report_of(*official(), as_of=date(2024, 5, 14), committee="Samhällsutskottet")
    assert document.title == "Kostenheten: arbete för de politiska målen 2024"
    assert (document.municipality, document.subject) == ("Ånge kommun", "Kostenheten")
    assert (document.language, document.as_of) == ("sv-SE", date(2024, 5, 14))
    assert [(fact.label, plain(fact.runs)) for fact in document.facts] == [
        ("Kommun", "Ånge kommun"),
        ("Enhet", "Kostenheten"),
        ("Avdelning", "Samhällsbyggnadsavdelningen"),
        ("Lämnas till", "Samhällsutskottet"),
        ("Avser tiden", "2024-01-01 till 2024-05-14"),
    ]
    assert "Rapporten lämnas till Samhällsutskottet" in words(document)


def test_without_a_named_committee_it_is_one_of_the_committees() -> None:
    """Nothing is invented: an unknown committee has no line, and the text says so."""
    document = report_of(*official())
    assert "Lämnas till" not in {fact.label for fact in document.facts}
    assert "ett av kommunstyrelsens utskott" in words(document)


def test_only_goals_with_planned_activities_have_a_heading() -> None:
    """A goal that the unit does not work towards is left out of the first chapter (R5)."""
    document = report_of(activity("a", ("3.2.1",)))
    assert list(tables(document)) == [
        "Skapa ett ökat utbud av aktiviteter för äldre i våra verksamheter."
    ]


def test_efficiency_goals_come_first_then_board_goals_in_plan_order() -> None:
    document = report_of(
        activity("a", ("3.5.1",)), activity("b", (BUSINESS,)), activity("c", (HEALTH,))
    )
    assert [text.split()[0] for text in tables(document)] == ["Sjukfrånvaron", "Förbättra", "I"]


def test_an_activity_stands_under_each_of_its_goals_from_the_same_record() -> None:
    """One record, printed everywhere, so nothing can drift apart (A7)."""
    document = report_of(activity("a", (BUSINESS, HEALTH)), status("a", StatusValue.ON_HOLD))
    first, second = tables(document).values()
    assert first.rows == second.rows


def test_a_report_without_activities_says_so() -> None:
    document = report_of()
    assert tables(document) == {}
    assert "Kostenheten har inga planerade aktiviteter mot de politiska målen" in words(document)
    assert "1.1 Rapportering och uppföljning" in headings(document)


def test_an_activity_whose_goal_is_not_in_the_catalogue_is_still_read() -> None:
    """Nothing that a unit has planned disappears without a word."""
    document = report_of(activity("a", ("okänt",)), activity("b", ()))
    assert titles(tables(document)["Aktiviteter utan mål i målkatalogen"]) == [
        "Aktivitet a",
        "Aktivitet b",
    ]


def test_other_units_activities_are_not_in_the_report() -> None:
    document = report_of(activity("a", unit="skolan"), activity("b", unit="skolan"))
    assert tables(document) == {}


def test_a_goal_of_an_earlier_year_says_its_year_and_comes_last() -> None:
    old = Goal(id="gammalt", year=2023, level=GoalLevel.BOARD, text="Ett äldre mål.")
    document = report_of(old, activity("a", ("gammalt",)), activity("b", (BUSINESS,)))
    assert list(tables(document))[-1] == "Ett äldre mål. (mål för 2023)"


def test_an_efficiency_goal_of_an_earlier_year_does_not_come_first() -> None:
    """This year's goals before those of other years, whatever their level."""
    old = Goal(id="gammalt", year=2023, level=GoalLevel.EFFICIENCY, text="Ha ordning.")
    document = report_of(old, activity("a", ("gammalt",)), activity("b", (BUSINESS,)))
    assert list(tables(document))[-1] == "Ha ordning. (mål för 2023)"


def test_the_latest_goals_are_used_when_the_years_are_missing_and_the_report_says_so() -> None:
    document = report_of(*official(), as_of=date(2026, 3, 1))
    assert "Målkatalogen saknar mål för 2026" in words(document)
    assert "målen för 2024" in words(document)
    assert len(tables(document)) == 2


def test_what_was_completed_towards_those_latest_goals_is_still_read() -> None:
    """The same activities that the meter on the screen counts."""
    done = [activity("a"), status("a", StatusValue.COMPLETED_ON_PLAN)]
    assert len(tables(report_of(*done, as_of=date(2026, 3, 1)))) == 1


def test_a_report_on_a_year_that_has_goals_does_not_mention_other_years() -> None:
    assert "saknar mål" not in words(report_of(*official()))


def test_one_efficiency_goal_asks_for_two_activities() -> None:
    """One towards each efficiency goal and one towards the board's goals (A1)."""
    text = words(report_of())
    assert "ett enda verksamhetsmål" in text
    assert "”Sjukfrånvaron ska minska”" in text
    assert "Varje enhet ska därför planera och genomföra minst två aktiviteter" in text


def test_two_efficiency_goals_are_written_in_the_plural() -> None:
    more = Goal(
        id="4.2", number="4.2", year=2024, level=GoalLevel.EFFICIENCY, text="Ha ordning.", order=100
    )
    text = words(report_of(more))
    assert "två verksamhetsmål" in text
    assert "”Sjukfrånvaron ska minska” och ”Ha ordning”" in text
    assert "minst tre aktiviteter" in text


def test_without_an_efficiency_goal_the_report_says_so() -> None:
    entities = [row for row in basis() if row.id != HEALTH]
    document = unit_report(Plan(entities), KITCHEN, as_of=SPRING)
    assert "inget verksamhetsmål" in words(document)
    assert "minst två aktiviteter" in words(document)
    assert "Verksamhetsmål för god ekonomisk hushållning" not in headings(document)


def test_an_efficiency_goal_that_ends_within_the_year_asks_for_nothing() -> None:
    """The sentence says what the meter on the screen says."""
    health = Goal(
        id=HEALTH, year=2024, level=GoalLevel.EFFICIENCY, text="Slut.", valid_to=date(2024, 6, 1)
    )
    assert "inget verksamhetsmål" in words(report_of(health))


def test_where_departments_carry_the_requirement_the_text_says_department() -> None:
    setting = Setting(id="s", key="requirement_level", value="department")
    assert "Varje avdelning ska därför" in words(report_of(setting))


def test_a_board_goal_has_the_area_of_its_council_goal_or_a_heading_of_its_own() -> None:
    council = Goal(
        id="3.9", number="3.9", year=2024, level=GoalLevel.COUNCIL, policy_area="Tillväxt"
    )
    inherits = Goal(id="3.9.1", year=2024, text="Ärver.", parent="3.9", order=50)
    alone = Goal(id="3.9.2", year=2024, text="Ensamt.", order=51)
    document = report_of(council, inherits, alone)
    blocks = list(document.blocks)
    at = next(
        number
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and block.text == "Mål utan målområde"
    )
    growth, rest = blocks[at - 1], blocks[at + 1]
    assert isinstance(growth, BulletList)
    assert plain(growth.items[-1]) == "Ärver."
    assert isinstance(rest, BulletList)
    assert [plain(item) for item in rest.items] == ["Ensamt."]


def test_a_goal_that_has_ceased_says_until_when_it_applied() -> None:
    ended = Goal(
        id="x", year=2024, text="Ett mål.", order=9, policy_area="Vuxna", valid_to=date(2024, 3, 1)
    )
    listed = [
        plain(item)
        for block in report_of(ended).blocks
        if isinstance(block, BulletList)
        for item in block.items
    ]
    assert "Ett mål. Målet gällde till och med 2024-03-01." in listed


def test_the_municipalitys_own_words_replace_ours() -> None:
    document = report_of(
        own_text("unit_report.purpose", "Till {utskott} från {enhet}.\n\nÅr {år}, dag {datum}."),
        own_text("unit_report.follow_up_heading", "Hur vi följer upp"),
        own_text("activity_table.column_title", "Vad vi gör"),
        activity("a"),
        committee="Utskottet {år}",
    )
    assert "Till Utskottet {år} från Kostenheten.\nÅr 2024, dag 2024-04-23." in words(document)
    assert "1.2 Hur vi följer upp" in headings(document)
    (table,) = tables(document).values()
    assert table.columns[0].heading == "Vad vi gör"


def test_an_own_text_that_cannot_be_filled_stops_the_report() -> None:
    with pytest.raises(UnknownPlaceholder, match=r"unit_report\.layout"):
        report_of(own_text("unit_report.layout", "Hej {utskottet}"))


def test_braces_in_names_and_titles_are_only_braces() -> None:
    name = "Kost {år} {0} {"
    plan = Plan([*basis(), activity("a", title="{mål}")]).replacing(
        [OrganisationUnit(id=KITCHEN, name=name)]
    )
    document = unit_report(plan, KITCHEN, as_of=SPRING)
    assert document.title.startswith(f"{name}: ")
    assert titles(tables(document).popitem()[1]) == ["{mål}"]


def test_an_unknown_unit_is_refused_in_swedish() -> None:
    with pytest.raises(UnknownUnit, match="finns inte i planen"):
        unit_report(plan_of(), "okänd", as_of=SPRING)


def test_an_empty_plan_gives_a_report_that_says_that_there_are_no_goals() -> None:
    plan = Plan([OrganisationUnit(id=KITCHEN, name="")])
    document = unit_report(plan, KITCHEN, as_of=SPRING)
    assert document.title.startswith("Enhet utan namn")
    assert "Målkatalogen innehåller inga mål för 2024." in words(document)


def test_an_organisation_that_goes_in_a_ring_does_no_harm() -> None:
    """Two moves made at once may leave each unit above the other."""
    plan = Plan(
        [
            Municipality(id="ange", name="Ånge kommun"),
            OrganisationUnit(id="a", name="A", parent="b"),
            OrganisationUnit(id="b", name="B", parent="a"),
        ]
    )
    assert unit_report(plan, "a", as_of=SPRING).subject == "A"


def crowded() -> list[Entity]:
    """Facts with ties everywhere: the same titles, dates, orders and names."""
    return [
        *basis(),
        PolicyArea(id="dubbel", name="Tillväxt", order=3),
        *(
            Goal(id=name, year=2024, text=f"Mål {name}.", policy_area="dubbel")
            for name in ("tvilling", "ena", "andra")
        ),
        *(
            activity(
                str(n), (BUSINESS, HEALTH, "tvilling", "ena"), title="Samma", description=f"{n}"
            )
            for n in range(6)
        ),
        *(status(str(n), StatusValue.DELAYED, tertial) for n in range(3) for tertial in (T1, T2)),
    ]


@given(st.permutations(crowded()))
def test_the_order_in_which_things_arrived_does_not_show(arrived: list[Entity]) -> None:
    """Two devices that hold the same facts print the same report."""
    one, other = (unit_report(Plan(rows), KITCHEN, as_of=SPRING) for rows in (crowded(), arrived))
    assert one == other
