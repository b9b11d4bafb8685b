"""One exchange with one share: a set union, done scope by scope.

Pull, verify, take in, publish. Broken off anywhere and run again, it comes to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from model.journal.clock import machine_now
from model.plan.entities import Person
from model.plan.identifiers import CENTRAL, Scope
from model.plan.vocabulary import Role
from model.workspace.workspace import Workspace
from sync import renewing
from sync import writer as writers
from sync.errors import ShareError, ShareOfAnother, ShareRefused, ShareSwapped
from sync.fingerprint import fingerprint
from sync.hints import Hints
from sync.missing import Waiting, held_back, unsent, waiting
from sync.municipality import compare
from sync.publishing import Publication
from sync.pulling import Pull, Pulled
from sync.renewing import Renewal
from sync.rolling import RollUp
from sync.scopes import Scopes, scopes_of
from sync.segment import Writer
from sync.share import Mark, RollingShare, Share, ShareId
from sync.state import looks as state
from sync.state import shares, tables
from sync.state.lines import own_scopes
from sync.state.shares import Unread
from sync.steps import Progress, Watch, unwatched

if TYPE_CHECKING:
    from sqlalchemy import Connection

CLOCK_SECONDS = 300.0
"""How far clocks may differ before it is worth telling."""
DAY_MINUTES = 1440
YEAR_DAYS = 365


FEW_SCOPES = 4
"""How many scopes are listed as cheaply as asking which of them have news."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What an exchange did, and what is left to do."""

    address: str
    share: ShareId | None = None
    """None when nothing is known of the share."""
    received: int = 0
    sent: int = 0
    put_back: int = 0
    """Changes that have a position and that the share lacked."""
    restored: int = 0
    """Those of them that the share had had, and lost."""
    waiting: Waiting = Waiting(0, None)
    held_back: int = 0
    """Central changes that are not sent, since this home is not the centre's any more."""
    unread: tuple[Unread, ...] = ()
    not_shown: int = 0
    """Lines that are kept, from whatever share, and not shown: unreadable, or misplaced."""
    clocks: tuple[str, ...] = ()
    """Clocks that are off, in Swedish."""
    renewal: Renewal | None = None
    """That this home's database was found to be moved, copied or set back."""
    problems: tuple[ShareError, ...] = ()

    @property
    def newly_there(self) -> int:
        """Changes that were sent to a share which had not had them."""
        return self.sent + self.put_back - self.restored


