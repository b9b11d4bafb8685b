"""Saying which scopes a login may read and write in a share in PostgreSQL."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, MetaData, Table, Text, delete, insert
from sqlalchemy.exc import DBAPIError

from model.home.config import Profile
from model.plan.identifiers import OF_THE_CENTRE, EntityId, Scope
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from sync.database.errors import LoginMissing
from sync.database.postgres import PostgresServer, state_of
from sync.database.postgres_making import roles_of
from sync.errors import ShareRefused
from sync.scopes import scopes_of

_UNDEFINED_OBJECT = "42704"
_REFUSED = "42501"

access = Table(
    "access",
    MetaData(),
    Column("role_name", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("may_write", Boolean, nullable=False),
)
"""As `postgres_rights.sql` makes it."""


def rights(plan: Plan, units: tuple[EntityId, ...], role: Role) -> dict[Scope, bool]:
    """The scopes besides the centre's that such a home reads, and whether it writes in each."""
    scopes = scopes_of(Profile("", units, role), plan, (), ())
    return {scope: scope in scopes.fill for scope in scopes.all if scope not in OF_THE_CENTRE}


def allow(server: PostgresServer, login: str, may: dict[Scope, bool], role: Role) -> None:
    """Let a login or group do this and nothing else; raises a `ShareError`.

    Only whoever made the share can, and those whom he let.
    """
    try:
        with server.owning() as connection:
            _allow(connection, login, may, is_central=role is Role.CENTRAL)
    except DBAPIError as error:
        state = state_of(error)
        if state == _UNDEFINED_OBJECT:
            raise LoginMissing(server.address, login) from error
        if state == _REFUSED:
            raise ShareRefused(server.address, "ge andra rättigheter") from error
        raise server.meaning(error) from error
    finally:
        server.close()


def _allow(connection: Connection, login: str, may: dict[Scope, bool], *, is_central: bool) -> None:
    quoted = connection.dialect.identifier_preparer.quote_identifier
    member, centre = map(quoted, roles_of(connection))
    name = quoted(login)
    connection.exec_driver_sql(f"GRANT {member} TO {name}")
    change = f"GRANT {centre} TO {name}" if is_central else f"REVOKE {centre} FROM {name}"
    connection.exec_driver_sql(change)
    connection.execute(delete(access).where(access.c.role_name == login))
    rows = [
        {"role_name": login, "scope": scope, "may_write": may_write}
        for scope, may_write in may.items()
    ]
    if rows:
        connection.execute(insert(access), rows)
