"""A right catalogue becomes rows with the same ids everywhere; a wrong one is refused whole."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from model.catalogue.reading import read_catalogue
from model.catalogue.rows import Row
from model.plan.entities import Activity, Goal, MeasureValue
from model.plan.identifiers import natural_id
from model.plan.kinds import KINDS
from tests.model.catalogue.writing import SMALL, changed

EXAMPLE = Path(__file__).parents[3] / "model" / "example" / "ange.toml"


def row(kind: str, position: int = 0, content: bytes | None = None) -> Row:
    """A row of the small catalogue, or of a changed one."""
    return read_catalogue(content or SMALL.encode("utf-8")).of(kind)[position]


@pytest.mark.parametrize("content", [SMALL.encode("utf-8"), EXAMPLE.read_bytes()])
def test_every_row_is_an_entity_of_its_kind(content: bytes) -> None:
    """What the journal will hold is what the plan's classes can read, under a natural id."""
    for found in read_catalogue(content).rows:
        kind = KINDS[found.kind]
        names = {field.name for field in msgspec.structs.fields(kind)}
        assert found.fields.keys() <= names
        entity = msgspec.convert({"id": found.id, **found.fields}, kind)
        for field, value in found.fields.items():
            assert msgspec.json.decode(msgspec.json.encode(getattr(entity, field))) == value


def test_the_example_municipality_is_read_whole() -> None:
    """The counts of the official plan for 2024: 25 goals and 79 activities."""
    catalogue = read_catalogue(EXAMPLE.read_bytes())
    assert (catalogue.municipality, catalogue.year) == ("ange", 2024)
    assert len(catalogue.of("goal")) == 25
    assert len(catalogue.of("activity")) == 79
    assert len({found.id for found in catalogue.rows}) == len(catalogue.rows)
    assert catalogue.stamp is None


def test_an_id_comes_from_municipality_kind_year_and_key_alone() -> None:
    """So two devices that load the same file have the same goals."""
    renamed = changed(("Näringslivet ska få bättre stöd.", "Ny lydelse."))
    expected = natural_id("lillstad", "goal", "2024", "3.4.5")
    assert row("goal", 1).id == row("goal", 1, renamed).id == expected


def test_references_become_ids_with_the_primary_goal_first() -> None:
    """A goal is named by its number, the rest by their keys."""
    activity = row("activity", 1)
    goals = {
        found.fields["number"]: found.id for found in read_catalogue(SMALL.encode()).of("goal")
    }
    assert activity.fields["goals"] == [goals["4.1"], goals["3.4.5"]]
    assert activity.fields["participants"] == [
        natural_id("lillstad", "organisation_unit", "kostenheten")
    ]
    assert row("goal", 1).fields["parent"] == goals["3.4"]


def test_a_plan_activity_says_where_it_comes_from_and_has_one_period() -> None:
    """Start and end are one field, so that they are never mixed from two edits."""
    entity = msgspec.convert({"id": "x", **row("activity").fields}, Activity)
    assert entity.origin == "plan"
    assert str(entity.period and entity.period.end) == "2024-09-30"
    assert entity.year == 2024


def test_outcomes_belong_to_their_measure_and_day() -> None:
    """A figure is text, so 9.11 stays 9.11."""
    found = row("measure_value")
    entity = msgspec.convert({"id": found.id, **found.fields}, MeasureValue)
    assert entity.outcome is not None
    assert (entity.outcome.value, entity.outcome.headcount) == ("9.11", 900)
    assert found.id == natural_id("lillstad", "measure_value", row("measure").id, "2023-09-30")


def test_a_key_that_is_not_written_says_nothing() -> None:
    """What is missing changes nothing; an empty text clears."""
    assert "lead_unit" not in row("goal").fields
    cleared = changed(('parent = "3.4"', 'parent = ""'), ('policy_area = "tillvaxt"\n', ""))
    assert row("goal", 1, cleared).fields["parent"] is None
    assert "policy_area" not in row("goal", 1, cleared).fields


def test_a_row_may_have_its_own_year_and_refer_to_another() -> None:
    """A goal of last year is written with its year before the number."""
    older = '[[goal]]\nyear = 2023\nnumber = "4.1"\nlevel = "efficiency_goal"\ntext = "Förra."\n'
    content = changed(
        ("[[activity]]\n", older + "\n[[activity]]\n"), ('goal = "4.1"', 'goal = "2023:4.1"')
    )
    old = row("goal", 3, content)
    assert msgspec.convert({"id": "x", **old.fields}, Goal).year == 2023
    assert row("measure", content=content).fields["goal"] == old.id


def test_a_goal_may_keep_its_key_when_its_number_changes() -> None:
    """The number doubles as key only where no key is written."""
    kept = row("goal", 1, changed(('number = "3.4.5"', 'key = "3.4.5"\nnumber = "3.4.6"')))
    assert kept.id == row("goal", 1).id
    assert kept.fields["number"] == "3.4.6"


def test_settings_are_kept_as_text() -> None:
    """One form in the journal, whatever the type in the file."""
    settings = {
        found.fields["key"]: found.fields["value"]
        for found in read_catalogue(SMALL.encode()).of("setting")
    }
    assert settings == {
        "requirement_level": "unit",
        "count_plan_activities": "true",
        "expected_activities_small": "2",
    }


@pytest.mark.parametrize(
    "content",
    [SMALL.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + SMALL.encode()],
    ids=["windows line ends", "byte order mark"],
)
def test_how_an_editor_saves_a_file_does_not_matter(content: bytes) -> None:
    """Notepad's line ends and mark give the same rows as any other editor's."""
    assert read_catalogue(content).rows == read_catalogue(SMALL.encode()).rows
