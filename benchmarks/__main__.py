"""`python -m benchmarks [PART …]`: measure, print a table, write JSON."""

import functools
import json
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click
from tabulate import tabulate

from benchmarks import documents, folding, processes, syncing
from benchmarks.apps import BARE_APP, described_in
from benchmarks.figures import Figures
from benchmarks.homes import Homes
from benchmarks.keys import measure_keys
from benchmarks.load import wait_for_idle
from benchmarks.machine import machine
from benchmarks.product import PRODUCT
from benchmarks.reading import NotSeenError
from benchmarks.rounds import Measured, measure
from benchmarks.rows import Row, app_rows, floor_rows, journal_rows, process_rows, table
from benchmarks.selftest import is_right, selftest
from benchmarks.start import measure_start
from benchmarks.subject import Subject

PARTS = ("start", "keys", "processes", "fold", "sync", "documents")


def _contestants(
    part: str, subjects: list[Subject], homes: Homes, chance: random.Random
) -> dict[str, Callable[[], Figures]]:
    """What is run in a round of this part, by name."""
    if part == "start":
        return {one.name: functools.partial(measure_start, one, homes) for one in subjects}
    if part == "keys":
        return {
            one.name: functools.partial(measure_keys, one, homes, chance)
            for one in subjects
            if one.gestures
        }
    if part == "fold":
        return folding.contestants(homes.root, functools.partial(_tell, part))
    if part == "sync":
        return syncing.contestants(homes.root)
    if part == "documents":
        return documents.contestants(homes.root)
    found: dict[str, Callable[[], Figures]] = {}
    for one in subjects:
        found |= processes.contestants(one, homes)
    return found


def _rows(part: str, measured: Measured, subjects: list[Subject]) -> list[Row]:
    if part == "processes":
        return process_rows(measured.rounds, subjects)
    if part == "fold":
        return journal_rows(measured.rounds)
    if part == "sync":
        return floor_rows(measured.rounds, syncing.EXCHANGES)
    if part == "documents":
        return floor_rows(measured.rounds, documents.DOCUMENTS)
    return app_rows(measured.rounds, [one.name for one in subjects])


def _run_selftest(homes: Homes, chance: random.Random) -> None:
    wait_for_idle()
    lines = selftest(homes, chance)
    shown = [
        (what, f"{measured:.2f}", f"{expected:.2f}", f"{measured - expected:+.2f}")
        for what, measured, expected in lines
    ]
    click.echo(tabulate(shown, ("what", "measured", "expected", "off"), disable_numparse=True))
    sys.exit(0 if is_right(lines) else 1)


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(PARTS))
@click.option("--rounds", default=7, show_default=True, help="Gate on 7 or more.")
@click.option("--also", multiple=True, type=click.Path(path_type=Path), help="File with a SUBJECT.")
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write everything here.")
@click.option("--seed", type=int, help="For the order of runs and the jitter of keys.")
@click.option("--selftest", "check", is_flag=True, help="Measure an app with known delays.")
def main(
    *,
    parts: tuple[str, ...],
    rounds: int,
    also: tuple[Path, ...],
    file: Path | None,
    seed: int | None,
    check: bool,
) -> None:
    """Measure all PARTS or those named. Exit code 1: a ratio is above what it must not exceed."""
    chance = random.Random(seed)  # noqa: S311 - order and jitter, no secrets
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        homes = Homes(Path(folder))
        if check:
            _run_selftest(homes, chance)
        subjects = [BARE_APP, PRODUCT, *(described_in(one) for one in also)]
        rows: list[Row] = []
        raw: dict[str, Measured] = {}
        for part in parts or PARTS:
            contestants = _contestants(part, subjects, homes, chance)
            try:
                raw[part] = measure(contestants, rounds, chance, functools.partial(_tell, part))
            except (NotSeenError, processes.ExitError) as error:
                raise click.ClickException(f"{part}: {error}") from error
            rows += _rows(part, raw[part], subjects)
    click.echo(table(rows))
    for part, measured in raw.items():
        click.echo(f"{part}: {measured.told()}")
    if file is not None:
        result = {
            "machine": machine(),
            "rows": [asdict(row) for row in rows],
            "raw": {part: asdict(measured) for part, measured in raw.items()},
        }
        file.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.exit(any(row.verdict == "missed" for row in rows))


def _tell(part: str, line: str) -> None:
    click.echo(f"{part}, {line}", err=True)


if __name__ == "__main__":
    main()
