"""Two homes and a centre at the prompt: making a share, syncing, choosing between two values."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from model.example.catalogue import example_catalogue
from model.home.config import read_config
from model.home.paths import home_at
from model.plan.entities import HandIn
from model.workspace.opening import open_workspace
from sync.sent import sent
from sync.standing import HELD_BACK, standing
from tests.tui.line_mode.prompt import Prompt

ANY_HOME = Callable[[str], Prompt]


@pytest.fixture
def at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> ANY_HOME:
    """A prompt in the home of somebody."""
    return lambda name: Prompt(tmp_path / name, capsys)


@pytest.fixture
def share(tmp_path: Path, at: ANY_HOME) -> Path:
    """A share that the centre has made and put its goals on."""
    goals = tmp_path / "mål.toml"
    goals.write_bytes(example_catalogue())
    words = ("--role", "central", "--name", "Cia", "--unit", "Kostenheten", "--goals", str(goals))
    assert at("cia")("setup", *words).code == 0
    share = tmp_path / "Delad plan"
    answer = at("cia")("share", "create", str(share))
    assert (answer.code, answer.err) == (0, "")
    assert "Ge adressen till de andra." in answer.out
    return share


@pytest.fixture
def two(share: Path, at: ANY_HOME) -> tuple[Prompt, Prompt]:
    """Åsa and Bo of the same unit, with one activity that both have."""
    for name in ("Åsa", "Bo"):
        words = ("--name", name, "--unit", "Kostenheten", "--share", str(share))
        answer = at(name)("setup", *words)
        assert (answer.code, answer.err) == (0, "")
    anna, bo = at("Åsa"), at("Bo")
    plan(anna, "Dialog")
    assert anna("sync").code == bo("sync").code == 0
    return anna, bo


def plan(prompt: Prompt, title: str) -> None:
    """Plan an activity."""
    when = ("--start", "2024-01-01", "--end", "2024-09-30")
    assert prompt("plan", "add", "--title", title, "--goal", "3.4.5", *when).code == 0


def rename(prompt: Prompt, old: str, new: str) -> None:
    """Give an activity another title."""
    assert prompt("plan", "edit", prompt.id_of(old), "--title", new).code == 0


def titles(prompt: Prompt) -> list[object]:
    """What is planned."""
    return [row["title"] for row in prompt.json("plan", "list") if row["origin"] == "own"]


def test_goals_and_units_come_from_the_share(two: tuple[Prompt, Prompt], share: Path) -> None:
    """Nobody has to be sent a file, and the example's goals are not used."""
    anna, bo = two
    assert len(anna.json("goals", "list")) == 25
    assert titles(bo) == ["Dialog"]
    assert read_config(home_at(anna.home)).shares == (str(share),)


def test_the_same_person_on_two_computers_is_one_person(
    two: tuple[Prompt, Prompt], share: Path, at: ANY_HOME
) -> None:
    """By name and unit; somebody of another unit with the same name is another."""
    anna, _ = two
    answer = at("Bärbara")("setup", "--name", "åsa", "--unit", "Kostenheten", "--share", str(share))
    assert answer.code == 0
    assert "åsa finns redan i enheten" in answer.err
    other = at("Annan")
    answer = other("setup", "--name", "Åsa", "--unit", "Lokalvården", "--share", str(share))
    assert (answer.code, answer.err) == (0, "")
    persons = [
        read_config(home_at(each.home)).profile.person for each in (anna, at("Bärbara"), other)
    ]
    assert persons[0] == persons[1] != persons[2]
    plan(at("Bärbara"), "Frukost")
    assert at("Bärbara")("sync").code == anna("sync").code == 0
    assert "Åsa" in anna("history", anna.id_of("Frukost")).out


def test_who_began_apart_is_told_of_the_other_self_and_can_become_one(
    two: tuple[Prompt, Prompt], share: Path, at: ANY_HOME, tmp_path: Path
) -> None:
    """Somebody planned before the share was chosen: told once, and one when both say so."""
    anna, _ = two
    goals = ("--goals", str(tmp_path / "mål.toml"))
    early = at("Tidig")
    assert early("setup", "--name", "Åsa", "--unit", "Kostenheten", *goals).code == 0
    assert "En till som heter Åsa finns i enheten" in early("sync", "--share", str(share)).err
    assert "En till" not in early("sync").err
    assert "En till som heter Åsa finns i enheten" in anna("sync").err
    for each in (anna, early):
        assert each("setup", "--name", "Åsa").code == 0
    persons = [read_config(home_at(each.home)).profile.person for each in (anna, early)]
    assert persons[0] == persons[1]


