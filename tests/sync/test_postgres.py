"""A share in PostgreSQL: who may what, what the server answers, and where passwords are."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import ProgrammingError

from model.plan.entities import OrganisationUnit
from model.plan.identifiers import CENTRAL, CENTRE_ONLY
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from sync.address import kept_address, server_at, share_at
from sync.database.errors import (
    DatabaseBusy,
    DriverMissing,
    LoginMissing,
    LoginRefused,
    NoRightsHere,
    NoShareThere,
    RolesMissing,
)
from sync.database.passwords import FILE, PasswordNotKept, forget, password_of
from sync.database.postgres_access import allow, rights
from sync.errors import ShareError, ShareFull, ShareGone, ShareNewer, ShareRefused
from sync.segment import START, cut, encode
from sync.share import Share
from tests.postgres_server import Server
from tests.sync.homes import BUILDING, KITCHEN, LIBRARY, Clock, HomeOf, fresh_folder
from tests.sync.kinds import Postgres
from tests.sync.test_kinds import Meeting

DEPARTMENT = "44444444-4444-4444-8444-444444444444"
PLAN = Plan(
    [
        OrganisationUnit(id=DEPARTMENT, key="d", name="Service"),
        OrganisationUnit(id=KITCHEN, key="k", name="Kosten", parent=DEPARTMENT),
        OrganisationUnit(id=LIBRARY, key="l", name="Biblioteket"),
        OrganisationUnit(id=BUILDING, key="b", name="Bygg", parent=DEPARTMENT),
    ]
)


class Staff:
    """A share with a login for the kitchen, one for the department above it, and the centre's."""

    def __init__(self, postgres: Postgres) -> None:
        self.postgres = postgres
        database = postgres.database
        self.names = {who: f"{database}_{who}" for who in ("kok", "chef", "stab", "ingen")}
        owner = share_at(postgres.address)
        owner.create("5ba7e000-0000-4000-8000-000000000001")
        owner.close()
        for name in self.names.values():
            postgres.server.run("postgres", f"CREATE ROLE {name} LOGIN PASSWORD 'hemligt'")
        self.allow("kok", (KITCHEN,), Role.UNIT)
        self.allow("chef", (DEPARTMENT,), Role.DEPARTMENT)
        self.allow("stab", (), Role.CENTRAL)

    def allow(self, who: str, units: tuple[str, ...], role: Role) -> None:
        """As the owner, say what somebody may."""
        allow(server_at(self.postgres.address), self.names[who], rights(PLAN, units, role), role)

    def address(self, who: str) -> str:
        """The share's address for somebody."""
        return self.postgres.server.address(self.postgres.database, self.names[who])

    def share(self, who: str) -> Share:
        """The share as somebody reaches it."""
        return share_at(self.address(who))

    def writes(self, who: str, scope: str) -> bool:
        """Whether somebody may put a segment into a scope."""
        (segment,) = cut(scope, os.urandom(10).hex(), 0, START, [b'{"a": 1}'])
        with closing(self.share(who)) as share, suppress(ShareRefused):
            return share.write(scope, segment.name, encode(segment))
        return False

    def reads(self, who: str) -> set[str]:
        """The scopes of which somebody sees anything."""
        with closing(self.share(who)) as share:
            found = set(share.scopes())
            assert all(bool(share.listing(scope)) == (scope in found) for scope in SCOPES)
        return found


SCOPES = (CENTRAL, CENTRE_ONLY, DEPARTMENT, KITCHEN, LIBRARY, BUILDING)


@pytest.fixture
def staff(postgres: Postgres) -> Staff:
    """A share that several logins use."""
    return Staff(postgres)


def test_who_may_write_what(staff: Staff) -> None:
    """A unit its own, a department its own, the centre everything; others nothing."""
    may = {who: {scope for scope in SCOPES if staff.writes(who, scope)} for who in staff.names}
    assert may == {
        "kok": {KITCHEN},
        "chef": {DEPARTMENT},
        "stab": set(SCOPES),
        "ingen": set(),
    }


