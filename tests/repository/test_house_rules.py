"""The house rules that no tool checks: small rooms, encodings, docstrings, no machine's traces."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.repository.tree import PACKAGES, code, texts

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
UTF_8 = {"utf-8", "utf-8-sig", "ascii"}
CODE_ENDINGS = (".py", ".tcss", ".sql", ".ci/run")

# Written so that this file does not find itself.
ONE_MACHINE = re.compile(
    r"(?<![\w.~])/(?:home|root|Users|opt|wor[k])/\w|[A-Z]:\\+Users\\+\w", re.ASCII
)
INDEX_HOST = re.compile(r"pyp[i]\.org|pythonhoste[d]|--(?:extra-)?index-ur[l]|--find-link[s]")

Trees = dict[str, ast.Module]


@pytest.fixture(scope="module")
def trees() -> Trees:
    """Every Python file, parsed; kept no longer than these tests need it, since it is large."""
    return {name: ast.parse(text, name) for name, text in code()}


def test_a_file_of_code_can_be_read_in_one_sitting() -> None:
    """A file has one idea; above 400 lines it has two and is split."""
    lengths = {name: len(text.splitlines()) for name, text in texts()}
    long = {n: c for n, c in lengths.items() if n.endswith(CODE_ENDINGS) and c > LONGEST_FILE}
    assert not long


def test_a_function_fits_on_a_screen(trees: Trees) -> None:
    """A function stays within 50 lines, its docstring not counted."""
    long = [
        f"{name}:{function.lineno} {function.name}"
        for name, tree in trees.items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and lines_of(function) > LONGEST_FUNCTION
    ]
    assert not long


def test_every_text_file_is_opened_as_utf_8(trees: Trees) -> None:
    """Å, ä and ö survive on a machine whose own encoding is another.

    A bare `p.open()` may be a path's or a session's: Python itself warns of the first while the
    tests run, which `test.py` asks for.
    """
    wrong = [f"{name}:{line}" for name, tree in trees.items() for line in without_encoding(tree)]
    assert not wrong


@pytest.mark.parametrize(
    ("statement", "good"),
    [
        ("open(p)", False),
        ("open(p, 'w')", False),
        ("open(p, 'rb')", True),
        ("open(p, mode='ab')", True),
        ("open(p, encoding='utf-8')", True),
        ("open(p, encoding='latin-1')", False),
        ("p.open('w')", False),
        ("p.open(mode='a')", False),
        ("session.open()", True),
        ("webbrowser.open(address)", True),
        ("p.open('rb')", True),
        ("p.read_text()", False),
        ("p.read_text('utf-8')", True),
        ("p.write_text(t)", False),
        ("p.write_text(t, encoding='utf-8')", True),
        ("tempfile.NamedTemporaryFile()", True),
        ("tempfile.NamedTemporaryFile('w')", False),
        ("subprocess.run(c, text=True)", False),
        ("subprocess.run(c, text=True, encoding='utf-8')", True),
    ],
)
def test_the_check_of_encodings_sees_the_difference(*, statement: str, good: bool) -> None:
    """Each way to open a text is known to the check above."""
    assert (list(without_encoding(ast.parse(statement))) == []) is good


def test_every_room_says_what_it_is(trees: Trees) -> None:
    """A folder of code is a package, and its first line says what one finds there."""
    folders = {name.rpartition("/")[0] for name in trees if "/" in name}
    silent = [
        folder
        for folder in sorted(folders)
        if not (tree := trees.get(f"{folder}/__init__.py")) or not ast.get_docstring(tree)
    ]
    assert not silent


@pytest.mark.parametrize("banned", ["utils", "helpers", "manager", "common", "misc"])
def test_no_room_is_named_after_nothing(banned: str, trees: Trees) -> None:
    """A name says what is inside; a drawer for the rest has no idea of its own."""
    stems = {part.removesuffix(".py") for name in trees for part in name.split("/")}
    assert banned not in stems


def test_patterns_mean_the_same_on_every_python(trees: Trees) -> None:
    """Possessive repeats can match wrongly on Python 3.11.2, which Debian 12 has."""
    possessive = re.compile(r"[\])][*+?]\+|\(\?[>]")
    found = [
        f"{name}:{text.lineno}"
        for name, tree in trees.items()
        if name.startswith(tuple(f"{package}/" for package in PACKAGES))
        for text in ast.walk(tree)
        if isinstance(text, ast.Constant) and possessive.search(str(text.value))
    ]
    assert not found


def test_nothing_kept_here_belongs_to_one_machine() -> None:
    """No path of somebody's computer is in the repository: it must work on any."""
    found = [f"{name}: {hit[0]}" for name, text in texts() for hit in ONE_MACHINE.finditer(text)]
    assert not found


def test_no_package_index_is_named() -> None:
    """Where packages come from is each site's own setting: many municipalities have a mirror."""
    found = [f"{name}: {hit[0]}" for name, text in texts() for hit in INDEX_HOST.finditer(text)]
    assert not found


def test_nothing_is_left_for_later_in_the_code() -> None:
    """Plans live in issues, never in a comment or docstring of the program."""
    later = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")
    rooms = tuple(f"{package}/" for package in PACKAGES)
    found = [name for name, text in code() if name.startswith(rooms) and later.search(text)]
    assert not found


def test_no_test_looks_at_a_clock() -> None:
    """How fast something is depends on the machine: it is measured in benchmarks, by a person."""
    stopwatch = re.compile(r"perf_counte[r]|process_tim[e]|\bmonotoni[c]\(")
    found = [name for name, text in code() if name.startswith("tests/") and stopwatch.search(text)]
    assert not found


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines from `def` to the end, less those of the docstring."""
    first = function.body[0]
    documented = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def without_encoding(tree: ast.AST) -> Iterator[int]:
    """The lines where a text is opened, read, written or piped without `encoding="utf-8"`."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and handles_text(call) and not names_utf_8(call):
            yield call.lineno


def handles_text(call: ast.Call) -> bool:
    """Whether the call turns bytes into text or the other way, as far as its words tell."""
    name = called(call)
    if name in {"read_text", "write_text"}:
        return True
    if name in {"run", "Popen", "check_output"}:
        return any(
            isinstance(value, ast.Constant) and value.value is True
            for value in (
                word.value for word in call.keywords if word.arg in {"text", "universal_newlines"}
            )
        )
    if name in {"NamedTemporaryFile", "TemporaryFile"}:
        return "b" not in mode(call, position=0, default="w+b")
    if name == "open" and isinstance(call.func, ast.Name):
        return "b" not in mode(call, position=1, default="r")
    if name == "open":
        return set("rwax+t").issuperset(mode(call, position=0, default="another kind of open"))
    return False


def called(call: ast.Call) -> str:
    """The last name of what is called: `read_text` of `path.read_text()`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def mode(call: ast.Call, *, position: int, default: str) -> str:
    """The mode that a file is opened in, if it is written out."""
    given = [word.value for word in call.keywords if word.arg == "mode"]
    given += call.args[position : position + 1]
    values = [value.value for value in given if isinstance(value, ast.Constant)]
    return str(values[0]) if values else default


def names_utf_8(call: ast.Call) -> bool:
    """Whether UTF-8, or its part ASCII, is asked for by name or as `read_text`'s argument."""
    encodings = [word.value for word in call.keywords if word.arg == "encoding"]
    if called(call) == "read_text":
        encodings += call.args[:1]
    return any(isinstance(e, ast.Constant) and e.value in UTF_8 for e in encodings)