def test_a_share_without_goals_says_who_begins(at: ANY_HOME, tmp_path: Path) -> None:
    """A unit that comes first is told what it waits for; nothing is set up."""
    goals = tmp_path / "mål.toml"
    goals.write_bytes(example_catalogue())
    assert at("eva")("setup", "--name", "Eva", "--unit", "Kostenheten").code == 0
    assert at("eva")("share", "create", str(tmp_path / "ny")).code == 0
    words = ("setup", "--name", "Åsa", "--unit", "Kostenheten", "--share", str(tmp_path / "ny"))
    answer = at("åsa")(*words)
    assert answer.code == 1
    assert "Delningen har ingen målkatalog än" in answer.err
    assert not home_at(at("åsa").home).is_set_up
    answer = at("cia")(*words, "--role", "central", "--goals", str(goals))
    assert (answer.code, answer.err) == (0, "")
    assert at("åsa")(*words).code == 0
    assert at("eva")("sync").code == 0


def test_another_municipalitys_share(share: Path, at: ANY_HOME, tmp_path: Path) -> None:
    """What is written to other goals stays here, and the address is not kept."""
    goals = tmp_path / "annan.toml"
    text = example_catalogue().decode("utf-8")
    goals.write_text(re.sub(r'(?m)^key = "[^"]*"', 'key = "ekby"', text, count=1), encoding="utf-8")
    eva = at("eva")
    words = ("--name", "Eva", "--unit", "Kostenheten", "--goals", str(goals))
    assert eva("setup", *words).code == 0
    plan(eva, "Dialog")
    for ask in (("sync", "--share"), ("share", "create"), ("setup", "--share")):
        answer = eva(*ask, str(share))
        assert answer.code == 1
        assert "hör till en annan kommun" in answer.err
        assert "Inget är skickat dit eller hämtat därifrån" in answer.err
        assert "Väntar på att skickas" not in answer.out
        assert read_config(home_at(eva.home)).shares == ()
    assert titles(eva) == ["Dialog"]


def test_a_second_catalogue_is_refused(share: Path, at: ANY_HOME, tmp_path: Path) -> None:
    """The goals on the share are the centre's; a file does not quietly change them."""
    words = ("setup", "--name", "Åsa", "--unit", "Kostenheten", "--share", str(share))
    answer = at("åsa")(*words, "--goals", str(tmp_path / "mål.toml"))
    assert answer.code == 1
    assert "har redan en målkatalog" in answer.err
    assert not home_at(at("åsa").home).is_set_up


def test_a_second_share_has_lost_nothing(two: tuple[Prompt, Prompt], tmp_path: Path) -> None:
    """What goes to a new share is sent there; only what is gone from it is sent again."""
    anna, _ = two
    second = tmp_path / "ny delning"
    told = anna("share", "create", str(second)).out
    assert "Skickat: 3 ändringar" in told
    assert "Delningen saknade" not in told
    for file in second.rglob("*.seg"):
        file.unlink()
    assert "Delningen saknade 3 ändringar" in anna("sync", "--share", str(second)).out


def test_what_was_sent_and_received_is_told(two: tuple[Prompt, Prompt]) -> None:
    """In words, and as one flat object for each share."""
    anna, bo = two
    plan(anna, "Frukost")
    assert anna.json("share", "list")[0]["waiting"] == 1
    answer = anna("sync")
    assert "Skickat: 1 ändring. Hämtat: inget nytt." in answer.out
    assert "Allt som är skrivet här finns på delningen." in answer.out
    (record,) = bo.json("sync")
    assert (record["sent"], record["received"], record["waiting"]) == (0, 1, 0)
    assert (record["ok"], record["message"], record["waiting_since"]) == (True, None, None)
    assert sorted(map(str, titles(bo))) == ["Dialog", "Frukost"]


def test_a_share_that_cannot_be_reached(two: tuple[Prompt, Prompt], share: Path) -> None:
    """Exit code 1, what waits and since when; then it goes by itself."""
    anna, _ = two
    plan(anna, "Frukost")
    share.rename(share.with_name("borta"))
    answer = anna("sync")
    assert answer.code == 1
    assert "går inte att nå" in answer.err
    assert "Väntar på att skickas: 1 ändring, sedan 20" in answer.out
    assert "Skickat" not in answer.out
    (record,) = anna.json("sync")
    assert (record["ok"], record["waiting"]) == (False, 1)
    shown = anna("share", "show")
    assert "1 ändring, sedan" in shown.out
    share.with_name("borta").rename(share)
    assert anna.json("sync")[0]["sent"] == 1


