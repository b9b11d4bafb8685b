"""The operational plan: what was decided goes in, and stands in the Word file."""

from __future__ import annotations

from datetime import date

from model.plan.entities import Activity, FixedText, Goal, OrganisationUnit, Period
from model.plan.plan import Plan
from model.plan.vocabulary import GoalLevel, OrganisationLevel, Origin
from report.content import Organisation
from report.operational_plan import operational_plan
from tests.report.official import facts, plan_2024
from tests.report.plans import activity, own_text
from tests.report.reading import headings, lines, tables, titles, words
from tests.report.word_reading import sections

FACTS = facts("plan-2024")
BUDGET = facts("budget-2024")
DOCUMENT = operational_plan(plan_2024(), 2024)
SECTIONS = sections(DOCUMENT)


def board_goal(**fields: str) -> Goal:
    given = {"id": "g", "number": "1.1", "text": "Tryggheten ska öka.", **fields}
    return Goal(year=2024, **given)  # type: ignore[arg-type]  # texts only


def planned(key: str, *goals: str, **fields: str | bool) -> Activity:
    return Activity(id=key, year=2024, origin=Origin.PLAN, title=key, goals=goals, **fields)  # type: ignore[arg-type]


def test_the_goals_of_2024_come_out_in_their_order() -> None:
    """Five council goals with nineteen board goals below them, and the efficiency goal."""
    expected = []
    for place, council in enumerate(FACTS["council_goals"], 1):
        expected.append(f"3.{place} {council['text']}")
        below = [goal for goal in FACTS["board_goals"] if goal["parent"] == council["number"]]
        expected += [f"3.{place}.{at} {goal['text']}" for at, goal in enumerate(below, 1)]
    expected.append("4.1 Sjukfrånvaron ska minska")
    found = [section.heading for section in SECTIONS]
    assert [heading for heading in found if "." in heading.partition(" ")[0]] == expected
    assert [heading for heading in found if heading and "." not in heading.partition(" ")[0]] == [
        "1 Kommunstyrelsens uppdrag",
        "2 Kommunstyrelsens förvaltning",
        "3 Politiska mål och aktiviteter",
        "4 Kommunfullmäktiges verksamhetsmål för god ekonomisk hushållning",
        "5 Kommunstyrelsens budget",
    ]


def test_every_activity_of_2024_comes_out_cell_by_cell() -> None:
    """All 79 in the order of the plan, with both dates, and the description below."""
    goals = [*FACTS["board_goals"], *FACTS["efficiency_goals"]]
    texts = {goal["number"]: goal["text"] for goal in goals}
    count = 0
    for number, text in texts.items():
        (section,) = (each for each in SECTIONS if each.heading.partition(" ")[2] == text)
        expected = [["Verksamhetens aktiviteter", "Startdatum", "Slutdatum"]]
        for row in FACTS["activities"]:
            if row["goal"] == number:
                count += 1
                expected.append([row["title"], row["start"], row["end"]])
                expected += [["En beskrivning."]] * row["described"]
        assert section.tables[0] == expected
    assert count == 79


def test_the_measures_come_out_with_day_and_decimal_comma() -> None:
    """The parent first, what is part of it below after a dash."""
    (section,) = (each for each in SECTIONS if each.heading == "4.1 Sjukfrånvaron ska minska")
    rows = section.tables[1]
    assert rows[0] == ["Mått", "Utfall (per 2023-09-30)"]
    values = [f"{row['value'].replace('.', ',')} %" for row in FACTS["measures"]]
    assert [row[1] for row in rows[1:]] == values
    assert rows[1][0] == "Sjukfrånvaro, procentandel (%)"
    assert rows[2][0] == "- Sjukfrånvaro, procentandel (%) (Staben)"


def test_the_budget_comes_out_with_one_sign_and_computed_sums() -> None:
    """Each figure with one decimal; costs have the same sign in every column."""
    (section,) = (each for each in SECTIONS if each.heading == "5 Kommunstyrelsens budget")
    assert len(section.tables) == 2
    for table, rows in zip(BUDGET["tables"], section.tables, strict=True):
        assert rows[0] == table["columns"]
        assert [row[0] for row in rows[1:-1]] == [row["name"] for row in table["rows"]]
        for row, printed in zip(table["rows"], rows[1:-1], strict=True):
            for amount, shown in zip(row["amounts"], printed[1:], strict=True):
                assert shown.lstrip("−") == f"{abs(float(amount)):.1f}".replace(".", ",")
        assert rows[-1][0] == "Summa"
    assert section.tables[0][-1][1:] == ["675,6", "681,0", "707,8"]


def test_the_sum_is_computed_and_not_what_was_printed() -> None:
    """The decided document printed 707,7 where its lines add up to 707,8 (F13)."""
    assert BUDGET["tables"][0]["printed_sums"][2] == "707.7"


def test_a_council_goal_says_what_it_was_broken_down_into() -> None:
    """The number of goals in words, their texts in quotation marks."""
    (section,) = (each for each in SECTIONS if each.heading.startswith("3.1 "))
    (text,) = section.paragraphs
    assert text.startswith("Kommunstyrelsen har brutit ner målet i två egna mål: ”Ånge kommun ska")
    assert "hälsofrämjande arbetsplatser” och ”Andelen anställda" in text
    assert "friskvårdsbidrag ska öka”. Målen är antagna för 2024, och kommunstyrelsen kan" in text


