"""A centre that locks the first tertial when it is told to: `python -m … HOME SHARE`.

It says when it is ready, and waits for a line before it locks and another before it syncs.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from model.home.config import Profile
from model.plan.calendar import Tertial
from model.plan.vocabulary import Role
from model.store.database import Database
from model.workspace.workspace import Workspace
from sync.address import share_at
from sync.exchange import Exchange
from sync.locking import lock_tertial


def lock_when_told(home: Path, share: str) -> None:
    """Sync, lock, and sync again."""
    profile = Profile(home.name, (), Role.CENTRAL)
    workspace = Workspace(Database(home / "tertial.sqlite3"), profile, date(2024, 5, 2))
    for step in ("synced", "locked", "sent"):
        if step == "locked":
            lock_tertial(workspace, Tertial(2024, 1))
        else:
            outcome = Exchange(workspace, share_at(share)).run()
            for problem in outcome.problems:
                raise problem
        sys.stdout.write(f"{step}\n")
        sys.stdout.flush()
        sys.stdin.readline()
    workspace.close()


if __name__ == "__main__":
    lock_when_told(Path(sys.argv[1]), sys.argv[2])