def test_one_share_of_two_is_gone(two: tuple[Prompt, Prompt], share: Path, tmp_path: Path) -> None:
    """What can be done is done, and the exit code says that something could not."""
    anna, _ = two
    assert anna("share", "create", str(tmp_path / "andra")).code == 0
    plan(anna, "Frukost")
    shutil.rmtree(share)
    answer = anna("sync", "--json")
    assert answer.code == 1
    assert [(each["ok"], each["sent"]) for each in answer.json] == [(False, 0), (True, 1)]


def test_conflicts_side_by_side(two: tuple[Prompt, Prompt]) -> None:
    """Both values are kept; one is chosen; the choice travels, and can be undone."""
    anna, bo = two
    rename(anna, "Dialog", "Dialog med producenter")
    rename(bo, "Dialog", "Samtal")
    assert anna("sync").code == 0
    answer = bo("sync")
    assert answer.code == 0, "an open conflict is no failure"
    assert "På 1 ställe har två skrivit olika." in answer.out
    assert anna("sync").code == 0
    (conflict,) = anna.json("conflicts", "list")
    assert (conflict["entity"], conflict["field"]) == ("activity", "title")
    assert [side["value"] for side in conflict["values"]] == ["Samtal", "Dialog med producenter"]
    assert [side["author"] for side in conflict["values"]] == ["Bo", "Åsa"]
    assert all(side["time"].endswith("Z") for side in conflict["values"])
    key = str(conflict["id"])
    assert anna.json("conflicts", "show", key[:8]) == [conflict]
    assert "2  Dialog med producenter" in anna("conflicts", "show", key).out
    settled = anna("conflicts", "settle", key, "--take", "2", "--json")
    assert settled.json["value"] == "Dialog med producenter"
    assert anna.json("conflicts", "list") == []
    assert anna("sync").code == bo("sync").code == 0
    assert bo.json("conflicts", "list") == []
    assert titles(bo) == ["Dialog med producenter"]
    assert "Värdena står kvar att välja på" in anna("undo").out
    assert anna("sync").code == bo("sync").code == 0
    assert anna.json("conflicts", "list") == bo.json("conflicts", "list") == [conflict]


def test_wrong_choices_change_nothing(two: tuple[Prompt, Prompt]) -> None:
    """A number that is none, a thing without a conflict, and several fields at once."""
    anna, bo = two
    key = anna.id_of("Dialog")
    assert anna("conflicts", "settle", key, "--take", "1").code == 1
    assert "Det finns inget att välja" in anna("conflicts", "show", key).err
    for prompt, word in ((anna, "A"), (bo, "B")):
        words = ("--title", word, "--description", f"Beskrivning {word}.")
        assert prompt("plan", "edit", key, *words).code == 0
        prompt("sync")
    anna("sync")
    assert len(anna.json("conflicts", "list")) == 2
    assert "Ange --field: " in anna("conflicts", "settle", key, "--take", "1").err
    assert (
        "bara 2 att välja på"
        in anna("conflicts", "settle", key, "--take", "3", "--field", "rubrik").err
    )
    assert anna("conflicts", "settle", key, "--take", "2", "--field", "rubrik").code == 0
    (left,) = anna.json("conflicts", "list")
    assert left["field"] == "description"


def test_forgetting_a_share_removes_nothing(two: tuple[Prompt, Prompt], share: Path) -> None:
    """Neither here nor there; what waited is told of."""
    anna, _ = two
    plan(anna, "Frukost")
    before = sorted(share.rglob("*"))
    answer = anna("share", "forget", str(share))
    assert "1 ändring hann inte skickas" in answer.out
    assert sorted(share.rglob("*")) == before
    assert anna.json("share", "list") == []
    assert sorted(map(str, titles(anna))) == ["Dialog", "Frukost"]
    refused = anna("sync")
    assert refused.code == 1
    assert "Ingen delning är vald" in refused.err
    assert anna("sync", "--share", str(share)).code == 0
    assert anna.json("share", "list")[0]["waiting"] == 0


@pytest.mark.parametrize("address", ["https://delning.se", "sqlite://plan.db"])
def test_an_address_of_another_kind_is_not_remembered(tertial: Prompt, address: str) -> None:
    """It says which kinds there are."""
    answer = tertial("sync", "--share", address)
    assert answer.code == 1
    assert "ingen mapp, SQLite-fil eller PostgreSQL-databas" in answer.err
    assert tertial.json("share", "list") == []


