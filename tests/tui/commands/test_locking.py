"""Locking at the prompt: who is not ready, the lock, what comes late, and what a unit is told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from model.example.catalogue import example_catalogue
from tests.tui.line_mode.prompt import Prompt

AFTER = ("--today", "2024-05-08")


class Town(NamedTuple):
    """The centre and one unit, each with a home of its own."""

    cia: Prompt
    asa: Prompt


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the homes and the share of each story lie: addresses are whole paths."""
    return tmp_path_factory.mktemp("låsning")


@pytest.fixture
def town(place: Path, capsys: pytest.CaptureFixture[str]) -> Town:
    """Åsa has planned and reported one activity, Cia has it, and T1 is over."""
    kept, folder = place / "som det var", place / "kommunen"
    made = Town(*(Prompt(folder / name, capsys) for name in ("cia", "åsa")))
    if kept.exists():
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
    else:
        begin(made, folder)
        shutil.copytree(folder, kept)
    return made


def begin(town: Town, folder: Path) -> None:
    """Set both homes up, plan, report and sync."""
    cia, asa = town
    folder.mkdir()
    goals = folder / "mål.toml"
    goals.write_bytes(example_catalogue())
    who = ("--role", "central", "--name", "Cia Ek", "--unit", "Kostenheten")
    assert cia("setup", *who, "--goals", str(goals)).code == 0
    assert cia("share", "create", str(folder / "delning")).code == 0
    who = ("--name", "Åsa Öst", "--unit", "Kostenheten", "--share", str(folder / "delning"))
    assert asa("setup", *who).code == 0
    when = ("--start", "2024-01-01", "--end", "2024-09-30")
    assert asa("plan", "add", "--title", "Dialog", "--goal", "3.4.5", *when).code == 0
    report(asa, "ongoing_on_plan", "Går bra.")
    assert asa("sync").code == 0


def report(prompt: Prompt, status: str, comment: str) -> None:
    """Report the activity for T1."""
    words = ("--tertial", "T1", "--comment", comment, *AFTER)
    assert prompt("status", "set", prompt.id_of("Dialog"), status, *words).code == 0


def reported(prompt: Prompt) -> object:
    """What the list shows of Kostenheten's activity for T1."""
    words = ("status", "list", "--tertial", "T1", "--unit", "Kostenheten", *AFTER)
    (row,) = (row for row in prompt.json(*words) if row["title"] == "Dialog")
    return row["status"]


def test_before_locking_one_sees_who_is_not_ready(town: Town) -> None:
    """What is on the share is fetched first; nothing is locked without a yes."""
    answer = town.cia("lock", "T1", "--dry-run", *AFTER)
    assert answer.code == 0
    assert "T1 2024: 0 av 19 enheter har lämnat in." in answer.out
    line = next(line for line in answer.out.splitlines() if line.startswith("Kostenheten"))
    assert "aldrig" not in line
    assert "aldrig" in next(line for line in answer.out.splitlines() if "Lokalvården" in line)
    answer = town.cia("lock", "T1", *AFTER)
    assert (answer.code, answer.err) == (1, "Inget är låst.\n")
    assert town.cia("unlock", "T1", *AFTER).err.startswith("T1 2024 är inte låst.")


def test_what_a_lock_without_a_share_counted_is_sent_like_all_else(town: Town, place: Path) -> None:
    """The share never had it, so it has lost nothing."""
    assert town.cia("sync").code == 0
    share = place / "kommunen" / "delning"
    share.rename(place / "kommunen" / "borta")
    assert town.cia("lock", "T1", "--yes", *AFTER).code == 0
    (place / "kommunen" / "borta").rename(share)
    report(town.asa, "delayed", "Dröjer.")
    assert town.asa("bundle", "write", str(place / "kommunen" / "paket")).code == 0
    for each in town:
        answer = each("sync")
        assert "Skickat: " in answer.out
        assert "Skickat: inget nytt" not in answer.out
        assert "saknade" not in answer.out
    assert town.cia.json("sync")[0]["put_back"] == 0


def test_a_lock_on_what_is_old_says_how_old_it_is(town: Town, place: Path) -> None:
    """The share is gone: whoever locks all the same knows since when nothing was fetched."""
    assert town.cia("sync").code == 0
    (place / "kommunen" / "delning").rename(place / "kommunen" / "borta")
    answer = town.cia("lock", "T1", "--yes", *AFTER)
    assert answer.code == 0
    assert "går inte att nå" in answer.err
    assert "Allt gick inte att hämta: senast hämtades allt 20" in answer.err
    assert "T1 2024 är låst." in answer.out


