"""F18: slips of the pen, and a part of the organisation called what it is not.

Of spelling only what is known to be wrong is told (`model.swedish.misspellings`); the rest is left
to the editor that the document ends up in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cached_property

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.checks.texts import Written, titles, written
from model.plan.budget import BudgetLine, BudgetTable
from model.swedish.letters import fold
from model.swedish.misspellings import misspellings
from model.swedish.slips import doubled_words, lacks_full_stop, unclosed_quote

_NAMED = re.compile(
    r"\b(?:[^\W\d_]+[ \u00a0](?=avdelning|förvaltning))?"
    r"[^\W\d_]*(?:avdelningen|förvaltningen|enheten)\b",
    re.IGNORECASE,
)
_ALIKE = 0.84
"""How alike two names must be for one to be meant by the other: `Sociala avdelningen` is 0.92."""


def slips(material: Material) -> Iterator[Finding]:
    """F18 in titles, descriptions, comments and the texts of the documents: hints only."""
    names = _Names(material.plan.unit_names)
    for each in titles(material):
        yield from _in_words(each)
        yield from _in_names(each, names)
    for each in written(material):
        yield from _in_words(each)
        yield from _in_names(each, names)
        if lacks_full_stop(each.text):
            yield each.finding(
                "F18", Severity.HINT, f"{each.called} slutar utan punkt.",
                "Sätt punkt, eller skriv klart meningen.", key="full_stop",
            )  # fmt: skip
    if material.sees_whole:
        yield from _in_budget(material, names)


def _in_words(each: Written) -> Iterator[Finding]:
    wrong = {found.written: found.right for found in misspellings(each.text)}
    if wrong:
        yield each.finding(
            "F18", Severity.HINT, f"{each.called} har felstavade ord: {listed_words(wrong)}.",
            "Rätta stavningen.", key="spelling",
        )  # fmt: skip
    doubled = doubled_words(each.text)
    if doubled:
        words = shown(doubled[0].of(each.text))
        yield each.finding(
            "F18", Severity.HINT, f"{each.called} har samma ord två gånger: ”{words}”.",
            "Ta bort det ena.", key="doubled",
        )  # fmt: skip
    if unclosed_quote(each.text) is not None:
        yield each.finding(
            "F18", Severity.HINT, f"{each.called} har ett citattecken som inte stängs.",
            "Sätt ut det som saknas.", key="quote",
        )  # fmt: skip


def listed_words(wrong: Mapping[str, str]) -> str:
    """Words that are spelt wrongly, each with how it is spelt: `”komunen” (kommunen)`."""
    return ", ".join(f"”{word}” ({right})" for word, right in wrong.items())


def _in_names(each: Written, names: _Names) -> Iterator[Finding]:
    found = {
        match[0]: name for match in _NAMED.finditer(each.text) if (name := names.meant(match[0]))
    }
    for said, name in found.items():
        yield each.finding(
            "F18", Severity.HINT, f"{each.called} säger ”{shown(said)}”. Det namnet finns inte.",
            f"Menas {shown(name)}?", key=f"name:{fold(name)}",
        )  # fmt: skip


class _Names:
    """What parts of the organisation are called; a wording said a hundred times is sought once."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._meant: dict[str, str | None] = {}

    @cached_property
    def _tight(self) -> list[tuple[str, str]]:
        """Made when something has been called what it is not, which most texts have not."""
        return [(known.replace(" ", ""), name) for known, name in self._names.items()]

    def meant(self, said: str) -> str | None:
        """The name that is near what somebody has written but not equal; None for other words."""
        folded = fold(said)
        if folded not in self._meant:
            is_name = folded in self._names
            self._meant[folded] = None if is_name else self._nearest(folded.replace(" ", ""))
        return self._meant[folded]

    def _nearest(self, said: str) -> str | None:
        best = 0.0, ""
        for known, name in self._tight:
            if 2 * min(len(said), len(known)) < _ALIKE * (len(said) + len(known)):
                continue  # of too different lengths to be alike
            matcher = SequenceMatcher(None, said, known, autojunk=False)
            if matcher.quick_ratio() >= _ALIKE:
                best = max(best, (matcher.ratio(), name))
        return best[1] if best[0] >= _ALIKE else None


def _in_budget(material: Material, names: _Names) -> Iterator[Finding]:
    for line in material.plan.of(BudgetLine):
        table = material.plan.find(BudgetTable, line.table)
        name = names.meant(line.name)
        if table is None or table.year != material.tertial.year or name is None:
            continue
        if _NAMED.fullmatch(line.name):
            yield Finding(
                rule="F18", severity=Severity.HINT, kind=line.kind, entity=line.id,
                place=f"budget_line:{line.id}:name", field="name", unit=None,
                where=shown(f"{table.name}: {line.name}"),
                text=f"Budgetraden heter ”{shown(line.name)}”. Det namnet finns inte.",
                advice=f"Menas {shown(name)}?",
            )  # fmt: skip
