"""History and undo at a prompt."""

from __future__ import annotations

import re

from tests.tui.line_mode.prompt import Prompt

WASTE = "Skapa rutin för matsvinn"
WAGONS = "Värmevagnar som är lätta att köra"


def test_history_tells_who_when_and_from_what_to_what(demo: Prompt) -> None:
    """The activity's own changes and its statuses, oldest first, with the times of then."""
    identity = demo.id_of(WAGONS)
    assert demo("plan", "edit", identity, "--end", "2024-10-31").code == 0
    answer = demo("history", identity[:8])
    assert answer.code == 0
    assert re.search(r"2024-01-1\d \d\d:\d\d  Åsa Östlund: Ny aktivitet  \[\w{8}\]", answer.out)
    assert "status: Vänteläge" in answer.out
    assert "slut: 2024-09-30 → 2024-10-31" in answer.out
    places = [answer.out.index(said) for said in ("Ny aktivitet", "Ny status", "Ändrad aktivitet")]
    assert places == sorted(places)


def test_history_as_json_is_flat(demo: Prompt) -> None:
    """One object for each field that changed, with the action's id."""
    rows = demo.json("history", demo.id_of(WAGONS))
    status = next(row for row in rows if row["field"] == "status")
    assert (status["from"], status["to"], status["author"]) == (None, "Vänteläge", "Åsa Östlund")
    assert status["time"] == "2024-04-16T09:41:00Z"
    for row in rows:
        assert len(row["id"]) == 36
        assert not any(isinstance(value, list | dict) for value in row.values())


def test_a_unit_s_history_is_its_hand_ins(demo: Prompt) -> None:
    """Who handed in, and when."""
    rows = demo.json("history", "640c5fe1")
    assert [row["to"] for row in rows if row["kind"] == "hand_in"] == [
        "inlämnat 2023-04-17",
        "inlämnat 2023-08-21",
        "inlämnat 2023-12-11",
    ]


def test_undo_takes_back_the_latest_and_says_what(demo: Prompt) -> None:
    """One after the other, and the undoing itself can be taken back."""
    identity = demo.id_of(WASTE)
    assert demo("plan", "edit", identity, "--title", "Mindre matsvinn").code == 0
    answer = demo("undo")
    assert answer.code == 0
    assert "Ändrad aktivitet" in answer.out
    assert demo.json("plan", "show", identity)["title"] == WASTE
    again = re.search(r"tertial undo (\w{8})", answer.out)
    assert again is not None
    assert demo("undo", again[1]).code == 0
    assert demo.json("plan", "show", identity)["title"] == "Mindre matsvinn"


def test_undo_of_a_named_action(demo: Prompt) -> None:
    """The number comes from the history; what was done since elsewhere stays."""
    identity = demo.id_of(WASTE)
    assert demo("status", "set", identity, "delayed").code == 0
    assert demo("plan", "edit", demo.id_of(WAGONS), "--title", "Nya vagnar").code == 0
    action = next(row["id"] for row in demo.json("history", identity) if row["field"] == "status")
    answer = demo("undo", action[:8], "--json")
    assert (answer.code, answer.json["id"]) == (0, action)
    assert demo.json("plan", "show", identity)["status"] is None
    assert demo.id_of("Nya vagnar")
    history = demo("history", identity).out
    assert "Ångrad ändring av status T1 2024" in history


def test_nothing_to_undo(tertial: Prompt) -> None:
    """Setting up is not something that is taken back."""
    answer = tertial("undo")
    assert (answer.code, answer.out) == (1, "")
    assert "inget att ångra" in answer.err
    assert tertial("undo", "abcd").code == 1
