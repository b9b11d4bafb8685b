"""The tertial report: goals with assessments, activities with statuses, figures counted."""

from __future__ import annotations

from datetime import date

from model.plan.assessment import Analysis, Assessment, Verdict
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Entity, Goal, OrganisationUnit, Period, Standing, Status
from model.plan.identifiers import CENTRAL
from model.plan.plan import Plan
from model.plan.vocabulary import AssessmentLevel, Cause, GoalLevel, Origin, StatusValue
from report.content import AssessmentLine, Chart, Document
from report.tertial_report import tertial_report
from tests.report.official import T3_2023, facts, report_2023
from tests.report.plans import activity
from tests.report.reading import headings, lines, row_texts, tables, titles, words
from tests.report.word_reading import sections

FACTS = facts("report-2023-t3")
T1, T2, T3 = (Tertial(2024, number) for number in (1, 2, 3))
GOAL = Goal(id="g", number="1.1", year=2024, text="Tryggheten ska öka.", parent="k")
COUNCIL = Goal(id="k", number="1", year=2024, level=GoalLevel.COUNCIL, text="Ett gott liv.")
KITCHEN = OrganisationUnit(id="kok", name="Kostenheten")
PLANNED = Activity(
    id="a",
    year=2024,
    origin=Origin.PLAN,
    title="Öppna badplats",
    period=Period(date(2024, 1, 1), date(2024, 6, 30)),
    goals=("g",),
)
NOTHING_TO_ANALYSE = (
    "Verksamhetsplanen har inga aktiviteter för 2024, inget mål är bedömt och ingen analys är "
    "skriven."
)


def status(
    standing: Standing | None, tertial: Tertial = T1, *, unit: str = CENTRAL, comment: str = ""
) -> Status:
    return Status(
        id=f"{unit} {tertial}",
        activity="a",
        unit=unit,
        tertial=tertial,
        standing=standing,
        comment=comment,
    )


def assessed(level: AssessmentLevel, tertial: Tertial = T1, goal: str = "g") -> Assessment:
    return Assessment(id=f"{goal} {tertial}", goal=goal, tertial=tertial, decided=Verdict(level))


def report(*entities: Entity, tertial: Tertial = T1) -> Document:
    return tertial_report(Plan([COUNCIL, GOAL, KITCHEN, *entities]), tertial)


def row_of(document: Document) -> list[str]:
    (row,) = tables(document)["Tryggheten ska öka."].rows
    return row_texts(row)


def charts(document: Document) -> list[Chart]:
    return [block for block in document.blocks if isinstance(block, Chart)]


def test_the_report_of_2023_comes_out_as_it_was() -> None:
    """Goals, assessments, activities, statuses and dates, read back from the Word file."""
    found = {each.heading: each for each in sections(tertial_report(report_2023(), T3_2023))}
    count = 0
    for place, council in enumerate(FACTS["council_goals"], 1):
        assert f"2.{place} {council['text']}" in found
        for at, goal in enumerate(council["board_goals"], 1):
            section = found[f"2.{place}.{at} {goal['text'].strip()}"]
            mark, summary = section.paragraphs
            assert mark.partition(" ")[2] == goal["assessment"]
            assert summary == f"Sammanfattning av {goal['number']}."
            header, *rows = section.tables[0]
            assert header == ["Verksamhetens aktiviteter", "Status", "Slutdatum", "Kommentar"]
            expected = [
                [" ".join(row["title"].split()), row["status"], row["end"], ""]
                for row in goal["activities"]
            ]
            printed = [[row[0], row[1].partition(" ")[2], *row[2:]] for row in rows]
            assert sorted(printed) == sorted(expected)
            count += len(rows)
    assert count == 44


