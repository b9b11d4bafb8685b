"""F14: a text that was copied, or that speaks of another focus area than its own.

What is said of one focus area and pasted under another is how a memo comes to deny five times
that it bears on the same one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.checks.texts import Written, written
from model.plan.memo import FocusArea, FocusReason
from model.swedish.letters import fold
from model.swedish.numbers import count_word

_SHORTEST = 40
"""Shorter texts, such as "Pågår enligt plan.", may well be true in several places."""

_SIGNS = re.compile(r"[\W_]+")


def copied(material: Material) -> Iterator[Finding]:
    """F14: the same text under several activities, goals or focus areas of one keeper."""
    alike: dict[tuple[str, str, str], list[Written]] = defaultdict(list)
    for each in written(material):
        plain = _SIGNS.sub(" ", fold(each.text)).strip()
        if len(plain) >= _SHORTEST or each.kind == FocusReason.kind:
            alike[each.keeper, each.called, plain].append(each)
    for texts in alike.values():
        if len({each.entity for each in texts}) > 1:
            yield _copies(texts)


def _copies(texts: list[Written]) -> Finding:
    first, *others = sorted(texts, key=lambda each: each.place)
    listed = ", ".join(f"”{each.where}”" for each in others[:3])
    more = f" och {len(others) - 3} till" if len(others) > 3 else ""
    return first.finding(
        "F14", Severity.WARN,
        f"Samma text står på {count_word(len(texts), one='ett')} ställen, också på {listed}{more}.",
        "Skriv vad som gäller just där, eller samla det som hör ihop i en aktivitet.",
        key="copied",
    )  # fmt: skip


def other_focus_area(material: Material) -> Iterator[Finding]:
    """F14: the reason of one focus area names another one, and not its own."""
    areas = {area.id: area.name for area in material.plan.of(FocusArea) if area.name.strip()}
    for reason in material.plan.of(FocusReason) if material.sees_whole else ():
        own = areas.get(reason.focus_area)
        if reason.tertial != material.tertial or own is None:
            continue
        text = fold(reason.text)
        named = [
            name for key, name in areas.items() if key != reason.focus_area and fold(name) in text
        ]
        if named and fold(own) not in text:
            yield Finding(
                rule="F14", severity=Severity.WARN, kind=reason.kind, entity=reason.id,
                place=f"focus_reason:{reason.id}:subject", field="text", unit=None,
                tertial=reason.tertial,
                where=shown(f"Tjänsteskrivelsen för {material.tertial.swedish}: {own}"),
                text=f"Skälet handlar om ”{shown(named[0])}” men står under ”{shown(own)}”.",
                advice="Är texten kopierad? Lämna fältet tomt om ärendet inte rör området: "
                "då skrivs en mening om det.",
            )  # fmt: skip
