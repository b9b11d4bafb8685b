"""A list of one-line rows under headings, drawn line by line.

One widget for all rows, so a key press repaints two lines; what follows the cursor (the
details beside the list) is told in the same pass, so that both are one frame.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from model.swedish.visible import visible

NARROW_ROW = 60
"""Below this many cells the short form of a cell is shown."""


class Cell(NamedTuple):
    """One column of a row: text, its width in cells (None takes what is left), its tone."""

    text: str
    width: int | None = None
    tone: str = ""
    """One of the tones in `RowList.COMPONENT_CLASSES`, without the prefix."""
    short: str | None = None
    """What stands there in a narrow list, as wide as it is; the same text when None."""

    def fitting(self, width: int) -> Cell:
        """The cell as it is in a row of so many cells."""
        if self.short is None or width >= NARROW_ROW:
            return self
        return Cell(self.short, cell_len(self.short), self.tone)


class ListRow(NamedTuple):
    """A row that can be chosen, or a heading when it has no key."""

    cells: tuple[Cell, ...]
    key: str | None = None
    plain: str = ""
    """What "copy" takes; the cells' text when empty."""
    is_note: bool = False
    """Whether a row without a key is plain text, not a heading."""


class RowList(ScrollView, can_focus=True):
    """Rows with a cursor; headings and empty notes are passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", show=False),
        Binding("down", "cursor(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--heading",
        "row-list--cursor",
        "row-list--muted",
        "row-list--good",
        "row-list--warn",
        "row-list--bad",
        "row-list--strong",
    }

    class Chosen(Message):
        """A row was chosen with the mouse (Enter belongs to the screen's own action)."""

        def __init__(self, row_list: RowList, key: str) -> None:
            super().__init__()
            self.row_list = row_list
            self.key = key

        @property
        def control(self) -> RowList:
            """The list."""
            return self.row_list

    def __init__(
        self,
        *,
        on_move: Callable[[str | None], None] | None = None,
        id: str | None = None,  # noqa: A002  # Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """Make an empty list; `on_move` hears the key of the row under the cursor."""
        super().__init__(id=id, classes=classes)
        self.rows: tuple[ListRow, ...] = ()
        self.cursor = -1
        self._on_move = on_move
        self._strips: dict[tuple[int, int, bool], Strip] = {}

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        return self.rows[self.cursor].key if 0 <= self.cursor < len(self.rows) else None

    @property
    def current(self) -> ListRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def show(self, rows: Sequence[ListRow], *, key: str | None = None) -> None:
        """Show these rows with the cursor on `key`, else where it was, else on the first."""
        wanted = key if key is not None else self.key
        place = max(self.cursor, 0)
        self.rows = tuple(rows)
        self._strips.clear()
        keys = [row.key for row in self.rows]
        if wanted is not None and wanted in keys:
            self.cursor = keys.index(wanted)
        else:
            self.cursor = self._choosable(place, 1)
        self.virtual_size = Size(self.scrollable_size.width, len(self.rows))
        self._keep_in_sight()
        self.refresh()
        self._tell()

    def move_to(self, key: str) -> None:
        """Put the cursor on a row."""
        keys = [row.key for row in self.rows]
        if key in keys:
            self._move(keys.index(key))

    def action_cursor(self, step: int) -> None:
        """Move to the next row that can be chosen."""
        self._move(self._choosable(self.cursor + step, step))

    def action_page(self, direction: int) -> None:
        """Move by a screenful."""
        target = self.cursor + direction * max(1, self.size.height - 1)
        target = min(max(target, 0), len(self.rows) - 1)
        self._move(self._choosable(target, direction))

    def action_edge(self, place: int) -> None:
        """Move to the first or the last row."""
        self._move(self._choosable(0, 1) if place == 0 else self._choosable(len(self.rows) - 1, -1))

    def _choosable(self, start: int, step: int) -> int:
        """The nearest row with a key from `start` on, else the other way, else none."""
        ways = (
            range(start, len(self.rows) if step > 0 else -1, 1 if step > 0 else -1),
            range(start, -1 if step > 0 else len(self.rows), -1 if step > 0 else 1),
        )
        for way in ways:
            for index in way:
                if 0 <= index < len(self.rows) and self.rows[index].key is not None:
                    return index
        return -1

    def _move(self, index: int) -> None:
        if index == self.cursor or index < 0:
            return
        old, self.cursor = self.cursor, index
        self._tell()
        self._refresh_row(old)
        self._refresh_row(index)
        self._keep_in_sight()

    def _tell(self) -> None:
        if self._on_move is not None:
            self._on_move(self.key)

    def _refresh_row(self, index: int) -> None:
        y = index - self.scroll_offset.y
        self.refresh(Region(0, y, self.size.width, 1))

    def _keep_in_sight(self) -> None:
        if self.cursor < 0 or not self.size.height:
            return
        top = self.scroll_offset.y
        above = self.cursor
        while above > 0 and self.rows[above - 1].key is None:
            above -= 1
        if above < top:
            self.scroll_to(y=above, animate=False, immediate=True)
        elif self.cursor >= top + self.size.height:
            self.scroll_to(y=self.cursor - self.size.height + 1, animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the new width."""
        self._strips.clear()
        self.virtual_size = Size(self.scrollable_size.width, len(self.rows))
        self._keep_in_sight()

    def notify_style_update(self) -> None:
        """Draw anew in another theme's colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_click(self, event: events.Click) -> None:
        """Choose a row with the mouse; the second click on it opens it."""
        place = event.get_content_offset(self)
        if place is None:
            return
        index = place.y + self.scroll_offset.y
        if 0 <= index < len(self.rows) and self.rows[index].key is not None:
            again = index == self.cursor
            self._move(index)
            if again and (key := self.key) is not None:
                self.post_message(self.Chosen(self, key))

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        index = y + self.scroll_offset.y
        width = self.scrollable_size.width
        if not 0 <= index < len(self.rows):
            return Strip.blank(self.size.width, self.rich_style)
        at_cursor = index == self.cursor
        cached = self._strips.get((index, width, at_cursor and self.has_focus))
        if cached is None:
            cached = self._draw(self.rows[index], width, at_cursor)
            self._strips[index, width, at_cursor and self.has_focus] = cached
        return cached

    def on_focus(self) -> None:
        """Show the cursor in full strength."""
        self._strips.clear()
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor weaker."""
        self._strips.clear()
        self.refresh()

    def _draw(self, row: ListRow, width: int, at_cursor: bool) -> Strip:
        base = self.rich_style
        if row.key is None and not row.is_note:
            base = self.get_component_rich_style("row-list--heading", partial=True)
            base = self.rich_style + base
        if at_cursor:
            base = self.rich_style + self.get_component_rich_style("row-list--cursor", partial=True)
        mark = "▸ " if at_cursor else "  "
        segments = [Segment(mark if row.key is not None else " ", base)]
        used = cell_len(segments[0].text)
        cells = [cell.fitting(width) for cell in row.cells]
        fixed = sum(cell.width for cell in cells if cell.width is not None)
        flexible = sum(1 for cell in cells if cell.width is None)
        left = max(0, width - used - fixed - max(0, len(cells) - 1))
        for number, cell in enumerate(cells):
            room = cell.width if cell.width is not None else left // max(1, flexible)
            text = fitted(cell.text, room)
            gap = " " if number < len(cells) - 1 else ""
            segments.append(Segment(text + gap, self._tone(base, cell.tone, at_cursor)))
        strip = Strip(segments)
        return strip.adjust_cell_length(width, base)

    def _tone(self, base: Style, tone: str, at_cursor: bool) -> Style:
        if not tone or at_cursor:
            return base
        return base + self.get_component_rich_style(f"row-list--{tone}", partial=True)


def fitted(text: str, width: int) -> str:
    """Text made safe to show on one line and cut or filled to a width in cells."""
    indent = " " * (len(text) - len(text.lstrip(" ")))
    text = indent + visible(" ".join(text.split()))
    if cell_len(text) > width:
        return set_cell_size(text, max(0, width - 1)) + ("…" if width else "")
    return set_cell_size(text, width)
