"""The registry of actions: keys that a Swedish keyboard and every terminal can give."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import pytest
from textual.screen import Screen

import tui.app.screens
from tui.action import KEY_NAMES
from tui.actions import ACTIONS, CONTEXTS, EVERYWHERE, Action, action, actions_in
from tui.app.app import TertialApp
from tui.app.screens.assess import AssessField
from tui.app.screens.memo import MemoField
from tui.app.widgets.comment_field import CommentField
from tui.help_texts import CONTEXT_TEXTS, PART_TEXTS

ALTGR = {
    "at", "pound_sign", "dollar_sign", "euro_sign", "left_curly_bracket", "left_square_bracket",
    "right_square_bracket", "right_curly_bracket", "backslash", "vertical_line", "tilde",
}  # fmt: skip
"""What takes AltGr on a Swedish keyboard."""
NEVER_ARRIVE = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+w", "ctrl+t", "ctrl+space"}
"""Keys that terminals take for Backspace, Tab and Enter, or keep to themselves."""


def screens() -> dict[str, list[type[Screen[object]]]]:
    """Every screen of the app by the context that it names."""
    found: dict[str, list[type[Screen[object]]]] = {}
    for module in pkgutil.iter_modules(tui.app.screens.__path__):
        for thing in vars(importlib.import_module(f"tui.app.screens.{module.name}")).values():
            if isinstance(thing, type) and issubclass(thing, Screen) and "context" in vars(thing):
                found.setdefault(str(vars(thing)["context"]), []).append(thing)
    return {context: list(dict.fromkeys(each)) for context, each in found.items()}


SCREENS = screens()


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_key_means_one_thing_in_a_place(context: str) -> None:
    """And nothing there hides what a key means everywhere."""
    here = actions_in(context) if context == EVERYWHERE else (*actions_in(context), *everywhere())
    taken = Counter(key for each in here for key in each.keys)
    assert [key for key, count in taken.items() if count > 1] == []


def everywhere() -> tuple[Action, ...]:
    """What can be done everywhere."""
    return actions_in(EVERYWHERE)


@pytest.mark.parametrize("each", ACTIONS, ids=lambda each: f"{each.context}.{each.name}")
def test_every_key_can_be_pressed_on_a_swedish_keyboard(each: Action) -> None:
    """No AltGr, no Alt, nothing that a terminal takes for another key."""
    for key in each.keys:
        assert key not in ALTGR | NEVER_ARRIVE
        assert "alt+" not in key
        is_letter = len(key) == 1 and key.isascii() and key.isalnum() and key == key.lower()
        is_function_key = key.startswith("f") and key[1:].isdigit()
        is_control_letter = key.startswith("ctrl+") and len(key) == 6
        assert is_letter or is_function_key or is_control_letter or key in KEY_NAMES


def test_the_same_key_does_the_same_everywhere() -> None:
    """Esc leads back, F1 explains, and the digits are the statuses in every place."""
    for each in ACTIONS:
        if "escape" in each.keys:
            assert each.name in {"back", "leave", "cancel"}
        if each.keys[0] in "12345678":
            assert each.name in {f"status({each.keys[0]})", f"choose({each.keys[0]})"}
        if each.keys[0] == "slash":
            assert each.name == "search"


@pytest.mark.parametrize("context", [each for each in CONTEXTS if each != EVERYWHERE])
def test_every_place_is_explained(context: str) -> None:
    """F1 has a text for it, and its name is known."""
    assert len(CONTEXT_TEXTS.get(context, PART_TEXTS.get(f"queue-{context}", ""))) > 40


def test_no_text_of_help_names_a_key() -> None:
    """Keys stand beside the texts, from the registry, so that none goes stale."""
    for text in (*CONTEXT_TEXTS.values(), *PART_TEXTS.values()):
        assert "Ctrl+" not in text


def test_every_screen_names_a_place_that_is_known() -> None:
    """Bar, palette and help find its keys."""
    assert set(SCREENS) <= {*CONTEXTS}
    assert {each.context for each in ACTIONS} <= {*CONTEXTS}


@pytest.mark.parametrize("each", ACTIONS, ids=lambda each: f"{each.context}.{each.name}")
def test_every_action_can_be_done_where_it_is_offered(each: Action) -> None:
    """The screen, the app, or the field that has the keys knows how."""
    method = f"action_{each.name.partition('(')[0]}"
    places: list[type] = list(SCREENS.get(each.context, []))
    if each.context == EVERYWHERE:
        places = [TertialApp]
    places += [
        field for field in (CommentField, AssessField, MemoField) if field.context == each.context
    ]
    assert places, f"no screen shows {each.context}"
    for place in places:
        assert hasattr(place, method), f"{place.__name__}.{method}"


def test_an_action_is_found_by_its_name() -> None:
    """And one that is not there is an error of the program."""
    assert action("home", "undo").keys == ("u",)
    with pytest.raises(KeyError):
        action("home", "fly")
