"""The log: what should not have happened, kept for whoever mends the program."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

_MOST_BYTES = 1_000_000


def log_unexpected(error: Exception) -> str:
    """Write the traceback to the home's log; gives the Swedish message that says where."""
    from model.home.paths import find_home

    home = find_home(_given_home())
    cause = type(error).__name__
    try:
        _append(home.log, error)
    except OSError as refused:
        reason = refused.strerror or type(refused).__name__
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
    with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n")
        log.writelines(traceback.format_exception(error))
        log.write("\n")


def _given_home() -> str | None:
    """The folder given with `--home`, read from the words of this run."""
    import sys

    words = sys.argv[1:]
    for place, word in enumerate(words):
        if word == "--home":
            return words[place + 1] if place + 1 < len(words) else None
        if word.startswith("--home="):
            return word.partition("=")[2]
    return None
