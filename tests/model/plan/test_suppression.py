"""Small groups are not printed, and cannot be worked out from what is printed."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from model.plan.suppression import SMALL, Group, suppressed


def groups(total: int, **parts: int) -> list[Group]:
    """A total and its parts, with head counts."""
    return [Group("total", None, total), *(Group(n, "total", c) for n, c in parts.items())]


def test_groups_of_more_than_ten_are_printed() -> None:
    """Nothing is left out without need."""
    assert suppressed(groups(59, stab=48, ekonomi=11)) == frozenset()


def test_a_group_of_ten_takes_the_smallest_other_group_with_it() -> None:
    """Otherwise the total less the others would tell it."""
    found = suppressed(groups(852, stab=48, samhälle=92, ekonomi=9, utbildning=345, social=358))
    assert found == {"ekonomi", "stab"}


def test_two_small_groups_that_together_are_more_than_ten_are_enough() -> None:
    """A reader can work out their sum, which is of eleven people."""
    assert suppressed(groups(61, a=5, b=6, c=50)) == {"a", "b"}


def test_two_small_groups_that_together_are_ten_need_a_third() -> None:
    """Their sum is itself a figure of ten people."""
    assert suppressed(groups(110, a=5, b=5, c=50, d=50)) in ({"a", "b", "c"}, {"a", "b", "d"})


def test_people_in_no_group_below_are_a_group_too() -> None:
    """The total less the printed groups tells of the four who are left."""
    assert suppressed(groups(104, a=40, b=60)) == {"a"}
    assert suppressed(groups(115, a=40, b=60)) == frozenset()


def test_a_group_alone_under_its_total_hides_the_total() -> None:
    """There is no other group to leave out."""
    assert suppressed([Group("total", None, 10), Group("a", "total", 10)]) == {"total", "a"}


def test_small_groups_in_two_departments_are_not_each_others_cover() -> None:
    """What is left of each total is looked at by itself, also where totals stand on each other."""
    tree = [
        *groups(100, a=40, b=60),
        *(Group(name, "a", count) for name, count in (("a1", 35), ("a2", 5))),
        *(Group(name, "b", count) for name, count in (("b1", 54), ("b2", 6))),
    ]
    found = suppressed(tree)
    assert {"a2", "b2"} < found
    assert not told(tree, found)


def test_a_group_without_head_count_is_printed() -> None:
    """Nobody has said that it is small; a finding asks for the count (F16)."""
    assert suppressed([Group("a", None, None)]) == frozenset()


def test_groups_in_a_ring_are_left_out() -> None:
    """What is part of what cannot be told."""
    assert suppressed([Group("a", "b", 50), Group("b", "a", 50)]) == {"a", "b"}


# What a reader can work out, by elimination.


def told(tree: list[Group], left_out: frozenset[str]) -> list[str]:
    """Small remainders and left-out figures that the printed figures determine."""
    atoms: dict[str, tuple[str, ...]] = {}
    sizes: dict[str, int] = {}
    for group in reversed(tree):
        below = [each for each in tree if each.parent == group.id]
        inside = tuple(chain.from_iterable(atoms[each.id] for each in below))
        rest = (group.headcount or 0) - sum(each.headcount or 0 for each in below)
        if rest > 0:
            sizes[f"rest of {group.id}"] = rest
            inside += (f"rest of {group.id}",)
        atoms[group.id] = inside
    names = sorted(sizes)

    def vector(members: tuple[str, ...]) -> list[Fraction]:
        return [Fraction(name in members) for name in names]

    printed = [vector(atoms[group.id]) for group in tree if group.id not in left_out]
    hidden = {group.id: atoms[group.id] for group in tree if group.id in left_out}
    small = chain.from_iterable(combinations(names, n) for n in range(1, len(names) + 1))
    hidden |= {
        "+".join(members): members
        for members in small
        if sum(sizes[name] for name in members) <= SMALL
    }
    return [name for name, members in hidden.items() if rank_is_same(printed, vector(members))]


def rank_is_same(rows: list[list[Fraction]], extra: list[Fraction]) -> bool:
    """Whether a vector is a combination of the rows."""
    return any(extra) and rank(rows) == rank([*rows, extra])


def rank(rows: list[list[Fraction]]) -> int:
    """How many of the rows are independent."""
    rows = [list(row) for row in rows]
    found = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((n for n in range(found, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for n in range(found + 1, len(rows)):
            factor = rows[n][column] / rows[found][column]
            rows[n] = [a - factor * b for a, b in zip(rows[n], rows[found], strict=True)]
        found += 1
    return found


@st.composite
def trees(draw: st.DrawFn) -> list[Group]:
    """Any tree of some groups: who is in no group below is drawn for each."""
    count = draw(st.integers(1, 7))
    parents = [draw(st.integers(0, n - 1)) if n else None for n in range(count)]
    own = [draw(st.sampled_from([0, 0, 3, 5, 6, 8, 12, 30])) for _ in range(count)]
    totals = list(own)
    for n in range(count - 1, 0, -1):
        parent = parents[n]
        assert parent is not None
        if totals[n] == 0:
            totals[n] = 4
        totals[parent] += totals[n]
    return [
        Group(f"g{n}", None if parents[n] is None else f"g{parents[n]}", totals[n])
        for n in range(count)
    ]


@given(trees())
def test_no_figure_that_is_left_out_can_be_worked_out(tree: list[Group]) -> None:
    """For any tree: neither what is left out nor any sum of at most ten people is determined."""
    assert not told(tree, suppressed(tree))


@given(trees())
def test_no_smaller_choice_would_do(tree: list[Group]) -> None:
    """Every set of fewer groups lets something be worked out."""
    found = suppressed(tree)
    small = {group.id for group in tree if (group.headcount or 0) <= SMALL}
    beside = [group.id for group in tree if group.id not in small]
    assert small <= found
    for count in range(len(found - small)):
        for choice in combinations(beside, count):
            assert told(tree, frozenset(small | set(choice)))


@given(trees(), st.randoms(use_true_random=False))
def test_the_order_of_the_groups_does_not_matter(tree: list[Group], random: Random) -> None:
    """Two devices that hold the same figures print the same."""
    mixed = list(tree)
    random.shuffle(mixed)
    assert suppressed(mixed) == suppressed(tree)
