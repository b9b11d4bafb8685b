"""Small changes to a text that ends in a line break: what is not named stays, byte for byte."""

from __future__ import annotations

import re

from model.catalogue.places import Extent, Path, Places, Section

_COMMA_AFTER = re.compile(r"[ \t\n]*(?:#[^\n]*\n[ \t\n]*)*,")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?\n")

TAKEN_OUT = "Borttagen ur planen:"


class Patch:
    """Replacements in one text, applied together."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._edits: list[tuple[int, int, str]] = []

    def replace(self, extent: Extent, new: str) -> None:
        """Put a text in the place of another; extents do not overlap."""
        self._edits.append((extent.start, extent.end, new))

    def insert(self, position: int, new: str) -> None:
        """Put a text between; what is inserted first at a position stands first."""
        self._edits.append((position, position, new))

    def add_line(self, section: Section, line: str) -> None:
        """Add a statement after the last one of a table."""
        self.insert(section.end, line + "\n")

    def add_items(self, extent: Extent, last: Extent | None, items: list[str]) -> None:
        """Add items after the last one of a list, in lines of their own where it has one."""
        if last is None:
            self.replace(extent, f"[ {', '.join(items)} ]")
            return
        comma = _COMMA_AFTER.match(self._text, last.end)
        if comma is None:
            self.insert(last.end, ",")
        after = last.end if comma is None else comma.end()
        rest_of_line = _REST_OF_LINE.match(self._text, after)
        blanks = self._text[self._text.rfind("\n", 0, last.start) + 1 : last.start]
        if rest_of_line is None or blanks.strip():
            self.insert(after, f" {', '.join(items)}")
        else:
            lines = "".join(f"\n{blanks}{item}," for item in items)
            self.insert(rest_of_line.end() - 1, lines)

    def remove_item(self, item: Extent) -> None:
        """Take an item out of a list, with the comma after it; comments stay."""
        self.replace(item, "")
        comma = _COMMA_AFTER.match(self._text, item.end)
        if comma is not None:
            self.replace(Extent(comma.end() - 1, comma.end()), "")

    def comment_out(self, extent: Extent) -> None:
        """Make comments of lines, so that what stood there can still be read."""
        text = self._text[extent.start : extent.end]
        lines = [TAKEN_OUT, *text.removesuffix("\n").split("\n")]
        commented = "\n".join(f"# {line}".rstrip() for line in lines)
        self.replace(extent, commented + "\n" * text.endswith("\n"))

    def apply(self) -> str:
        """The changed text."""
        parts: list[str] = []
        at = 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            parts += [self._text[at:start], new]
            at = end
        return "".join([*parts, self._text[at:]])


class Block:
    """A row of a file with the comment lines right above it and the tables inside it."""

    def __init__(self, path: Path, start: int, header: int, end: int) -> None:
        self.path = path
        self.start = start
        self.header = header
        self.end = end

    def extent(self) -> Extent:
        """From the first comment line to the last statement."""
        return Extent(self.start, self.end)


def blocks_of(places: Places) -> list[Block]:
    """Every table with a header of its own at the top or in a list; inner ones are part of it.

    Comments with a blank line after them belong to no row: they stay where they are.
    """
    blocks: list[Block] = []
    for section in places.sections:
        last = blocks[-1] if blocks else None
        if last is not None and len(section.path) > len(last.path):
            is_inside = section.path[: len(last.path)] == last.path
            if is_inside and isinstance(last.path[-1], int):
                last.end = section.end
                continue
        floor = last.end if last is not None else 0
        start = _first_comment_line(places.text, section.start, floor)
        blocks.append(Block(section.path, start, section.start, section.end))
    return blocks


def _first_comment_line(text: str, header: int, floor: int) -> int:
    """Where the comment lines right above a header begin."""
    start = text.rfind("\n", 0, header) + 1
    while start > floor:
        before = text.rfind("\n", 0, start - 1) + 1
        if not text[before:start].lstrip().startswith("#"):
            break
        start = before
    return start
