"""Opening the workspace of a home."""

from __future__ import annotations

from datetime import date

from model.home.config import read_config
from model.home.paths import Home
from model.store.database import Database
from model.workspace.workspace import Workspace


def open_workspace(home: Home, today: date) -> Workspace:
    """The workspace of a home that is set up; raises `ConfigError` or a `StoreError`."""
    config = read_config(home)
    return Workspace(Database(home.database), config.profile, today)
