"""Passwords to shares: apart from the settings, in a file that only the user may read.

Whoever wants none here gives none in the address: what libpq finds (`PGPASSWORD`, `.pgpass`, a
service file) is used then.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from model.errors import ModelError, system_reason

FILE = "losenord.json"


class PasswordNotKept(ModelError):
    """The password cannot be saved."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Lösenordet gick inte att spara i {path} ({reason}). Inget är ändrat. Kontrollera "
            "utrymme och rättigheter, eller lägg lösenordet i PostgreSQL:s egen fil .pgpass och "
            "ange adressen utan lösenord."
        )


def password_of(database: Path, address: str) -> str | None:
    """The password that is kept for an address; None where there is none."""
    return _passwords(database).get(address)


def keep(database: Path, address: str, password: str) -> None:
    """Keep a password for an address; raises `PasswordNotKept`."""
    _change(database, {**_passwords(database), address: password})


def forget(database: Path, address: str) -> None:
    """Remove what is kept for an address; raises `PasswordNotKept`."""
    passwords = _passwords(database)
    if passwords.pop(address, None) is not None:
        _change(database, passwords)


def _passwords(database: Path) -> dict[str, str]:
    with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        content = database.with_name(FILE).read_bytes()
        return msgspec.json.decode(content, type=dict[str, str])
    return {}


def _change(database: Path, passwords: dict[str, str]) -> None:
    path = database.with_name(FILE)
    content = msgspec.json.format(msgspec.json.encode(passwords), indent=2) + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A temporary file can be read by nobody else, and what replaces keeps that.
        handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PasswordNotKept(path, system_reason(error)) from error
