"""Reading a catalogue: bytes to rows with ids, or every fault that the file has."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from model.catalogue.assembling import assemble
from model.catalogue.cells import YEARS
from model.catalogue.drafts import Draft, DraftReader
from model.catalogue.faults import FaultList, suggestion
from model.catalogue.layout import FORMAT, HEADINGS, STAMP, TABLES
from model.catalogue.names import Names
from model.catalogue.rows import CatalogueFile
from model.catalogue.stamp import read_stamp
from model.catalogue.syntax import Source, parse
from model.catalogue.table import Form, Table


def read_catalogue(
    content: bytes, *, known: Names | None = None, known_texts: Collection[str] | None = None
) -> CatalogueFile:
    """Read a catalogue's bytes; a file with any fault is refused whole.

    `known` are names of the plan that a partial file may refer to. `known_texts` are the keys of
    fixed texts that exist; without it any well-formed key is accepted. Raises `CatalogueError`,
    mostly as `FaultyCatalogue` with one fault for each thing to correct.
    """
    return rows_of(parse(content), known=known, known_texts=known_texts)


def rows_of(
    source: Source, *, known: Names | None = None, known_texts: Collection[str] | None = None
) -> CatalogueFile:
    """Read a catalogue whose TOML is parsed already; see `read_catalogue`."""
    faults = FaultList(source.places)
    data = source.data
    _check_format(data, faults)
    year = _default_year(data, faults)
    _check_headings(data, faults)
    reader = DraftReader(faults, year, known_texts)
    headed = {section.path for section in source.places.sections}
    drafts: list[Draft] = []
    for table in TABLES:
        if table.name in data and _has_form(table, data[table.name], headed, faults):
            drafts += reader.read(table, data[table.name])
    municipality = next((d.key for d in drafts if d.table.name == "municipality"), "")
    if "municipality" not in data:
        faults.add((), "Tabellen [municipality] saknas. Skriv kommunens key och name där.")
    rows = assemble(drafts, municipality, Names(known), year, faults)
    faults.raise_any()
    return CatalogueFile(municipality, year or 0, rows, read_stamp(data.get(STAMP)))


def _check_format(data: dict[str, Any], faults: FaultList) -> None:
    written = data.get("format")
    if written is None:
        faults.add((), f"Överst i filen saknas format = {FORMAT}.")
    elif isinstance(written, bool) or not isinstance(written, int) or written < 1:
        faults.add(("format",), f"”format” ska vara {FORMAT}.")
    elif written > FORMAT:
        text = f"filen har format {written}, men programmet läser bara format {FORMAT}. "
        faults.add(("format",), text + "Uppdatera programmet.")


def _default_year(data: dict[str, Any], faults: FaultList) -> int | None:
    written = data.get("year")
    if written is None:
        faults.add((), "Överst i filen saknas året, som year = 2024.")
    elif isinstance(written, bool) or not isinstance(written, int) or written not in YEARS:
        faults.add(("year",), "”year” ska vara ett årtal som 2024.")
    else:
        return written
    return None


def _check_headings(data: dict[str, Any], faults: FaultList) -> None:
    for name, value in data.items():
        if name not in HEADINGS.values():
            what = "tabell" if isinstance(value, dict | list) else "nyckel"
            faults.add((name,), f"okänd {what} ”{name}”. {suggestion(name, HEADINGS)}")


def _has_form(
    table: Table, raw: object, headed: set[tuple[str | int, ...]], faults: FaultList
) -> bool:
    """Whether a table is written with headers of its own, so that rows have lines and order."""
    if table.form is Form.ROWS:
        good = isinstance(raw, list) and all((table.name, n) in headed for n in range(len(raw)))
    elif table.form is Form.NAMED:
        good = isinstance(raw, dict) and all((table.name, name) in headed for name in raw)
    else:
        good = isinstance(raw, dict) and (table.name,) in headed
    if not good:
        header = f'[{table.name}."2024-T1"]' if table.form is Form.NAMED else table.header
        faults.add((table.name,), f"”{table.name}” ska skrivas under rubriken {header}.")
    return good
