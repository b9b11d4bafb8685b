"""Stored pictures of the screens, as text: one file each, easy to read in a review.

Make them anew with `pytest --snapshot-update`, and look at what differs.
"""

from __future__ import annotations

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class TextPicture(SingleFileSnapshotExtension):
    """A screen as a text file beside the test."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"
