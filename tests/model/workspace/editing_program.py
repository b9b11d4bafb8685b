"""`python -m tests.model.workspace.editing_program FOLDER SEED`: edits until it is killed.

Prints a line for each thing that it has been told is saved: the names of the changes, or a draft's
key and number.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from msgspec.structs import replace

from model.actions.planning import add_activity
from model.actions.statuses import set_status
from model.plan.entities import Activity
from model.workspace.edit import Edit
from model.workspace.reversal import UndoRefused
from model.workspace.undo import undo
from tests.model.building import KITCHEN, T1, standing
from tests.model.workspace.homes import open_at, planned


def say(*words: object) -> None:
    """Acknowledge, at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def act(edit: Edit, chance: random.Random, number: int) -> None:
    """One of the things that a unit manager does all day."""
    rows = edit.plan.of(Activity)
    what = chance.random()
    if len(rows) < 5 or what < 0.2:
        for part in range(chance.randint(1, 4)):
            add_activity(edit, KITCHEN, planned(f"Aktivitet {number}.{part}"))
    elif what < 0.6:
        set_status(edit, chance.choice(rows), KITCHEN, T1, standing(), f"Läget är {number}.")
    else:
        seen = chance.choice(rows)
        edit.save(replace(seen, description=f"Text {number} " * chance.randint(1, 300)), seen)


def main(folder: Path, seed: int) -> None:
    """Edit, take back and type, for ever."""
    chance = random.Random(seed)  # noqa: S311 - a story, no secret
    workspace = open_at(folder)
    number = 0
    while True:
        number += 1
        if number % 7 == 0:
            try:
                undo(workspace)
            except UndoRefused:
                continue
            say("saved", workspace.own_actions(1)[0].name)
        elif number % 3 == 0:
            workspace.keep_draft(f"status:{seed}", f"{number} påbörjade ord")
            say("draft", f"status:{seed}", number)
        else:
            with workspace.edit() as edit:
                act(edit, chance, number)
            say("saved", *(entry.name for entry in edit.entries))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
