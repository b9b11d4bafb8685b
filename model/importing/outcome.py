"""What taking in a spreadsheet does, row by row: what a person reads before saying yes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from model.errors import ModelError
from model.importing.cells import quoted
from model.importing.headings import TableKind
from model.journal.change import Entry
from model.journal.validity import BOOKKEEPING
from model.plan.budget import BudgetTable
from model.plan.entities import Entity, Person, Status
from model.plan.kinds import KINDS
from model.plan.plan import Plan
from model.plan.rules import FieldRefused
from model.swedish.numbers import counted
from model.views.field_words import field_order, field_words

_NOTHING_CHANGED = " Inget är ändrat."
_UNTOLD = frozenset({"activity", "unit", "tertial", "year", "removed"})
"""Fields that say which row it is, and nothing new of it."""


class Verdict(StrEnum):
    """What becomes of a row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"

    @property
    def swedish(self) -> str:
        """The verdict as a user reads it."""
        return {
            Verdict.CREATED: "ny",
            Verdict.CHANGED: "ändras",
            Verdict.UNCHANGED: "oförändrad",
            Verdict.REFUSED: "avvisas",
        }[self]


class RowOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one row."""

    sheet: str
    row: int
    kind: TableKind
    name: str
    verdict: Verdict
    changes: tuple[str, ...] = ()
    """What is new, as `slut: 2024-06-30 → 2024-09-30`."""
    reason: str = ""
    """Why it is refused, and what to write instead."""
    notes: tuple[str, ...] = ()
    """What was taken for granted."""

    @property
    def place(self) -> str:
        """Where the row stands: `rad 12`, with the sheet's name where there is one."""
        return f"{self.sheet} rad {self.row}" if self.sheet else f"rad {self.row}"


class Preview(msgspec.Struct, frozen=True):
    """What taking in a whole file would do; nothing is written yet."""

    rows: tuple[RowOutcome, ...]
    notices: tuple[str, ...] = ()

    def of(self, verdict: Verdict) -> tuple[RowOutcome, ...]:
        """The rows with one verdict."""
        return tuple(row for row in self.rows if row.verdict is verdict)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have each verdict."""
        return {verdict.value: len(self.of(verdict)) for verdict in Verdict}

    @property
    def refused(self) -> tuple[RowOutcome, ...]:
        """The rows that cannot be taken in."""
        return self.of(Verdict.REFUSED)

    @property
    def lines(self) -> tuple[str, ...]:
        """What becomes of each row that is not as it was, with the reason below it."""
        return tuple(
            line
            for row in self.rows
            if row.verdict is not Verdict.UNCHANGED
            for line in (
                f"{row.place}: {row.verdict.swedish}, {row.name}".rstrip(", "),
                *(f"    {each}" for each in (*row.changes, *row.notes, row.reason) if each),
            )
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.of(Verdict.CREATED) and not self.of(Verdict.CHANGED)

    @property
    def needs_confirmation(self) -> bool:
        """Whether something that is there would change, or some rows would be left out."""
        return bool(self.of(Verdict.CHANGED) or self.of(Verdict.REFUSED))

    @property
    def summary(self) -> str:
        """The whole in a sentence: `12 nya, 3 ändrade, 40 oförändrade och 1 avvisad rad`."""
        count = Counter(row.verdict for row in self.rows)
        words = [
            (count[Verdict.CREATED], "ny", "nya"),
            (count[Verdict.CHANGED], "ändrad", "ändrade"),
            (count[Verdict.UNCHANGED], "oförändrad", "oförändrade"),
            (count[Verdict.REFUSED], "avvisad", "avvisade"),
        ]
        parts = [counted(number, one, many) for number, one, many in words if number]
        if not parts:
            return "Filen har inga rader att läsa in."
        listed = " och ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)
        last = next(number for number, _, _ in reversed(words) if number)
        return f"{listed} {'rad' if last == 1 else 'rader'}."


def reason_of(error: ModelError) -> str:
    """Why a row is refused; that nothing was changed goes without saying for each row."""
    if isinstance(error, FieldRefused):
        return error.reason
    return str(error).replace(_NOTHING_CHANGED, "")


def changes_of(before: Plan, after: Plan, entries: Iterable[Entry]) -> tuple[str, ...]:
    """What some changes do, a line for each thing that differs."""
    lines: list[str] = []
    for entry in entries:
        change = entry.change
        seen = before.find(KINDS[change.entity], change.id)
        now = after.find(KINDS[change.entity], change.id)
        if isinstance(now, Person) and seen is None:
            lines.append(f"{now.name} läggs till i personregistret")
        elif now is not None:
            lines += _lines(before, after, seen, now)
    return tuple(dict.fromkeys(lines))


def _lines(before: Plan, after: Plan, seen: Entity | None, now: Entity) -> Iterable[str]:
    prefix = ""
    if isinstance(now, Status) and now.tertial is not None:
        prefix = f"{now.tertial.swedish} "
    known = seen if seen is not None and not seen.removed else None
    untold = _UNTOLD if known is not None else _UNTOLD | {"title"}
    if isinstance(now, BudgetTable):
        untold -= {"unit"}
    for field in field_order(now.kind):
        if field in untold or field in BOOKKEEPING:
            continue
        value = msgspec.to_builtins(getattr(now, field))
        old = msgspec.to_builtins(getattr(known, field)) if known is not None else None
        if value == old:
            continue
        is_told = field_words(after, now.kind, field, value)
        was_told = field_words(before, now.kind, field, old) if old is not None else {}
        for label in dict.fromkeys((*was_told, *is_told)):
            was, told = was_told.get(label, ""), is_told.get(label, "")
            if was != told:
                yield f"{prefix}{label}: {_from_to(was, told)}"


def _from_to(before: str, after: str) -> str:
    if not before:
        return quoted(after)[1:-1]
    return f"{quoted(before)[1:-1]} → {quoted(after)[1:-1] or '(inget)'}"
