"""What may happen in a world, and how often compared with the rest; each is a method of it."""

from __future__ import annotations

EVENTS: tuple[tuple[str, int], ...] = (
    ("write", 8),
    ("sync", 8),
    ("settle", 1),
    ("report", 2),
    ("lock", 1),
    ("write_from_the_future", 1),
    ("clone", 1),
    ("clone_machine", 1),
    ("backup", 2),
    ("restore", 1),
    ("revert", 2),
    ("crash", 3),
    ("truncate", 1),
    ("hide", 1),
    ("show_again", 1),
    ("rename", 1),
    ("duplicate", 1),
    ("go_stale", 1),
    ("change_clock", 1),
    ("let_days_pass", 2),
)
"""What may happen, and how often compared with the others."""

ON_A_DRIVE: tuple[tuple[str, int], ...] = (("write", 4), ("sync", 2), ("unmount", 3), ("report", 1))
"""The same where the share is on a drive that comes and goes."""