def test_who_may_read_what(staff: Staff) -> None:
    """Everybody what is central; a department those below it; nobody the neighbours."""
    for scope in SCOPES:
        assert staff.writes("stab", scope)
    assert staff.reads("kok") == {CENTRAL, KITCHEN}
    assert staff.reads("chef") == {CENTRAL, DEPARTMENT, KITCHEN, BUILDING}
    assert staff.reads("stab") == set(SCOPES)
    with pytest.raises(ShareRefused):
        staff.reads("ingen")


@pytest.mark.parametrize("who", ["kok", "stab", "owner"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tertial.segment SET content = ''",
        "DELETE FROM tertial.segment",
        "TRUNCATE tertial.segment",
        "UPDATE tertial.share SET id = 'x'",
        "DELETE FROM tertial.share",
    ],
)
def test_nobody_changes_or_removes_anything(staff: Staff, who: str, statement: str) -> None:
    """Not even the one who made the share."""
    server, database = staff.postgres.server, staff.postgres.database
    user = {"user": staff.names[who]} if who in staff.names else {"user": "agare"}
    with pytest.raises(ProgrammingError, match="permission denied"):
        server.run(database, statement, **user)


def test_a_unit_gives_itself_no_rights(staff: Staff) -> None:
    """Who may what is said by the one who made the share."""
    name = staff.names["kok"]
    with pytest.raises(ProgrammingError, match="permission denied"):
        staff.postgres.server.run(
            staff.postgres.database,
            f"INSERT INTO tertial.access VALUES ('{name}', '{LIBRARY}', true)",  # noqa: S608
            user=name,
        )
    with pytest.raises(ShareRefused, match="ge andra rättigheter"):
        allow(server_at(staff.address("kok")), name, {LIBRARY: True}, Role.UNIT)


def test_rights_are_given_anew(staff: Staff) -> None:
    """Whoever moves to another unit loses the old one; nobody stays at the centre by mistake."""
    staff.allow("kok", (LIBRARY,), Role.UNIT)
    staff.allow("stab", (BUILDING,), Role.UNIT)
    assert [staff.writes("kok", scope) for scope in (KITCHEN, LIBRARY)] == [False, True]
    assert [staff.writes("stab", scope) for scope in (CENTRAL, BUILDING)] == [False, True]


def test_rights_through_a_group(staff: Staff) -> None:
    """A database administrator who has groups from the directory gives rights to those."""
    server, group = staff.postgres.server, f"{staff.postgres.database}_grupp"
    server.run("postgres", f"CREATE ROLE {group}; GRANT {group} TO {staff.names['ingen']}")
    staff.names["grupp"] = group
    staff.allow("grupp", (LIBRARY,), Role.UNIT)
    assert staff.writes("ingen", LIBRARY)
    assert not staff.writes("ingen", KITCHEN)


def test_a_login_that_is_not_there(staff: Staff) -> None:
    """Logins are the database administrator's; nothing is changed."""
    staff.names["borta"] = 'borta"; DROP SCHEMA tertial CASCADE; --'
    with pytest.raises(LoginMissing, match="CREATE ROLE"):
        staff.allow("borta", (KITCHEN,), Role.UNIT)
    assert staff.writes("kok", KITCHEN)


def test_rights_on_a_folder(tmp_path: Path) -> None:
    """Those belong to the file server."""
    with pytest.raises(NoRightsHere, match="mappens egna rättigheter"):
        server_at(str(tmp_path))


