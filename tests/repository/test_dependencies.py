"""Each dependency has its reason beside it, and one version that the tests passed with."""

import re
import tomllib

from tests.repository.tree import ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")


def wishes() -> list[str]:
    """Every requirement in `pyproject.toml`, extras included."""
    project = tomllib.loads(PYPROJECT)["project"]
    extras: dict[str, list[str]] = project.get("optional-dependencies", {})
    return [*project["dependencies"], *(wish for extra in extras.values() for wish in extra)]


def test_every_dependency_says_why_it_is_there() -> None:
    """The reason stands on the same line, where the next reader looks."""
    silent = [wish for wish in wishes() if not re.search(rf'"{re.escape(wish)}", # \w', PYPROJECT)]
    assert not silent


def test_every_dependency_has_one_tried_version() -> None:
    """A fresh machine gets what the tests passed with."""
    pinned = {line.partition("==")[0] for line in CONSTRAINTS.splitlines()}
    assert {re.split(r"[^\w-]", wish)[0].lower() for wish in wishes()} <= pinned


def test_constraints_hold_names_and_versions_only() -> None:
    """No hosts, paths, options or hashes: pip refuses hashes for a folder, and hosts differ."""
    line = re.compile(r"[a-z0-9-]+==[\w.]+(?: ; [\w ='.<>()!]+)?")
    assert [wrong for wrong in CONSTRAINTS.splitlines() if not line.fullmatch(wrong)] == []
