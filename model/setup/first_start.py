"""First start: who uses the device, for which units, and with which goals.

The settings file is written last, so that a home is either set up or not. Setting up again
changes what is given and leaves the rest, and everything that was planned, as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import msgspec

from model.actions.people import add_person, checked_name
from model.catalogue.history import CentralHistory
from model.catalogue.preview import preview_of
from model.catalogue.reading import read_catalogue
from model.errors import ModelError
from model.home.config import (
    Config,
    Profile,
    change_config,
    read_config,
    write_config,
)
from model.home.paths import Home
from model.plan.entities import Person
from model.plan.identifiers import CENTRAL, EntityId, Scope, born_in, random_id
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.store.database import Database
from model.store.journal import Source
from model.views.naming import find_unit
from model.workspace.edit import Author, Edit
from model.workspace.importing import NotConfirmed, preview_import, record
from model.workspace.workspace import Workspace


class NotSetUp(ModelError):
    """Nobody has said yet who uses this home."""

    def __init__(self) -> None:
        super().__init__(
            "tertial är inte inställt här än. Inget är ändrat. Kör ”tertial” och svara på tre "
            "frågor, eller ”tertial setup --name NAMN --unit ENHET”."
        )


class SetupIncomplete(ModelError):
    """A first start needs more than was given; `missing` holds `name` and `units`."""

    def __init__(self, missing: Sequence[str]) -> None:
        words = {"name": "namn (--name)", "units": "enhet (--unit)"}
        listed = " och ".join(words[each] for each in missing)
        super().__init__(f"Det saknas {listed}. Inget är ändrat.")
        self.missing = tuple(missing)


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What a person answers at first start; None leaves what there is."""

    name: str | None = None
    units: tuple[str, ...] | None = None
    """Names, keys or ids; the first is shown first."""
    role: Role | None = None
    catalogue: bytes | None = None
    """A goal catalogue; a first start needs one, unless the goals have come from a share."""
    known_texts: Collection[str] | None = None
    """The keys of fixed texts that a catalogue may have; None accepts any."""
    share: str | None = None
    """Address of a share, to be remembered."""


def plan_in(catalogue: bytes, known_texts: Collection[str] | None = None) -> Plan:
    """What a catalogue says, to choose a unit from; raises `CatalogueError`."""
    file = read_catalogue(catalogue, known_texts=known_texts)
    return Plan(change.after for change in preview_of(file, CentralHistory(())).changes)


def set_up(home: Home, wishes: Wishes, today: date) -> Config:
    """Set a home up, or change how it is set up; gives its settings.

    Raises `SetupIncomplete`, `FieldRefused` for a name, `UnknownUnit`, `CatalogueError`
    (`NotConfirmed` where a catalogue would change goals that are there), `ConfigError` or a
    `StoreError`; then what is planned and set is as it was.
    """
    earlier = read_config(home) if home.is_set_up else None
    goals: Plan | None = None
    if (wishes.name or "").strip():
        checked_name(wishes.name or "")
    if earlier is None:
        _check_complete(wishes)
        if wishes.catalogue is not None:
            goals = plan_in(wishes.catalogue, wishes.known_texts)
            _chosen(goals, wishes, None)
    before = earlier.profile if earlier else Profile(random_id(), (), Role.UNIT)
    profile = msgspec.structs.replace(before, role=wishes.role or before.role)
    workspace = Workspace(Database(home.database), profile, today)
    try:
        if earlier is None:
            workspace.profile = _born(profile, goals or workspace.plan, wishes)
        wanted = _profile(workspace, earlier, wishes)

        def change(present: Config) -> Config:
            shares = (*present.shares, wishes.share) if wishes.share else present.shares
            shares = tuple(dict.fromkeys(shares))
            return msgspec.structs.replace(present, profile=wanted, shares=shares)

        if earlier is None:
            config = change(Config(wanted))
            write_config(home, config)
        else:
            config = change_config(home, change)
        workspace.profile = config.profile
        if config.profile.role is Role.CENTRAL:
            workspace.adopt_stand_ins()
        workspace.keep_page()
    finally:
        workspace.close()
    return config


