"""The doctor looks at everything and changes nothing."""

from __future__ import annotations

import sqlite3

import msgspec

from model.journal.change import read, record
from tests.tui.line_mode.prompt import Prompt


def states(prompt: Prompt, *words: str) -> dict[str, str]:
    """How each thing is."""
    return {row["id"]: row["severity"] for row in prompt.json("doctor", *words)}


def test_a_sound_home(demo: Prompt) -> None:
    """Everything is as it should be, in words and for programs."""
    assert set(states(demo).values()) == {"ok"}
    answer = demo("doctor")
    assert answer.code == 0
    assert f"Databas: {demo.home / 'tertial.sqlite3'}, hel" in answer.out
    assert "Tabeller: stämmer med journalen" in answer.out


def test_before_first_start_nothing_is_made(empty: Prompt) -> None:
    """It says that nothing is set up, and leaves no file."""
    answer = empty("doctor")
    assert answer.code == 1
    assert "inte inställt" in answer.out
    assert not empty.home.exists()


def test_a_broken_database_is_told_and_left_alone(demo: Prompt) -> None:
    """Bytes that are no database."""
    file = demo.home / "tertial.sqlite3"
    file.write_bytes(b"inte en databas " * 100)
    before = file.read_bytes()
    assert states(demo)["database"] == "error"
    assert demo("doctor").code == 1
    assert file.read_bytes() == before


def test_a_missing_database_is_told_and_not_made(demo: Prompt) -> None:
    """An empty one in its place would hide the loss."""
    file = demo.home / "tertial.sqlite3"
    file.unlink()
    assert states(demo)["database"] == "error"
    assert not file.exists()


def test_tables_that_differ_are_made_anew(demo: Prompt) -> None:
    """The journal is the truth; the rest is counted out of it again."""
    connection = sqlite3.connect(demo.home / "tertial.sqlite3")
    connection.execute("UPDATE activity SET title = 'Fel'")
    connection.commit()
    connection.close()
    assert states(demo)["tables"] == "error"
    assert states(demo, "--rebuild") == states(demo)
    assert states(demo)["tables"] == "ok"
    assert demo.id_of("Hälsotema på APT")


def test_lines_that_are_not_shown_are_told_of(demo: Prompt) -> None:
    """A change of another program's version is kept, and the doctor says that it is there."""
    connection = sqlite3.connect(demo.home / "tertial.sqlite3")
    connection.execute(
        "INSERT INTO journal (name, entity, id, scope, action, source, line)"
        " VALUES ('x', 'activity', 'y', 'central', 'z', 'received', X'7B7D')"
    )
    connection.commit()
    connection.close()
    assert states(demo)["journal"] == "warn"


def test_what_another_unit_claims_is_told_of(demo: Prompt) -> None:
    """Its changes are kept and not shown: the doctor says whose they are."""
    connection = sqlite3.connect(demo.home / "tertial.sqlite3")
    (line,) = connection.execute(
        "SELECT line FROM journal WHERE entity = 'activity' AND scope != 'central' LIMIT 1"
    ).fetchone()
    change = read(line).change
    forged = record(msgspec.structs.replace(change, scope="främmande", fields={"title": "Kapad"}))
    connection.execute(
        "INSERT INTO journal (name, entity, id, scope, action, source, line)"
        " VALUES (?, 'activity', ?, 'främmande', 'z', 'received', ?)",
        (forged.name, change.id, forged.line),
    )
    connection.commit()
    connection.close()
    assert states(demo)["claims"] == "warn"
    assert "1 ändring från främmande gäller något som en annan enhet har" in demo("doctor").out


def test_wrong_settings_are_told(demo: Prompt) -> None:
    """With what is wrong in the file."""
    (demo.home / "config.toml").write_text("theme = ", encoding="utf-8")
    assert states(demo)["config"] == "error"
    answer = demo("plan", "list")
    assert answer.code == 1
    assert "Inställningsfilen" in answer.err


def test_stale_tables_are_told_of_and_left_for_the_next_start(demo: Prompt) -> None:
    """Looking does not mend: what another version made is told of, and is mended when used."""
    file = demo.home / "tertial.sqlite3"
    connection = sqlite3.connect(file)
    connection.execute("UPDATE meta SET value = 'en annan version' WHERE key = 'fold'")
    connection.commit()
    connection.close()
    for _ in range(2):
        answer = demo("doctor")
        assert answer.code == 1
        assert "räknas om ur journalen" in answer.out
    assert demo("plan", "list").code == 0
    assert states(demo)["tables"] == "ok"
