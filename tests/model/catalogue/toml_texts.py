"""Random TOML texts in every way that somebody may write them."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import strategies as st

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n\t"),
    max_size=12,
)
BARE = st.from_regex(r"[A-Za-z0-9_-]{1,5}", fullmatch=True)
COMMENT = st.sampled_from(["", " # anm", " # [[x]] = \"y\" '''", ' # """'])
GAP = st.sampled_from(["", "\n", "# rad\n", "\n# [goal]\n\n", '# """ \n'])


def quoted(text: str) -> str:
    """A text as a one-line TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@st.composite
def strings(draw: st.DrawFn) -> str:
    """One text in one of the four forms that TOML has."""
    text = draw(WORDS)
    form = draw(st.integers(0, 4))
    if form == 0 and "'" not in text and "\n" not in text:
        return f"'{text}'"
    if form == 1 and "'''" not in text and not text.endswith("'"):
        return f"'''\n{text}'''"
    if form == 2:
        escaped = text.replace("\\", "\\\\").replace('"""', '""\\"')
        return f'"""{escaped}"""'
    if form == 3:
        return f'"""\n{quoted(text)[1:-1]}\\\n   """'
    return quoted(text)


PLAIN = st.one_of(
    strings(),
    st.integers(-99, 99).map(str),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(str),
    st.sampled_from(["true", "false", "1.5", "0x1F", "1979-05-27 07:32:00", "07:32:00"]),
)


@st.composite
def lists(draw: st.DrawFn, items: st.SearchStrategy[str]) -> str:
    """A list with line breaks and comments where TOML allows them."""
    found = draw(st.lists(items, max_size=3))
    breaks = draw(st.sampled_from(["", " ", "\n  ", " # ] , anm\n"]))
    comma = draw(st.sampled_from(["", ","])) if found else ""
    return "[" + ",".join(f"{breaks}{item}{breaks}" for item in found) + comma + breaks + "]"


@st.composite
def inline_tables(draw: st.DrawFn, items: st.SearchStrategy[str]) -> str:
    """A table within braces."""
    pairs = draw(st.dictionaries(st.sampled_from(["x", "y", '"å.ö"', "'z z'"]), items, max_size=3))
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + " }"


VALUES = st.recursive(PLAIN, lambda inner: lists(inner) | inline_tables(inner), max_leaves=6)
KEYS = st.one_of(BARE, BARE.map(lambda key: f"'{key}'"), WORDS.map(quoted))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Statements, then tables and lists of tables in any mixture; some are not valid."""
    lines = [draw(GAP)]
    for header in ["", *draw(st.lists(headers(), max_size=5))]:
        if header:
            lines.append(f"{header}{draw(COMMENT)}\n")
        for _ in range(draw(st.integers(0, 3))):
            key, blanks = draw(KEYS), draw(st.sampled_from(["", " ", "\t "]))
            if draw(st.booleans()):
                key = f"{key}{blanks}.{blanks}{draw(KEYS)}"
            lines.append(f"{blanks}{key}{blanks}={blanks}{draw(VALUES)}{draw(COMMENT)}\n")
            lines.append(draw(GAP))
    return "".join(lines)


@st.composite
def headers(draw: st.DrawFn) -> str:
    """A table's header, at the top or below another."""
    name = draw(st.sampled_from(["goal", "activity", "goal.part", 'tertials."2024-T1"', "a.b.c"]))
    return f"[[{name}]]" if draw(st.booleans()) else f"[ {name} ]"
