"""Which groups' figures may not be printed, so that none of at most ten people is told (SFS
2002:1065, carried on by the annual-report law; applied here to every figure with a head count).

A figure of a small group is left out. Often that is not enough: it could be had by taking the
other groups from the total. What a reader can work out are the remainders: the people of a
printed group who are in no printed group below it. A remainder of one to ten people gives a
small group away, so larger groups are left out beside until there is none: as few groups as
possible, and among those the smallest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SMALL = 10
"""A group of at most so many people is never printed."""

_MANY = SMALL + 1
_UNKNOWN_SIZE = 1_000_000
"""A group whose head count nobody has given is the last to be left out beside others."""


class Group(NamedTuple):
    """Some people who have a figure; a group's children are apart from each other."""

    id: str
    parent: str | None
    headcount: int | None


class _Plan(NamedTuple):
    """Groups that are left out beside the small ones, cheapest first when sorted."""

    groups: int = 0
    people: int = 0
    left_out: tuple[str, ...] = ()

    def and_(self, other: _Plan) -> _Plan:
        return _Plan(
            self.groups + other.groups,
            self.people + other.people,
            tuple(sorted(self.left_out + other.left_out)),
        )


_Options = dict[int, _Plan]
"""The cheapest plan for each number of people, from none to "many", that no printed group in the
part of the tree covers."""


def suppressed(groups: Iterable[Group]) -> frozenset[str]:
    """The groups whose figures are not to be printed; the same for the same groups in any order."""
    by_id = {group.id: group for group in sorted(groups)}
    children: dict[str, list[Group]] = defaultdict(list)
    roots = []
    for group in by_id.values():
        if group.parent in by_id and group.parent is not None:
            children[group.parent].append(group)
        else:
            roots.append(group)
    small = {group.id for group in by_id.values() if _is_small(group)}
    options: dict[str, _Options] = {}
    chosen: set[str] = set()
    for root in roots:
        for group in _children_first(root, children):
            below = children[group.id]
            options[group.id] = _options(group, below, [options[each.id] for each in below])
        chosen.update(min(options[root.id].values()).left_out)
    in_a_ring = by_id.keys() - options.keys()
    return frozenset(small | chosen | in_a_ring)


def _is_small(group: Group) -> bool:
    return group.headcount is not None and group.headcount <= SMALL


def _children_first(root: Group, children: dict[str, list[Group]]) -> list[Group]:
    order = [root]
    for group in order:
        order.extend(children[group.id])
    return order[::-1]


def _options(group: Group, below: Sequence[Group], options: Iterable[_Options]) -> _Options:
    """What can be done with a group and all below it."""
    states: _Options = {min(_outside(group, below), _MANY): _Plan()}
    for of_child in options:
        states = _combined(states, of_child)
    found: _Options = {}
    for uncovered, plan in states.items():
        beside = _Plan() if _is_small(group) else _Plan(1, _size(group), (group.id,))
        _offer(found, uncovered, plan.and_(beside))
        if not _is_small(group) and (uncovered == 0 or uncovered > SMALL):
            _offer(found, 0, plan)
    return found


def _outside(group: Group, below: Sequence[Group]) -> int:
    """How many of a group's people are in no group below it; none where that is not known."""
    if not below:
        return _MANY if group.headcount is None else group.headcount
    counts = [each.headcount for each in below]
    if group.headcount is None or None in counts:
        return 0
    return max(0, group.headcount - sum(count for count in counts if count is not None))


def _size(group: Group) -> int:
    return _UNKNOWN_SIZE if group.headcount is None else group.headcount


def _combined(states: _Options, of_child: _Options) -> _Options:
    found: _Options = {}
    for uncovered, plan in states.items():
        for more, other in of_child.items():
            _offer(found, min(uncovered + more, _MANY), plan.and_(other))
    return found


def _offer(found: _Options, uncovered: int, plan: _Plan) -> None:
    if uncovered not in found or plan < found[uncovered]:
        found[uncovered] = plan
