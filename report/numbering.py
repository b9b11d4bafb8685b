"""Chapter numbers 1, 1.1, 1.1.1, computed here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from report.content import Block, Heading


def number_headings(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks with a number on each numbered heading; unnumbered ones do not count."""
    counts: list[int] = []
    numbered: list[Block] = []
    for block in blocks:
        if not isinstance(block, Heading) or not block.numbered:
            numbered.append(block)
            continue
        counts = (counts + [0] * block.level)[: block.level]
        counts[-1] += 1
        numbered.append(msgspec.structs.replace(block, number=".".join(map(str, counts))))
    return tuple(numbered)
