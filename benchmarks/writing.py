"""`python -m benchmarks.writing cells|product|floor FORM FOLDER`: write one document, once.

Product and floor hold the same plan. Prints one JSON object: seconds of processor time from the
plan, or the floor's cells, to the file; and the peak resident size of the process in MiB.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.floors import FLOORS, Cells, keep
from benchmarks.municipality import LAST, municipality
from benchmarks.tree import peak_memory
from model.plan.plan import Plan
from report.compilation import compilation
from report.content import Table, plain
from report.export import write_document, write_table
from report.tertial_report import tertial_report

UNITS = 5_000
PLANNED = 500
"""Activities of the operational plan: what the report of a year tells of; 44 in the model's."""

ENDINGS = {
    "PDF": ".pdf",
    "Word": ".docx",
    "HTML": ".html",
    "Excel": ".xlsx",
    "CSV": ".csv",
    "JSON": ".json",
}
OF_THE_COMPILATION = ("Excel", "CSV", "JSON")


def tables(plan: Plan, form: str) -> Iterator[Iterator[Cells]]:
    """The cells of the same tables as texts, their headings first."""
    if form in OF_THE_COMPILATION:
        table = compilation(plan, LAST)
        yield iter([[column.heading for column in table.columns]])
        yield ([str(value or "") for value in row] for row in table.rows())
        return
    for block in tertial_report(plan, LAST).blocks:
        if isinstance(block, Table):
            yield iter([[column.heading for column in block.columns]])
            yield (["\n".join(map(plain, cell)) for cell in row.cells] for row in block.rows)


def write(plan: Plan, form: str, path: Path) -> None:
    """As the program does when it is asked for the document."""
    if form in OF_THE_COMPILATION:
        write_table(compilation(plan, LAST), path)
    else:
        write_document(tertial_report(plan, LAST), path)


def measured(what: str, form: str, folder: Path) -> Figures:
    """Time and memory of one writing."""
    plan = municipality(UNITS, PLANNED)
    target = folder / f"{what}{ENDINGS[form]}"
    start = time.process_time()
    if what == "product":
        write(plan, form, target)
    else:
        FLOORS[form](cells_in(folder, form), target)
    seconds = time.process_time() - start
    if target.stat().st_size == 0:
        raise ValueError(f"{target} is empty")
    return {"seconds": seconds, "memory": peak_memory(os.getpid())}


def cells_in(folder: Path, form: str) -> Path:
    """Where the cells for the floor of a form are kept."""
    return folder / f"{form}.cells"


if __name__ == "__main__":
    what, form, where = sys.argv[1:]
    if what == "cells":
        keep(tables(municipality(UNITS, PLANNED), form), cells_in(Path(where), form))
    else:
        print(json.dumps(measured(what, form, Path(where))))
