"""`tertial` as it is measured: a unit's home with 60 activities and a journal of 20,000 changes."""

import sys
from pathlib import Path

from benchmarks.apps import MOVE
from benchmarks.history import TODAY, History
from benchmarks.subject import HOME, SCREEN, SLOW, Gesture, Press, Process, Subject, presses
from model.home.paths import home_at
from model.plan.vocabulary import GoalLevel
from model.store.journal import Source, latest_arrival
from model.workspace.opening import open_workspace

CHANGES = 20_000
"""The journal's length, the catalogue's own changes included."""

UNIT = "Kostenheten"

_PROGRAM = str(Path(sys.executable).parent / "tertial")
_HOME = ("--home", f"{HOME}/tertial", "--today", TODAY.isoformat())


def fill(home: Path) -> None:
    """Give the unit two years of activities, statuses and edits."""
    workspace = open_workspace(home_at(home / "tertial"), TODAY)
    goals = [one.id for one in workspace.plan.goals(2024) if one.level is not GoalLevel.COUNCIL]
    with workspace.database.reading() as connection:
        there = latest_arrival(connection)
    history = History(workspace.plan, workspace.author, workspace.profile.units[0], goals)
    history.grow(CHANGES - there)
    workspace.write(history.entries, Source.OWN)
    workspace.close()


_SEARCH = Gesture(
    "search",
    (
        Press("r", "aktivitet .*rutinen"),
        *presses(*"uti"),
        Press("n", "aktivitet .*rutinen"),
        *presses(*["backspace"] * 5),
    ),
    times=4,
    before=(Press("/", "Skriv det du söker"),),
    after=(Press("escape", "Saknar status"),),
    gap=SLOW,
)
"""A word typed and taken back, letter by letter, over everything that the home holds."""

_VIEW = Gesture(
    "view",
    (Press("v", "Granska T1"), Press("q", "Saknar status")),
    times=10,
    before=presses("v", "q"),
    gap=SCREEN,
)
"""From home to the findings and back; once beforehand, since the first time imports the screen."""

_FORM = Gesture(
    "form",
    (Press("e", "Ändra aktivitet"), Press("ctrl+g", "Saknar status")),
    times=10,
    before=presses("e", "ctrl+g"),
    gap=SCREEN,
)
"""The plan form of the chosen activity, opened and closed; once beforehand, as above."""

PRODUCT = Subject(
    name="tertial",
    command=(_PROGRAM, *_HOME),
    useful=r"etapp \d",
    gestures=(MOVE, _SEARCH, _VIEW, _FORM),
    processes=(
        Process(
            "help",
            (_PROGRAM, "--help"),
            (sys.executable, "-P", str(Path(__file__).parent / "empty.py"), "--help"),
        ),
        Process(
            "check",
            (_PROGRAM, "check", *_HOME),
            (sys.executable, "-P", "-c", "import sqlalchemy.orm"),
            codes=(0, 1),
        ),
    ),
    setup=((_PROGRAM, "setup", "--name", "Åsa Öst", "--unit", UNIT, *_HOME),),
    fill=fill,
    library=r"sqlalchemy.*\.so",
)
