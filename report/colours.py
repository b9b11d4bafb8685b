"""The few colours that documents have, the same in every form.

Each is dark enough to be read on white (at least 4.5:1), and none says what words do not.
"""

from __future__ import annotations

TEXT = "#1d2329"
ACCENT = "#17405f"
MUTED = "#55606b"
RULE = "#c3cad1"
BAND = "#eef2f5"

_GREEN, _AMBER, _RED, _BLUE = "#1c6b3f", "#8a5500", "#ab2318", "#1f5f99"

MARKS = {
    "not_started": MUTED,
    "ongoing_on_plan": _BLUE,
    "ongoing_deviating": _AMBER,
    "delayed": _RED,
    "on_hold": _AMBER,
    "completed_on_plan": _GREEN,
    "completed_deviating": _GREEN,
    "cancelled": MUTED,
    "missing": MUTED,
    "met": _GREEN,
    "partly_met": _BLUE,
    "barely_met": _AMBER,
    "not_met": _RED,
}
"""The colour of a mark by its value; others have that of the text."""

ON_DARK = {
    MUTED: "#a5b0bb",
    _GREEN: "#74c893",
    _AMBER: "#e3b05c",
    _RED: "#f19a90",
    _BLUE: "#86b9ea",
}
"""The same colours for a dark page, as easy to read there."""
