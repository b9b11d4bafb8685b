"""Making a share in PostgreSQL, and saying who may read and write what there."""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import ProgrammingError

from sync.database.errors import RolesMissing
from sync.database.tables import FORMAT, metadata, share
from sync.share import ShareId


def make_share(connection: Connection, address: str, share_id: ShareId) -> None:
    """Make schema, tables, roles and rights; what is there already stays. One at a time."""
    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('tertial share create'))"))
    member, centre = roles_of(connection)
    _make_roles(connection, address, member, centre)
    connection.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS tertial")
    metadata.create_all(connection)
    quoted = connection.dialect.identifier_preparer.quote_identifier
    rights = files("sync.database").joinpath("postgres_rights.sql").read_text(encoding="utf-8")
    centre_text = "'" + centre.replace("'", "''") + "'"
    named = rights.format(member=quoted(member), centre=quoted(centre), centre_text=centre_text)
    connection.exec_driver_sql(named)
    if connection.execute(select(share.c.id)).first() is None:
        connection.execute(insert(share).values(number=1, id=share_id, format=FORMAT))


def roles_of(connection: Connection) -> tuple[str, str]:
    """The names of a share's two roles: of members, and of the centre.

    Roles belong to a whole server, so they are named after the database.
    """
    database = connection.execute(text("SELECT current_database()")).scalar_one()
    return f"{database}_member", f"{database}_centre"


def _make_roles(connection: Connection, address: str, member: str, centre: str) -> None:
    known = text("SELECT rolname FROM pg_roles WHERE rolname IN (:member, :centre)")
    there = set(connection.execute(known, {"member": member, "centre": centre}).scalars())
    quoted = connection.dialect.identifier_preparer.quote_identifier
    for role in (member, centre):
        if role not in there:
            try:
                connection.exec_driver_sql(f"CREATE ROLE {quoted(role)} NOLOGIN")
            except ProgrammingError as error:
                raise RolesMissing(address, member, centre) from error
