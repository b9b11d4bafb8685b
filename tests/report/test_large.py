"""A large municipality's compilation: rows pass through, and are never held."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from benchmarks.municipality import EACH, LAST, municipality
from report.compilation import compilation
from report.export import write_table
from tests.repository.tree import ROOT

FEW = 60
BOUND = 160
"""MiB of the whole program, the plan of 5,000 units with it: about 90 have been measured."""


def held_while_writing(units: int, path: Path) -> int:
    """Bytes at most while a compilation is written, beside the plan and its look-ups."""
    table = compilation(municipality(units, planned=0), LAST)
    assert sum(1 for _ in table.rows()) == units * EACH
    write_table(table, path)
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(100, 2, 2)  # else chance says when garbage is collected, and the peak with it
    tracemalloc.start()
    try:
        write_table(table, path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.set_threshold(*before)


@pytest.mark.parametrize(("ending", "of_a_row"), [("csv", 250), ("json", 250), ("xlsx", 1_000)])
def test_twice_as_many_rows_take_no_more_room(tmp_path: Path, ending: str, of_a_row: int) -> None:
    """What a further row leaves behind is its place in an order, or its height: not its texts."""
    path = tmp_path / f"sammanställning.{ending}"
    few, many = (held_while_writing(units, path) for units in (FEW, 2 * FEW))
    assert many - few < of_a_row * FEW * EACH


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
@pytest.mark.parametrize("form", ["Excel", "CSV", "JSON"])
def test_25_000_activities_of_5_000_units_compile_in_bounded_memory(
    tmp_path: Path, form: str
) -> None:
    command = [sys.executable, "-m", "benchmarks.writing", "product", form, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    assert json.loads(done.stdout)["memory"] < BOUND
