"""Clearing away what machines that went down have left half-written on a share.

Nobody reads such files, but they take room and time in every listing. This home's own go after a
day: only one exchange of a home runs at a time, so none of its is being written. Those of others
go when they have lain unchanged for a month, by their own times and by this home's count; should
one be finished after all, whoever writes it notices and writes it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from model.plan.identifiers import Scope
from model.store.database import Database
from sync.errors import ShareError
from sync.segment import Writer
from sync.share import Leftover, RollingShare, ShareId
from sync.state import lying

OWN_SECONDS = 86_400.0
OTHERS_SECONDS = 30 * 86_400.0
REMOVED_AT_A_TIME = 20


class Clearing:
    """Clears leftovers from scopes in which this home publishes, on one share."""

    def __init__(
        self,
        database: Database,
        share: RollingShare,
        share_id: ShareId,
        make_sure: Callable[[], None],
        now: float,
    ) -> None:
        """`make_sure` and `now` as in `sync.rolling.RollUp`."""
        self._database = database
        self._share = share
        self._share_id = share_id
        self._make_sure = make_sure
        self._now = now

    def scope(self, scope: Scope, mine: Collection[Writer]) -> None:
        """Note what lies there half-written, and try to remove what has lain long enough.

        What could not be removed is waited for as long again. `mine` are the writers that this
        home has been. Raises a `ShareError` or `StoreError`.
        """
        found = {_mark(each): each for each in self._share.leftovers(scope)}
        lain = self._lain(scope, found)
        old = [
            each
            for mark, each in found.items()
            if (each.writer in mine and lain[mark] >= OWN_SECONDS)
            or min(lain[mark], each.age) >= OTHERS_SECONDS
        ]
        if not old:
            return
        tried = old[:REMOVED_AT_A_TIME]
        self._make_sure()
        for each in tried:
            self._remove(scope, each)
        with self._database.writing() as connection:
            lying.forget(connection, self._share_id, scope, map(_mark, tried))

    def _remove(self, scope: Scope, each: Leftover) -> None:
        """What only its owner may remove stays, and hinders nothing else."""
        try:
            self._share.remove_leftover(scope, each.file)
        except ShareError as error:
            if error.ends_exchange:
                raise

    def _lain(self, scope: Scope, there: Collection[str]) -> dict[str, float]:
        """For how long each has lain there as it is; what is gone or has grown is forgotten."""
        if not there:
            return {}
        with self._database.reading() as connection:
            noted = lying.since(connection, self._share_id, scope)
        gone = {mark for mark in noted if ".tmp " in mark and mark not in there}
        with self._database.writing() as connection:
            count = lying.live(connection, self._share_id, self._now)
            lying.forget(connection, self._share_id, scope, gone)
            lying.note(connection, self._share_id, scope, there, count)
        return {mark: count - noted.get(mark, count) for mark in there}


def _mark(each: Leftover) -> str:
    """A leftover as it is noted: one that grows is another."""
    return f"{each.file} {each.size}"
