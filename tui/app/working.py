"""Work beside the screen's thread, given as functions: one that never begins is not missed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from textual.dom import DOMNode


def begin(node: DOMNode, work: Callable[[], Coroutine[Any, Any, object]], group: str) -> None:
    """Run a coroutine function beside the others of its group."""
    node.run_worker(work, group=group)  # type: ignore[arg-type]  # mypy finds no one way among those in which Textual takes work


def latest(node: DOMNode, work: Callable[[], Coroutine[Any, Any, object]], group: str) -> None:
    """Run a coroutine function as the only one of its group; an earlier one is given up."""
    node.run_worker(work, group=group, exclusive=True)  # type: ignore[arg-type]  # mypy finds no one way among those in which Textual takes work
