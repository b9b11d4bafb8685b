"""Stored pictures of the screens, as text: one file each, easy to read in a review.

Make them anew with `pytest --snapshot-update`, and look at what differs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

if TYPE_CHECKING:
    from textual.app import App


class TextPicture(SingleFileSnapshotExtension):
    """A screen as a text file beside the test."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class ColourPicture(SingleFileSnapshotExtension):
    """A screen as an image, for its colours."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


def image_of(app: App[int]) -> str:
    """The screen as an image that is the same on every machine: no ids, no fonts to fetch."""
    image = app.export_screenshot(title="tertial", simplify=True)
    image = re.sub(r"@font-face \{.*?\}\s*", "", image, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", "terminal", image)