def test_a_unit_in_its_own_home(staff: Staff) -> None:
    """It exchanges with what it may see; what is not its own is refused and told of."""
    clock, homes = Clock(), fresh_folder()
    cia = HomeOf(homes / "cia", "cia", role=Role.CENTRAL, units=(), clock=clock)
    anna = HomeOf(homes / "anna", "anna", clock=clock)
    eva = HomeOf(homes / "eva", "eva", units=(LIBRARY,), clock=clock)
    cia.set_goal("mål", text="Fler ska trivas")
    assert not cia.exchange(staff.share("stab")).problems
    anna.plan("möten", title="Möten")
    assert not anna.exchange(staff.share("kok")).problems
    assert ("goal", "mål") in anna.tables()
    eva.plan("sagor", title="Sagor")
    outcome = eva.exchange(staff.share("kok"))
    assert isinstance(outcome.problems[0], ShareRefused)
    assert (outcome.sent, outcome.waiting.count) == (0, 1)
    assert cia.exchange(staff.share("stab")).received == 1
    for home in (cia, anna, eva):
        home.close()


def test_a_server_that_answers_no(server: Server, postgres: Postgres) -> None:
    """Each answer has its words; no password is ever in them."""
    server.run("postgres", "DROP ROLE IF EXISTS lisa; CREATE ROLE lisa LOGIN PASSWORD 'hemligt'")
    answers = {
        server.port_address(postgres.database, "lisa"): (LoginRefused, "lösenordet saknas"),
        server.port_address(postgres.database, "lisa:felord"): (LoginRefused, "lösenordet saknas"),
        server.port_address("finns_inte", "lisa:hemligt"): (LoginRefused, "databasen finns inte"),
        server.address("finns_inte"): (LoginRefused, "databasen finns inte"),
        server.address("postgres", "nobody"): (LoginRefused, "kontot finns inte"),
        server.port_address(postgres.database, "lisa:hemligt"): (NoShareThere, "ingen delning"),
        f"postgresql://lisa:hemligt@127.0.0.1:{free_port(server)}/plan": (ShareGone, "att nå"),
    }
    for address, (kind, words) in answers.items():
        with closing(share_at(address)) as share, pytest.raises(ShareError, match=words) as caught:
            share.open()
        assert type(caught.value) is kind
        assert "hemligt" not in str(caught.value) + share.address
        assert "felord" not in str(caught.value)


def free_port(server: Server) -> int:
    """A port at which nobody answers."""
    return server.port + 1 if server.port < 65_535 else server.port - 1


@pytest.fixture
def meeting(postgres: Postgres) -> Iterator[Meeting]:
    """Two homes that have met in PostgreSQL."""
    meeting = Meeting(postgres)
    yield meeting
    meeting.anna.close()
    meeting.bo.close()


def test_a_share_of_a_newer_version(meeting: Meeting, postgres: Postgres) -> None:
    """It is left alone, and the message says to upgrade."""
    postgres.do("UPDATE tertial.share SET format = 2")
    assert type(meeting.problem()) is ShareNewer


def test_a_connection_that_is_cut_between_two_steps(meeting: Meeting, postgres: Postgres) -> None:
    """It is made again, once, and nobody notices."""
    share = share_at(postgres.address)
    share.open()
    postgres.do(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    assert share.listing(KITCHEN)
    share.close()


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("53100", ShareFull),
        ("57014", DatabaseBusy),
        ("55P03", DatabaseBusy),
        ("53300", DatabaseBusy),
        ("57P01", ShareGone),
        ("25006", ShareRefused),
        ("XX000", ShareError),
    ],
)
def test_what_the_server_says_when_it_is_written_to(
    meeting: Meeting, postgres: Postgres, state: str, kind: type[ShareError]
) -> None:
    """Reading has been done, what waits is told of, and the next exchange does the rest."""
    postgres.do(
        "CREATE FUNCTION nej() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION 'nej' USING ERRCODE = '{state}'; END $$; "
        "CREATE TRIGGER nej BEFORE INSERT ON tertial.segment EXECUTE FUNCTION nej()"
    )
    meeting.anna.plan("frukost", title="Frukost")
    outcome = meeting.sync(meeting.anna)
    assert isinstance(outcome.problems[0], kind)
    assert (outcome.sent, outcome.waiting.count) == (0, 1)
    postgres.do("DROP TRIGGER nej ON tertial.segment; DROP FUNCTION nej()")
    assert meeting.sync(meeting.anna).sent == 1


