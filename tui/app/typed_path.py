"""The file that somebody means by a typed or pasted path."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_MARKS = ('"', "'")
"""Windows copies a path within the first, a Linux desktop drops a file within the second."""


def unquoted(text: str, offered: str = "") -> str:
    """What was typed, without the quotation marks around what is pasted or dropped."""
    text = text.strip()
    for mark in _MARKS:
        before, opened, within = text.partition(mark)
        if opened and before in ("", offered) and within.endswith(mark):
            text = within.removesuffix(mark).strip()
    return text


def typed_path(text: str, offered: str = "") -> Path:
    """The path without quotation marks; a whole one may stand behind the folder offered."""
    text = unquoted(text, offered)
    pasted = Path(text.removeprefix(offered)) if offered else Path(text)
    path = pasted if pasted.is_absolute() and not _is_there(Path(text)) else Path(text)
    with suppress(RuntimeError):  # `~name` of nobody known
        path = path.expanduser()
    return path


def _is_there(path: Path) -> bool:
    """Whether there is something; a text that no system takes as a path names nothing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