def test_a_late_status_is_declined_and_then_let_in(town: Town) -> None:
    """From lock to unlock, as both of them see it."""
    assert town.cia("lock", "T1", "--yes", *AFTER).out.endswith("T1 2024 är låst.\n")
    report(town.asa, "delayed", "Leverantören sa upp avtalet.")
    town.asa("sync")
    town.cia("sync")
    assert reported(town.cia) == reported(town.asa) == "ongoing_on_plan"
    answer = town.cia("late", "list")
    assert "status: Pågående enligt plan → Försenad" in answer.out
    (late,) = town.cia.json("late", "list")
    assert (late["unit"], late["author"], late["decision"]) == ("Kostenheten", "Åsa Öst", "waiting")
    declined = ("late", "decline", str(late["id"])[:8], "--reason", "Redan beslutat.", *AFTER)
    assert "Avslagen 2024-05-08 av Cia Ek: Redan beslutat." in town.cia(*declined).out
    assert town.cia("late", "accept", "--all").out == "Inget väntar på beslut.\n"
    town.cia("sync")
    town.asa("sync")
    assert town.asa.json("late", "list")[0]["reason"] == "Redan beslutat."
    assert town.cia("late", "accept", str(late["id"])).code == 0
    town.cia("sync")
    town.asa("sync")
    assert reported(town.cia) == reported(town.asa) == "delayed"
    assert town.asa("late", "list").out == "Inget har kommit in efter låsningen.\n"


def test_a_report_tells_what_was_locked(town: Town, tmp_path: Path) -> None:
    """In May the unit's report has T1 as it was locked; letting in changes it."""
    town.cia("lock", "T1", "--yes", *AFTER)
    report(town.asa, "delayed", "Leverantören sa upp avtalet.")
    town.asa("sync")
    file = tmp_path / "rapport.md"
    words = ("export", "unit-report", "-o", str(file), *AFTER)
    assert town.asa(*words).code == 0
    assert "Pågående enligt plan" in file.read_text(encoding="utf-8")
    assert "Försenad" not in file.read_text(encoding="utf-8")
    town.cia("sync")
    assert town.cia("late", "accept", "--all").code == 0
    town.cia("sync")
    town.asa("sync")
    assert town.asa(*words).code == 0
    assert "Försenad" in file.read_text(encoding="utf-8")


def test_who_knows_of_the_lock_is_told_what_to_do(town: Town) -> None:
    """With by whom and when; only the centre locks, unlocks and decides."""
    town.cia("lock", "T1", "--yes", *AFTER)
    town.asa("sync")
    words = ("delayed", "--tertial", "T1", *AFTER)
    refused = town.asa("status", "set", town.asa.id_of("Dialog"), *words)
    assert refused.code == 1
    assert "T1 2024 låstes 8 maj 2024 av Cia Ek." in refused.err
    told = town.asa("status", "list", "--tertial", "T1", *AFTER).out
    assert "är låst 8 maj av Cia Ek" in told
    assert "1 av 1 rapporterade." in told
    assert "Sista dag" not in told, "what is locked has no day left to report on"
    for command in (("lock", "T1"), ("unlock", "T1"), ("late", "accept", "--all")):
        answer = town.asa(*command, *AFTER)
        assert answer.code == 1
        assert "Bara stab eller controller" in answer.err
    town.cia("unlock", "T1", *AFTER)
    town.cia("sync")
    town.asa("sync")
    report(town.asa, "delayed", "Nu går det.")


def test_a_lock_is_one_json_value(town: Town) -> None:
    """With its units; and its history says who did what."""
    lock = town.cia.json("lock", "T1", "--yes", *AFTER)
    assert (lock["tertial"], lock["locked"], lock["by"]) == ("2024-T1", True, "Cia Ek")
    assert (lock["conflict"], lock["late"]) == (False, 0)
    told = town.cia("history", str(lock["id"])).out
    assert "Cia Ek: Ny låsning T1 2024" in told
    assert "låsning: låst 2024-05-08 av Cia Ek" in told


def test_two_locks_apart_are_the_centres_to_choose_between(
    town: Town, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The centre is asked; a unit, which may not choose, is not."""
    bea = Prompt(place / "kommunen" / "bea", capsys)
    share = place / "kommunen" / "delning"
    who = ("--role", "central", "--name", "Bea By", "--unit", "Kostenheten")
    assert bea("setup", *who, "--share", str(share)).code == 0
    share.rename(away := share.with_name("borta"))
    for centre in (town.cia, bea):
        assert centre("lock", "T1", "--yes", *AFTER).out.endswith("T1 2024 är låst.\n")
    away.rename(share)
    assert town.cia("sync").code == 0
    assert "På 1 ställe har två skrivit olika." in bea("sync").out
    assert bea("conflicts", "list").out.startswith("låsning T1 2024  [")
    told = town.asa("sync").out
    assert "Allt som är skrivet här finns på delningen." in told
    assert "skrivit olika" not in told
    assert town.asa.json("conflicts", "list") == []


def test_an_id_that_is_not_late(town: Town) -> None:
    """Nothing is changed, and it says where to look."""
    town.cia("lock", "T1", "--yes", *AFTER)
    answer = town.cia("late", "accept", "abcd")
    assert answer.code == 1
    assert "Ingen sen ändring har ett id som börjar på ”abcd”." in answer.err
    assert town.cia("late", "accept").code == 2
