"""What an import of a file would write, for the editor to look at before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from model.catalogue.comparing import Comparison, RowChange, compare
from model.catalogue.faults import CatalogueError
from model.catalogue.history import CentralHistory
from model.catalogue.layout import BY_KIND
from model.catalogue.rows import CatalogueFile
from model.catalogue.wording import Labels, name_of
from model.plan.entities import Entity, Municipality
from model.plan.oversight import OversightItem
from model.plan.plan import Plan
from model.swedish.numbers import counted
from model.swedish.visible import visible
from model.views.measures import Withheld, withheld

_MOST_NAMED = 8


class OtherMunicipality(CatalogueError):
    """The file is about another municipality than the plan."""

    def __init__(self, theirs: str, ours: str) -> None:
        super().__init__(
            f"Filen gäller kommunen ”{theirs}”, men planen här gäller ”{ours}”. Inget är ändrat. "
            "Kontrollera att det är rätt fil, och att key under [municipality] är rätt."
        )


class DecidedReport(CatalogueError):
    """The file moves a report that a committee has decided on."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(
            f"Rad {line}: utskottet har redan beslutat om {visible(name)}. Filen är inte inläst. "
            "Låt enhet, utskott och datum stå som de var, eller skriv in en ny redovisning."
        )


class Preview(msgspec.Struct, frozen=True):
    """What an import would write; nothing is written yet."""

    file: CatalogueFile
    changes: tuple[RowChange, ...]
    lines: tuple[str, ...]
    """One Swedish line for each new row and each changed field."""
    notices: tuple[str, ...]
    """What else the editor should know: an unknown stamp, rows that the file leaves out."""
    needs_confirmation: bool

    @property
    def created(self) -> int:
        """How many rows are new."""
        return sum(change.is_new for change in self.changes)

    @property
    def changed(self) -> int:
        """How many rows exist and would change."""
        return len(self.changes) - self.created

    @property
    def summary(self) -> str:
        """The whole in a sentence: `12 nya rader och 1 ändrad rad`."""
        if not self.changes:
            return "Filen innehåller inget nytt."
        new = counted(self.created, "ny rad", "nya rader")
        changed = counted(self.changed, "ändrad rad", "ändrade rader")
        parts = [new] * bool(self.created) + [changed] * bool(self.changed)
        return f"{' och '.join(parts)}."


def preview_of(file: CatalogueFile, history: CentralHistory) -> Preview:
    """What an import of a file would write, given all that has happened centrally."""
    _check_municipality(file, history)
    base = history.state_at(file.stamp) if file.stamp is not None else None
    comparison = compare(file, base, history)
    labels = Labels(history.current, file.rows)
    lines = tuple(line for change in comparison.changes for line in labels.lines(change))
    _check_undecided(comparison)
    comparison = _without_withheld(comparison, withheld(Plan(history.current.values())))
    notices = tuple(_notices(file, comparison, is_known=base is not None))
    needs_confirmation = base is None and bool(history.current) and bool(comparison.changes)
    return Preview(file, comparison.changes, lines, notices, needs_confirmation)


def _check_undecided(comparison: Comparison) -> None:
    for change in comparison.changes:
        item = change.before
        if isinstance(item, OversightItem) and item.decision is not None:
            raise DecidedReport(change.row.name, change.row.line)


def _without_withheld(comparison: Comparison, hidden: Withheld) -> Comparison:
    """What an export leaves out is not missing from a file."""
    return msgspec.structs.replace(
        comparison,
        missing=tuple(each for each in comparison.missing if each.id not in hidden.outcomes),
        omitted=tuple(
            (row, column)
            for row, column in comparison.omitted
            if row.id not in hidden.baselines or column.key != "baseline"
        ),
    )


def _check_municipality(file: CatalogueFile, history: CentralHistory) -> None:
    for entity in history.current.values():
        if not isinstance(entity, Municipality) or entity.removed:
            continue
        if entity.key.casefold() != file.municipality.casefold():
            raise OtherMunicipality(file.municipality, entity.key)


def _notices(file: CatalogueFile, comparison: Comparison, *, is_known: bool) -> Iterable[str]:
    if file.stamp is not None and not is_known:
        yield (
            "Filens stämpel visar ett läge som inte finns på den här datorn. Därför jämförs "
            "filen med det som gäller här nu, som om den inte hade någon stämpel."
        )
    if comparison.missing:
        can_end = any(BY_KIND[each.kind].column_of("valid_to") for each in comparison.missing)
        yield (
            f"Det här står inte längre i filen men är kvar: {_listed(comparison.missing)}."
            + " Det som ska sluta gälla får ett datum i valid_to." * can_end
        )
    for row, column in comparison.omitted:
        yield (
            f"{visible(row.name)}: ”{column.key}” står inte längre i filen men är kvar. "
            f'Skriv {column.key} = "" för att ta bort det.'
        )
    for row in comparison.ended:
        yield (
            f"{visible(row.name)} är borttagen efter att filen lästes in och läses inte in igen. "
            "Ta bort tabellen [stamp] ur filen om raden ska tillbaka."
        )


def _listed(entities: Collection[Entity]) -> str:
    names = [name_of(entity) for entity in entities]
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" och {more} till" if more > 0 else "")
