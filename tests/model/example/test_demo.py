"""The demo is a believable year: every action was allowed when it was done, and nothing is odd."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from model.checks.finding import Severity
from model.checks.run import check
from model.example.demo import DEMO_DAY, build_demo
from model.home.paths import home_at
from model.journal.clock import moment
from model.plan.calendar import Tertial
from model.plan.entities import Activity, HandIn, OrganisationUnit, Person, Status
from model.plan.reporting import is_handed_in, lacks_status, reportable
from model.plan.vocabulary import OrganisationLevel, Origin, Role, StatusValue
from model.views.naming import UnknownUnit
from model.workspace.opening import open_workspace
from model.workspace.workspace import Workspace

T1 = Tertial(2024, 1)


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Role, Workspace]]:
    """The demo of each role."""
    found = {}
    for role in Role:
        home = home_at(tmp_path_factory.mktemp(role.value) / "hem")
        build_demo(home, role=role)
        found[role] = open_workspace(home, DEMO_DAY)
    yield found
    for workspace in found.values():
        workspace.close()


@pytest.mark.parametrize("role", Role)
def test_the_tables_equal_the_fold(homes: dict[Role, Workspace], role: Role) -> None:
    """The demo's journal is as sound as one that people wrote."""
    assert homes[role].differences() == []


def test_kostenheten_has_two_left_a_week_before_close(homes: dict[Role, Workspace]) -> None:
    """Seven activities, none of them the plan's, with a year of hand-ins behind them."""
    workspace = homes[Role.UNIT]
    plan, (unit,) = workspace.plan, workspace.profile.units
    activities = reportable(plan, unit, T1)
    missing = [row.title for row in activities if lacks_status(plan, row, unit, T1)]
    assert (len(activities), len(missing)) == (7, 2)
    assert {row.origin for row in activities} == {Origin.OWN}
    assert all(is_handed_in(plan, unit, Tertial(2023, number)) for number in (1, 2, 3))
    assert not is_handed_in(plan, unit, T1)
    person = plan.find(Person, workspace.profile.person)
    assert person is not None
    assert person.name == "Åsa Östlund"


def test_each_role_sees_its_part(homes: dict[Role, Workspace]) -> None:
    """A unit its own statuses, a department those below it, the centre all."""
    units = {role: {row.unit for row in homes[role].plan.of(Status)} for role in Role}
    assert len(units[Role.UNIT]) == 1
    assert units[Role.UNIT] < units[Role.DEPARTMENT] < units[Role.CENTRAL]
    central = homes[Role.CENTRAL].plan
    departments = [
        unit for unit in central.of(OrganisationUnit) if unit.level is OrganisationLevel.DEPARTMENT
    ]
    assert len(departments) == 5
    assert len([row for row in central.of(Activity) if row.origin is Origin.PLAN]) == 79


def test_all_eight_statuses_occur(homes: dict[Role, Workspace]) -> None:
    """So that every word and symbol can be seen somewhere."""
    plan = homes[Role.CENTRAL].plan
    used = {row.standing.value for row in plan.of(Status) if row.standing}
    cancelled = {StatusValue.CANCELLED} if any(a.cancelled for a in plan.of(Activity)) else set()
    assert used | cancelled >= set(StatusValue) - {StatusValue.CANCELLED}


def test_no_text_has_a_personal_number_and_nothing_is_wrong(
    homes: dict[Role, Workspace],
) -> None:
    """Errors and privacy warnings would be the example's own faults; the budget's are the plan's.

    The municipality printed sums that its own figures do not make.
    """
    workspace = homes[Role.CENTRAL]
    units = [unit.id for unit in workspace.plan.of(OrganisationUnit)]
    found = check(workspace.plan, units, T1, T1.as_of, Role.CENTRAL)
    assert {each.rule for each in found if each.severity is Severity.ERROR} == {"F13"}
    assert [each.where for each in found if each.rule == "F17"] == []


def test_history_has_the_times_of_then(homes: dict[Role, Workspace]) -> None:
    """Nothing was done on the machine's day, and nobody wrote at night."""
    workspace = homes[Role.UNIT]
    for status in workspace.plan.of(Status):
        for entry in workspace.entries_of(status):
            done = moment(entry.change.time)
            assert done.date() <= DEMO_DAY
            assert 7 <= done.hour <= 17


def test_the_demo_is_the_same_each_time(tmp_path: Path) -> None:
    """Same ids and same bytes, so that pictures and benchmarks can be compared."""
    lines = []
    for name in ("a", "b"):
        home = home_at(tmp_path / name)
        build_demo(home, role=Role.DEPARTMENT)
        workspace = open_workspace(home, DEMO_DAY)
        rows = (*workspace.plan.of(Activity), *workspace.plan.of(HandIn))
        lines.append({e.line for row in rows for e in workspace.entries_of(row)})
        workspace.close()
    assert lines[0] == lines[1]


@pytest.mark.parametrize(
    ("today", "statuses"), [(date(2023, 1, 1), 0), (date(2023, 6, 1), 3), (date(2024, 4, 10), 10)]
)
def test_an_earlier_day_knows_nothing_of_the_future(
    tmp_path: Path, today: date, statuses: int
) -> None:
    """What happened later has not happened yet."""
    home = home_at(tmp_path)
    build_demo(home, today=today)
    workspace = open_workspace(home, today)
    assert len(workspace.plan.of(Status)) == statuses
    workspace.close()


def test_any_unit_can_be_looked_at(tmp_path: Path) -> None:
    """By its name; an unknown one is refused before anything is made."""
    config = build_demo(home_at(tmp_path / "a"), unit="Gata och park")
    workspace = open_workspace(home_at(tmp_path / "a"), DEMO_DAY)
    person = workspace.plan.find(Person, config.profile.person)
    workspace.close()
    assert person is not None
    assert person.name == "Göran Välmyr"
    with pytest.raises(UnknownUnit):
        build_demo(home_at(tmp_path / "b"), unit="Gatan")
    assert not (tmp_path / "b").exists()
