"""Home: what is missing before close, and which key mends it."""

from __future__ import annotations

from model.home.paths import Home
from tests.tui.app.person import at_the_screen


async def test_what_is_missing_stands_first(home: Home) -> None:
    """Whoever opens the program sees at once what lacks a status, and when the tertial closes."""
    async with at_the_screen(home) as person:
        assert "Kostenheten · 2024" in person.lines[0]
        assert "T1 stänger 30 april · 7 dagar kvar" in person.lines[0]
        assert "Saknar status för T1 (2)" in person.lines[3]
        assert person.chosen == "Skapa rutin för matsvinn"
