"""Settings: how the app looks is kept; the rest is shown, with where it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.home.config import read_config
from model.home.paths import Home
from tests.tui.app.person import at_the_screen
from tests.tui.app.programs import with_a_command

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_the_theme_is_kept(home: Home) -> None:
    """Whoever chose light has light the next time."""
    async with at_the_screen(home) as person:
        assert person.app.theme == "mork"
        await person.does("settings")
        await person.goes_to("mörkt")
        await person.does("change")
        assert person.app.theme == "ljus"
        assert "Utseende ljust" in person.text
    assert read_config(home).theme == "ljus"
    async with at_the_screen(home) as person:
        assert person.app.theme == "ljus"
        await person.does("settings", "change", "change")
        assert person.app.theme == "mork"


async def test_pressing_fast_ends_at_what_is_shown(home: Home) -> None:
    """The file says what the screen says."""
    async with at_the_screen(home) as person:
        await person.does("settings")
        person.hits("enter", "enter", "enter", "enter")
        await person.waits()
        assert person.app.theme == "ljus"
    assert read_config(home).theme == "ljus"


async def test_what_is_not_changed_here_says_so(home: Home) -> None:
    """And can be copied, to be sent to whoever helps."""
    async with at_the_screen(home) as person:
        await person.does("settings")
        await person.goes_to("Kostenheten")
        await person.does("change")
        assert "Det ändras inte här." in person.told
        await person.presses("end", "up")
        await person.does("copy")
        assert person.app.clipboard == str(home.log)


async def test_a_theme_that_nobody_knows_is_the_first_one(home: Home) -> None:
    """A settings file that was edited by hand does not stop the program."""
    text = home.config.read_text(encoding="utf-8")
    home.config.write_text(text.replace('"mork"', '"rosa"'), encoding="utf-8")
    async with at_the_screen(home) as person:
        assert person.app.theme == "mork"
        await person.does("settings", "change")
        assert person.app.theme == "ljus"
    assert read_config(home).theme == "ljus"


async def test_a_theme_that_cannot_be_kept_is_not_shown_either(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: the message says what holds, and the look is the one that is kept."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with at_the_screen(home) as person:
        await person.does("settings")
        monkeypatch.setattr("os.replace", full)
        monkeypatch.setattr("pathlib.Path.replace", full)
        await person.does("change")
        assert "De som fanns gäller fortfarande." in person.text
        assert person.app.theme == "mork"


async def test_settings_that_a_command_has_changed_are_not_written_back(
    home: Home, tmp_path: Path
) -> None:
    """A share and another person, set in another window while the app was open, stay."""
    share = tmp_path / "delning"
    async with at_the_screen(home) as person:
        await person.does("settings")
        with_a_command(home, "share", "create", str(share))
        with_a_command(home, "setup", "--name", "Bo Ek")
        elsewhere = read_config(home)
        await person.does("change")
        assert str(share) in person.text.replace(" ", "")
    now = read_config(home)
    assert (now.profile, now.shares) == (elsewhere.profile, (str(share),))
    assert now.theme == "ljus"


async def test_a_share_that_was_made_in_another_window_shows_up(home: Home, tmp_path: Path) -> None:
    """The running app uses the settings as they are now, also for who writes."""
    async with at_the_screen(home) as person:
        with_a_command(home, "share", "create", str(tmp_path / "delning"))
        with_a_command(home, "setup", "--name", "Bo Ek")
        person.app.look_for_others()
        await person.waits()
        assert person.app.session.config == read_config(home)
        await person.does("settings")
        assert "Bo Ek" in person.text
        assert "ingen: allt sparas bara här" not in person.text


async def test_settings_that_cannot_be_read_any_more_leave_the_app_as_it_is(home: Home) -> None:
    """A slip in an editor beside the app stops nothing, and the file is left for its writer."""
    async with at_the_screen(home) as person:
        home.config.write_text("theme = [", encoding="utf-8")
        person.app.look_for_others()
        await person.waits()
        await person.does("settings", "change")
        assert "Den är lämnad orörd" in person.text
        assert person.app.theme == "mork"
    assert home.config.read_text(encoding="utf-8") == "theme = ["
