"""What is printed: one JSON value, tables that are neither cut nor wrapped, nothing that steers."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.line_mode.prompt import Prompt, in_a_process
from tui.line_mode.output import Column, column, print_json, print_table, text_column

NASTY = "[bold]x[/] [@click=app.quit]y[/] \x1b[31m röd \x9b1m \x07 \u202e bakåt \u2066 \U0001f600"
LONG = "Å" * 400
LISTS = [
    ("plan", "list"),
    ("plan", "ideas"),
    ("status", "list"),
    ("goals", "list"),
    ("check", "--all"),
    ("search", "mat"),
    ("history", "640c5fe1"),
    ("settings",),
    ("doctor",),
]


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_lists_are_arrays_of_flat_objects(demo: Prompt, words: tuple[str, ...]) -> None:
    """Every object has an id and plain values only; nothing else is on stdout."""
    rows = demo.json(*words)
    assert isinstance(rows, list)
    assert rows
    for row in rows:
        assert row["id"]
        assert not any(isinstance(value, list | dict) for value in row.values())
    assert len({frozenset(row) for row in rows}) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "add", "--title", "Ny", "--goal", "4.1", "--start", "1/5", "--end", "30/9"),
        ("submit", "--allow-missing"),
        ("settings", "theme", "ljus"),
        ("undo",),
        ("setup", "--name", "Åsa"),
    ],
    ids=lambda words: words[0],
)
def test_what_does_something_answers_with_one_object(demo: Prompt, words: tuple[str, ...]) -> None:
    """So that a script can go on with the id."""
    answer = demo(*words, "--json")
    assert answer.code == 0, answer.err
    assert isinstance(answer.json, dict)
    assert answer.json["id"]


@pytest.mark.parametrize(
    "words",
    [("plan", "show", "zzzz"), ("submit",), ("plan", "add"), ("status", "set", "x", "y")],
    ids=" ".join,
)
def test_a_refusal_leaves_stdout_empty(demo: Prompt, words: tuple[str, ...]) -> None:
    """The message is on stderr, so that no program reads it as an answer."""
    answer = demo(*words, "--json")
    assert answer.code in (1, 2)
    assert answer.out == ""
    assert answer.err


def test_text_is_shown_and_does_nothing(tertial: Prompt) -> None:
    """Markup, escape sequences, C1 and marks of direction are seen as what they are."""
    words = ("--goal", "4.1", "--start", "1/5", "--end", "30/9", "--description", NASTY)
    assert tertial("plan", "add", "--title", NASTY, *words).code == 0
    identity = tertial.json("plan", "list")[0]["id"]
    said = [
        tertial(*command)
        for command in (
            ("plan", "list"),
            ("plan", "show", identity),
            ("status", "list"),
            ("check",),
            ("search", "bakåt"),
            ("history", identity),
            ("plan", "show", NASTY),
            ("plan", "add", "--goal", NASTY, "--title", "x", "--start", "1/5", "--end", "2/5"),
            ("status", "set", identity, NASTY),
            ("settings", NASTY),
            (NASTY,),
        )
    ]
    for answer in said:
        for text in (answer.out, answer.err):
            assert text.replace("\n", "").isprintable()
    assert "[bold]x[/] [@click=app.quit]y[/] ␛[31m röd ‹U+009B›1m ␇ ‹U+202E› bakåt" in said[0].out
    answer = tertial("plan", "list", "--json")
    assert answer.out.replace("\n", "").isprintable()
    assert answer.json[0]["title"] == NASTY


@given(st.text())
def test_json_holds_any_text_and_stays_printable(text: str) -> None:
    """What is invisible is escaped, and read back as it was."""
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("click.echo", said.append)
        print_json([{"id": text}])
    (out,) = said
    assert out.replace("\n", "").isprintable()
    assert json.loads(out) == [{"id": text}]


def test_a_lone_surrogate_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """A broken file name is no reason to fail."""
    print_json({"id": "\udce5"})
    out = capsys.readouterr().out
    assert out.isascii()
    assert json.loads(out) == {"id": "\udce5"}


def test_piped_output_is_neither_cut_nor_wrapped(tertial: Prompt) -> None:
    """One line for each activity, however long its title."""
    words = ("--goal", "4.1", "--start", "1/5", "--end", "30/9")
    assert tertial("plan", "add", "--title", LONG, *words).code == 0
    lines = tertial("plan", "list").out.splitlines()
    assert len(lines) == 3
    assert LONG in lines[2]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_on_a_terminal_a_table_fits(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """The widest columns give way, and no word is lost."""
    monkeypatch.setattr("tui.line_mode.output.is_terminal", lambda: True)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((width, 24)))
    title = "Dialog med lokala producenter om råvaror till kommunens alla kök"
    record = {"id": "12345678", "title": title, "end": "2024-09-30"}
    columns = [column("Id", "id"), text_column("Aktivitet", "title"), column("Slut", "end")]
    print_table(columns, [dict(record)])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= width
    assert set(title.split()) <= set(" ".join(lines).split())


def test_running_text_gives_way_before_the_rest(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A status stays on one line beside a long title."""
    monkeypatch.setattr("tui.line_mode.output.is_terminal", lambda: True)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((60, 24)))
    columns = [text_column("Aktivitet", "id"), column("Status", "status")]
    print_table(columns, [{"id": "Dialog med producenter " * 3, "status": "Pågående enligt plan"}])
    assert "Pågående enligt plan" in capsys.readouterr().out


def test_numbers_in_a_table_stay_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    """1.10 is no 1.1, and 1e5 no hundred thousand."""
    print_table([Column("Värde", lambda row: str(row["id"]))], [{"id": "1.10"}, {"id": "1e5"}])
    assert capsys.readouterr().out.splitlines()[2:] == ["1.10", "1e5"]


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "LANG": ""},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=str,
)
def test_output_is_utf_8_whatever_the_locale(demo_home: Path, environment: dict[str, str]) -> None:
    """A service or a Windows pipe has another encoding; what we write has not."""
    where = ("--home", str(demo_home), "--today", "2024-04-23")
    done = in_a_process("plan", "list", *where, environment=environment)
    assert done.returncode == 0
    assert "Måltidsvärdar på särskilda boenden" in done.stdout.decode("utf-8")
    done = in_a_process("plan", "list", "--json", *where, environment=environment)
    assert len(json.loads(done.stdout.decode("utf-8"))) == 7
    done = in_a_process("plan", "finnsinte", environment=environment)
    assert "Så här" in done.stderr.decode("utf-8")
