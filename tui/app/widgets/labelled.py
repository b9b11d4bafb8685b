"""A field with its label in the same line: one widget, so that a form of them opens at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

LABEL_WIDTH = 14
LABEL = "labelled--label"
"""The component class of the label; a class that mixes `Labelled` in names it among its own."""

# Textual takes style sheets and component classes from a widget's first widget base only.
if TYPE_CHECKING:
    _Base = Widget
else:
    _Base = object


class Labelled(_Base):
    """Draws a label in the left padding of the field's first line. Mixed in before the field."""

    label_text = ""
    label_width = LABEL_WIDTH

    def set_label(self, text: str, width: int = LABEL_WIDTH) -> None:
        """Give the field its label, and the label its room in cells."""
        self.label_text = text
        self.label_width = width
        self.styles.padding = (0, 0, 0, width)
        self.add_class("labelled")

    def render_lines(self, crop: Region) -> list[Strip]:
        """The field's lines, with the label in front of the first and nothing below it."""
        strips = super().render_lines(crop)
        room = self.label_width - crop.x
        if room <= 0:
            return strips
        style = self.get_component_rich_style(LABEL)
        drawn: list[Strip] = []
        for number, strip in enumerate(strips):
            text = self._label() if crop.y + number == 0 else ""
            label = Strip([Segment(set_cell_size(text, self.label_width), style)])
            left = label.crop(crop.x, min(crop.right, self.label_width))
            drawn.append(Strip.join([left, strip.crop(room)]) if crop.width > room else left)
        return drawn

    def _label(self) -> str:
        return f"{'▸ ' if self.has_focus else '  '}{self.label_text}"