def _check_complete(wishes: Wishes) -> None:
    missing = [
        name
        for name, given in (("name", (wishes.name or "").strip()), ("units", wishes.units))
        if not given
    ]
    if missing:
        raise SetupIncomplete(missing)


def _profile(workspace: Workspace, earlier: Config | None, wishes: Wishes) -> Profile:
    """Who is to use the home; the goals that were given are loaded with him, or neither."""
    before, now = earlier.profile if earlier else None, workspace.profile
    goals = _goals(workspace, wishes, is_first=earlier is None)
    plan = goals.plan if goals is not None else workspace.plan
    wanted = msgspec.structs.replace(now, units=_chosen(plan, wishes, before))
    person = _known(plan, wishes, before, wanted)
    newcomer = None
    if person is None:
        newcomer = workspace.begin(Author(wanted.person, wanted.role, wanted.units))
        newcomer.plan = plan
        person = _enter(newcomer, _name(plan, wishes, before), before, wanted)
    of_goals = Source.OWN if now.role is Role.CENTRAL else Source.STAND_IN
    batches = ((goals, of_goals), (newcomer, Source.OWN))
    workspace.write_all([(edit.entries, source) for edit, source in batches if edit is not None])
    return msgspec.structs.replace(wanted, person=person)


def _goals(workspace: Workspace, wishes: Wishes, *, is_first: bool) -> Edit | None:
    """The goals that were given, ready to be written; None where none were."""
    if wishes.catalogue is None:
        return None
    preview = preview_import(workspace, wishes.catalogue, known_texts=wishes.known_texts)
    if preview.needs_confirmation and not is_first:
        raise NotConfirmed
    edit = workspace.begin(Author(workspace.profile.person, Role.CENTRAL, ()))
    record(edit, preview.changes)
    return edit


def _chosen(plan: Plan, wishes: Wishes, before: Profile | None) -> tuple[EntityId, ...]:
    """The ids of the units that are wished for, else those that there were."""
    if not wishes.units:
        return before.units if before else ()
    return tuple(dict.fromkeys(find_unit(plan, name).id for name in wishes.units))


def _born(profile: Profile, plan: Plan, wishes: Wishes) -> Profile:
    """A newcomer's profile, whose person is born where he is to plan."""
    scope = _scope(msgspec.structs.replace(profile, units=_chosen(plan, wishes, None)))
    return msgspec.structs.replace(profile, person=born_in(scope, profile.person))


def _name(plan: Plan, wishes: Wishes, before: Profile | None) -> str:
    known = plan.find(Person, before.person) if before else None
    return " ".join((wishes.name or (known.name if known else "")).split())


def _scope(profile: Profile) -> Scope:
    return CENTRAL if profile.role is Role.CENTRAL else profile.units[0]


def _known(plan: Plan, wishes: Wishes, before: Profile | None, profile: Profile) -> EntityId | None:
    """Who plans here: the one before, or somebody of that name in the units; None for a new one.

    Of several with a name that is given, every computer takes the same one. Another name is
    another person: what the one before has written stays under his own name.
    """
    known = plan.find(Person, before.person) if before else None
    name = _name(plan, wishes, before).casefold()
    here = [known.id] if known is not None and _is(known, name, _scope(profile)) else []
    if here and wishes.name is None:
        return here[0]
    for unit in profile.units:
        named = [each for each in plan.of(Person) if each.unit == unit]
        found = [each.id for each in named if each.name.casefold() == name]
        if found:
            return min(found)
    return next(iter(here), None)


def _is(person: Person, name: str, scope: Scope) -> bool:
    return person.scope == scope and person.name.casefold() == name


def _enter(edit: Edit, name: str, before: Profile | None, profile: Profile) -> EntityId:
    return add_person(
        edit, name, scope=_scope(profile), unit=profile.units[0], role=profile.role,
        person_id=None if before else profile.person,
    ).id  # fmt: skip
