"""From the address of a share to the share itself: one address names each kind.

A folder's path; `sqlite:///path` of one file; `postgresql://name@server/database`. A password
in an address is taken out before the address is kept or shown, and kept apart.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sync.errors import NotAnAddress
from sync.files import DiskFiles, Files
from sync.folder.share import FolderShare
from sync.share import Share

if TYPE_CHECKING:
    from sqlalchemy import URL

    from sync.database.postgres import PostgresServer

_OTHER_KIND = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
"""A scheme such as `https:`; a single letter is a Windows drive."""

_SQLITE = "sqlite:///"
_POSTGRES = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://")


def whole_address(address: str) -> str:
    """The address as it is remembered: whole paths, no password; raises `NotAnAddress`."""
    given = address.strip()
    if given.startswith(_SQLITE):
        path = _sqlite_file(address).as_posix()
        return _SQLITE + path.replace("%", "%25").replace("?", "%3F")
    if _POSTGRES.match(given):
        return _without_password(_postgres_url(address)).render_as_string()
    return str(_folder(address))


def kept_address(address: str, database: Path) -> str:
    """The whole address, with the password that it may have kept beside the local database.

    Raises `NotAnAddress`, or `PasswordNotKept`.
    """
    whole = whole_address(address)
    if whole.startswith("postgresql:"):
        from sync.database.passwords import keep

        url = _postgres_url(address)
        password = url.password or url.query.get("password")
        if isinstance(password, str):
            keep(database, whole, password)
    return whole


def share_at(address: str, database: Path | None = None, files: Files | None = None) -> Share:
    """The share that an address names; nothing is looked for yet. Raises `NotAnAddress`.

    `database` is the local database, beside which passwords are kept.
    """
    given = address.strip()
    if given.startswith(_SQLITE):
        from sync.database.share import DatabaseShare
        from sync.database.sqlite import SqliteFile

        return DatabaseShare(SqliteFile(whole_address(address), _sqlite_file(address)))
    if _POSTGRES.match(given):
        from sync.database.share import DatabaseShare

        return DatabaseShare(server_at(address, database))
    return FolderShare(address, _folder(address), files or DiskFiles())


def is_server(address: str) -> bool:
    """Whether an address is that of a database on a server, whose rights are given there."""
    return _POSTGRES.match(address.strip()) is not None


def server_at(address: str, database: Path | None = None) -> PostgresServer:
    """The PostgreSQL server that an address names; raises `NoRightsHere` for any other kind."""
    from sync.database.errors import NoRightsHere
    from sync.database.passwords import password_of
    from sync.database.postgres import PostgresServer

    whole = whole_address(address)
    if not whole.startswith("postgresql:"):
        raise NoRightsHere(whole)
    password = password_of(database, whole) if database is not None else None
    return PostgresServer(whole, _postgres_url(address), password)


def _folder(address: str) -> Path:
    given = address.strip()
    if not given or "\0" in given or _OTHER_KIND.match(given):
        raise NotAnAddress(address)
    return _absolute(given, address)


def _sqlite_file(address: str) -> Path:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(address.strip())
    except (ArgumentError, ValueError) as error:
        raise NotAnAddress(address) from error
    if not url.database or url.query or "\0" in url.database or url.database == ":memory:":
        raise NotAnAddress(address)
    return _absolute(url.database, address)


def _absolute(path: str, address: str) -> Path:
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError as error:
        raise NotAnAddress(address) from error


def _postgres_url(address: str) -> URL:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(address.strip()).set(drivername="postgresql")
    except (ArgumentError, ValueError) as error:
        raise NotAnAddress(address) from error
    # A password with @ in it that is not written %40 would be taken for a part of the server.
    unclear = "@" in (url.host or "") or "\0" in address
    if unclear or not (url.database or "service" in url.query):
        raise NotAnAddress(address)
    return url


def _without_password(url: URL) -> URL:
    from sqlalchemy import URL

    query = {name: value for name, value in url.query.items() if name != "password"}
    return URL.create(url.drivername, url.username, None, url.host, url.port, url.database, query)
