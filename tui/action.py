"""One thing that a person can do, and what its keys are called on a Swedish keyboard."""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    """Something that a person can do in one context."""

    name: str
    """The method `action_<name>` of the screen, or of the app where the context is everywhere."""
    context: str
    keys: tuple[str, ...]
    """Textual's key names, the first of which is shown."""
    label: str
    """A word or two for the key bar, Swedish."""
    help: str
    """One sentence for help, palette and handbook, Swedish."""
    in_bar: bool = True

    @property
    def shown_key(self) -> str:
        """The first key as a Swedish reader calls it."""
        return shown_key(self.keys[0])

    @property
    def is_repeated(self) -> bool:
        """Whether it is one of the digits that are shown together as 1–8, but not the first."""
        return self.keys[0] in _LATER_DIGITS

    @property
    def bar_key(self) -> str:
        """The key as bar, help and handbook show it: the digits that do alike as one."""
        if self.keys != ("1",):
            return self.shown_key
        return _DIGITS.get(self.context, "1–8")


_DIGITS = {"assess": "1–4", "oversight": "1–3"}
"""The digits of contexts that have fewer than the eight statuses."""
_LATER_DIGITS = frozenset("2345678")
KEY_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backsteg",
    "slash": "/",
    "space": "Mellanslag",
    "tab": "Tabb",
    "shift+tab": "Skift+Tabb",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "plus": "+",
    "minus": "-",
    "delete": "Delete",
}


def shown_key(key: str) -> str:
    """A Textual key name as it is written on a Swedish keyboard: `ctrl+p` is `Ctrl+P`."""
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    return key


def taking_in(context: str) -> Action:
    """Bringing a spreadsheet in, which means the same on every first screen."""
    return Action(
        "import_sheet",
        context,
        ("j",),
        "kalkylblad",
        "Läser in ett kalkylblad; först visas vad som är nytt, ändras och avvisas.",
        False,
    )


def taking_back(context: str) -> tuple[Action, Action]:
    """Undo and redo, which mean the same wherever a plan is looked at."""
    return (
        Action("undo", context, ("u",), "ångra", "Tar tillbaka det senaste som gjordes här."),
        Action("redo", context, ("y",), "gör om", "Gör om det som nyss ångrades.", False),
    )


def finalising(context: str) -> tuple[Action, ...]:
    """Making a document final, and those that are, in a context that shows documents."""
    return (
        Action(
            "finalise",
            context,
            ("f",),
            "slutför",
            "Slutför dokumentet efter en fråga: det blir en allmän handling och ändras aldrig mer.",
        ),
        Action("finals", context, ("h",), "slutförda", "Visar de slutförda dokumenten.", False),
    )
