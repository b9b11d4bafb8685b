"""When this home's database went on as another writer, why, and what its user should know of it.

Nothing is lost then. But a database that two computers use, or that travels between them in a
profile, goes on giving its user two versions of the same thing until somebody mends it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from model.store import local

if TYPE_CHECKING:
    from sqlalchemy import Connection

MARK = "sync_renewed"
"""The mark in the database: the latest renewal."""
DAY = 86_400.0
TOLD_DAYS = 30
"""How long it is told, and how far back moves are counted."""
MANY_MOVES = 3
"""So many in that time are no move to a new computer any more."""

_SAFE = "Inget är förlorat och inget är överskrivet."
_ONE_EACH = (
    "Används den också på en annan dator: flytta undan databasen på den ena och börja om där med "
    "samma delning, så att var och en har sin egen."
)


class Why(StrEnum):
    """What told this database from the one that it was."""

    MOVED = "moved"
    SET_BACK = "set back"


class Renewal(msgspec.Struct, frozen=True):
    """The latest; times are in seconds since 1970."""

    at: float
    why: Why
    moves: tuple[float, ...] = ()
    """When it was found in another place, lately."""

    @property
    def brief(self) -> str:
        """In a few words."""
        if self.why is Why.SET_BACK:
            return "databasen är återställd eller kopierad"
        if len(self.moves) >= MANY_MOVES:
            return "databasen byter plats gång på gång"
        return "databasen är flyttad eller kopierad"

    @property
    def message(self) -> str:
        """What happened, what is safe and what to do."""
        if self.why is Why.SET_BACK:
            return (
                "Delningen har mer från den här datorn än databasen här har: den är återställd "
                "från en säkerhetskopia, eller så används en kopia av den på en annan dator. "
                f"{_SAFE} Det som fattades är hämtat. Är den återställd behöver du inte göra "
                "något. "
                f"{_ONE_EACH}"
            )
        if len(self.moves) >= MANY_MOVES:
            return (
                f"Databasen har bytt plats {len(self.moves)} gånger på {TOLD_DAYS} dagar, som när "
                "den ligger i en profil eller en mapp som följer med mellan datorer. "
                f"{_SAFE} Men det som skrivs på två datorer samtidigt blir två versioner att välja "
                "mellan. Lägg databasen på datorns egen disk; ”tertial doctor” visar var den är."
            )
        return (
            "Databasen ligger på ett annat ställe än förra gången: den är flyttad, kopierad eller "
            f"återställd. {_SAFE} Har du flyttat den behöver du inte göra något. {_ONE_EACH}"
        )


def note(connection: Connection, now: float, why: Why) -> Renewal:
    """The database goes on as another writer."""
    before = _kept(connection)
    since = now - TOLD_DAYS * DAY
    moves = [at for at in (before.moves if before is not None else ()) if since < at <= now]
    if why is Why.MOVED:
        moves.append(now)
    renewal = Renewal(now, why, tuple(moves))
    local.set_mark(connection, MARK, msgspec.json.encode(renewal).decode())
    return renewal


def latest(connection: Connection, now: float) -> Renewal | None:
    """The latest one, as long as it is worth telling."""
    kept = _kept(connection)
    if kept is None or abs(now - kept.at) > TOLD_DAYS * DAY:
        return None
    return kept


def _kept(connection: Connection) -> Renewal | None:
    try:
        return msgspec.json.decode(local.marks(connection).get(MARK, ""), type=Renewal)
    except msgspec.MsgspecError:
        return None
