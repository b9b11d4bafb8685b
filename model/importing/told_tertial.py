"""The tertial that a row of headings names: Status T1, Kommentar tertial 1 2024."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TERTIAL = re.compile(
    r"(?<!\w)(?:(20\d\d)[\s-]*)?t(?:ertial)?\s?([123])(?:[\s-]*(20\d\d))?(?!\w)", re.IGNORECASE
)


def told_tertial(texts: Sequence[str]) -> tuple[list[str], str]:
    """The headings without the tertial that they name, and that tertial, such as `2024-T1` or `T1`.

    Where they name none, or several, they are left as they are: of two columns with a status
    nobody can tell which is meant.
    """
    named = [match for text in texts for match in _TERTIAL.finditer(text)]
    numbers = {match[2] for match in named}
    years = {match[1] or match[3] for match in named} - {None}
    if len(numbers) != 1 or len(years) > 1:
        return list(texts), ""
    key = "-".join([*years, f"T{numbers.pop()}"])
    return [_TERTIAL.sub(" ", text) for text in texts], key
