"""A program of its own that writes and syncs for some rounds: `python -m … HOME SHARE ROUNDS`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from model.home.config import Profile
from model.plan.entities import Activity
from model.store.database import Database
from model.workspace.workspace import Workspace
from sync.address import share_at
from sync.exchange import Exchange
from tests.sync.homes import KITCHEN


def meet(home: Path, share: str, rounds: int) -> None:
    """Each round an activity of its own and one that everybody edits, then an exchange."""
    profile = Profile(home.name, (KITCHEN,))
    workspace = Workspace(Database(home / "tertial.sqlite3"), profile, date(2024, 4, 22))
    for number in range(rounds):
        with workspace.edit() as edit:
            own = f"{home.name} {number}"
            edit.save(Activity(id=own, scope=KITCHEN, unit=KITCHEN, year=2024, title=own))
            edit.save(Activity(id="gemensam", scope=KITCHEN, unit=KITCHEN, year=2024, title=own))
        outcome = Exchange(workspace, share_at(share)).run()
        for problem in outcome.problems:
            raise problem
    workspace.close()


if __name__ == "__main__":
    meet(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
