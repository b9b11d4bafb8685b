"""The reconciliation of T1 2023 goes in and comes out the same (domain 2.5)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from model.plan.assessment import Assessment
from model.plan.calendar import Tertial
from model.plan.entities import Entity, Goal, Measure, Municipality
from model.plan.plan import Plan
from model.plan.vocabulary import GoalLevel
from report.content import Contents, Document, Paragraph, Table, Text, plain
from report.reconciliation import reconciliation
from tests.report.reading import headings, tables

FACTS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "facts" / "reconciliation-2023-t1.json").read_text(
        encoding="utf-8"
    )
)
T1 = Tertial(2023, 1)


def comment(title: str, paragraphs: int) -> list[str]:
    """A comment of our own with as many paragraphs as the real one."""
    return [f"Stycke {n + 1} om {title[:20]}." for n in range(paragraphs)]


def entities() -> Iterator[Entity]:
    """The goals, comments and measures of the facts."""
    yield Municipality(id="ange", key="ange", name=FACTS["municipality"])
    for place, row in enumerate(FACTS["goals"]):
        number = row["number"]
        yield Goal(
            id=number, key=number, number=number, year=2023, order=place * 100,
            level=GoalLevel.COUNCIL, text=row["title"],
        )  # fmt: skip
        for n, (title, paragraphs) in enumerate(row["development_goals"], start=1):
            goal = f"{number}.{n}"
            yield Goal(
                id=goal, key=goal, number=goal, year=2023, order=place * 100 + n, parent=number,
                level=GoalLevel.BOARD, text=title,
            )  # fmt: skip
            said = "\n".join(comment(title, paragraphs))
            yield Assessment(id=f"a {goal}", goal=goal, tertial=T1, comment=said)
        for n, name in enumerate(row["measures"]):
            key = f"m {number} {n}"
            yield Measure(id=key, key=key, name=name, goal=number, order=place * 100 + n)


def document(*more: Entity, tertial: Tertial = T1) -> Document:
    """The reconciliation."""
    return reconciliation(Plan([*entities(), *more]), tertial)


def cells(table: Table) -> list[list[list[str]]]:
    """Every cell as its paragraphs."""
    return [[[plain(runs) for runs in cell] for cell in row.cells] for row in table.rows]


def test_every_table_of_t1_2023_comes_out_as_it_stood() -> None:
    """Fifteen council goals: first the board's goals with comments, then the measures."""
    found = tables(document())
    for row in FACTS["goals"]:
        goals = [[[title], comment(title, n), []] for title, n in row["development_goals"]]
        measures = [[[], [], [name]] for name in row["measures"]]
        table = found[row["title"]]
        assert [column.heading for column in table.columns] == [
            "Utvecklingsmål",
            "Kommentar",
            "Mått",
        ]
        assert cells(table) == goals + measures
    assert len(found) == 15


def test_title_contents_and_chapters_are_those_of_the_document() -> None:
    """One level for every council goal, numbered 1.1 to 1.15."""
    made = document()
    assert made.title == "Rapport målavstämning kommunstyrelsen T1 2023"
    said = [f"{fact.label}: {plain(fact.runs)}" for fact in made.facts]
    assert said == ["Kommun: Ånge kommun", "Avser: T1 2023, per 2023-04-30"]
    assert isinstance(made.blocks[0], Contents)
    assert made.blocks[0].title == "Innehållsförteckning"
    wanted = [f"{row['number']} {row['title']}" for row in FACTS["goals"]]
    assert headings(made) == ["1 Kommunstyrelsens Utvecklingsmål", *wanted]


def test_a_council_goal_that_is_not_broken_down_says_so() -> None:
    """R12; without measures it has no table at all."""
    alone = Goal(
        id="1.16", key="1.16", number="1.16", year=2023, order=9999, level=GoalLevel.COUNCIL,
        text="Alla ska trivas.",
    )  # fmt: skip
    made = document(alone)
    assert "Alla ska trivas." not in tables(made)
    last = made.blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain(last.runs).startswith("Kommunstyrelsen har inte antagit något utvecklingsmål")


def test_a_measure_that_is_part_of_another_is_not_named_by_itself() -> None:
    """The whole stands for its departments."""
    whole = FACTS["goals"][0]
    part = Measure(id="del", key="del", name="Bara en del", goal="1.1", parent="m 1.1 0")
    assert cells(tables(document(part))[whole["title"]]) == cells(
        tables(document())[whole["title"]]
    )


def test_a_comment_is_of_its_tertial() -> None:
    """What was said in T1 is not repeated in T2."""
    found = tables(document(tertial=Tertial(2023, 2)))
    assert all(row[1] == [] for table in found.values() for row in cells(table))


def test_the_goals_stand_out_from_their_comments() -> None:
    """As in the document of 2023: the goal is bold, its comment and the measures are not."""
    for table in tables(document()).values():
        strong = {
            (at, run.strong)
            for row in table.rows
            for at, cell in enumerate(row.cells)
            for runs in cell
            for run in runs
            if isinstance(run, Text)
        }
        assert strong <= {(0, True), (1, False), (2, False)}
        assert strong
