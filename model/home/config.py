"""The device's settings: who uses it, for which units, and how it looks.

Read with the standard library (start-up), written with tomlkit so that a user's own comments
stay.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from model.errors import ModelError
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
    deadline_reminder_days: int = 14


def read_config(home: Home) -> Config:
    """Read the settings; raises `ConfigError` for a file that is missing or wrong."""
    try:
        text = home.config.read_text(encoding="utf-8")
        return msgspec.convert(tomllib.loads(text), Config)
    except FileNotFoundError as error:
        raise ConfigError(home.config, "den finns inte") from error
    except OSError as error:
        raise ConfigError(home.config, error.strerror or type(error).__name__) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise ConfigError(home.config, str(error)) from error


def write_config(home: Home, config: Config) -> None:
    """Write the settings in place, keeping comments; a reader never sees half a file."""
    import tomlkit

    try:
        home.config_folder.mkdir(parents=True, exist_ok=True)
        document = tomlkit.document()
        if home.config.exists():
            document = tomlkit.parse(home.config.read_text(encoding="utf-8"))
        else:
            document.add(tomlkit.comment("Den här datorns inställningar för tertial."))
        values: dict[str, Any] = msgspec.to_builtins(config)
        profile = values.pop("profile")
        for key, value in values.items():
            if document.get(key) != value:
                document[key] = value
        if document.get("profile") != profile:
            document["profile"] = profile
        beside = home.config.with_suffix(".tmp")
        beside.write_text(tomlkit.dumps(document), encoding="utf-8")
        beside.replace(home.config)
    except OSError as error:
        raise ConfigError(home.config, error.strerror or type(error).__name__) from error
