"""PostgreSQL as a share, through psycopg; row-level security decides who reads and writes what.

Each step is one statement that commits by itself, and every wait has a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Double,
    Engine,
    cast,
    create_engine,
    extract,
    func,
)
from sqlalchemy.exc import DBAPIError

from sync.database.errors import DatabaseBusy, DriverMissing, LoginRefused, NoShareThere
from sync.errors import ShareError, ShareFailing, ShareFull, ShareGone, ShareRefused
from sync.share import ShareId

SCHEMA = "tertial"

CONNECT_SECONDS = 10
_BOUNDS = {
    "statement_timeout": "60s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
}

_KEEPALIVES = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}
"""Seconds, and how often: a server that dies while it answers is noticed in half a minute."""

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_NO_SHARE = frozenset({"3F000", "42P01"})
_NO_LOGIN = frozenset({"28000", "28P01"})
_REFUSED = frozenset({"42501"})
_READ_ONLY = frozenset({"25006"})
_FULL = frozenset({"53100"})
_BUSY = frozenset({"53300", "55P03", "57014"})
_GONE = ("08", "57P", "3D")

_ANSWER = re.compile(r"failed: [^\s:]{4,12}:  (.+)", re.DOTALL)
"""What a server says when it lets nobody in; only of an unreachable one there is no answer."""


_ANSWERS = (
    ("password", "lösenordet saknas eller är fel"),
    ("role", "kontot finns inte, eller får inte logga in"),
    ("database", "databasen finns inte, eller är stängd för kontot"),
    ("pg_hba", "servern tillåter ingen inloggning härifrån"),
)
"""What is told of the server's answer, by a word in it; any other is told as it is."""


class PostgresServer:
    """The way to a PostgreSQL database; `password` is what is kept for it here, if anything."""

    clock: ColumnElement[float] | None = cast(extract("epoch", func.clock_timestamp()), Double)

    def __init__(self, address: str, url: URL, password: str | None = None) -> None:
        self.address = address
        self._url = url if password is None else url.set(password=password)

    def look(self) -> None:
        """See `ShareDatabase.look`: only the server itself knows."""

    @contextmanager
    def transaction(self, *, writing: bool) -> Iterator[Connection]:  # noqa: ARG002  one statement
        """See `ShareDatabase.transaction`."""
        with self._engine.connect() as connection:
            yield connection

    def make(self, share: ShareId) -> None:
        """See `ShareDatabase.make`."""
        from sync.database.postgres_making import make_share

        try:
            with self.owning() as connection:
                make_share(connection, self.address, share)
        except DBAPIError as error:
            raise self._making_refused(error) from error

    def _making_refused(self, error: DBAPIError) -> ShareError:
        if state_of(error) in _REFUSED:
            return ShareRefused(self.address, "skapa en delning")
        return self.meaning(error)

    @contextmanager
    def owning(self) -> Iterator[Connection]:
        """A transaction of several statements, for whoever makes or looks after a share."""
        with self._engine.connect() as plain:
            connection = plain.execution_options(isolation_level="READ COMMITTED")
            with connection.begin():
                yield connection

    @cached_property
    def _engine(self) -> Engine:
        try:
            import psycopg  # noqa: F401  is it there?
        except ImportError as error:
            raise DriverMissing(self.address) from error
        return create_engine(
            self._url.set(drivername="postgresql+psycopg"),
            isolation_level="AUTOCOMMIT",
            skip_autocommit_rollback=True,
            use_native_hstore=False,
            pool_size=1,
            max_overflow=0,
            execution_options={"schema_translate_map": {None: SCHEMA}},
            connect_args={
                "application_name": "tertial",
                "connect_timeout": CONNECT_SECONDS,
                "tcp_user_timeout": CONNECT_SECONDS * 1000,
                **_KEEPALIVES,
                "options": self._options(),
                "prepare_threshold": None,
            },
        )

    def _options(self) -> str:
        """Our bounds, after what the address itself asks for."""
        given = self._url.query.get("options", ())
        asked = (given,) if isinstance(given, str) else given
        return " ".join((*asked, *(f"-c {name}={value}" for name, value in _BOUNDS.items())))

    def is_in_doubt(self, error: DBAPIError) -> bool:
        """See `ShareDatabase.is_in_doubt`: a connection that was never made leaves no doubt."""
        return error.connection_invalidated

    def meaning(self, error: DBAPIError) -> ShareError:
        """See `ShareDatabase.meaning`."""
        state = state_of(error)
        said = str(error.orig).strip()
        for states, kind in (
            (_NO_SHARE, NoShareThere),
            (_FULL, ShareFull),
            (_BUSY, DatabaseBusy),
            (_REFUSED, ShareRefused),
        ):
            if state in states:
                return kind(self.address)
        if state in _READ_ONLY:
            return ShareRefused(self.address, "skriva")
        answer = _ANSWER.search(said)
        if state in _NO_LOGIN or "no password supplied" in said or (answer and not state):
            return LoginRefused(self.address, _told(answer[1] if answer else said))
        if not state or state.startswith(_GONE) or error.connection_invalidated:
            return ShareGone(self.address)
        return ShareFailing(self.address, said)

    def close(self) -> None:
        """See `ShareDatabase.close`."""
        engine = self.__dict__.pop("_engine", None)
        if engine is not None:
            engine.dispose()


def _told(answer: str) -> str:
    return next((told for word, told in _ANSWERS if word in answer), answer)


def state_of(error: DBAPIError) -> str:
    """SQLSTATE; empty where the server was not reached or did not let anybody in."""
    return getattr(error.orig, "sqlstate", None) or ""
