"""Databases with journals of a given length, without a catalogue: a frame of goals and units."""

from pathlib import Path

import msgspec

from benchmarks.history import TODAY, History
from model.home.config import Profile
from model.plan.entities import Goal, Municipality, OrganisationUnit, Person
from model.plan.identifiers import EntityId, random_id
from model.plan.vocabulary import GoalLevel, Role
from model.store.database import Database
from model.store.journal import Source
from model.workspace.edit import Author
from model.workspace.workspace import Workspace


def database_in(folder: Path) -> Path:
    """Where `make_journal` puts the database."""
    return folder / "tertial.sqlite3"


def make_journal(folder: Path, changes: int, units: int) -> None:
    """Make a home of one unit, with this many changes spread evenly over this many units.

    What is not that unit's has been received, as in a department's home. A unit's share must
    hold its two years (above 400 changes).
    """
    ids = [random_id() for _ in range(units)]
    profile = Profile(person=random_id(), units=(ids[0],), role=Role.CENTRAL)
    folder.mkdir(parents=True)
    (folder / "profile.json").write_bytes(msgspec.json.encode(profile))
    workspace = open_journal(folder)
    goals = _frame(workspace, ids)
    frame = workspace.plan
    for number, unit in enumerate(ids):
        author = Author(profile.person, Role.UNIT, (unit,))
        history = History(frame, author, unit, goals, seed=number)
        history.grow(changes // units)
        workspace.write(history.entries, Source.RECEIVED if number else Source.OWN)
    workspace.close()


def open_journal(folder: Path) -> Workspace:
    """The workspace of such a home."""
    profile = msgspec.json.decode((folder / "profile.json").read_bytes(), type=Profile)
    return Workspace(Database(database_in(folder)), profile, TODAY)


def _frame(workspace: Workspace, units: list[EntityId]) -> list[EntityId]:
    """Municipality, units, a person and three goals, received from the centre; gives the goals."""
    goals = [
        Goal(id=random_id(), key=number, number=number, year=2024, level=level, text="Mål")
        for number, level in (
            ("3.4.5", GoalLevel.BOARD),
            ("3.1.2", GoalLevel.BOARD),
            ("4.1", GoalLevel.EFFICIENCY),
        )
    ]
    edit = workspace.begin()
    edit.save(Municipality(id=random_id(), key="ange", name="Ånge kommun"))
    edit.save(Person(id=workspace.profile.person, name="Åsa Öst", role=Role.CENTRAL))
    for unit in units:
        edit.save(OrganisationUnit(id=unit, key=unit[:8], name=f"Enhet {unit[:4]}"))
    for goal in goals:
        edit.save(goal)
    workspace.write(edit.entries, Source.RECEIVED)
    return [goal.id for goal in goals]
