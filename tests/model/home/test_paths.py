"""Where the files are: the user's own folders, unless a home is named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from model.home.paths import HOME_VARIABLE, find_home, home_at

if TYPE_CHECKING:
    import pytest


def test_a_named_home_holds_everything(tmp_path: Path) -> None:
    """For the demo, for tests, and for who keeps two plans."""
    home = home_at(tmp_path / "Åsas hem")
    for path in (home.database, home.config, home.log):
        assert path.is_relative_to(tmp_path / "Åsas hem")
    assert not home.is_set_up
    assert list(tmp_path.iterdir()) == []


def test_what_is_given_wins_over_what_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--home` before TERTIAL_HOME; an empty one counts as none."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "set"))
    assert find_home(str(tmp_path / "given")).data == tmp_path / "given"
    assert find_home().data == tmp_path / "set"
    monkeypatch.setenv(HOME_VARIABLE, "")
    assert find_home().data != Path.cwd()
    assert find_home().database.is_absolute()


def test_a_relative_home_stays_where_it_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also if the program later goes elsewhere."""
    monkeypatch.chdir(tmp_path)
    home = home_at(Path("plan"))
    monkeypatch.chdir(tmp_path.parent)
    assert home.data == tmp_path / "plan"


def test_the_users_folder_may_be_written_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`~` is the user's own; before nobody's name it is a letter like any other."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert home_at(Path("~/plan")).data == tmp_path / "plan"
    assert home_at(Path("~nobody-of-that-name/plan")).data.name == "plan"
