"""Help and usage errors are Swedish, for every command there is."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.tui.line_mode.prompt import Prompt, in_a_process
from tui.__main__ import program
from tui.commands.registry import SECTIONS
from tui.line_mode.entries import Entry

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

CLICK = Path(click.__file__).parent
WORDS = Path("tui/line_mode/locale/sv/LC_MESSAGES/messages.po")
ROOT = Path(__file__).resolve().parents[3]

ENGLISH = re.compile(
    r"\b(?:usage|options?|commands?|arguments?|this|message|and|exit|error|missing|required"
    r"|default|invalid|value|try|help\.|no such|did you mean|the|integer|boolean|directory"
    r"|filename|path|choose|one of|is not|text\.\.\.)\b",
    re.IGNORECASE,
)
IDENTIFIERS = re.compile(r"--?[a-z][\w-]*|[a-z]+(?:_[a-z]+)+|\b[\w./]+\.(?:toml|md|txt)\b")


def paths(entries: tuple[Entry, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every group and command by the words that name it."""
    for entry in entries:
        yield (*above, entry.name)
        yield from paths(entry.entries, (*above, entry.name))


COMMANDS = [path for section in SECTIONS for path in paths(section.entries)]
NAMES = [" ".join(path) for path in COMMANDS]
DOCUMENTED = """
    setup, import, export compilation, goals import, goals check, goals export, goals list,
    plan list, plan show,
    plan add, plan edit, plan cancel, plan carry-over, plan ideas, status list, status set,
    status unchanged, submit, withdraw, check, waive, search, history, undo, settings,
    export handover, export unit-report, export operational-plan, export tertial-report,
    demo, doctor, sync, share create, share list, share show, share forget,
    conflicts list, conflicts show, conflicts settle, assess, analysis, overview, lock, unlock,
    oversight list, oversight add, oversight move, oversight remove, decide,
    late list, late accept, late decline, share allow, measure list, measure release,
    measure set, budget list,
    finalise, finals list, finals save, finals verify,
    memo show, memo set, export memo, export reconciliation, bundle write, bundle read
"""


def command_at(path: tuple[str, ...]) -> click.Command:
    """The click command behind the words."""
    found: click.Command = program()
    for word in path:
        assert isinstance(found, click.Group)
        with click.Context(found) as ctx:
            below = found.get_command(ctx, word)
        assert below is not None
        found = below
    return found


def needs_more(path: tuple[str, ...]) -> bool:
    """Whether a command needs more than its name."""
    return any(parameter.required for parameter in command_at(path).params)


def english_in(text: str) -> list[str]:
    """English words of click's in a text, where they are not names that a script types."""
    return ENGLISH.findall(IDENTIFIERS.sub("", text))


def test_every_documented_command_exists() -> None:
    """Scripts rely on the names."""
    groups = {"goals", "plan", "status", "export", "share", "conflicts", "late"}
    groups |= {"measure", "budget", "memo", "bundle", "oversight", "finals"}
    assert {" ".join(name.split()) for name in DOCUMENTED.split(",")} == {*NAMES} - groups


