"""What the app and the program that exchanges for it say to each other, one line of JSON each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from model.home.paths import Home

if TYPE_CHECKING:
    from sync.exchange import Outcome
    from sync.steps import Step


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done. When the app closes the line, it is given up between two files."""

    folders: tuple[str, str, str]
    """Of the home: data, settings, logs."""
    today: date
    addresses: tuple[str, ...]
    creates: bool = False
    """Whether a share is made at the addresses first."""
    sweep: bool = True
    """Whether every scope is looked into, also where nothing seems to have come."""
    wait: float = 0.0
    """How many seconds another window's exchange is waited for."""

    @property
    def home(self) -> Home:
        """The home for which it is done."""
        return Home(*map(Path, self.folders))


def folders_of(home: Home) -> tuple[str, str, str]:
    """A home's folders as a request names them."""
    return str(home.data), str(home.config_folder), str(home.logs)


class Told(msgspec.Struct, frozen=True, tag="told"):
    """How far it has come."""

    text: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What was done at one share."""

    address: str
    is_known: bool
    """Whether there is a share at the address."""
    sent: int = 0
    received: int = 0
    put_back: int = 0
    problems: tuple[str, ...] = ()
    renewed: str = ""
    """That this home's database was moved, copied or set back, in a few words."""


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """It came to its end; what a share refused is told with that share."""

    shares: tuple[Done, ...]


class Refused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """Nothing more could be done; `message` says what is safe and what to do."""

    message: str
    brief: str = ""
    """The same in a few words; empty when it is no fault, such as another window's turn."""


Answer = Ended | Refused
LINE = msgspec.json.Decoder(Told | Ended | Refused)


def line_of(message: msgspec.Struct) -> bytes:
    """A message as the line that is sent."""
    return msgspec.json.encode(message) + b"\n"


def told(step: Step) -> Told:
    """A step in the words that a screen shows."""
    return Told(str(step))


def done(outcome: Outcome) -> Done:
    """An outcome as the app needs it: what is left to say stands in the database."""
    return Done(
        address=outcome.address,
        is_known=outcome.share is not None,
        sent=outcome.newly_there,
        received=outcome.received,
        put_back=outcome.restored,
        problems=tuple(map(str, outcome.problems)),
        renewed=outcome.renewal.brief if outcome.renewal is not None else "",
    )
