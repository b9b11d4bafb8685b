"""Whether everything is whole and in its place: the questions that `tertial doctor` asks.

Nothing is changed by asking. Each answer stands by itself, so that one broken thing does not
hide the others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

import msgspec

from model.errors import ModelError
from model.home.config import Config, read_config
from model.home.location import location_problem
from model.home.paths import Home
from model.journal.change import UnreadableLine, read
from model.journal.validity import problem_of
from model.plan.entities import Entity
from model.plan.identifiers import EntityId, Scope
from model.plan.plan import Plan
from model.store import derived, local
from model.store.database import APPLICATION_ID, FORMAT, Database
from model.store.page import first_page, read_page
from model.store.tables import fingerprint
from model.swedish.numbers import counted
from model.swedish.visible import visible
from model.workspace.claims import claims_not_shown, scope_name

_SHOWN = 3


class State(StrEnum):
    """How something is."""

    OK = "ok"
    WARN = "warn"
    ERROR = "error"

    @property
    def swedish(self) -> str:
        """The word that a user reads."""
        return {State.OK: "bra", State.WARN: "varning", State.ERROR: "fel"}[self]


class Answer(msgspec.Struct, frozen=True):
    """One thing looked at: what it is, how it is, and what to do where something is wrong."""

    key: str
    what: str
    state: State
    text: str
    advice: str = ""


Look = Callable[[Plan, EntityId], Iterable[Answer]]
"""What else is looked at, given the plan and whose device it is."""


def answers(home: Home, look: Look = lambda _plan, _person: ()) -> Iterator[Answer]:
    """Look at a home, one thing at a time; `look` at what this room knows nothing of."""
    yield _location(home)
    if not home.is_set_up:
        text = "tertial är inte inställt här än."
        yield Answer("config", "Inställningar", State.WARN, text, "Kör ”tertial setup”.")
        return
    try:
        config = read_config(home)
    except ModelError as error:
        yield Answer("config", "Inställningar", State.ERROR, str(error))
        return
    yield Answer("config", "Inställningar", State.OK, str(home.config))
    if not home.database.exists():
        yield Answer(
            "database",
            "Databas",
            State.ERROR,
            f"Filen {home.database} finns inte.",
            "Lägg tillbaka den från en säkerhetskopia. En tom skapas annars vid nästa start.",
        )
        return
    file = list(_file(home))
    yield from file
    if all(answer.state is not State.ERROR for answer in file):
        yield from _content(home, config, look)


def _location(home: Home) -> Answer:
    problem = location_problem(home.data)
    if problem is None:
        return Answer("location", "Plats", State.OK, str(home.data))
    return Answer(
        "location",
        "Plats",
        State.WARN,
        f"{problem} ({home.data})",
        "Där kan databasen skadas. Flytta mappen till datorns egen disk.",
    )


def _file(home: Home) -> Iterator[Answer]:
    """What can be told of the database file itself, read with the standard library alone."""
    uri = f"{home.database.absolute().as_uri()}?mode=ro"
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=5)
        try:
            said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            journal = _journal(connection) if application == APPLICATION_ID else None
        finally:
            connection.close()
    except sqlite3.Error as error:
        yield _broken(f"Filen {home.database} går inte att läsa som en databas ({error}).")
        return
    if said != ["ok"]:
        yield _broken(f"Databasen är skadad: {'; '.join(said[:_SHOWN])}")
    else:
        yield Answer("database", "Databas", State.OK, f"{home.database}, hel")
    if application != APPLICATION_ID:
        yield Answer("format", "Format", State.ERROR, "Filen är inte skriven av tertial.")
    elif version > FORMAT:
        text = f"Filen har format {version}, programmet läser format {FORMAT}."
        yield Answer("format", "Format", State.ERROR, text, "Uppdatera programmet.")
    else:
        yield Answer("format", "Format", State.OK, f"format {version}")
    if journal is not None:
        yield journal


def _broken(text: str) -> Answer:
    advice = "Lägg undan filen och lägg tillbaka en säkerhetskopia. Ändra inget i den för hand."
    return Answer("database", "Databas", State.ERROR, text, advice)


def _content(home: Home, config: Config, look: Look) -> Iterator[Answer]:
    """Whether the tables and the page say what the journal says.

    The database is read as it lies: a workspace would mend stale tables before they are seen.
    """
    try:
        database = Database(home.database)
    except ModelError as error:
        yield Answer("tables", "Tabeller", State.ERROR, str(error))
        return
    try:
        yield from _derived(home, config, database, look)
    except ModelError as error:
        yield Answer("tables", "Tabeller", State.ERROR, str(error))
    finally:
        database.close()


def _derived(home: Home, config: Config, database: Database, look: Look) -> Iterator[Answer]:
    with database.reading() as connection:
        if local.marks(connection).get(local.FOLD) != fingerprint():
            text = "är gjorda av en annan version av programmet och räknas om ur journalen."
            advice = "Det sker av sig självt nästa gång något visas. Inget i journalen ändras."
            yield Answer("tables", "Tabeller", State.WARN, text, advice)
            return
        differing = derived.differences(connection)
        plan = derived.read_plan(connection)
        claims = claims_not_shown(connection, plan)
    if claims:
        yield _claimed(claims, plan)
    if differing:
        text = f"{counted(len(differing), 'rad', 'rader')} skiljer sig från journalen."
        advice = "Kör ”tertial doctor --rebuild”. Journalen är kvar som den är."
        yield Answer("tables", "Tabeller", State.ERROR, text, advice)
    else:
        yield Answer("tables", "Tabeller", State.OK, "stämmer med journalen")
    yield _page(home, config, plan)
    yield from look(plan, config.profile.person)


def _claimed(claims: Mapping[Scope, int], plan: Plan) -> Answer:
    who = ", ".join(sorted(visible(scope_name(plan, scope)) for scope in claims))
    text = (
        f"{counted(sum(claims.values()), 'ändring', 'ändringar')} från {who} gäller något som en "
        "annan enhet har. De är sparade men visas inte; det som enheten själv har skrivit visas."
    )
    advice = "Fråga den som skrev dem, och visa det för den som sköter delningen."
    return Answer("claims", "Anspråk", State.WARN, text, advice)


def _journal(connection: sqlite3.Connection) -> Answer:
    count = 0
    problems: list[str] = []
    for (line,) in connection.execute("SELECT line FROM journal ORDER BY arrival"):
        count += 1
        try:
            problem = problem_of(read(line).change)
        except UnreadableLine as error:
            problem = str(error)
        if problem is not None:
            problems.append(problem)
    size = counted(count, "ändring", "ändringar")
    if not problems:
        return Answer("journal", "Journal", State.OK, size)
    listed = "; ".join(list(dict.fromkeys(problems))[:_SHOWN])
    text = f"{size}, varav {len(problems)} är sparade men inte visas: {listed}"
    return Answer("journal", "Journal", State.WARN, text, "Visa det för den som sköter programmet.")


def _by_id(plan: Plan) -> dict[tuple[str, EntityId], Entity]:
    return {(entity.kind, entity.id): entity for entity in plan.everything()}


def _page(home: Home, config: Config, plan: Plan) -> Answer:
    page = read_page(home.database, config.profile)
    wanted = first_page(plan, config.profile)
    if page is not None and _by_id(page) == _by_id(wanted):
        return Answer("page", "Första sidan", State.OK, "stämmer med planen")
    text = "Det som visas först vid start stämmer inte med planen."
    return Answer("page", "Första sidan", State.WARN, text, "Kör ”tertial doctor --rebuild”.")