def test_the_administration_is_drawn_and_told_in_words() -> None:
    """The departments with the units that exist that year, each by name."""
    units = [
        OrganisationUnit(id="s", name="Staben", level=OrganisationLevel.DEPARTMENT),
        OrganisationUnit(id="e", name="Ekonomi", level=OrganisationLevel.DEPARTMENT),
        OrganisationUnit(id="k", name="Kommunikation", parent="s"),
        OrganisationUnit(id="h", name="HR", parent="s"),
        OrganisationUnit(id="g", name="Kansliet", parent="s", valid_to=date(2023, 12, 31)),
    ]
    document = operational_plan(Plan(units), 2024)
    (drawn,) = (block for block in document.blocks if isinstance(block, Organisation))
    assert drawn.alt == (
        "Organisationsschema. Avdelningar och enheter. Kommunchef och ledningsgrupp: Ekonomi; "
        "Staben (HR, Kommunikation)."
    )


def test_who_decides_is_drawn_where_the_municipality_has_said_it() -> None:
    """A line for each box, the top first, with its parts after a colon; nothing by itself."""
    text = "Kommunfullmäktige\nKommunstyrelsen: finansutskottet, utbildningsutskottet\nRevisionen"
    said = own_text("operational_plan.political_organisation", text)
    (drawn,) = (
        block
        for block in operational_plan(Plan([said]), 2024).blocks
        if isinstance(block, Organisation)
    )
    assert drawn.words == (
        "Kommunfullmäktige: Kommunstyrelsen (finansutskottet, utbildningsutskottet); Revisionen"
    )
    blocks = operational_plan(Plan(), 2024).blocks
    assert not any(isinstance(block, Organisation) for block in blocks)


def test_a_council_goal_without_board_goals_is_printed_and_says_so() -> None:
    """R12: it shows which of the council's goals the board does not work with."""
    council = Goal(id="k", number="1", year=2024, level=GoalLevel.COUNCIL, text="Ett mål.")
    document = operational_plan(Plan([council]), 2024)
    assert "3.1 Ett mål." in headings(document)
    assert "Kommunstyrelsen har inte brutit ner det här målet" in words(document)


def test_nothing_is_left_out_where_the_catalogue_has_gaps() -> None:
    """A board goal under no council goal, a goal without activities, an activity without goal."""
    document = operational_plan(
        Plan([board_goal(), planned("Utan mål", "finns-inte"), planned("Ingenstans")]), 2024
    )
    assert headings(document)[2:6] == [
        "3 Politiska mål och aktiviteter",
        "3.1 Kommunstyrelsens egna mål",
        "3.1.1 Tryggheten ska öka.",
        "3.2 Aktiviteter utan mål i målkatalogen",
    ]
    assert "har inte beslutat några aktiviteter för målet" in words(document)
    assert titles(tables(document)["Aktiviteter utan mål i målkatalogen"]) == [
        "Ingenstans",
        "Utan mål",
    ]


def test_units_own_activities_are_not_in_the_plan() -> None:
    """R13: they are in the units' reports."""
    own = activity("Egen", ("g",), title="Egen")
    document = operational_plan(Plan([board_goal(), own, planned("Beslutad", "g")]), 2024)
    assert titles(tables(document)["Tryggheten ska öka."]) == ["Beslutad"]


def test_an_activity_that_is_cancelled_says_why() -> None:
    cancelled = planned("a", "g", cancelled=True, cancel_reason="Bidraget uteblev")
    (row,) = tables(operational_plan(Plan([board_goal(), cancelled]), 2024))[
        "Tryggheten ska öka."
    ].rows
    assert lines(row) == ["✕ Utgår", "Skäl: Bidraget uteblev."]


def test_an_activity_under_several_goals_stands_under_each() -> None:
    """One record, many goals (A7)."""
    other = board_goal(id="h", number="1.2", text="Skolan ska bli bättre.")
    document = operational_plan(Plan([board_goal(), other, planned("a", "g", "h")]), 2024)
    assert [titles(table) for table in tables(document).values()] == [["a"], ["a"]]


def test_dates_outside_the_year_are_printed_as_they_are() -> None:
    """Activities of several years are normal."""
    period = Period(date(2022, 2, 14), date(2025, 6, 30))
    row = Activity(id="a", year=2024, origin=Origin.PLAN, title="a", period=period, goals=("g",))
    (section,) = (
        each
        for each in sections(operational_plan(Plan([board_goal(), row]), 2024))
        if each.tables and each.heading.startswith("3.1.1")
    )
    assert section.tables[0][1] == ["a", "2022-02-14", "2025-06-30"]


def test_the_chair_speaks_only_where_there_are_words() -> None:
    """Free text of the municipality, signed; without it there is no empty heading."""
    assert not any("ordförande" in heading for heading in headings(DOCUMENT))
    texts: list[FixedText] = [
        own_text("operational_plan.chair_words", "Nu tar vi nästa steg.\nTack alla."),
        own_text("operational_plan.chair_name", "Kim Berg, kommunstyrelsens ordförande"),
    ]
    document = operational_plan(Plan(texts), 2024)
    assert "1.1 Kommunstyrelsens ordförande har ordet" in headings(document)
    assert "Tack alla.\nKim Berg, kommunstyrelsens ordförande" in words(document)


def test_an_empty_plan_is_still_a_document() -> None:
    document = operational_plan(Plan(), 2024)
    assert "För 2024 finns inget sådant mål." in words(document)
    assert "5 Kommunstyrelsens budget" not in headings(document)
