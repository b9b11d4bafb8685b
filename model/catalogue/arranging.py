"""Rows in their order: moved rows change places, new ones come in, removed ones become comments."""

from __future__ import annotations

from collections.abc import Sequence

from model.catalogue.history import State
from model.catalogue.layout import MEASURE, TABLES, VALUES
from model.catalogue.literals import inline_text, list_text, row_text
from model.catalogue.patching import Block, Patch, blocks_of
from model.catalogue.places import Extent, Path, find_places
from model.catalogue.rows import CatalogueFile
from model.catalogue.showing import Showing, name_in_table
from model.catalogue.table import Form, Table
from model.catalogue.updating import pair_text
from model.plan.entities import Entity
from model.plan.identifiers import EntityId


def arranged(text: str, file: CatalogueFile, showing: Showing, state: State) -> str:
    """The text with the rows that it should have, in the order of the plan.

    `file` tells which row is which: its rows are those of the text, at the same paths.
    """
    ids = {row.path: (row.kind, row.id) for row in file.rows}
    blocks = blocks_of(find_places(text))
    patch = Patch(text)
    anchor = _end_of_top(blocks, text)
    for table in TABLES:
        own = [block for block in blocks if block.path[0] == table.name]
        if table.form is Form.ROWS or table.form is Form.NAMED:
            rows = _Rows(text, table, showing)
            rows.arrange(patch, own, ids, state, anchor)
        elif table.form is Form.PAIRS and not own:
            _add_pairs(patch, table, showing, anchor)
        if own:
            anchor = own[-1].end
    return patch.apply()


def _end_of_top(blocks: Sequence[Block], text: str) -> int:
    return blocks[0].start if blocks else len(text)


def _add_pairs(patch: Patch, table: Table, showing: Showing, anchor: int) -> None:
    lines = [pair_text(entity) for entity in showing.rows(table)]
    if lines:
        body = "\n".join([table.header, *lines])
        patch.insert(anchor, f"\n# {table.heading}\n\n{body}\n")


class _Rows:
    """The rows of one table while they are put in order."""

    def __init__(self, text: str, table: Table, showing: Showing) -> None:
        self._text = text
        self._table = table
        self._showing = showing

    def arrange(
        self,
        patch: Patch,
        blocks: Sequence[Block],
        ids: dict[Path, tuple[str, EntityId]],
        state: State,
        anchor: int,
    ) -> None:
        """Put the rows into their places; `anchor` is where a table that is missing begins."""
        places: dict[EntityId, Block] = {}
        for block in blocks:
            key = ids.get(block.path)
            if key is None:
                continue
            if self._showing.find(key[1]) is not None:
                places[key[1]] = block
            elif key in state and state[key].removed:
                patch.comment_out(Extent(block.header, block.end))
        wanted = self._showing.rows(self._table)
        if self._table.is_ordered:
            self._exchange(patch, places, wanted)
        if blocks:
            self._add(patch, places, wanted, blocks[-1].end)
        elif wanted:
            rows = "".join(f"\n{self._row_text(entity)}" for entity in wanted)
            patch.insert(anchor, f"\n# {self._table.heading}\n{rows}")

    def _exchange(
        self, patch: Patch, places: dict[EntityId, Block], wanted: Sequence[Entity]
    ) -> None:
        """Let the rows that are there stand in the wanted order, in the same places."""
        there = list(places)
        sequence = [entity.id for entity in wanted if entity.id in places]
        blocks = [places[row] for row in there]
        for block, row in zip(blocks, sequence, strict=True):
            if places[row] is not block:
                patch.replace(block.extent(), self._block_text(places[row]))
        places.update(dict(zip(sequence, blocks, strict=True)))

    def _block_text(self, block: Block) -> str:
        text = self._text[block.start : block.end]
        return text if text.endswith("\n") else text + "\n"

    def _add(
        self,
        patch: Patch,
        places: dict[EntityId, Block],
        wanted: Sequence[Entity],
        end: int,
    ) -> None:
        """Insert new rows after the row that they follow, or at the end of an unordered table."""
        at = None if self._table.is_ordered and places else end
        waiting: list[str] = []
        for entity in wanted:
            block = places.get(entity.id)
            if block is None:
                waiting.append(self._row_text(entity))
            elif self._table.is_ordered:
                self._insert(patch, at, block.start, waiting)
                at, waiting = block.end, []
        self._insert(patch, at, end, waiting)

    def _insert(self, patch: Patch, after: int | None, before: int, rows: Sequence[str]) -> None:
        if after is not None:
            patch.insert(after, "".join(f"\n{row}" for row in rows))
        else:
            patch.insert(before, "".join(f"{row}\n" for row in rows))

    def _row_text(self, entity: Entity) -> str:
        cells = self._showing.cells(entity)
        outcomes = ""
        if self._table is MEASURE:
            items = [
                inline_text(VALUES, self._showing.cells(outcome))
                for outcome in self._showing.outcomes(entity.id)
            ]
            outcomes = list_text(items) if items else ""
        name = name_in_table(entity) if self._table.form is Form.NAMED else ""
        return row_text(self._table, name, cells, outcomes)
