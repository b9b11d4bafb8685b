"""Work beside the screen's thread of which only the latest counts."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from textual.dom import DOMNode


def latest(node: DOMNode, work: Callable[[], Coroutine[Any, Any, object]], group: str) -> None:
    """Run a coroutine function as the only one of its group; an earlier one is given up.

    A function and not a coroutine: one that is given up before it began is not missed.
    """
    node.run_worker(work, group=group, exclusive=True)  # type: ignore[arg-type]  # mypy finds no one way among those in which Textual takes work