def test_the_owner_needs_to_be_no_superuser(postgres: Postgres) -> None:
    """But somebody must be able to make the two roles, and it is said how."""
    server = postgres.server
    poor = f"{postgres.database}_fattig"
    server.run("postgres", f"CREATE ROLE {poor} LOGIN CREATEDB")
    server.run("postgres", f"ALTER DATABASE {postgres.database} OWNER TO {poor}")
    share = share_at(server.address(postgres.database, poor))
    with pytest.raises(RolesMissing, match="CREATE ROLE") as caught:
        share.create("5ba7e000-0000-4000-8000-000000000001")
    said = str(caught.value).split("”")[1].replace("den här användaren", poor)
    for statement in said.split(";"):
        server.run("postgres", statement)
    assert share.create("5ba7e000-0000-4000-8000-000000000001")
    share.close()


def test_a_login_that_may_make_nothing(postgres: Postgres) -> None:
    """A unit that types `share create` by mistake changes nothing."""
    server = postgres.server
    name = f"{postgres.database}_nyfiken"
    server.run("postgres", f"CREATE ROLE {name} LOGIN CREATEROLE")
    share = share_at(server.address(postgres.database, name))
    with pytest.raises(ShareRefused, match="skapa en delning"):
        share.create("5ba7e000-0000-4000-8000-000000000001")
    share.close()
    assert postgres.do("SELECT nspname FROM pg_namespace WHERE nspname = 'tertial'") == []


def test_the_password_is_kept_apart(tmp_path: Path, server: Server, postgres: Postgres) -> None:
    """In a file that only the user may read, and gone when the share is forgotten."""
    server.run("postgres", "DROP ROLE IF EXISTS kim; CREATE ROLE kim LOGIN PASSWORD 'p@ss:/ö'")
    database = tmp_path / "hem" / "tertial.sqlite3"
    given = server.port_address(postgres.database, "kim:p%40ss%3A%2F%C3%B6")
    address = kept_address(given, database)
    assert address == server.port_address(postgres.database, "kim")
    assert password_of(database, address) == "p@ss:/ö"
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "hem" / FILE).stat().st_mode) == 0o600
    share = share_at(address, database)
    with pytest.raises(NoShareThere):
        share.open()
    share.close()
    forget(database, address)
    assert password_of(database, address) is None
    assert b"ss" not in (tmp_path / "hem" / FILE).read_bytes()


def test_a_password_that_cannot_be_kept(tmp_path: Path) -> None:
    """Said before anything is remembered, without it."""
    (tmp_path / "hem").write_bytes(b"")
    with pytest.raises(PasswordNotKept, match=r"\.pgpass") as caught:
        kept_address("postgresql://kim:hemligt@db/plan", tmp_path / "hem" / "tertial.sqlite3")
    assert "hemligt" not in str(caught.value)


def test_a_password_file_that_somebody_has_been_at(tmp_path: Path) -> None:
    """As if there were none."""
    (tmp_path / FILE).write_bytes(b"\xff{")
    assert password_of(tmp_path / "tertial.sqlite3", "postgresql://kim@db/plan") is None


def test_every_wait_has_a_bound(postgres: Postgres) -> None:
    """Also where the address has options of its own."""
    server = server_at(f"{postgres.address}&options=-c%20work_mem%3D5MB")
    with server.transaction(writing=False) as connection:
        said = {
            name: connection.exec_driver_sql(f"SHOW {name}").scalar_one()
            for name in ("statement_timeout", "lock_timeout", "work_mem")
        }
    server.close()
    assert said == {"statement_timeout": "1min", "lock_timeout": "10s", "work_mem": "5MB"}


def test_without_the_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said how to install it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DriverMissing, match="pip install"):
        share_at("postgresql://kim@db/plan").open()
