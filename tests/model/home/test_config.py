"""The settings file: a person may edit it, and the program leaves his words where they are."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.home.config import (
    Config,
    ConfigError,
    ConfigNotSaved,
    Profile,
    change_config,
    read_config,
    write_config,
)
from model.home.paths import Home, home_at
from model.plan.vocabulary import Role

PROFILE = Profile("p1", ("u1", "u2"), Role.DEPARTMENT)
CONFIG = Config(PROFILE, theme="ljus", shares=(r"\\srv\delning\Å",))
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home in which nothing is yet."""
    return home_at(tmp_path / "hem")


def write(home: Home, text: str, encoding: str = "utf-8") -> None:
    """What a person writes in the file."""
    home.config_folder.mkdir(parents=True, exist_ok=True)
    home.config.write_bytes(text.encode(encoding))


def text_of(home: Home) -> str:
    """What the file says."""
    return home.config.read_text(encoding="utf-8")


def test_what_was_written_is_read(home: Home) -> None:
    """And the home is then set up."""
    before = home.is_set_up
    write_config(home, CONFIG)
    assert (before, home.is_set_up) == (False, True)
    assert read_config(home) == CONFIG


@given(
    st.builds(
        Config,
        st.builds(Profile, TEXT, st.lists(TEXT, max_size=3).map(tuple), st.sampled_from(Role)),
        theme=TEXT,
        shares=st.lists(TEXT, max_size=3).map(tuple),
    )
)
def test_any_settings_can_be_kept(tmp_path_factory: pytest.TempPathFactory, config: Config) -> None:
    """Names with å, quotes, line breaks; over whatever was there."""
    home = home_at(tmp_path_factory.getbasetemp() / "any")
    write_config(home, config)
    assert read_config(home) == config


def test_a_change_leaves_what_another_program_has_written_meanwhile(home: Home) -> None:
    """Whoever changes one setting writes none of the others back as they were."""
    write_config(home, CONFIG)
    write_config(home, replace(CONFIG, shares=("/delning",)))
    changed = change_config(home, lambda present: replace(present, theme="mork"))
    assert changed == read_config(home) == replace(CONFIG, shares=("/delning",), theme="mork")


def test_only_the_profile_is_needed(home: Home) -> None:
    """The rest has defaults."""
    write(home, '[profile]\nperson = "p1"\nunits = ["u1"]\n')
    assert read_config(home) == Config(Profile("p1", ("u1",)))


COMMENTED = """\
# Åsas dator
theme = "mork"  # mörkt är bäst
okand = 1  # från en senare version

[profile]
# det här är jag
person = "p1"  # Åsa
units = ["u1"]  # Kostenheten
role = "unit"
senare = "x"

[annat]
a = 1
"""


def test_a_persons_own_comments_stay(home: Home) -> None:
    """Also inside the tables, and so does what this version does not know."""
    write(home, COMMENTED)
    write_config(home, CONFIG)
    text = text_of(home)
    for line in COMMENTED.splitlines():
        comment = line.partition("#")[2]
        assert comment in text
    assert 'senare = "x"' in text
    assert "[annat]\na = 1" in text
    assert read_config(home) == CONFIG
    assert tomllib.loads(text)["okand"] == 1


def test_writing_the_same_changes_nothing(home: Home) -> None:
    """Byte for byte."""
    write(home, COMMENTED)
    write_config(home, CONFIG)
    once = home.config.read_bytes()
    write_config(home, read_config(home))
    assert home.config.read_bytes() == once


def test_a_key_that_is_missing_does_not_end_up_in_a_table(home: Home) -> None:
    """The file has only its tables; what is added belongs before them."""
    write(home, '[profile]\nperson = "p1"\nunits = []\n\n[annat]\na = 1\n')
    write_config(home, CONFIG)
    assert read_config(home) == CONFIG
    assert tomllib.loads(text_of(home))["annat"] == {"a": 1}