def test_the_whole_year_ends_with_what_is_counted() -> None:
    """The sentence of chapter 3 is counted from the assessments, never typed."""
    document = tertial_report(report_2023(), T3_2023)
    assert headings(document)[-1] == "3 Sammanfattning och analys av 2023"
    levels = [goal["assessment"] for row in FACTS["council_goals"] for goal in row["board_goals"]]
    good = sum(level in {"Uppfyllt", "Delvis uppfyllt"} for level in levels)
    bad = len(levels) - good
    counted = (
        f"Av {len(levels)} mål är {good} uppfyllda eller delvis uppfyllda och {bad} knappt eller "
        "ej uppfyllda."
    )
    assert counted in words(document)
    statuses, assessments = charts(document)
    assert "Delvis uppfyllt 5" in assessments.alt
    assert sum(bar.amount for bar in assessments.bars) == len(levels)
    different = {
        (row["title"], row["status"], row["end"])
        for council in FACTS["council_goals"]
        for goal in council["board_goals"]
        for row in goal["activities"]
    }
    assert sum(bar.amount for bar in statuses.bars) == len(different)


def test_the_first_two_tertials_have_no_analysis() -> None:
    for tertial in (T1, T2):
        document = report(PLANNED, Analysis(id="x", year=2024, text="Året."), tertial=tertial)
        assert headings(document)[-1].startswith("2.1.1")
        assert "Året." not in words(document)
    assert "Året." in words(report(Analysis(id="x", year=2024, text="Året."), tertial=T3))


def test_the_assessment_stands_under_its_goal_with_its_words() -> None:
    document = report(PLANNED, assessed(AssessmentLevel.PARTLY_MET))
    (line,) = (block for block in document.blocks if isinstance(block, AssessmentLine))
    assert line.mark.words == "Delvis uppfyllt"
    place = document.blocks.index(line)
    assert document.blocks[place - 1] in document.headings


def test_a_goal_that_is_not_assessed_says_so_where_others_are() -> None:
    """Where nothing is assessed, as in T1 2023, nothing is said of levels at all (R17)."""
    other = Goal(id="h", number="1.2", year=2024, text="Skolan ska bli bättre.", parent="k")
    some = report(other, assessed(AssessmentLevel.MET))
    assert words(some).count("Målet är inte bedömt.") == 1
    assert "Inte bedömt 1" in charts(some)[-1].alt
    none = report(other)
    assert "bedöm" not in words(none)
    assert charts(none) == []


def test_status_comment_and_what_explains_it_stand_in_the_row() -> None:
    """The planned end keeps its column; a new one is told with cause and what is awaited."""
    waiting = Standing(
        value=StatusValue.ON_HOLD,
        revised_end=date(2024, 9, 1),
        cause=Cause.FUNDING_DECISION,
        awaited="beslut om bidrag",
        review_date=date(2024, 5, 15),
    )
    assert row_of(report(PLANNED, status(waiting, comment="Vi väntar.\nSnart svar."))) == [
        "Öppna badplats",
        "◌ Vänteläge",
        "2024-06-30",
        "Vi väntar.",
        "Snart svar.",
        (
            "Nytt slutdatum 2024-09-01. Orsak: finansieringsbeslut. Väntar på: beslut om bidrag. "
            "Följs upp 2024-05-15."
        ),
    ]


def test_what_is_not_reported_is_said_and_never_made_up() -> None:
    """An open status of an earlier tertial is named, not repeated as if it were new."""
    ongoing = status(Standing(value=StatusValue.ONGOING_ON_PLAN), T1, comment="Det går bra.")
    assert row_of(report(PLANNED))[1:] == ["– Status saknas", "2024-06-30"]
    assert row_of(report(PLANNED, ongoing, tertial=T2))[1:] == [
        "– Status saknas",
        "2024-06-30",
        "Senast rapporterat T1 2024: Pågående enligt plan.",
    ]


def test_what_was_completed_earlier_in_the_year_stays_completed() -> None:
    done = status(Standing(value=StatusValue.COMPLETED_ON_PLAN), T1)
    assert row_of(report(PLANNED, done, tertial=T3))[1] == "✔ Avslutad enligt plan"


