"""Lines that say as much as there is room for, and never lose their end without a mark."""

from __future__ import annotations

from textual.content import Content

BAR_WIDTH = 10
GAP = 2


def spread(left: Content, right: Content, width: int, *shorter: tuple[Content, Content]) -> Content:
    """Two texts at the edges of a line: the first pair that fits, else the last one, cut."""
    pairs = ((left, right), *shorter)
    fits = (pair for pair in pairs if _room(*pair) <= width)
    left, right = next(fits, pairs[-1])
    if _room(left, right) > width:
        right = right.truncate(max(0, width - 1), ellipsis=True)
        left = left.truncate(max(0, width - right.cell_length - 1), ellipsis=True)
    gap = max(1, width - left.cell_length - right.cell_length)
    return Content.assemble(left, " " * gap, right)


def _room(left: Content, right: Content) -> int:
    gap = GAP if left.cell_length and right.cell_length else 0
    return left.cell_length + right.cell_length + gap


def bar(done: int, total: int) -> Content:
    """How much of something is done, as a bar; figures always stand beside it."""
    filled = BAR_WIDTH * done // total if total else 0
    return Content.assemble(("█" * filled, "$success"), ("░" * (BAR_WIDTH - filled), "$muted"))
