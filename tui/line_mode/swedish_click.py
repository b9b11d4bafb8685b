"""Click's own words in Swedish, through the gettext that click already uses."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

_LOCALE = Path(__file__).parent / "locale"


def speak_swedish() -> None:
    """Let click's help and usage errors be Swedish, whatever the machine's language is."""
    os.environ["LANGUAGE"] = "sv"
    gettext.bindtextdomain("messages", str(_LOCALE))
    gettext.textdomain("messages")
