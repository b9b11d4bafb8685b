"""The compilation, written and read back: nothing is lost, and nothing changes."""

from __future__ import annotations

import uuid
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from model.actions.people import entered
from model.actions.planning import PlannedActivity, add_activity, assign, cancel_activity
from model.actions.statuses import set_status
from model.importing.context import Wishes
from model.importing.taking_in import take_in
from model.plan.entities import Activity, Period, Person, Standing
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import Cause, Role, StatusValue
from model.workspace.edit import Edit
from report.compilation import compilation
from report.data import DataTable
from report.writers.tables import table_suffixes, table_writer_for
from sync.spreadsheets.reading import read_spreadsheet
from tests.model.actions.editing import editing
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    STREETS,
    T1,
    T3_2023,
    YOUTH,
    day,
    goal_id,
    goals,
    plan,
    plan_activity,
)

UNITS = (KITCHEN, STREETS)
FORMULAS = st.sampled_from(
    ["=1+1", "+46", "-x", "@a", "\t=b", "＝c", "'=d", "-5", "3.10", "_x000D_"]
)
TEXT = st.text(st.characters(codec="utf-8"), max_size=12) | FORMULAS
TITLES = TEXT.filter(lambda text: bool(" ".join(text.split())))
NAMES = st.sampled_from(["", "Eva Ek", "eva ek", "=Bo Å", "Åsa\u00a0Öst"])
DAYS = st.dates(date(1901, 1, 1), date(2190, 12, 31))
COMMON = plan_activity("Företagsfrukostar", id="frukost", unit=KITCHEN, participants=(STREETS,))
NOBODYS = plan_activity("Mässa", id="massa", order=2)


class Told(NamedTuple):
    """What somebody plans and reports."""

    unit: EntityId
    title: str
    description: str
    days: tuple[date, date]
    goals: tuple[str, ...]
    people: tuple[str, str]
    status: Standing | None
    comment: str
    cancelled: str | None


@st.composite
def standings(draw: st.DrawFn) -> Standing | None:
    """How something stands, with what may explain it."""
    value = draw(st.none() | st.sampled_from(StatusValue))
    if value is None:
        return None
    later = st.none() | st.dates(date(2191, 1, 1), date(2199, 12, 31))
    earlier = st.none() | st.dates(date(1902, 1, 1), day("2024-04-23"))
    return Standing(
        value=value,
        revised_end=draw(later) if value.is_open else None,
        actual_end=draw(earlier) if value.is_completed else None,
        cause=draw(st.none() | st.sampled_from(Cause)),
        awaited=draw(TEXT.filter(lambda text: not text or bool(text.strip()))),
        review_date=draw(later) if value is not StatusValue.CANCELLED else None,
        unchanged_since=draw(st.sampled_from([None, T3_2023])),
    )


TOLD = st.builds(
    Told,
    unit=st.sampled_from(UNITS),
    title=TITLES,
    description=TEXT,
    days=st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))),
    goals=st.permutations([BUSINESS, YOUTH, SICKNESS]).map(lambda all_: tuple(all_[:2])),
    people=st.tuples(NAMES, NAMES),
    status=standings(),
    comment=TEXT,
    cancelled=st.none() | TEXT,
)


def town() -> Plan:
    """The catalogue: goals of two years, units, and two activities of the plan."""
    return plan(*goals(2023), COMMON, NOBODYS)


def reporting(told: list[Told]) -> Edit:
    """Two units have planned and reported."""
    edit = editing(town(), units=UNITS)
    for at, each in enumerate(told):
        people = [entered(edit, name, each.unit).person.id if name else None
                  for name in each.people]  # fmt: skip
        planned = PlannedActivity(
            title=each.title,
            description=each.description,
            goals=tuple(goal_id(number) for number in each.goals),
            period=Period(*each.days),
            responsible=people[0],
            deputy=people[1],
            year=2024,
        )
        name = str(uuid.UUID(int=at + 1))
        made = add_activity(edit, each.unit, planned, activity_id=name)
        if each.status is not None:
            set_status(edit, made, each.unit, T1, each.status, each.comment)
            set_status(edit, COMMON, each.unit, T1, each.status, each.comment)
        if people[0] is not None:
            assign(edit, COMMON, each.unit, responsible=people[0], deputy=None)
        if each.cancelled is not None:
            cancel_activity(edit, made, each.cancelled)
    return edit


