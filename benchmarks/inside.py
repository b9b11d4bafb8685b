"""`python -m benchmarks.inside edit|fold FOLDER`: time the model in a process of its own.

Prints one JSON object: medians in ms for edits, s for folding.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.journals import database_in, open_journal
from model.actions.statuses import set_status
from model.journal.rows import entity_of
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Standing
from model.plan.identifiers import EntityId
from model.plan.vocabulary import StatusValue
from model.store import derived
from model.store.database import Database
from model.workspace.workspace import Workspace

_TERTIAL = Tertial(2024, 1)


def time_edits(folder: Path) -> Figures:
    """Set statuses of a unit's activities, the first one unmeasured, since it also warms up.

    `edit` is wall time and `edit cpu` processor time in ms where the tertial has no status yet;
    `edit again` is wall time where it has one that has been edited time and again.
    """
    workspace = open_journal(folder)
    unit = workspace.profile.units[0]
    activities = [one for one in workspace.plan.activities_of(unit) if one.year == _TERTIAL.year]
    reported: list[Activity] = []
    lacking: list[Activity] = []
    for one in activities:
        has_status = workspace.plan.status_of(one.id, unit, _TERTIAL) is not None
        (reported if has_status else lacking).append(one)
    new = [_time_edit(workspace, one, unit) for one in lacking][1:]
    again = [_time_edit(workspace, one, unit) for one in reported]
    workspace.close()
    return {
        "edit": statistics.median(wall for wall, _ in new),
        "edit cpu": statistics.median(used for _, used in new),
        "edit again": statistics.median(wall for wall, _ in again),
    }


def _time_edit(workspace: Workspace, activity: Activity, unit: EntityId) -> tuple[float, float]:
    """Milliseconds, wall and processor time, to set one status."""
    standing = Standing(value=StatusValue.ON_HOLD)
    wall, used = time.perf_counter(), time.process_time()
    with workspace.edit() as edit:
        set_status(edit, activity, unit, _TERTIAL, standing, "Mätning pågår")
    return (time.perf_counter() - wall) * 1000, (time.process_time() - used) * 1000


def time_folding(folder: Path) -> Figures:
    """Read and fold the whole journal to entities: `fold`; the same into new tables: `rebuild`."""
    database = Database(database_in(folder))
    start = time.perf_counter()
    with database.reading() as connection:
        found = sum(1 for _ in map(entity_of, derived.folded_journal(connection)))
    fold = time.perf_counter() - start
    if not found:
        raise ValueError(f"the journal in {folder} is empty")
    start = time.perf_counter()
    with database.writing() as connection:
        derived.rebuild(connection)
    rebuild = time.perf_counter() - start
    database.close()
    return {"fold": fold, "rebuild": rebuild}


if __name__ == "__main__":
    what, where = sys.argv[1:]
    print(json.dumps({"edit": time_edits, "fold": time_folding}[what](Path(where))))
