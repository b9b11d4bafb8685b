"""Setting up: once in under a minute, again without losing anything."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from model.example.catalogue import example_catalogue
from model.home.paths import home_at
from tests.tui.line_mode.prompt import Prompt


def test_name_and_unit_are_enough(empty: Prompt) -> None:
    """The example's goals come along, but none of its activities of units."""
    answer = empty("setup", "--name", "Åsa Öst", "--unit", "Kostenheten")
    assert (answer.code, answer.err) == (0, "")
    assert "Klart: Åsa Öst, Kostenheten." in answer.out
    assert [row["number"] for row in empty.json("goals", "list")][:3] == ["3.1", "3.1.1", "3.1.2"]
    assert empty.json("plan", "list") == []


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ((), "--name och --unit"),
        (("--name", "Åsa"), "--unit"),
        (("--unit", "Kostenheten"), "--name"),
    ],
)
def test_without_a_terminal_nothing_is_asked(
    empty: Prompt, words: tuple[str, ...], missing: str
) -> None:
    """A script that forgets something gets exit code 2 and the name of what it forgot."""
    answer = empty("setup", *words)
    assert (answer.code, answer.out) == (2, "")
    assert f"Det saknas {missing}." in answer.err
    assert not empty.home.exists()


def test_at_a_terminal_what_is_missing_is_asked(
    empty: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be used is asked for again: a file that is not there, a unit that is none."""
    answers = iter(["Åsa Öst", "finns-inte.toml", "", "Kostenhet", "kosten"])
    monkeypatch.setattr("tui.commands.setup.is_interactive", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    answer = empty("setup")
    assert answer.code == 0
    assert "finns-inte.toml: den finns inte" in answer.err
    assert "Menade du ”Kostenheten”?" in answer.err
    assert "Klart: Åsa Öst, Kostenheten." in answer.out


@pytest.mark.parametrize("named", ["Kostenheten", "kostenheten", "KOSTEN", "640c5fe1"])
def test_a_unit_is_named_as_people_name_it(empty: Prompt, named: str) -> None:
    """By name, by another name, by key or by the beginning of its id, in any case."""
    answer = empty("setup", "--name", "Åsa", "--unit", named, "--json")
    assert answer.json["unit"] == "Kostenheten"


def test_an_unknown_unit_is_refused_with_the_nearest_names(empty: Prompt) -> None:
    """Nothing is made for a unit that does not exist."""
    answer = empty("setup", "--name", "Åsa", "--unit", "Kostenhet")
    assert (answer.code, answer.out) == (1, "")
    assert "Menade du ”Kostenheten”?" in answer.err
    assert not home_at(empty.home).is_set_up
    assert empty("plan", "list").code == 1


def test_several_units_in_one_home(empty: Prompt) -> None:
    """Who heads two units has both, and says which one where it matters."""
    units = ("--unit", "Kostenheten", "--unit", "Lokalvården")
    assert empty("setup", "--name", "Åsa", *units).code == 0
    words = ("plan", "add", "--title", "Ny", "--goal", "4.1", "--start", "1/5", "--end", "30/9")
    refused = empty(*words)
    assert refused.code == 2
    assert "Lägg till --unit med en av: Kostenheten, Lokalvården." in refused.err
    assert empty(*words, "--unit", "Lokalvården").code == 0
    own = [row for row in empty.json("plan", "list") if row["origin"] == "own"]
    assert [(row["title"], row["unit"]) for row in own] == [("Ny", "Lokalvården")]


def test_goals_from_a_file(empty: Prompt, tmp_path: Path) -> None:
    """A municipality's own catalogue takes the example's place."""
    file = tmp_path / "mål.toml"
    file.write_bytes(example_catalogue().replace(b'key = "ange"', b'key = "annan"', 1))
    answer = empty("setup", "--name", "Åsa", "--unit", "Kostenheten", "--goals", str(file))
    assert answer.code == 0, answer.err
    assert len(empty.json("goals", "list")) == 25


def test_a_faulty_file_leaves_nothing_behind(empty: Prompt, tmp_path: Path) -> None:
    """The fault is told with its line, and the home is not set up."""
    file = tmp_path / "mål.toml"
    file.write_bytes(example_catalogue().replace(b"[[goal]]\nnumber", b"[[goal]]\nnumer", 1))
    answer = empty("setup", "--name", "Åsa", "--unit", "Kostenheten", "--goals", str(file))
    assert answer.code == 1
    assert "Menade du ”number”?" in answer.err
    assert not home_at(empty.home).is_set_up


def test_a_share_that_cannot_be_reached_leaves_nothing_set_up(
    empty: Prompt, tmp_path: Path
) -> None:
    """The goals and the units would come from it, so there is nothing to choose from."""
    share = tmp_path / "borta" / "plan"
    answer = empty("setup", "--name", "Åsa", "--unit", "Kostenheten", "--share", str(share))
    assert (answer.code, answer.out) == (1, "")
    assert "går inte att nå. Inget är inställt än. Kontrollera adressen" in answer.err
    assert "det som väntar" not in answer.err, "nothing waits for whom nothing is saved for"
    assert not home_at(empty.home).is_set_up


def test_a_share_that_was_not_joined_may_be_made_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One without goals was tried first; what lies there then is not "en annan än förut"."""
    cia, asa = (Prompt(tmp_path / name, capsys) for name in ("cia", "asa"))
    share = tmp_path / "plan"
    assert cia("setup", "--name", "Cia", "--unit", "Staben").code == 0
    assert cia("share", "create", str(share)).code == 0
    joining = ("setup", "--name", "Åsa", "--unit", "Kostenheten", "--share", str(share))
    assert "ingen målkatalog än" in asa(*joining).err
    shutil.rmtree(share)
    assert cia("share", "forget", str(share)).code == 0
    assert cia("setup", "--role", "central").code == 0
    assert cia("share", "create", str(share)).code == 0
    answer = asa(*joining)
    assert (answer.code, answer.err) == (0, "")


def test_setting_up_again_loses_nothing(tertial: Prompt) -> None:
    """Another name, another unit and another role; the plan and the own comments stay."""
    plan_one(tertial)
    config = tertial.home / "config.toml"
    config.write_text(
        "# Min egen kommentar.\n" + config.read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert tertial("setup", "--name", "Åsa Östlund-Ek").code == 0
    assert tertial.json("settings", "name")["value"] == "Åsa Östlund-Ek"
    (row,) = tertial.json("plan", "list")
    assert row["responsible"] == "Åsa Öst", "what she who had the device before wrote stays hers"
    assert tertial("setup", "--unit", "Lokalvården", "--role", "department").code == 0
    assert tertial.json("settings", "unit")["value"] == "Lokalvården"
    assert tertial.json("settings", "name")["value"] == "Åsa Östlund-Ek"
    (row,) = tertial.json("plan", "list", "--unit", "Kostenheten")
    assert row["title"] == "Dialog med producenter"
    assert "# Min egen kommentar." in config.read_text(encoding="utf-8")
    assert tertial("setup", "--unit", "Kostenheten", "--role", "unit").code == 0
    assert tertial.json("settings", "name")["value"] == "Åsa Östlund-Ek"


def test_somebody_in_the_catalogue_is_not_entered_twice(empty: Prompt) -> None:
    """Åsa Östlund heads Kostenheten in the example: that is who she is."""
    answer = empty("setup", "--name", "åsa östlund", "--unit", "Kostenheten", "--json")
    hits = empty.json("search", "Åsa", "Östlund")
    assert [hit["id"] for hit in hits if hit["kind"] == "person"] == [answer.json["id"]]


def test_commands_say_how_to_set_up(empty: Prompt) -> None:
    """Before first start every command refuses and tells what to do."""
    answer = empty("plan", "list")
    assert (answer.code, answer.out) == (1, "")
    assert "tertial setup --name NAMN --unit ENHET" in answer.err
    assert not empty.home.exists()


def plan_one(tertial: Prompt) -> str:
    """Plan one activity, with Åsa as responsible; gives its id."""
    answer = tertial(
        *("plan", "add", "--title", "Dialog med producenter", "--goal", "3.4.5"),
        *("--start", "2024-01-01", "--end", "2024-09-30", "--responsible", "Åsa Öst", "--json"),
    )
    assert answer.code == 0, answer.err
    return str(answer.json["id"])


def test_who_becomes_the_centre_later_brings_the_goals_to_the_share(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """She first tried the program as a unit, and had synced already: the units can join still."""
    cia, early, asa = (Prompt(tmp_path / name, capsys) for name in ("cia", "tidig", "asa"))
    share = str(tmp_path / "Delad plan")
    assert cia("setup", "--name", "Cia", "--unit", "Kostenheten").code == 0
    assert cia("share", "create", share).code == 0
    joining = ("setup", "--name", "Åsa", "--unit", "Kostenheten", "--share", share)
    assert "ingen målkatalog än" in early(*joining).err
    changed = cia("setup", "--role", "central")
    assert changed.out == "Ändrat: Cia, Kostenheten, centralt (stab, controller).\n"
    assert cia("sync").code == 0
    answer = asa(*joining)
    assert (answer.code, answer.err) == (0, "")
