"""Who may know whom, tried by really importing every module in a fresh interpreter."""

import subprocess
import sys
import tomllib

import pytest

from tests.repository.tree import ROOT

KEEP_TABLES = {"store", "workspace"}
FILL_HOMES = {"example", "setup"}
PURE_ROOMS = sorted(
    {room.parent.name for room in (ROOT / "model").glob("*/__init__.py")} - KEEP_TABLES - FILL_HOMES
)
IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def imported_with(*names: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds once all of these packages are in."""
    command = [sys.executable, "-c", IMPORT_ALL, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ["model", "report", "sync"])
def test_only_the_screens_draw(room: str) -> None:
    """The model, the reports and the exchange work where there is no terminal."""
    assert not imported_with(room) & {"textual", "rich", "tui"}


def test_the_model_stands_alone() -> None:
    """What a plan is does not depend on how it is shown, printed or sent."""
    assert not imported_with("model") & {"report", "sync", "tui"}


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_rules_know_no_database(room: str) -> None:
    """Rules, texts and the fold are plain functions; only store and workspace hold tables."""
    assert "sqlalchemy" not in imported_with(f"model.{room}")


def test_the_contract_names_every_room_of_rules() -> None:
    """A new room of the model is under the contract from its first day."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    named = next(c["source_modules"] for c in contracts if "database" in c["name"])
    assert named == [f"model.{room}" for room in PURE_ROOMS]


def test_reports_and_exchange_do_not_know_each_other() -> None:
    """A document reads the same however its facts arrived."""
    assert "sync" not in imported_with("report")
    assert "report" not in imported_with("sync")
