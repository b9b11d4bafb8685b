"""Whose plan it is: what another municipality has written is never mixed into a home's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import select

from model.journal.change import Entry, Json, UnreadableLine, read
from model.plan.entities import Municipality, Person
from model.plan.identifiers import CENTRAL
from model.store.journal import Source, stand_ins_hold
from model.store.tables import journal
from model.workspace.workspace import Workspace
from sync.errors import ShareError, ShareOfAnother
from sync.segment import UnsoundSegment, decode
from sync.share import Share, Vanished
from sync.steps import Progress


class Known(msgspec.Struct, frozen=True):
    """A municipality by its key, and by its name where that is known."""

    key: str
    name: str = ""

    def __str__(self) -> str:
        return self.name or self.key


def would_mix(workspace: Workspace, theirs: str) -> bool:
    """Whether to exchange with the municipality of that key would mix two plans."""
    ours = workspace.plan.municipality.key
    return bool(theirs) and ours.casefold() != theirs.casefold() and _is_settled(workspace)


def _is_settled(workspace: Workspace) -> bool:
    """Whether this home is a municipality's for good.

    It is not while goals that only stand in are here and nothing is written to them: then they
    give way. To be set up writes a person, which is no plan.
    """
    if not workspace.plan.municipality.key:
        return False
    written = select(journal.c.arrival).where(
        journal.c.source == Source.OWN.value, journal.c.entity != Person.kind
    )
    with workspace.database.reading() as connection:
        if not stand_ins_hold(connection):
            return True
        return connection.execute(written.limit(1)).first() is not None


def compare_again(
    workspace: Workspace, share: Share, progress: Progress, central: Iterable[Entry]
) -> None:
    """The same for central changes that come from a share which was nobody's at first."""
    keys = {
        str(entry.change.fields.get("key") or "")
        for entry in central
        if entry.change.entity == Municipality.kind
    }
    if any(would_mix(workspace, key) for key in keys):
        compare(workspace, share, progress, is_first=False)


def compare(
    workspace: Workspace, share: Share, progress: Progress, *, is_first: bool = True
) -> None:
    """Raise `ShareOfAnother` when a share is another municipality's; nothing is taken in or sent.

    Raises another `ShareError` when that cannot be read now.
    """
    if not _is_settled(workspace):
        return
    ours = workspace.plan.municipality
    others = []
    for theirs in _municipalities(share, progress):
        if not would_mix(workspace, theirs.key):
            return
        others.append(theirs)
    if others:
        name = next((each.name for each in others if each.name), "")
        theirs = Known(others[0].key, name)
        known = str(Known(ours.key, ours.name))
        raise ShareOfAnother(share.address, str(theirs), known, is_first=is_first)


def _municipalities(share: Share, progress: Progress) -> Iterator[Known]:
    """What the share's central scope says of its municipality, as far as that can be read."""
    refused: ShareError | None = None
    is_known = False
    found = share.listing(CENTRAL)
    share.expect(CENTRAL, [each.name for each in found])
    for each in found:
        progress.between_files()
        try:
            lines = decode(share.read(CENTRAL, each.name), CENTRAL, each.name).lines
        except (Vanished, UnsoundSegment):
            continue
        except ShareError as error:
            if error.ends_exchange:
                raise
            refused = error
            continue
        for fields in _fields(lines):
            is_known = True
            yield Known(str(fields["key"]), str(fields.get("name") or ""))
    if refused is not None and not is_known:
        raise refused


def _fields(lines: tuple[bytes, ...]) -> Iterator[dict[str, Json]]:
    """What is said of the municipality with its key, which it has from birth."""
    for line in lines:
        if Municipality.kind.encode("ascii") not in line:
            continue
        try:
            change = read(line).change
        except UnreadableLine:
            continue
        if (
            change.entity == Municipality.kind
            and change.scope == CENTRAL
            and change.fields.get("key")
        ):
            yield change.fields