def test_a_share_that_was_never_reached_is_not_remembered(tertial: Prompt, tmp_path: Path) -> None:
    """A mistyped path would otherwise fail at every sync."""
    answer = tertial("sync", "--share", str(tmp_path / "fel"))
    assert answer.code == 1
    assert tertial.json("share", "list") == []


def test_a_hand_in_says_whether_it_has_been_sent(two: tuple[Prompt, Prompt]) -> None:
    """Not before the exchange; afterwards it is sent, and a new hand-in is not."""
    anna, _ = two
    answer = anna("submit", "--allow-missing")
    assert "Sparad här, inte skickad än.\nSkicka med ”tertial sync”." in answer.out
    assert anna("sync").code == 0
    with_share = anna.json("sync")[0]
    assert with_share["waiting"] == 0
    answer = anna("withdraw")
    assert "inte skickad än" in answer.out
    assert anna("sync").code == 0
    assert anna.json("submit", "--allow-missing")["sent"] is False


def test_a_hand_in_that_is_on_the_share_is_sent(two: tuple[Prompt, Prompt]) -> None:
    """With the time at which the share was last reached."""
    anna, _ = two
    assert anna("submit", "--allow-missing").code == 0
    home = home_at(anna.home)
    for is_sent in (False, True):
        workspace = open_workspace(home, date(2024, 4, 23))
        try:
            (hand_in,) = workspace.plan.of(HandIn)
            found = sent(workspace.database, read_config(home).shares, hand_in)
        finally:
            workspace.close()
        assert found.is_sent is is_sent
        assert str(found).startswith("Skickad 20" if is_sent else "Sparad här, inte skickad")
        assert anna("sync").code == 0


def test_what_is_wrong_with_a_share_stands_where_it_is_shown(
    two: tuple[Prompt, Prompt], share: Path
) -> None:
    """As in the app: what the latest try met, since when, what is safe and what to do."""
    anna, _ = two
    assert anna.json("share", "show")["message"] is None
    marker = share / "tertial-share.json"
    kept = marker.read_bytes()
    marker.unlink()
    assert anna("sync").code == 1
    shown = anna("share", "show")
    assert "Senaste försöket gick inte (sedan 20" in shown.out
    assert "saknar märkfilen tertial-share.json" in shown.out
    assert "Allt som är skrivet här är sparat" in shown.out
    assert "saknar märkfilen" in str(anna.json("share", "show")["message"])
    marker.write_bytes(kept)
    assert anna("sync").code == 0
    assert "Senaste försöket" not in anna("share", "show").out


def test_a_database_that_was_copied_says_so(
    two: tuple[Prompt, Prompt], at: ANY_HOME, tmp_path: Path
) -> None:
    """When it is found out, and for a month where the share is shown."""
    shutil.copytree(tmp_path / "Åsa", tmp_path / "Kopian")
    copy = at("Kopian")
    plan(copy, "Frukost")
    for answer in (copy("sync"), copy("share", "show")):
        assert "flyttad, kopierad eller återställd. Inget är förlorat" in answer.out
    assert "flyttad" not in copy("sync").out
    assert "flyttad" in str(copy.json("share", "show")["database"])


def test_a_home_that_leaves_the_centre_says_what_it_has_not_sent(share: Path, at: ANY_HOME) -> None:
    """It is asked before, told of afterwards, and can still be sent."""
    cia = at("cia")
    assert cia("oversight", "add", "Kostenheten", "Skolutskottet", "2024-05-14").code == 0
    answer = cia("setup", "--role", "unit")
    assert answer.code == 1
    assert "1 ändring som du har gjort centralt är inte skickad" in answer.err
    assert "Inget är ändrat. Synka först" in answer.err
    assert cia.json("settings", "role")["value"] == "central"
    assert cia("setup", "--role", "unit", "--leave-unsent").code == 0
    answer = cia("sync")
    assert "1 central ändring skickas inte" in answer.out
    assert "Allt som är skrivet här finns på delningen" not in answer.out
    assert "1 central ändring skickas inte" in cia("share", "show").out
    assert cia.json("sync")[0]["held_back"] == 1
    workspace = open_workspace(home_at(cia.home), date(2024, 4, 23))
    try:
        assert standing(workspace, [str(share)]).fault == HELD_BACK
    finally:
        workspace.close()
    assert cia("setup", "--role", "central").code == 0
    assert "Allt som är skrivet här finns på delningen" in cia("sync").out
    assert cia("setup", "--role", "unit").code == 0
    assert cia.json("sync")[0]["held_back"] == 0
