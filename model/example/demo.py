"""Building the demo: the example municipality with a year of planning and reporting behind it.

The same actions that a person does are done by each author at the time that the file says, so
history, undo and checks work as in real life. Ids are the same each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime

from model.catalogue.history import CentralHistory
from model.catalogue.preview import preview_of
from model.catalogue.reading import read_catalogue
from model.catalogue.rows import CatalogueFile
from model.example.catalogue import example_catalogue
from model.example.demo_events import Event, demo_events
from model.example.demo_file import read_demo_file
from model.home.config import Config, Profile, write_config
from model.home.paths import Home
from model.journal.change import Entry
from model.journal.clock import HybridClock
from model.plan.entities import OrganisationUnit, Person
from model.plan.identifiers import EntityId, natural_id
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.store.database import Database
from model.store.journal import Source
from model.views.naming import find_unit
from model.workspace.edit import Author, Edit
from model.workspace.importing import record
from model.workspace.workspace import Workspace

DEMO_DAY = date(2024, 4, 23)
"""A week before the first tertial closes."""

DEFAULT_UNITS = {
    Role.UNIT: "kostenheten",
    Role.DEPARTMENT: "samhallsbyggnad",
    Role.CENTRAL: "staben",
}

_CATALOGUE_AT = datetime(2023, 1, 2, 8, tzinfo=UTC)


class _Builder:
    """Gathers what happened until a day, one action after the other."""

    def __init__(self, municipality: str) -> None:
        self.clock = HybridClock(now=lambda: self.at)
        self.at = _CATALOGUE_AT
        self.plan = Plan()
        self._municipality = municipality

    def act(
        self, key: str, at: datetime, author: Author, do: Callable[[Edit], object]
    ) -> list[Entry]:
        """Do one action on the plan as it is by then; gives its lines."""
        self.at = at
        count = 0

        def new_id() -> EntityId:
            nonlocal count
            count += 1
            return natural_id(self._municipality, "demo", key, str(count))

        edit = Edit(self.plan, author, at.date(), self.clock.tick, new_id)
        do(edit)
        self.plan = edit.plan
        return edit.entries


def build_demo(
    home: Home, *, role: Role = Role.UNIT, unit: str | None = None, today: date = DEMO_DAY
) -> Config:
    """Make a home of the head of a unit, as it is on a day; gives its settings.

    A unit's home holds what the unit itself has done, a department's also the units below, the
    centre's everything. Raises `UnknownUnit`, or a `StoreError` when it cannot be written.
    """
    catalogue = read_catalogue(example_catalogue())
    builder = _Builder(catalogue.municipality)

    def load(edit: Edit) -> None:
        record(edit, preview_of(catalogue, CentralHistory(())).changes)

    keeper = Author(_keeper(catalogue), Role.CENTRAL, ())
    central = builder.act("catalogue", _CATALOGUE_AT, keeper, load)
    chosen = find_unit(builder.plan, unit or DEFAULT_UNITS[role])
    profile = Profile(_head(catalogue, chosen, role), (chosen.id,), role)
    seen = _seen(builder.plan, chosen, role)
    events = [
        event
        for event in demo_events(builder.plan, read_demo_file())
        if event.unit in seen and event.at.date() <= today
    ]
    own, received = _happened(builder, events, profile)
    workspace = Workspace(Database(home.database), profile, today, builder.clock)
    try:
        source = Source.RECEIVED if role is Role.CENTRAL else Source.STAND_IN
        for entries, came in ((central, source), (received, Source.RECEIVED), (own, Source.OWN)):
            workspace.write(entries, came)
    finally:
        workspace.close()
    config = Config(profile)
    write_config(home, config)
    return config


def _happened(
    builder: _Builder, events: Iterable[Event], profile: Profile
) -> tuple[list[Entry], list[Entry]]:
    """The lines of what this home's own units did, and of what the others did."""
    own: list[Entry] = []
    received: list[Entry] = []
    for event in events:
        author = Author(event.author, Role.UNIT, (event.unit,))
        at = event.at.replace(tzinfo=UTC)
        lines = builder.act(event.key, at, author, event.do)
        (own if event.unit in profile.units else received).extend(lines)
    return own, received


def _head(catalogue: CatalogueFile, unit: OrganisationUnit, role: Role) -> EntityId:
    """The person who heads a unit: the first that the catalogue names there, in that role."""
    people = catalogue.of(Person.kind)
    there = [row for row in people if row.fields.get("unit") == unit.id]
    in_role = [row for row in there if row.fields.get("role") == role]
    return next(iter(in_role or there or people)).id


def _keeper(catalogue: CatalogueFile) -> EntityId:
    """Who keeps the catalogue: the first person of the centre that it names."""
    people = (row for row in catalogue.of(Person.kind) if row.fields.get("role") == Role.CENTRAL)
    return next(people).id


def _seen(plan: Plan, unit: OrganisationUnit, role: Role) -> set[EntityId]:
    """The units whose changes reach this home."""
    if role is Role.CENTRAL:
        return {each.id for each in plan.of(OrganisationUnit)}
    below = plan.below(unit.id) if role is Role.DEPARTMENT else []
    return {unit.id, *(each.id for each in below)}
