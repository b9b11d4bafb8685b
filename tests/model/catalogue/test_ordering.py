"""The order of rows follows the file, and a moved row is the only one that gets a new number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.catalogue.ordering import Rank, new_orders

ROWS = st.lists(st.sampled_from("abcdefgh"), unique=True)
KNOWN = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(-3, 400))


def ranked(known: dict[str, int]) -> dict[str, Rank]:
    """Order numbers with the key that decides where two are equal."""
    return {row: (order, row) for row, order in known.items()}


@given(ROWS, KNOWN)
def test_the_numbers_give_the_order_of_the_file(sequence: list[str], known: dict[str, int]) -> None:
    """Whatever stood there before, sorting gives what the editor wrote."""
    orders = new_orders(sequence, ranked(known))
    assert sorted(sequence, key=lambda row: (orders[row], row)) == sequence


@given(ROWS, KNOWN)
def test_a_second_time_nothing_moves(sequence: list[str], known: dict[str, int]) -> None:
    """Numbers that stand right are kept, so the same file writes nothing again."""
    orders = new_orders(sequence, ranked(known))
    assert new_orders(sequence, ranked({**known, **orders})) == orders


@given(KNOWN, st.data())
def test_rows_that_a_file_leaves_out_move_no_others(
    known: dict[str, int], data: st.DataObject
) -> None:
    """A partial file in the old order changes no numbers, with or without gaps between them."""
    ranks = ranked(known)
    kept = data.draw(st.sets(st.sampled_from(sorted(known)))) if known else set()
    sequence = sorted(kept, key=ranks.__getitem__)
    assert new_orders(sequence, ranks) == {row: known[row] for row in sequence}


@given(st.permutations("abcdefgh"), st.integers(0, 7), st.integers(0, 7))
def test_one_row_that_is_moved_is_the_only_one_renumbered(
    rows: list[str], start: int, end: int
) -> None:
    """Where there is room, which the first import leaves between all rows."""
    known = {row: position * 100 for position, row in enumerate(rows)}
    moved = list(rows)
    moved.insert(end, moved.pop(start))
    orders = new_orders(moved, ranked(known))
    assert len([row for row in rows if orders[row] != known[row]]) == (start != end)
