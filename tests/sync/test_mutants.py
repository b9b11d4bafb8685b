"""Each way of building the exchange that others have tried and lost data with is found out.

A mutant is the program with one of its safeguards taken out. The same schedules that the program
itself passes must fail for each of them; else the schedules prove nothing.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, select

from model.journal import fold as folding
from model.journal.change import Entry, Json
from model.journal.change import name_of as hash_of
from model.journal.fold import LIFECYCLE
from model.store.tables import journal
from model.workspace import edit as editing
from sync import publishing, pulling, rolling, segment, writer
from sync.pulling import Pull, Pulled
from sync.segment import Segment, SegmentName
from sync.sifting import Sifting
from sync.state import segments
from sync.state.tables import segment as segment_table
from tests.sync import test_rolling
from tests.sync.memory_files import MemoryFiles
from tests.sync.world import live

Patch = pytest.MonkeyPatch
SCHEDULES = (1, 7, 5, 9, 22, *range(23, 60))
"""Those first that tell most."""


def number_by_device(patch: Patch) -> None:
    """A device numbers its changes for ever, and a file's name says only device and number."""

    def keep(connection: object, *_arguments: object, **_more: object) -> str:
        return first_writer(connection)

    patch.setattr(writer, "replace", keep)
    patch.setattr(writer, "is_doubtful", lambda *_arguments: False)
    patch.setattr(segment, "chain_over", lambda _before, _names: segment.START)


def first_writer(connection: object) -> str:
    """The writer that this database had first, made from nothing that tells copies apart."""
    known = writer.incarnations(connection)  # type: ignore[arg-type]  # as the real one gets it
    return known[0] if known else new_writer(connection)


def new_writer(connection: object, make: Callable[..., str] = writer.replace) -> str:
    """A first writer as the real program makes it."""
    return make(connection, "")


def verify_nothing(patch: Patch) -> None:
    """What can be unpacked of a file is taken as all that it holds."""

    def trusting(content: bytes, scope: str, name: SegmentName) -> Segment:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            raw = unpacker.decompress(content)
        except zlib.error:
            raw = b""
        _, *lines = raw.split(b"\n")
        whole = tuple(lines[:-1])
        return Segment(scope, name, segment.START, tuple(map(hash_of, whole)), whole)

    patch.setattr(pulling, "decode", trusting)
    patch.setattr(publishing, "decode", trusting)


def forget_what_was_replaced_unseen(patch: Patch) -> None:
    """A change replaces only what had arrived before it."""
    real = folding._heads  # noqa: SLF001  a mutant is made inside

    def forgetful(entries: list[Entry]) -> dict[str, list[Entry]]:
        names = {entry.name: place for place, entry in enumerate(entries)}
        heads: dict[str, list[Entry]] = defaultdict(list, real(entries))
        for place, entry in enumerate(entries):
            for other in entries:
                if entry.name in other.change.bases and names[other.name] < place:
                    for field in entry.change.fields:
                        if field in other.change.fields and entry not in heads[field]:
                            heads[field].append(entry)
        return heads

    patch.setattr(folding, "_heads", forgetful)


def rename_over_what_is_there(patch: Patch) -> None:
    """A rename replaces the file that has the name."""

    def replace(self: MemoryFiles, source: Path, target: Path) -> None:
        self.replaced.append(target)
        self.content[target] = self.content.pop(source)

    patch.setattr(MemoryFiles, "rename_over", replace)


def take_absence_for_deletion(patch: Patch) -> None:
    """What is not on the share any more was deleted by somebody, so it is deleted here."""
    real = Pull.scope

    def scope(self: Pull, which: str, *, answers: bool) -> Pulled:
        pulled = real(self, which, answers=answers)
        there = {each.name.file for each in pulled.found}
        database = self._workspace.database
        with database.writing() as connection:
            known = segments.known(connection, which)
            gone = [name for file, name in known.items() if file not in there]
            for _, _, names in segments.changes_in(connection, which, gone):
                connection.execute(delete(journal).where(journal.c.name.in_(names)))
        self._workspace.rebuild()
        return pulled

    patch.setattr(Pull, "scope", scope)


def let_the_clock_decide(patch: Patch) -> None:
    """The latest by the clock wins, whatever its author had seen."""

    def latest(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
        heads: dict[str, list[Entry]] = {}
        for entry in sorted(entries, key=lambda each: (each.change.time, each.name)):
            heads.update({field: [entry] for field in entry.change.fields})
        return heads

    patch.setattr(folding, "_heads", latest)


def delete_without_bases(patch: Patch) -> None:
    """Who removes something does not say what he had seen of it."""
    real = folding.bases_for

    def careless(
        heads: Mapping[str, tuple[str, ...]], values: Mapping[str, Json], fields: Iterable[str]
    ) -> tuple[str, ...]:
        touched = set(fields)
        return () if touched.intersection(LIFECYCLE) else real(heads, values, touched)

    patch.setattr(editing, "bases_for", careless)


def remove_the_small_ones_at_once(patch: Patch) -> None:
    """What was rolled up is removed the next time."""
    patch.setattr(rolling, "KEPT_SECONDS", -1.0)


def remove_without_reading_the_large_one(patch: Patch) -> None:
    """What was written once is taken to be there for ever."""
    patch.setattr(rolling.RollUp, "_size_if_sound", lambda *_arguments: 1)


def roll_up_what_others_wrote(patch: Patch) -> None:
    """Whoever sees many small files makes them one."""

    def everybody(connection: Connection) -> list[str]:
        return list(connection.execute(select(segment_table.c.writer).distinct()).scalars())

    patch.setattr(rolling, "incarnations", everybody)


def vouch_for_what_is_gone(patch: Patch) -> None:
    """A file counts as whole when its changes are known from others that are not there any more."""
    real = Sifting.__init__

    def trusting(self: Sifting, *arguments: object, answers: bool) -> None:
        del answers
        real(self, *arguments, answers=False)  # type: ignore[arg-type]  # passed on as they came

    patch.setattr(Sifting, "__init__", trusting)


MUTANTS = (
    number_by_device,
    verify_nothing,
    forget_what_was_replaced_unseen,
    rename_over_what_is_there,
    take_absence_for_deletion,
    let_the_clock_decide,
    delete_without_bases,
    remove_the_small_ones_at_once,
    roll_up_what_others_wrote,
)

RARELY = (
    (remove_without_reading_the_large_one, test_rolling.a_damaged_large_file),
    (vouch_for_what_is_gone, test_rolling.a_large_file_damaged_later),
)
"""What takes so many accidents at once that it has a story of its own."""


@pytest.mark.parametrize(("mutate", "story"), RARELY)
def test_a_mutant_does_not_survive_a_story(
    mutate: Callable[[Patch], None], story: Callable[[test_rolling.Kitchen], None]
) -> None:
    """The story passes with the safeguard, and fails without it."""
    story(test_rolling.Kitchen())
    with Patch.context() as patch:
        mutate(patch)
        with pytest.raises(AssertionError):
            story(test_rolling.Kitchen())


@pytest.mark.parametrize("mutate", MUTANTS, ids=lambda mutant: str(mutant.__name__))
def test_a_mutant_does_not_survive(mutate: Callable[[Patch], None], monkeypatch: Patch) -> None:
    """Some schedule shows what the safeguard is for."""
    mutate(monkeypatch)
    for seed in SCHEDULES:
        try:
            live(seed)
        except (AssertionError, LookupError):
            return
    pytest.fail("ingen körning märkte skillnaden")
