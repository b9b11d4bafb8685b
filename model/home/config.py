"""The device's settings: who uses it, for which units, and how it looks.

Read with the standard library (start-up), written with tomlkit so that a user's own comments
stay.
"""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any

import msgspec

from model.errors import ModelError, system_reason
from model.home.paths import Home
from model.plan.identifiers import EntityId
from model.plan.vocabulary import Role

THEMES = ("mork", "ljus", "hogkontrast")


class ConfigError(ModelError):
    """The settings file cannot be used; it is left as it is."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Inställningsfilen {path} går inte att använda: {reason}. Den är lämnad orörd och "
            "planen är kvar. Rätta filen, eller flytta undan den och kör ”tertial setup” igen."
        )


class ConfigNotSaved(ModelError):
    """The settings file cannot be written; what it said before still holds."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Inställningarna gick inte att spara i {path} ({reason}). De som fanns gäller "
            "fortfarande. Kontrollera utrymme och rättigheter och försök igen."
        )


class Profile(msgspec.Struct, frozen=True):
    """Who uses the device. `units` are ids; the first is the one shown first."""

    person: EntityId
    units: tuple[EntityId, ...]
    role: Role = Role.UNIT


class Config(msgspec.Struct, frozen=True):
    """Everything in the settings file."""

    profile: Profile
    theme: str = THEMES[0]
    shares: tuple[str, ...] = ()


def read_config(home: Home) -> Config:
    """Read the settings; raises `ConfigError` for a file that is missing or wrong."""
    try:
        return msgspec.convert(tomllib.loads(_text(home.config)), Config)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(home.config, _wrong_toml(error)) from error
    except msgspec.ValidationError as error:
        raise ConfigError(home.config, _wrong_value(error)) from error


def change_config(home: Home, change: Callable[[Config], Config]) -> Config:
    """Change the settings as the file has them now; gives what holds afterwards.

    Another program may have changed it since it was read last, so nobody writes back what he
    read earlier. Raises `ConfigError` or `ConfigNotSaved`, and then the file is as it was.
    """
    present = read_config(home)
    wanted = change(present)
    if wanted != present:
        write_config(home, wanted)
    return wanted


def write_config(home: Home, config: Config) -> None:
    """Write the settings in place, keeping comments and what this version does not know.

    A reader never sees half a file, nor does a power cut leave one. Raises `ConfigError` when
    the present file is wrong, `ConfigNotSaved` when the new one cannot be written.
    """
    import tomlkit
    import tomlkit.exceptions

    if home.is_set_up:
        try:
            document = tomlkit.parse(_text(home.config))
        except tomlkit.exceptions.TOMLKitError as error:
            raise ConfigError(home.config, _wrong_toml(error)) from error
    else:
        document = tomlkit.document()
        document.add(tomlkit.comment("Den här datorns inställningar för tertial."))
    _update(document, msgspec.to_builtins(config))
    try:
        _replace(home.config, tomlkit.dumps(document))
    except OSError as error:
        raise ConfigNotSaved(home.config, system_reason(error)) from error


def _text(path: Path) -> str:
    """What the file says, also when an editor has put a byte order mark first."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(path, "den finns inte") from error
    except OSError as error:
        raise ConfigError(path, system_reason(error)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(path, "den är inte skriven i UTF-8") from error


def _wrong_toml(error: Exception) -> str:
    place = re.search(r"line (\d+)", str(error))
    return f"fel i formatet på rad {place[1]}" if place else "fel i formatet"


def _wrong_value(error: msgspec.ValidationError) -> str:
    place = re.search(r"`\$\.?([^`]*)`", str(error))
    missing = re.search(r"missing required field `(\w+)`", str(error))
    key = ".".join(part for part in (place and place[1], missing and missing[1]) if part)
    return f"”{key}” {'saknas' if missing else 'har ett värde som inte går att använda'}"


def _update(table: MutableMapping[str, Any], values: dict[str, Any]) -> None:
    """Set what differs, inside tables too, so that comments beside the rest stay."""
    for key, value in values.items():
        present = table.get(key)
        if isinstance(value, dict) and isinstance(present, MutableMapping):
            _update(present, value)
        elif present != value:
            table[key] = value


def _replace(path: Path, text: str) -> None:
    """Put a whole new file in the old one's place, where a link leads if it is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path = path.resolve()
    number, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".tmp", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
