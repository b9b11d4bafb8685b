"""What the top of a screen says of saving and sending, in words that are true."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from model.swedish.date_text import time_text

if TYPE_CHECKING:
    from sync.standing import Standing

_COLOURS = {"●": "$success", "▲": "$warning"}


class Saved(NamedTuple):
    """The same in full, in a few words, and as a mark; the mark comes first in each."""

    full: str
    brief: str = ""

    def parts(self) -> tuple[Content, Content, Content]:
        """As a screen shows it, from the longest to the shortest."""
        mark = self.full.partition(" ")[0]
        texts = (self.full, self.brief or self.full, mark)
        return tuple(_coloured(text) for text in texts)  # type: ignore[return-value]  # three


def sending(standing: Standing, now: datetime) -> Saved:
    """Where what is written here has come to; there is a share."""
    waits = f"{standing.waiting} väntar"
    if standing.fault:
        if not standing.waiting:
            return Saved(f"▲ {standing.fault} · inget väntar", "▲ inte synkat")
        return Saved(f"▲ {standing.fault} · {waits}", f"▲ {waits}")
    if standing.waiting:
        since = f" sedan {_when(standing.since, now)}" if standing.since else ""
        return Saved(f"○ {waits}{since}", f"○ {waits}")
    if standing.reached is None:
        return Saved("○ delningen är inte nådd än", "○ inte nådd än")
    return Saved(f"● allt skickat {_when(standing.reached, now)}", "● allt skickat")


def _when(moment: datetime, now: datetime) -> str:
    return time_text(moment, now=now).removeprefix("i dag ")


def _coloured(text: str) -> Content:
    mark, _, rest = text.partition(" ")
    return Content.assemble((mark, _COLOURS.get(mark, "")), f" {rest}" if rest else "")
