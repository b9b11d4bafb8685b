"""Search at a prompt."""

from __future__ import annotations

from tests.tui.line_mode.prompt import Prompt


def test_any_words_in_any_order(demo: Prompt) -> None:
    """In titles, and in comments, which lead to their activity."""
    rows = demo.json("search", "producenter", "dialog")
    assert rows[0]["title"] == "Dialog med lokala producenter"
    rows = demo.json("search", "lunch", "matråd")
    assert ("comment", demo.id_of("Matråd på alla fyra skolor")) in {
        (row["kind"], row["id"]) for row in rows
    }


def test_a_goal_number_finds_those_below(demo: Prompt) -> None:
    """3.4 finds 3.4.5 too."""
    titles = [row["title"] for row in demo.json("search", "3.4")]
    assert any(title.startswith("3.4.5 ") for title in titles)


def test_the_number_of_hits_can_be_limited(demo: Prompt) -> None:
    """Best first."""
    assert len(demo.json("search", "mat", "--limit", "2")) == 2


def test_nothing_found(demo: Prompt) -> None:
    """A sentence for people, an empty array for programs, exit code 0."""
    answer = demo("search", "xyzzy")
    assert (answer.code, answer.out) == (0, "Inga träffar. Pröva färre eller kortare ord.\n")
    assert demo.json("search", "xyzzy") == []
