"""Where this device keeps its files; the only module that knows paths.

The database is kept in the machine's own, non-roaming data folder. A home given with
`--home` or `TERTIAL_HOME` holds everything in one folder.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import msgspec

HOME_VARIABLE = "TERTIAL_HOME"


class Home(msgspec.Struct, frozen=True):
    """The files of one installation for one user."""

    data: Path
    config_folder: Path
    logs: Path

    @property
    def database(self) -> Path:
        """The local database file."""
        return self.data / "tertial.sqlite3"

    @property
    def config(self) -> Path:
        """The device's settings, a TOML file that may be edited by hand."""
        return self.config_folder / "config.toml"

    @property
    def log(self) -> Path:
        """Where what no user should see is written."""
        return self.logs / "tertial.log"

    @property
    def finals(self) -> Path:
        """The files of the documents that were finalised here, write-protected."""
        return self.data / "finals"

    @property
    def is_set_up(self) -> bool:
        """Whether first start has been gone through."""
        return self.config.exists()


def home_at(folder: Path) -> Home:
    """A home in which everything lies in one folder."""
    with suppress(RuntimeError):  # ~ followed by nobody's name is a folder's name
        folder = folder.expanduser()
    folder = folder.absolute()
    return Home(data=folder, config_folder=folder, logs=folder / "log")


def find_home(given: str | None = None) -> Home:
    """The home to use: the one given, that of `TERTIAL_HOME`, or the user's own folders."""
    chosen = given or os.environ.get(HOME_VARIABLE)
    if chosen:
        return home_at(Path(chosen))
    from platformdirs import PlatformDirs

    folders = PlatformDirs("tertial", appauthor=False, roaming=False)
    return Home(
        data=Path(folders.user_data_dir),
        config_folder=Path(folders.user_config_dir),
        logs=Path(folders.user_log_dir),
    )
