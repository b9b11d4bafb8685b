"""What the registry of commands consists of."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One command: the last word of what is typed, what it is for, and the module that has it.

    The module holds a click command named `command`. A group has `entries` instead of a module.
    """

    name: str
    help: str
    module: str = ""
    entries: tuple[Entry, ...] = ()


class Section(NamedTuple):
    """Commands that belong together in the help."""

    heading: str
    entries: tuple[Entry, ...]
