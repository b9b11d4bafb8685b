"""The log: what should not have happened, kept for whoever mends the program."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from model.errors import system_reason
from model.home.paths import Home
from model.swedish.personal_numbers import mask_personal_numbers

_MOST_BYTES = 1_000_000


def log_unexpected(error: Exception, words: Sequence[str]) -> str:
    """Write the traceback to the home's log; gives the Swedish message that says where."""
    from model.home.paths import find_home

    return kept_in_log(find_home(_given_home(words)), error)


def kept_in_log(home: Home, error: Exception) -> str:
    """Write the traceback to a home's log; gives the Swedish message that says where."""
    cause = type(error).__name__
    try:
        _append(home.log, error)
    except OSError as refused:
        reason = system_reason(refused)
        kept = f"Felet gick inte att skriva till loggen {home.log} ({reason})."
    else:
        kept = f"Felet står i loggen {home.log}."
    return (
        f"Något gick fel i programmet ({cause}). Det som var sparat är kvar. {kept} "
        "Försök igen, och skicka loggen till den som sköter programmet om det händer igen."
    )


def _append(path: Path, error: Exception) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        path.replace(path.with_suffix(".old.log"))
    told = mask_personal_numbers("".join(traceback.format_exception(error)))
    with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{told}\n")


def _given_home(words: Sequence[str]) -> str | None:
    """The folder given last with `--home`."""
    given = None
    for word, following in pairwise((*words, "")):
        if word == "--home":
            given = following
        elif word.startswith("--home="):
            given = word.partition("=")[2]
    return given
