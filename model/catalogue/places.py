"""Where everything stands in a TOML text: the lines for messages, the spans for small edits.

The TOML library gives values without their places and, when it writes, gathers tables of one
name that stood apart. So this room finds the places itself, by a scan that knows TOML's
lexical rules and nothing else; the library still decides what is valid and what values mean.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress

import msgspec

Path = tuple[str | int, ...]
"""Keys from the top, with the position in a list: `("goal", 3, "text")`."""

_BASIC = r'"(?:[^"\\\n]|\\.)*"'
_LITERAL = r"'[^'\n]*'"
_STRING = re.compile(
    rf'"""(?:[^"\\]|\\.|"{{1,2}}(?!"))*"{{3,5}}|\'\'\'(?:[^\']|\'{{1,2}}(?!\'))*\'{{3,5}}'
    rf"|{_BASIC}|{_LITERAL}",
    re.DOTALL,
)
_KEY = re.compile(rf"[A-Za-z0-9_-]+|{_BASIC}|{_LITERAL}")
_PLAIN = re.compile(r"[^,\]}#\n]+")
_SPACE = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_REST = re.compile(r"[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)")
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(["\\bfnrte]))')
_ESCAPED = {
    '"': '"', "\\": "\\", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "e": "\x1b",
}  # fmt: skip


class Extent(msgspec.Struct, frozen=True):
    """Half-open range of characters in the text."""

    start: int
    end: int


class Section(msgspec.Struct, frozen=True):
    """A table with its own header line, `[x]` or `[[x]]`, up to its last statement."""

    path: Path
    start: int
    """First character of the header's line."""
    end: int
    """After the line of the last statement, or of the header where there is none."""


class Duplicate(msgspec.Struct, frozen=True):
    """A key that is given twice where TOML allows it once."""

    path: Path
    line: int
    first: int


class Places:
    """The places of one text. A text with a syntax error has the places before the error."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: dict[Path, int] = {}
        """Where a key, a header or a list item begins."""
        self.around: dict[Path, int] = {}
        """Where a table that has no header begins: the `a` of `a.b = 1`."""
        self.values: dict[Path, Extent] = {}
        """The value that a key stands for, or an item of a list; headed tables are sections."""
        self.sections: list[Section] = []
        self.duplicates: list[Duplicate] = []
        self._lines = [match.end() for match in re.finditer("\n", text)]

    def line_at(self, position: int) -> int:
        """The line, counted from 1, of a character."""
        return bisect_right(self._lines, position) + 1

    def line_of(self, path: Path) -> int:
        """The line of a key, or of the nearest thing around it that has a place; 0 if none has."""
        for length in range(len(path), 0, -1):
            position = self.keys.get(path[:length], self.around.get(path[:length]))
            if position is not None:
                return self.line_at(position)
        return 0

    def section(self, path: Path) -> Section | None:
        """The headed table at a path."""
        return next((section for section in self.sections if section.path == path), None)


class _Unreadable(Exception):
    """The scan cannot go on: the text has a syntax error here."""


def find_places(text: str) -> Places:
    """The places of everything in a TOML text. Never fails: it ends at a syntax error."""
    scan = _Scan(text)
    with suppress(_Unreadable, RecursionError, ValueError):
        scan.document()
    scan.close_section()
    return scan.places


class _Scan:
    """One pass over a text, remembering where it stands and under which header."""

    def __init__(self, text: str) -> None:
        self.places = Places(text)
        self._text = text
        self._at = 0
        self._header: Path = ()
        self._header_start = -1
        self._end = 0
        self._lists: dict[Path, int] = {}

    def document(self) -> None:
        """Headers and statements, to the end."""
        while True:
            self._skip(_GAP)
            if self._at >= len(self._text):
                return
            if self._text[self._at] == "[":
                self._read_header()
            else:
                self._read_statement(self._header)
            self._end = self._take(_REST).end()

    def close_section(self) -> None:
        """End the section that is open."""
        if self._header_start >= 0:
            section = Section(self._header, self._header_start, self._end)
            self.places.sections.append(section)

    def _read_header(self) -> None:
        self.close_section()
        start = self._at
        is_list = self._text.startswith("[[", start)
        self._at += 2 if is_list else 1
        name = self._read_key()
        if not self._text.startswith("]]" if is_list else "]", self._at):
            raise _Unreadable
        self._at += 2 if is_list else 1
        path: Path = ()
        for part in name[:-1]:
            path = self._last_item((*path, part))
        path = (*path, name[-1])
        if is_list and path not in self.places.values:
            position = self._lists.get(path, -1) + 1
            self._lists[path] = position
            self.places.keys.setdefault(path, start)
            path = (*path, position)
        self._note(path, start)
        self._header, self._header_start = path, start

    def _last_item(self, path: Path) -> Path:
        """The item that a name stands for in a header: the latest, where it names a list."""
        return (*path, self._lists[path]) if path in self._lists else path

    def _read_statement(self, table: Path) -> None:
        start = self._at
        key = self._read_key()
        for length in range(1, len(key)):
            self.places.around.setdefault((*table, *key[:length]), start)
        path = (*table, *key)
        if not self._text.startswith("=", self._at):
            raise _Unreadable
        self._at += 1
        self._skip(_SPACE)
        self._note(path, start)
        self._read_value(path)

    def _note(self, path: Path, start: int) -> None:
        if path in self.places.keys:
            lines = self.places.line_at(start), self.places.line_of(path)
            self.places.duplicates.append(Duplicate(path, *lines))
        else:
            self.places.keys[path] = start

    def _read_key(self) -> Path:
        """A key with its dots, and the blanks around it."""
        parts = []
        while True:
            self._skip(_SPACE)
            parts.append(_unquoted(self._take(_KEY)[0]))
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return tuple(parts)
            self._at += 1

    def _read_value(self, path: Path) -> None:
        start = self._at
        opening = self._text[start : start + 1]
        if opening == "[":
            self._read_list(path)
        elif opening == "{":
            self._read_inline_table(path)
        elif opening in {'"', "'"}:
            self._take(_STRING)
        else:
            plain = self._take(_PLAIN)
            self._at = start + len(plain[0].rstrip())
        self.places.values.setdefault(path, Extent(start, self._at))

    def _read_list(self, path: Path) -> None:
        self._at += 1
        for position in range(len(self._text)):
            self._skip(_GAP)
            if self._closes("]"):
                return
            item = (*path, position)
            self.places.keys.setdefault(item, self._at)
            self._read_value(item)
            self._skip(_GAP)
            if self._closes("]"):
                return
            self._comma()

    def _read_inline_table(self, path: Path) -> None:
        self._at += 1
        while True:
            self._skip(_GAP)
            if self._closes("}"):
                return
            self._read_statement(path)
            self._skip(_GAP)
            if self._closes("}"):
                return
            self._comma()

    def _closes(self, bracket: str) -> bool:
        if not self._text.startswith(bracket, self._at):
            return False
        self._at += 1
        return True

    def _comma(self) -> None:
        if not self._closes(","):
            raise _Unreadable

    def _skip(self, pattern: re.Pattern[str]) -> None:
        self._take(pattern)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _Unreadable
        self._at = match.end()
        return match


def _unquoted(key: str) -> str:
    """A key without its quotes and escapes."""
    if key.startswith("'"):
        return key[1:-1]
    if not key.startswith('"'):
        return key
    return _ESCAPE.sub(
        lambda found: (
            _ESCAPED[found[4]] if found[4] else chr(int(found[1] or found[2] or found[3], 16))
        ),
        key[1:-1],
    )
