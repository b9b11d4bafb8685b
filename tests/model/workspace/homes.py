"""Homes with a database, for the tests of all that is written: the small municipality of
`tests.model.building`, its goals standing in for the centre's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from model.actions.planning import PlannedActivity, add_activity
from model.home.config import Profile
from model.journal.change import Entry
from model.journal.clock import HybridClock
from model.plan.entities import Activity, Entity, Municipality, Period, Person
from model.plan.identifiers import EntityId, random_id
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.store.database import Database
from model.store.journal import Source
from model.workspace.edit import Author, Edit
from model.workspace.workspace import Workspace
from tests.model.building import BUSINESS, KITCHEN, day, goal_id, goals, organisation

TODAY = day("2024-04-23")
ANNA = "anna"
"""Heads Kostenheten, on this device."""
BO = "bo"
"""Her deputy, on another one."""


def profile(*units: str, person: str = ANNA, role: Role = Role.UNIT) -> Profile:
    """Who uses the device: Anna, of Kostenheten, unless said."""
    return Profile(person, units or (KITCHEN,), role)


def lines_of(*entities: Entity, author: Author | None = None) -> tuple[Entry, ...]:
    """The changes that create entities, by the centre unless said."""
    edit = Edit(Plan(), author or Author("", Role.CENTRAL, ()), TODAY, HybridClock().tick)
    for entity in entities:
        edit.save(entity)
    return tuple(edit.entries)


def frame() -> tuple[Entry, ...]:
    """The changes of a catalogue: the municipality, its goals of 2024 and its units."""
    municipality = Municipality(id="kommunen", key="lillstad", name="Lillstads kommun")
    return lines_of(municipality, *goals(), *organisation())


def people() -> tuple[Entry, ...]:
    """Anna and Bo in the unit's own register."""
    register = (
        Person(id=person, scope=KITCHEN, unit=KITCHEN, name=name)
        for person, name in ((ANNA, "Anna Ek"), (BO, "Bo Åberg"))
    )
    return lines_of(*register, author=Author(ANNA, Role.UNIT, (KITCHEN,)))


def numbered() -> Callable[[], EntityId]:
    """Ids that come in the same order every time."""
    return map("{:08d}-id".format, count(1)).__next__


def open_at(
    folder: Path,
    who: Profile | None = None,
    today: date = TODAY,
    new_id: Callable[[], EntityId] = random_id,
) -> Workspace:
    """A program that opens the home in a folder; it waits a twentieth of a second for others."""
    database = Database(folder / "tertial.sqlite3", lock_wait=0.05)
    return Workspace(database, who or profile(), today, new_id=new_id)


def home(
    folder: Path,
    who: Profile | None = None,
    today: date = TODAY,
    new_id: Callable[[], EntityId] = random_id,
) -> Workspace:
    """A home that has been set up."""
    workspace = open_at(folder, who, today, new_id)
    workspace.write(frame(), Source.STAND_IN)
    workspace.write(people(), Source.OWN)
    return workspace


def planned(
    title: str = "Dialog med lokala producenter", towards: Iterable[str] = (BUSINESS,), **more: str
) -> PlannedActivity:
    """What a person fills in; towards goals named by their numbers."""
    return PlannedActivity(
        title=title,
        goals=tuple(goal_id(number) for number in towards),
        period=Period(day("2024-01-01"), day("2024-09-30")),
        description=more.get("description", "Två möten under året."),
        responsible=more.get("responsible"),
        deputy=more.get("deputy"),
    )


def add(workspace: Workspace, title: str = "Dialog med lokala producenter") -> Activity:
    """Plan an activity, and give it as the plan then has it."""
    with workspace.edit() as edit:
        made = add_activity(edit, workspace.profile.units[0], planned(title))
    return now(workspace, made)


def now(workspace: Workspace, activity: Activity) -> Activity:
    """The activity as the plan has it now."""
    found = workspace.plan.find(Activity, activity.id)
    assert found is not None
    return found


def retitle(workspace: Workspace, activity: Activity, title: str) -> Activity:
    """Change a title, having `activity` on the screen."""
    with workspace.edit() as edit:
        edit.save(replace(activity, title=title), activity)
    return now(workspace, activity)