def test_a_later_status_does_not_change_an_earlier_report() -> None:
    """The report of T1 is the same when T2 has been reported."""
    first = status(Standing(value=StatusValue.ONGOING_ON_PLAN), T1)
    later = status(Standing(value=StatusValue.DELAYED), T2)
    assert report(PLANNED, first) == report(PLANNED, first, later)


def test_the_responsible_units_status_counts_and_those_who_take_part_stand_below() -> None:
    other = OrganisationUnit(id="fri", name="Fritidsenheten")
    row = Activity(
        id="a",
        year=2024,
        origin=Origin.PLAN,
        title="Öppna badplats",
        goals=("g",),
        unit="kok",
        participants=("fri",),
    )
    mine = status(Standing(value=StatusValue.ONGOING_ON_PLAN), unit="kok", comment="Det går bra.")
    theirs = status(Standing(value=StatusValue.DELAYED), unit="fri", comment="Vi väntar\nän.")
    document = report(other, row, mine, theirs)
    (printed,) = tables(document)["Tryggheten ska öka."].rows
    assert row_texts(printed)[1] == "● Pågående enligt plan"
    assert lines(printed) == ["Fritidsenheten: ▼ Försenad. Vi väntar än."]
    assert "Pågående enligt plan 1." in charts(document)[0].alt


def test_units_own_activities_are_not_reported_here() -> None:
    """A8: the report holds the plan's activities only."""
    document = report(PLANNED, activity("Egen", ("g",), title="Egen"))
    assert titles(tables(document)["Tryggheten ska öka."]) == ["Öppna badplats"]
    assert charts(document)[0].title == "Status för 1 aktivitet per 2024-04-30"


def test_a_council_goal_without_board_goals_says_why_there_are_no_activities() -> None:
    """R12, R19."""
    lonely = Goal(id="k2", number="2", year=2024, level=GoalLevel.COUNCIL, text="Ett till.")
    document = report(lonely)
    assert "2.2 Ett till." in headings(document)
    assert "har inte antagit något eget mål" in words(document)


def test_efficiency_goals_are_reported_without_assessment() -> None:
    """Every activity of the plan is reported (R14); these goals are not the board's to assess."""
    goal = Goal(
        id="e", number="4.1", year=2024, level=GoalLevel.EFFICIENCY, text="Frånvaron ska minska"
    )
    row = Activity(id="b", year=2024, origin=Origin.PLAN, title="Ergonomi", goals=("e",))
    document = report(goal, row, assessed(AssessmentLevel.MET))
    assert "2.2 Frånvaron ska minska" in headings(document)
    assert titles(tables(document)["Frånvaron ska minska"]) == ["Ergonomi"]
    assert words(document).count("Målet är inte bedömt.") == 0


def test_an_empty_year_is_still_a_document() -> None:
    document = tertial_report(Plan(), T3)
    assert "Målkatalogen innehåller inga mål för 2024." in words(document)
    assert headings(document)[-1] == "3 Sammanfattning och analys av 2024"
    assert NOTHING_TO_ANALYSE in words(document)


def test_the_analysis_says_so_where_there_is_nothing_to_sum_up() -> None:
    """A heading with nothing below it looks like a fault in the program."""
    assert NOTHING_TO_ANALYSE in words(report(tertial=T3))
    written = Analysis(id="x", year=2024, text="Året.")
    for said in (PLANNED, assessed(AssessmentLevel.MET, T3), written):
        assert NOTHING_TO_ANALYSE not in words(report(said, tertial=T3))


def test_a_year_that_borrows_its_goals_does_not_borrow_their_activities() -> None:
    """Next year's plan may rest on this year's goals; each year reports its own activities."""
    later = Activity(
        id="b", year=2025, origin=Origin.PLAN, title="Laga badplats", period=None, goals=("g",)
    )
    for year, title in ((2024, "Öppna badplats"), (2025, "Laga badplats")):
        (table,) = tables(report(PLANNED, later, tertial=Tertial(year, 1))).values()
        assert [row_texts(row)[0] for row in table.rows] == [title]
    nothing = report(PLANNED, tertial=Tertial(2023, 1))
    assert tables(nothing) == {}
