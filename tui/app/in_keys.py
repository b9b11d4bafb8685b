"""Messages that name commands, in the words of the app: by the key that does the same there."""

from __future__ import annotations

import re

from tui.actions import action

_COMMAND = re.compile(r"”tertial ([^”]+)”")
_SHARING = f"under Delning ({action('home', 'sharing').shown_key})"

KEYS: dict[str, tuple[str, str, str]] = {
    "sync --share": ("sharing", "add", _SHARING),
    "sync": ("home", "sync", ""),
    "share create": ("sharing", "create", _SHARING),
    "share forget": ("sharing", "forget", _SHARING),
    "share list": ("home", "sharing", ""),
    "share show": ("home", "sharing", ""),
    "bundle write": ("sharing", "write_bundle", _SHARING),
    "bundle read": ("sharing", "read_bundle", _SHARING),
    "conflicts list": ("home", "settle", ""),
    "late list": ("overview", "lock", "i översikten"),
    "lock": ("overview", "lock", "i översikten"),
    "unlock": ("overview", "lock", "i översikten"),
    "finals verify": ("finals", "verify", "bland slutförda dokument"),
}
"""For the beginning of a command the context and name of its action, and where its key is.

What begins with no such words has no key, and is named as the command that it is.
"""


def in_keys(text: str) -> str:
    """A message with each command that has a key replaced by that key."""
    return _COMMAND.sub(_key, text)


def _key(found: re.Match[str]) -> str:
    for beginning, (context, name, where) in KEYS.items():
        if f"{found[1]} ".startswith(f"{beginning} "):
            one = action(context, name)
            return f"{one.shown_key} ({one.label}) {where}".rstrip()
    return found[0]