def test_a_mark_that_an_editor_puts_first_does_no_harm(home: Home) -> None:
    """Notepad does, and ends its lines in its own way."""
    write(home, COMMENTED.replace("\n", "\r\n"), "utf-8-sig")
    assert read_config(home).profile == Profile("p1", ("u1",))
    write_config(home, CONFIG)
    assert read_config(home) == CONFIG


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('theme = "ljus\n', "fel i formatet på rad 1"),
        ("[profile]\nperson = \n", "fel i formatet på rad 2"),
        ("theme = 'x'\ntheme = 'y'\n", "fel i formatet"),
        ("", "”profile” saknas"),
        ("[profile]\nunits = []\n", "”profile.person” saknas"),
        ("profile = 3\n", "”profile” har ett värde"),
        ("[profile]\nperson = 1\nunits = []\n", "”profile.person” har ett värde"),
        ("[profile]\nperson = 'p'\nunits = [1]\n", r"”profile.units\[0\]” har ett värde"),
        ("[profile]\nperson = 'p'\nunits = []\nrole = 'kung'\n", "”profile.role” har ett värde"),
        ("shares = 'x'\n[profile]\nperson = 'p'\nunits = []\n", "”shares” har ett värde"),
    ],
)
def test_a_wrong_file_is_refused_and_left_as_it_is(home: Home, text: str, reason: str) -> None:
    """The message says where, that the plan is safe, and what to do."""
    write(home, text)
    with pytest.raises(ConfigError, match=reason) as refused:
        read_config(home)
    for said in (str(home.config), "lämnad orörd", "planen är kvar", "tertial setup"):
        assert said in str(refused.value)
    assert text_of(home) == text


def test_a_file_in_another_encoding_is_refused(home: Home) -> None:
    """Å as an old editor writes it."""
    write(home, "# Åsa\n", "latin-1")
    for use in (read_config, lambda place: write_config(place, CONFIG)):
        with pytest.raises(ConfigError, match="inte skriven i UTF-8"):
            use(home)


def test_a_wrong_file_is_not_written_over(home: Home) -> None:
    """A person has begun to mend it."""
    write(home, "[profile\n")
    with pytest.raises(ConfigError, match="fel i formatet"):
        write_config(home, CONFIG)
    assert text_of(home) == "[profile\n"


def test_a_home_that_is_not_set_up_says_so(home: Home) -> None:
    """And a folder in the file's place is no file."""
    with pytest.raises(ConfigError, match="den finns inte"):
        read_config(home)
    home.config.mkdir(parents=True)
    with pytest.raises(ConfigError):
        read_config(home)


def test_what_cannot_be_written_leaves_the_old_settings(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full, or somebody has the file open: nothing is half written or left over."""
    write_config(home, CONFIG)
    before = home.config.read_bytes()

    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ConfigNotSaved, match="De som fanns gäller fortfarande"):
        write_config(home, Config(PROFILE))
    assert home.config.read_bytes() == before
    assert [file.name for file in home.config_folder.iterdir()] == [home.config.name]


def test_where_no_folder_can_be_made_it_says_so(tmp_path: Path) -> None:
    """A file lies where the folder should be."""
    (tmp_path / "hem").write_text("x", encoding="utf-8")
    with pytest.raises(ConfigNotSaved, match="gick inte att spara"):
        write_config(home_at(tmp_path / "hem"), CONFIG)


def test_the_new_file_is_whole_before_it_takes_the_old_ones_place(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut between the two would leave: the old settings."""
    write_config(home, CONFIG)
    order: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(number: int) -> None:
        order.append("sync")
        sync(number)

    def replaced(self: Path, target: Path) -> Path:
        order.append("replace")
        assert read_config(home) == CONFIG
        assert b"hogkontrast" in self.read_bytes()
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_config(home, Config(PROFILE, theme="hogkontrast"))
    assert order == ["sync", "replace"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(home: Home, tmp_path: Path) -> None:
    """Somebody keeps his settings together in one folder."""
    write_config(home, CONFIG)
    real = tmp_path / "mina inställningar.toml"
    home.config.replace(real)
    home.config.symlink_to(real)
    write_config(home, Config(PROFILE, theme="hogkontrast"))
    assert home.config.is_symlink()
    assert "hogkontrast" in real.read_text(encoding="utf-8")