class Exchange:
    """One exchange of a workspace with a share."""

    def __init__(
        self,
        workspace: Workspace,
        share: Share,
        *,
        mark: str | None = None,
        now: Callable[[], datetime] = machine_now,
        watch: Watch = unwatched,
    ) -> None:
        """`mark` is the fingerprint of the database; found out when not given.

        `watch` is told of each step, between files, and may give up there.
        """
        self._workspace = workspace
        self._share = share
        self._mark = mark or fingerprint(workspace.database.path)
        self._now = now
        self._problems: dict[str, ShareError] = {}
        self._pulled: dict[Scope, Pulled] = {}
        self._answered: frozenset[Scope] = frozenset()
        """The scopes in which this home publishes."""
        self._renewal: Renewal | None = None
        self._is_gone = False
        self._progress = Progress(share.address, watch)
        tables.prepare(workspace.database)

    def run(self, *, publish: bool = True, sweep: bool = True) -> Outcome:
        """Exchange everything that can be; raises a `StoreError` when the own database refuses.

        What a share refuses is among the outcome's problems. Without `publish` nothing is written
        on the share. Without `sweep` scopes are passed over in which, by the share's marks,
        nothing has come and nothing waits to be sent.
        """
        try:
            return self._run(publish=publish, sweep=sweep)
        finally:
            self._share.close()

    def _run(self, *, publish: bool, sweep: bool) -> Outcome:
        with self._workspace.database.reading() as connection:
            seen = shares.seen_at(connection, self._share.address)
        try:
            share_id = self._open(seen.share if seen is not None else None)
            if seen is None:
                compare(self._workspace, self._share, self._progress)
        except ShareError as error:
            self._note(error)
            return self._outcome(seen.share if seen is not None else None, None, None)
        if seen is None:
            with self._workspace.database.writing() as connection:
                shares.note_found(connection, self._share.address, share_id)
        pull = Pull(self._workspace, self._share, share_id, self._now, self._progress)
        mine = self._scopes(there=())
        marks = self._marks(mine)
        self._answered = frozenset((*mine.fill, *mine.own))
        hints = self._hints(share_id, marks, mine, sweep=sweep)
        self._progress.enter("receive", CENTRAL, 1, 1)
        self._pull(pull, CENTRAL, hints)
        scopes = self._scopes(there=marks or ())
        for number, scope in enumerate(scopes.all, 1):
            if scope != CENTRAL:
                self._progress.enter("receive", scope, number, len(scopes.all))
                self._pull(pull, scope, hints)
        self._note_pulled(share_id, hints)
        publication = self._publish(share_id, scopes, pull) if publish else None
        if publish:
            self._roll_up(share_id, clears=sweep)
        return self._outcome(share_id, pull, publication)

    def _open(self, expected: ShareId | None) -> ShareId:
        share_id = self._share.open()
        if expected is not None and share_id != expected:
            raise ShareSwapped(self._share.address)
        return share_id

    def _marks(self, mine: Scopes) -> dict[Scope, Mark] | None:
        """The scopes that are there; who reads only a few needs no list of all."""
        is_central = self._workspace.profile.role is Role.CENTRAL
        if not is_central and len(mine.all) <= FEW_SCOPES:
            return None
        try:
            return self._share.scopes()
        except ShareError as error:
            if is_central or not isinstance(error, ShareRefused):
                self._note(error)
            return None

    def _hints(
        self, share_id: ShareId, marks: dict[Scope, Mark] | None, mine: Scopes, *, sweep: bool
    ) -> Hints:
        now = self._now().timestamp()
        with self._workspace.database.reading() as connection:
            looks = state.looks(connection, share_id)
            if sweep or marks is None:
                return Hints(marks or {}, looks, None, now)
            awaited = state.awaited(connection, share_id)
            unquiet = awaited | unsent(connection, share_id, mine)
            return Hints(marks, looks, unquiet, now)

    def _scopes(self, there: Iterable[Scope]) -> Scopes:
        with self._workspace.database.reading() as connection:
            written = own_scopes(connection)
        return scopes_of(self._workspace.profile, self._workspace.plan, written, there)

    def _pull(self, pull: Pull, scope: Scope, hints: Hints) -> None:
        if self._is_gone or hints.is_quiet(scope):
            return
        try:
            self._pulled[scope] = pull.scope(scope, answers=scope in self._answered)
        except ShareError as error:
            self._note(error)

    def _note_pulled(self, share_id: ShareId, hints: Hints) -> None:
        with self._workspace.database.writing() as connection:
            state.note(connection, share_id, {scope: hints.look(scope) for scope in self._pulled})
            if not self._problems:
                at = self._now().timestamp()
                shares.note_reached(connection, self._share.address, share_id, at)

    def _publish(self, share_id: ShareId, scopes: Scopes, pull: Pull) -> Publication:
        publication = Publication(
            self._workspace.database,
            self._share,
            share_id,
            self._writer(pull),
            lambda: self._make_sure(share_id),
            self._progress,
        )
        publishing = tuple(dict.fromkeys((*scopes.fill, *scopes.own)))
        for number, scope in enumerate(publishing, 1):
            self._progress.enter("send", scope, number, len(publishing))
            pulled = self._pulled.get(scope)
            if pulled is None or self._is_gone:
                continue
            listed = {each.name.file for each in pulled.found}
            try:
                publication.scope(scope, listed, pulled.gone, fills=scope in scopes.fill)
            except ShareError as error:
                self._note(error)
        return publication

    def _roll_up(self, share_id: ShareId, *, clears: bool) -> None:
        if not isinstance(self._share, RollingShare):
            return
        rolling = RollUp(
            self._workspace.database,
            self._share,
            share_id,
            lambda: self._make_sure(share_id),
            self._now().timestamp(),
        )
        for scope in sorted(self._answered & self._pulled.keys()):
            if not self._is_gone:
                rolling.scope(scope, self._pulled[scope].found, clears=clears)

    def _make_sure(self, share_id: ShareId) -> None:
        """A drive may have gone while we read: an empty folder must not be written into."""
        self._open(share_id)

    def _writer(self, pull: Pull) -> Writer:
        with self._workspace.database.reading() as connection:
            found = writers.current(connection, self._mark)
        strange = [pulled.strange for pulled in self._pulled.values()]
        if found is not None and not writers.is_doubtful(found, strange):
            return found
        now = self._now()
        with self._workspace.database.writing() as connection:
            # Who was broken off after a file was put there has all that is in it, and more.
            is_set_back = found in pull.heard_of
            writer = writers.replace(connection, self._mark, now, is_set_back=is_set_back)
            self._renewal = renewing.latest(connection, now.timestamp())
            return writer

    def _note(self, error: ShareError) -> None:
        self._problems.setdefault(str(error), error)
        self._is_gone = self._is_gone or error.ends_exchange

    def _outcome(
        self, share_id: ShareId | None, pull: Pull | None, publication: Publication | None
    ) -> Outcome:
        clocks = [*self._own_clock(publication), *self._other_clocks(pull)]
        scopes = self._scopes(there=())
        with self._workspace.database.reading() as connection:
            return Outcome(
                address=self._share.address,
                share=share_id,
                received=pull.received if pull else 0,
                sent=publication.sent if publication else 0,
                put_back=publication.put_back if publication else 0,
                restored=publication.restored if publication else 0,
                waiting=self._waiting(connection, share_id, scopes),
                held_back=held_back(connection, share_id, scopes),
                unread=tuple(shares.unread_files(connection, share_id)) if share_id else (),
                not_shown=sum(shares.kept_reasons(connection).values()),
                clocks=tuple(clocks),
                renewal=self._renewal,
                problems=tuple(self._problems.values()),
            )

    def _waiting(self, connection: Connection, share_id: ShareId | None, scopes: Scopes) -> Waiting:
        """What waits for this share; nothing does for one that is another municipality's."""
        if any(isinstance(each, ShareOfAnother) for each in self._problems.values()):
            return Waiting(0, None)
        return waiting(connection, share_id, scopes)

    def _own_clock(self, publication: Publication | None) -> list[str]:
        if publication is None or publication.latest is None:
            return []
        ahead = self._share.clock_ahead(*publication.latest)
        if ahead is None or abs(ahead) <= CLOCK_SECONDS:
            return []
        way = "efter" if ahead > 0 else "före"
        length = _about(timedelta(seconds=abs(ahead)))
        text = f"Den här datorns klocka går {length} {way} delningens. Inget är fel med planen, "
        return [f"{text}men kontrollera klockan."]

    def _other_clocks(self, pull: Pull | None) -> list[str]:
        told = []
        for author, time in (pull.fast_clocks if pull else {}).items():
            person = self._workspace.plan.find(Person, author)
            name = person.name if person is not None and person.name else "Någon"
            told.append(
                f"{name} har skickat ändringar som är daterade {_about(time - self._now())} framåt "
                "i tiden. De räknas som alla andra, men en av klockorna går fel."
            )
        return told


def _about(time: timedelta) -> str:
    """A length of time in its largest unit."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} minuter"
    if minutes < 2 * DAY_MINUTES:
        return f"{minutes // 60} timmar"
    days = minutes // DAY_MINUTES
    return f"{days} dygn" if days < 2 * YEAR_DAYS else f"{days // YEAR_DAYS} år"