def said(town_: Plan) -> list[object]:
    """What the units have said, people by their names."""
    return [
        [
            _told(row, town_),
            [
                (status.unit, status.standing, status.comment)
                for unit in UNITS
                if (status := town_.status_of(row.id, unit, T1)) is not None
            ],
            [
                tuple(person.name if person is not None else "" for person in
                      town_.people_for(row, unit))
                for unit in UNITS
            ],
        ]
        for row in town_.of(Activity)
    ]  # fmt: skip


def _told(row: Activity, town_: Plan) -> tuple[object, ...]:
    names = tuple(
        found.name for each in (row.responsible, row.deputy)
        if (found := town_.find(Person, each)) is not None
    )  # fmt: skip
    return (row.id, row.title, row.description, row.period, row.goals, row.unit, row.cancelled,
            row.cancel_reason, row.year, names)  # fmt: skip


def write(table: DataTable, folder: Path, suffix: str) -> Path:
    """A table as a file."""
    path = folder / f"sammanställning{suffix}"
    with path.open("wb") as stream:
        table_writer_for(path)(table, stream)
    return path


@pytest.mark.parametrize("suffix", table_suffixes())
@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=st.lists(TOLD, max_size=4))
def test_what_is_written_and_read_back(tmp_path: Path, suffix: str, told: list[Told]) -> None:
    """Into the same plan it changes nothing; into an empty one it says the same."""
    edit = reporting(told)
    path = write(compilation(edit.plan, T1), tmp_path, suffix)
    tables = read_spreadsheet(path)
    wishes = Wishes(year=2024, tertial=T1)
    for again in (
        editing(edit.plan, units=UNITS),
        editing(edit.plan, role=Role.CENTRAL, units=()),
    ):
        preview = take_in(again, tables, wishes)
        assert [
            row.reason or row.changes for row in preview.rows if row.verdict != "unchanged"
        ] == []
        assert again.entries == []
    anew = editing(town(), units=UNITS)
    assert not take_in(anew, tables, wishes).refused
    assert said(anew.plan) == said(edit.plan)


@pytest.mark.parametrize("suffix", table_suffixes())
def test_the_same_plan_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    """Whenever it is written."""
    (tmp_path / "igen").mkdir()
    table = compilation(reporting([]).plan, T1)
    first = write(table, tmp_path, suffix).read_bytes()
    assert write(table, tmp_path / "igen", suffix).read_bytes() == first


def test_a_text_longer_than_excel_can_hold(tmp_path: Path) -> None:
    """It is cut with a mark: never taken for the whole, and no change where the whole is."""
    long = "ö😀" * 20_000
    told = Told(KITCHEN, "Dialog", long, (day("2024-01-01"), day("2024-09-30")), (BUSINESS,),
                ("", ""), None, "", None)  # fmt: skip
    edit = reporting([told])
    tables = read_spreadsheet(write(compilation(edit.plan, T1), tmp_path, ".xlsx"))
    again = editing(edit.plan, units=UNITS)
    assert not take_in(again, tables, Wishes(year=2024, tertial=T1)).refused
    assert again.entries == []
    anew = editing(town(), units=UNITS)
    (refused,) = take_in(anew, tables, Wishes(year=2024, tertial=T1)).refused
    assert "avkortad" in refused.reason
    whole = read_spreadsheet(write(compilation(edit.plan, T1), tmp_path, ".csv"))
    assert not take_in(anew, whole, Wishes(year=2024, tertial=T1)).refused
    assert said(anew.plan) == said(edit.plan)
