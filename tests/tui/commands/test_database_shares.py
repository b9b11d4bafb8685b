"""At the prompt: meeting in a SQLite file and in PostgreSQL, with a login of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from model.example.catalogue import example_catalogue
from model.home.config import read_config
from model.home.paths import home_at
from sync.database.passwords import FILE
from tests.postgres_server import Server
from tests.tui.line_mode.prompt import Prompt

ANY_HOME = Callable[[str], Prompt]


@pytest.fixture
def at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> ANY_HOME:
    """A prompt in the home of somebody."""
    return lambda name: Prompt(tmp_path / name, capsys)


@pytest.fixture
def cia(tmp_path: Path, at: ANY_HOME) -> Prompt:
    """The centre, with goals and units."""
    goals = tmp_path / "mål.toml"
    goals.write_bytes(example_catalogue())
    words = ("--role", "central", "--name", "Cia", "--unit", "Kostenheten", "--goals", str(goals))
    assert at("cia")("setup", *words).code == 0
    return at("cia")


def plan(prompt: Prompt, title: str) -> None:
    """Plan an activity."""
    when = ("--start", "2024-01-01", "--end", "2024-09-30")
    assert prompt("plan", "add", "--title", title, "--goal", "3.4.5", *when).code == 0


def test_meeting_in_one_file(cia: Prompt, at: ANY_HOME, tmp_path: Path) -> None:
    """The same commands as for a folder; the address says which kind."""
    address = f"sqlite:///{(tmp_path / 'plan.db').as_posix()}"
    assert cia("share", "create", address).code == 0
    answer = at("åsa")("setup", "--name", "Åsa", "--unit", "Kostenheten", "--share", address)
    assert (answer.code, answer.err) == (0, "")
    plan(at("åsa"), "Dialog")
    assert at("åsa").json("sync")[0]["sent"] == 1
    assert cia.json("sync")[0]["received"] == 2
    assert [row["address"] for row in cia.json("share", "list")] == [address]
    answer = cia("share", "allow", "kosten", "--unit", "Kostenheten")
    assert answer.code == 1
    assert "är ingen PostgreSQL-databas" in answer.err


def test_a_file_that_is_not_there(cia: Prompt, tmp_path: Path) -> None:
    """It is told and not made; nothing is remembered."""
    address = f"sqlite:///{(tmp_path / 'plan.db').as_posix()}"
    answer = cia("sync", "--share", address)
    assert answer.code == 1
    assert "filen finns inte" in answer.err
    assert not (tmp_path / "plan.db").exists()
    assert cia.json("share", "list") == []


def test_meeting_in_postgresql(cia: Prompt, at: ANY_HOME, server: Server, tmp_path: Path) -> None:
    """The owner makes the share and gives each unit its rights; a password is seen nowhere.

    The folder used before is still in use: rights are given where there are any to give.
    """
    database = server.new_database()
    assert cia("share", "create", str(tmp_path / "mappen")).code == 0
    assert cia("share", "create", server.address(database)).code == 0
    server.run("postgres", "DROP ROLE IF EXISTS kosten; CREATE ROLE kosten LOGIN PASSWORD 'sEkret'")
    given = server.port_address(database, "kosten:sEkret")
    words = ("setup", "--name", "Åsa", "--unit", "Kostenheten", "--share")
    answer = at("åsa")(*words, given)
    assert answer.code == 1
    assert "Be den som sköter delningen om rättighet" in answer.err
    assert "sEkret" not in answer.err
    answer = cia("share", "allow", "kosten", "--unit", "Kostenheten")
    assert (answer.code, answer.err) == (0, "")
    assert "Kostenheten" in answer.out
    (right,) = cia.json("share", "allow", "kosten", "--unit", "Kostenheten")
    assert (right["unit"], right["may_write"]) == ("Kostenheten", True)
    answer = at("åsa")(*words, given)
    assert (answer.code, answer.err) == (0, "")
    home = home_at(at("åsa").home)
    assert read_config(home).shares == (server.port_address(database, "kosten"),)
    said = "".join(at("åsa")("share", word).out for word in ("list", "show"))
    assert "sEkret" not in said + home.config.read_text(encoding="utf-8")
    plan(at("åsa"), "Dialog")
    assert at("åsa").json("sync")[0]["sent"] == 1
    assert cia.json("sync")[1]["received"] == 2
    assert at("åsa")("share", "forget", read_config(home).shares[0]).code == 0
    assert "sEkret" not in (home.data / FILE).read_text(encoding="utf-8")


def test_rights_are_asked_for_in_a_way_that_can_be_answered(cia: Prompt, server: Server) -> None:
    """Without a share, without a unit, or for a login that is not there."""
    assert "Ingen delning är vald" in cia("share", "allow", "x", "--unit", "Kostenheten").err
    assert cia("share", "create", server.address(server.new_database())).code == 0
    assert cia("share", "allow", "x").code == 2
    answer = cia("share", "allow", "finns_inte", "--unit", "Kostenheten")
    assert answer.code == 1
    assert "inget konto som heter finns_inte" in answer.err
    answer = cia("share", "allow", "agare", "--role", "central")
    assert "läser och skriver allt" in answer.out
