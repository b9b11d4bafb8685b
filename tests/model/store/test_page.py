"""The page: what the first screen is drawn from equals the plan itself, or is not used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.actions.handing_in import submit
from model.actions.planning import carry_over
from model.actions.statuses import set_status
from model.actions.waiving import waive
from model.plan.entities import Activity, Entity
from model.plan.plan import Plan
from model.plan.reporting import previous_status
from model.plan.vocabulary import Role
from model.store.journal import Source
from model.store.page import PAGE_FORMAT, first_page, plan_from, read_page, write_page
from model.views.home import home_view
from model.workspace.edit import Author
from model.workspace.workspace import Workspace
from tests.model.building import (
    KITCHEN,
    LIBRARY,
    STREETS,
    T1,
    T2,
    T3_2023,
    activity,
    day,
    plan_activity,
    standing,
)
from tests.model.store.any_entity import entities
from tests.model.workspace.homes import add, home, lines_of, open_at, profile


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A unit's home with a year behind it, beside what the library has sent."""
    with closing(home(tmp_path)) as made:
        made.write(lines_of(plan_activity("Frukostar", unit=LIBRARY, participants=(KITCHEN,))),
                   Source.STAND_IN)  # fmt: skip
        theirs = activity("Läsning", of=LIBRARY)
        author = Author("cia", Role.UNIT, (LIBRARY,))
        made.write(lines_of(theirs, author=author), Source.RECEIVED)
        one, two = add(made), add(made, "Rutin för matsvinn")
        with made.edit() as edit:
            set_status(edit, one, KITCHEN, T1, standing(), "Hölls i mars.")
            waive(edit, KITCHEN, "F01", "requirement", "Ny enhet.")
        with made.edit() as edit:
            carry_over(edit, two, KITCHEN, 2025)
            submit(edit, KITCHEN, T1, allow_missing=True)
        yield made


def page_of(workspace: Workspace) -> Plan:
    """The page as another program reads it."""
    page = read_page(workspace.database.path, workspace.profile)
    assert page is not None
    return page


def contents(plan: Plan) -> set[tuple[str, str]]:
    """What a plan holds."""
    return {(row.kind, row.id) for row in plan.everything()}


@pytest.mark.parametrize("today", ["2024-01-10", "2024-04-23", "2024-08-31", "2025-02-01"])
def test_the_first_screen_is_the_same_from_the_page(workspace: Workspace, today: str) -> None:
    """Whatever day it is: the views that are drawn first do not know the difference."""
    page = page_of(workspace)
    for tertial in (T3_2023, T1, T2):
        assert home_view(page, KITCHEN, day(today), tertial) == home_view(
            workspace.plan, KITCHEN, day(today), tertial
        )


def test_the_page_follows_every_edit(workspace: Workspace) -> None:
    """It is written in the same transaction: never older, never newer."""
    for number in range(3):
        made = add(workspace, f"Aktivitet {number}")
        assert page_of(workspace).find(Activity, made.id) == made
        assert contents(page_of(workspace)) == contents(first_page(workspace.plan, profile()))


def test_the_page_holds_this_homes_own_and_no_more(workspace: Workspace) -> None:
    """A department's page does not grow with what others send."""
    titles = {row.title for row in page_of(workspace).of(Activity)}
    assert "Frukostar" in titles
    assert "Läsning" not in titles
    assert "Läsning" in {row.title for row in workspace.plan.of(Activity)}


def test_what_was_reported_before_it_went_another_way_is_in_the_page(tmp_path: Path) -> None:
    """Gata och park began it, Kostenheten had it for a year, and now it is back."""
    with closing(home(tmp_path, profile(KITCHEN, STREETS))) as workspace:
        with workspace.edit() as edit:
            first = edit.save(activity("Träd", of=STREETS, year=2023, end="2023-12-31"))
            set_status(edit, first, STREETS, T3_2023, standing(), "Planterade.")
            between = carry_over(edit, first, KITCHEN, 2024)
            back = carry_over(edit, between, STREETS, 2025)
        page = plan_from(write_page(workspace.plan, profile(STREETS)), profile(STREETS))
        assert page is not None
        found = previous_status(page, back.id, STREETS, before=T1)
        assert found is not None
        assert found.comment == "Planterade."


def test_a_page_for_other_units_is_not_used(workspace: Workspace) -> None:
    """The device has been set up for another unit since."""
    assert read_page(workspace.database.path, profile(LIBRARY)) is None
    workspace.profile = profile(LIBRARY)
    workspace.keep_page()
    page = page_of(workspace)
    assert {row.title for row in page.of(Activity)} == {"Läsning", "Frukostar"}


def overwrite_page(path: Path, body: object) -> None:
    """What a fault, or another version, leaves in the page's place."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE page SET body = ?", (body,))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"\xff\xfe",
        b"{",
        b'{"format":"1","units":["kostenheten"],"rows":{"budget":[{"id":"x"}]}}',
        b'{"format":"1","units":["kostenheten"],"rows":{"goal":[{"id":3}]}}',
        b'{"format":"1","units":["kostenheten"],"rows":{"goal":'
        + b"[" * 9999
        + b"]" * 9999
        + b"}}",
        b'{"format":"0","units":["kostenheten"],"rows":{}}',
        "text",
        3,
    ],
    ids=lambda body: repr(body)[:50],
)
def test_a_page_that_does_not_fit_is_not_used(workspace: Workspace, body: object) -> None:
    """Damaged, or of another version: the caller waits for the database itself."""
    overwrite_page(workspace.database.path, body)
    assert read_page(workspace.database.path, profile()) is None


def test_a_page_of_this_format_is_used(workspace: Workspace) -> None:
    """The counter-proof of the test above."""
    body = b'{"format":"%s","units":["kostenheten"],"rows":{}}' % PAGE_FORMAT.encode("ascii")
    overwrite_page(workspace.database.path, body)
    assert contents(page_of(workspace)) == set()


def test_without_a_database_there_is_no_page(tmp_path: Path) -> None:
    """Nor is one made by looking for it."""
    assert read_page(tmp_path / "tertial.sqlite3", profile()) is None
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "tertial.sqlite3").write_bytes(b"no database at all")
    assert read_page(tmp_path / "tertial.sqlite3", profile()) is None


def test_the_page_is_found_wherever_the_folder_lies(tmp_path: Path) -> None:
    """Signs that mean something in an address; and å, ä and ö."""
    folder = tmp_path / "Åsas 50% #1 %41 & ö"
    home(folder).close()
    assert read_page(folder / "tertial.sqlite3", profile()) is not None


def test_a_new_start_writes_the_page_that_an_older_version_left_out(tmp_path: Path) -> None:
    """After an upgrade the first opening folds anew, page included."""
    home(tmp_path).close()
    path = tmp_path / "tertial.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'fold'")
        connection.execute("DELETE FROM page")
    assert read_page(path, profile()) is None
    open_at(tmp_path).close()
    assert read_page(path, profile()) is not None


@settings(max_examples=60)
@given(st.lists(entities(), max_size=6))
def test_any_entity_comes_out_of_the_page_as_it_went_in(rows: list[Entity]) -> None:
    """Whatever its fields hold."""
    plan = Plan(rows)
    page = plan_from(write_page(plan, profile()), profile())
    assert page is not None
    wanted = first_page(plan, profile())
    assert contents(page) == contents(wanted)
    for row in wanted.everything():
        assert page.find(type(row), row.id) == row