@pytest.mark.parametrize("path", [(), *COMMANDS], ids=["", *NAMES])
def test_help_is_swedish(empty: Prompt, path: tuple[str, ...]) -> None:
    """Who asks for help gets it without a word of English, and gets all of it."""
    answer = empty.plainly(*path, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Så här: {' '.join(('tertial', *path))} ")
    assert english_in(answer.out) == []
    for option in ("--home MAPP", "--today DATUM", "--json", "-h, --help"):
        assert option in answer.out


@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
def test_every_parameter_is_explained_in_swedish(path: tuple[str, ...]) -> None:
    """No option and no argument is left without a sentence or with click's own metavar."""
    command = command_at(path)
    for parameter in command.params:
        assert parameter.help, parameter.name
        if not getattr(parameter, "is_flag", False):
            assert parameter.metavar, parameter.name


@pytest.mark.parametrize("path", [(), *COMMANDS], ids=["", *NAMES])
def test_an_unknown_option_is_refused_in_swedish(empty: Prompt, path: tuple[str, ...]) -> None:
    """A slip of the finger is told, with where to find help; nothing is printed as an answer."""
    answer = empty.plainly(*path, "--finnsinte")
    assert (answer.code, answer.out) == (2, "")
    assert "Valet '--finnsinte' finns inte." in answer.err
    assert f"Hjälp: {' '.join(('tertial', *path))} --help" in answer.err
    assert english_in(answer.err) == []


@pytest.mark.parametrize("path", [path for path in COMMANDS if needs_more(path)], ids=" ".join)
def test_what_is_missing_is_told_in_swedish(empty: Prompt, path: tuple[str, ...]) -> None:
    """A command that needs more than its name says what."""
    answer = empty.plainly(*path)
    assert (answer.code, answer.out) == (2, "")
    assert "Det saknas" in answer.err
    assert english_in(answer.err) == []


@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
def test_every_option_without_its_value_is_told_in_swedish(
    empty: Prompt, path: tuple[str, ...]
) -> None:
    """An option at the end of the line asks for its value."""
    for parameter in command_at(path).params:
        if isinstance(parameter, click.Option) and not parameter.is_flag:
            answer = empty.plainly(*path, parameter.opts[-1])
            assert answer.code == 2
            wanted = "ett värde" if parameter.nargs == 1 else f"{parameter.nargs} värden"
            assert f"behöver {wanted} efter sig" in answer.err
            assert english_in(answer.err) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chek",), "Menade du 'check'?"),
        (("plan", "lst"), "Menade du 'list'?"),
        (("plan", "show", "a", "b"), "Ett ord för mycket: b"),
        (("plan", "show", "a", "b", "c"), "För många ord: b c"),
        (("plan", "list", "--year", "x"), "”x” är inget år som går att använda."),
        (("demo", "--role", "kung"), "'kung' är inget av 'unit', 'department', 'central'."),
        (("check", "--tertial", "T4"), "”T4” är inget tertial."),
        (("--today", "32/1", "check"), "Sista dagen är"),
        (("status", "set", "a", "nej"), "”nej” är ingen status."),
        (("status", "set", "a", "delayed", "--cause", "nej"), "”nej” är ingen orsak."),
        (("setup", "--goals", "finns.inte"), "Filen 'finns.inte' finns inte."),
        (("check", "--json=ja"), "Valet '--json' tar inget värde."),
    ],
)
def test_wrong_use_is_told_in_swedish(empty: Prompt, words: tuple[str, ...], said: str) -> None:
    """Each way to go wrong has its sentence, and exit code 2."""
    answer = empty.plainly(*words)
    assert answer.code == 2
    assert said in answer.err
    assert answer.out == ""
    assert english_in(answer.err) == []


def test_help_imports_no_command() -> None:
    """The list of commands comes from the registry, so that help is there at once."""
    script = (
        "import sys\nfrom tui.__main__ import run\nrun(['--help'])\n"
        "print(*(name for name in sys.modules if name.startswith(('tui', 'model'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {name for name in loaded if name.startswith("tui.commands.")} == {
        "tui.commands.registry"
    }
    assert not {name for name in loaded if name.startswith("model")}


def test_help_is_swedish_on_a_machine_that_speaks_english() -> None:
    """The program's language does not depend on the machine's."""
    done = in_a_process("plan", environment={"LANG": "en_US.UTF-8", "LANGUAGE": "en"})
    assert "Så här: tertial plan" in done.stderr.decode("utf-8")


def test_click_says_nothing_that_has_no_swedish_words() -> None:
    """A newer click with a new message is noticed here before a user sees it."""
    with (ROOT / WORDS).open("rb") as file:
        known = {message.id for message in read_po(file) if message.id and message.string}
    said = {
        message if isinstance(message, str) else tuple(message)
        for _, _, message, _, _ in extract_from_dir(CLICK, keywords={"_": None, "ngettext": (1, 2)})
    }
    assert said - known == set()


def words_in(catalogue: Catalog) -> dict[str, str]:
    """What is said for what; plural forms side by side."""
    return {
        "/".join(both(message.id)): "/".join(both(message.string))
        for message in catalogue
        if message.id
    }


def both(forms: str | Sequence[str] | None) -> list[str]:
    """One or several forms of a message as a list."""
    return [forms] if isinstance(forms, str) else list(forms or ())


def test_the_compiled_words_are_those_that_are_written() -> None:
    """The file that the program reads is made from the one that people edit."""
    written, compiled = ROOT / WORDS, (ROOT / WORDS).with_suffix(".mo")
    with written.open("rb") as source, compiled.open("rb") as made:
        assert words_in(read_mo(made)) == words_in(read_po(source))
