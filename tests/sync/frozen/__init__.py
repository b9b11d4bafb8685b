"""Shares and databases as versions of the program left them: `python -m tests.sync.frozen NAME`.

A version that changes a format makes a folder of its own here; the earlier ones stay as they are.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from model.workspace.workspace import Workspace

FROZEN = Path(__file__).parent
SHARE_NAME = "delning"
TABLES_NAME = "tables.json"


def tables_of(workspace: Workspace) -> dict[str, object]:
    """Every row that is shown, as JSON."""
    rows = sorted(workspace.plan.everything(), key=lambda row: (row.kind, row.id))
    shown = {f"{row.kind} {row.id}": row for row in rows}
    return dict(msgspec.json.decode(msgspec.json.encode(shown)))
