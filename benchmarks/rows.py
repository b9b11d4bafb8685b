"""Rows of the result: one metric of one app, its ratio to the yardstick, and what was asked."""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tabulate import tabulate

from benchmarks.figures import Ratio, Round, ratio
from benchmarks.folding import EDITS, JOURNALS, SECONDS, SHORT
from benchmarks.processes import process_name, yardstick_name
from benchmarks.subject import Subject
from benchmarks.targets import TARGETS, Verdict, verdict

BARE = "bare"
"""The name of the yardstick app."""

_SPREAD = ("p50", "p95", "bytes", "frames")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    `value` is the median in ms, MiB, bytes or s; `figure` what is judged: a ratio to the
    yardstick (unit ×), or seconds where a limit in seconds is asked (unit s).
    """

    app: str
    metric: str
    value: float
    figure: float
    low: float
    high: float
    unit: Literal["×", "s"]
    rounds: int
    must: float | None
    aim: float | None
    verdict: Verdict


def _row(app: str, metric: str, found: Ratio, unit: Literal["×", "s"] = "×") -> Row:
    target = TARGETS.get(metric) if app != BARE else None
    return Row(
        app=app,
        metric=metric,
        value=found.value,
        figure=found.middle,
        low=found.low,
        high=found.high,
        unit=unit,
        rounds=found.rounds,
        must=target.must if target else None,
        aim=target.aim if target else None,
        verdict=verdict(target, found.middle),
    )


def yardstick_of(metric: str) -> str:
    """The bare app's metric that this one is divided by: any key by a move, else the same."""
    last = metric.rpartition(" ")[2]
    return f"move {last}" if last in _SPREAD else metric


def app_rows(rounds: Sequence[Round], names: Iterable[str]) -> list[Row]:
    """The apps' metrics against the bare app's, in the order in which they were measured."""
    found = []
    for name in names:
        metrics = dict.fromkeys(metric for one in rounds for metric in one.get(name, {}))
        for metric in metrics:
            compared = ratio(rounds, (name, metric), (BARE, yardstick_of(metric)))
            if compared is not None:
                found.append(_row(name, metric, compared))
    return found


def process_rows(rounds: Sequence[Round], subjects: Iterable[Subject]) -> list[Row]:
    """The whole processes against their own yardsticks."""
    found = []
    for subject in subjects:
        for process in subject.processes:
            mine = (process_name(subject, process), "wall")
            compared = ratio(rounds, mine, (yardstick_name(subject, process), "wall"))
            if compared is not None:
                found.append(_row(subject.name, process.name, compared))
    return found


def journal_rows(rounds: Sequence[Round]) -> list[Row]:
    """Seconds of a fold, and an edit in a long journal against one in a short journal."""
    found = []
    for name in JOURNALS:
        for metric in SECONDS:
            times = [one[name][metric] for one in rounds]
            middle = statistics.median(times)
            seconds = Ratio(middle, min(times), middle, max(times), len(times))
            found.append(_row(name, metric, seconds, "s"))
        for metric in EDITS:
            compared = ratio(rounds, (name, metric), (SHORT, metric))
            if compared is not None:
                found.append(_row(name, metric, compared))
    return found


def floor_rows(rounds: Sequence[Round], pairs_of: Mapping[str, Mapping[str, str]]) -> list[Row]:
    """Contestants' metrics against their own floors, in the same run."""
    found = []
    for name, pairs in pairs_of.items():
        for metric, floor in pairs.items():
            compared = ratio(rounds, (name, metric), (name, floor))
            if compared is not None:
                found.append(_row(name, metric, compared))
    return found


def table(rows: Iterable[Row]) -> str:
    """The rows as plain text."""
    lines = [
        (
            row.app,
            row.metric,
            f"{row.value:.1f}",
            f"{row.figure:.2f} {row.unit}",
            f"{row.low:.2f}–{row.high:.2f}",
            "" if row.must is None else f"{row.must:g}",
            "" if row.aim is None else f"{row.aim:g}",
            row.verdict,
        )
        for row in rows
    ]
    headers = ("app", "metric", "value", "× yardstick", "in the rounds", "must", "aim", "verdict")
    return tabulate(
        lines, headers, disable_numparse=True, colalign=("left", "left", *["right"] * 5)
    )
