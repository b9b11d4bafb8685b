"""Locking a tertial: who is not ready, the lock, and what came in after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.actions.locking import accept, check_central, decline, unlock
from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.lock import TertialLock
from model.plan.reporting import current
from model.plan.vocabulary import Role
from model.views.late import LateEntry
from model.views.locking import LockView, lock_view
from model.workspace.edit import Edit
from tui.actions import action
from tui.app.bindings import bindings_for
from tui.app.screens.ask_reason import ask_reason
from tui.app.screens.ask_yes import AskYesScreen
from tui.app.screens.frame import FrameScreen
from tui.app.screens.locking_lines import (
    fetched_text,
    head_line,
    late_text,
    question_text,
    screen_rows,
    unit_text,
)
from tui.app.session import Session
from tui.app.tertials import next_to_show
from tui.app.widgets.beside import Beside
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import RowList
from tui.app.working import begin, latest

if TYPE_CHECKING:
    from tui.app.app import TertialApp


class _Seen(NamedTuple):
    """What the screen shows."""

    view: LockView
    late: tuple[LateEntry, ...] = ()
    lacking: str = ""
    row: TertialLock | None = None
    """The lock that the person has in front of him."""


class LockScreen(FrameScreen):
    """One tertial: its lock, its late changes, its units."""

    context = "lock"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("lock")]

    def __init__(self, tertial: Tertial) -> None:
        """About one tertial first; another is a key away."""
        super().__init__()
        self.shown_tertial = tertial
        self._seen: _Seen | None = None
        self._is_fetching = False

    def compose(self) -> ComposeResult:
        """A line, the list with the chosen row beside it, the keys."""
        yield Static("", id="lock-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            yield RowList(id="lock-list", classes="pane", on_move=self._show_chosen)
            yield Beside(id="lock-text")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Look at the tertial behind the screen."""
        latest(self, self._read, "lock")

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    async def _read(self) -> None:
        tertial = self.shown_tertial
        try:
            seen = await self.tertial.write(partial(_look, tertial=tertial), tell=False, reads=True)
        except ModelError as error:
            await self.tertial.explain(error)
            return
        self._seen = seen
        self._show_head()
        is_central = self.session.profile.role is Role.CENTRAL
        rows = screen_rows(seen.view, seen.late, seen.lacking, is_central=is_central)
        self.query_one(RowList).show(rows)

    def _show_head(self) -> None:
        view = self._seen.view if self._seen is not None else None
        head = head_line(view, self.app.size.width - 2)
        self.query_one("#lock-head", Static).update(head, layout=False)

    def _show_chosen(self, key: str | None) -> None:
        late = self._late(key)
        text = Content("")
        if late is not None:
            text = late_text(self.plan, late)
        elif key is not None and self._seen is not None:
            units = {f"unit {unit.unit}": unit for unit in self._seen.view.units}
            text = unit_text(units[key]) if key in units else text
        self.query_one(Beside).show(text)

    def _late(self, key: str | None) -> LateEntry | None:
        late = self._seen.late if self._seen is not None else ()
        return next((each for each in late if each.entry == key), None)

    def text_to_copy(self) -> str:
        """The row under the cursor."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    # What a key does.

    def _may(self) -> bool:
        """Whether this device locks and decides; says so if it does not."""
        try:
            check_central(self.session.profile.role)
        except ModelError as error:
            self.notify(str(error), severity="warning", timeout=6)
            return False
        return True

    def action_lock(self) -> None:
        """Lock, or lock again: what lies on the shares is fetched first, then a question."""
        if self._seen is None or not self._may():
            return
        if self.session.config.shares and not self._is_fetching:
            begin(self, self._fetch_and_ask, "fetch")
        else:
            self._ask_to_lock()

    async def _fetch_and_ask(self) -> None:
        """A lock on what was here last week would leave out what has been handed in since."""
        self._is_fetching = True
        lock = action(self.context, "lock").shown_key
        self.notify(f"Hämtar det som ligger på delningen. {lock} igen frågar genast.", timeout=4)
        try:
            await self.tertial.exchanges.fetch()
        finally:
            self._is_fetching = False
        if self.app.screen is self:
            await self._read()
            self._ask_to_lock()

    def _ask_to_lock(self) -> None:
        seen = self._seen
        if seen is None:
            return
        view = seen.view

        def answered(yes: bool | None) -> None:
            if yes:
                self._do(partial(_lock, seen=seen), f"{view.tertial.swedish} är låst.\nu ångrar")

        text = question_text(view, self._fetched())
        title = f"Låsa {view.tertial.swedish}{' igen' if view.is_locked else ''}?"
        self.app.push_screen(AskYesScreen(title, text, "lås"), answered)

    def _fetched(self) -> str:
        """How new what is locked is; nothing where no share is used."""
        session = self.session
        if session.standing is None:
            return ""
        fault = session.exchange_fault or session.standing.fault
        if self._is_fetching:
            fault = "Hämtningen är inte klar"
        return fetched_text(fault, session.standing.reached)

    def action_unlock(self) -> None:
        """Open the tertial again."""
        seen = self._seen
        if seen is not None and self._may():
            tertial = seen.view.tertial
            self._edit(
                lambda edit: unlock(edit, tertial, seen=seen.row),
                f"{tertial.swedish} är öppet. Enheterna märker det när de har synkat.\nu ångrar",
            )

    def action_accept(self) -> None:
        """Let the chosen late change in, or open the chosen unit."""
        from tui.app.screens.home import HomeScreen

        kind, _, unit = (self.query_one(RowList).key or "").partition(" ")
        if kind == "unit":
            self.app.push_screen(HomeScreen(unit=unit))
            return
        late = self._chosen_late()
        if late is not None and self._may():
            tertial = self.shown_tertial
            self._edit(
                lambda edit: accept(edit, tertial, late.changes),
                f"Insläppt: {late.title or late.what}\nu ångrar",
            )

    def action_decline(self) -> None:
        """Keep the chosen late change out, with a reason."""
        late = self._chosen_late()
        if late is None or not self._may():
            return
        tertial, draft = self.shown_tertial, f"late:{late.entry}"

        def then(reason: str) -> None:
            self._edit(
                lambda edit: decline(edit, tertial, late.entry, late.changes, reason),
                f"Avslagen: {late.title or late.what}\nu ångrar",
                draft=draft,
            )

        text = "Varför ska ändringen inte med i det låsta? Enheten läser det du skriver."
        value = late.refusal.reason if late.refusal is not None else ""
        title = f"Avslå: {late.title or late.what}"
        ask_reason(self.tertial, title, text, then, value=value, draft_key=draft)

    def _chosen_late(self) -> LateEntry | None:
        late = self._late(self.query_one(RowList).key)
        if late is None:
            self.notify("Markera en sen ändring i listan.", severity="warning")
        return late

    def action_settle(self) -> None:
        """Choose between two locks that were made apart from each other."""
        from tui.app.screens.conflicts import ConflictsScreen

        self.app.push_screen(ConflictsScreen())

    def action_history(self) -> None:
        """Who has locked and unlocked, and what was decided."""
        from tui.app.screens.history import HistoryScreen

        row = self._seen.row if self._seen is not None else None
        if row is None:
            self.notify("Tertialet har aldrig varit låst.")
        else:
            self.app.push_screen(HistoryScreen(row.id))

    def action_next_tertial(self) -> None:
        """Show the next of those that are gone between."""
        today = self.session.today
        following = next_to_show(self.plan, today, self.shown_tertial)
        self.shown_tertial = following or current(self.plan, today)
        self.show_plan()

    def action_back(self) -> None:
        """Back to the overview."""
        self.dismiss(None)

    def _edit(self, write: Callable[[Edit], object], done: str, *, draft: str = "") -> None:
        self._do(lambda session: session.write(write), done, draft=draft)

    def _do(self, write: Callable[[Session], object], done: str, *, draft: str = "") -> None:
        self.tertial.in_background(_done(self.tertial, write, done, draft))


async def _done(app: TertialApp, write: Callable[[Session], object], done: str, draft: str) -> None:
    """Write; a reason that could not be saved is there when it is asked for again."""
    try:
        await app.write(write)
    except ModelError as error:
        await app.explain(error)
        return
    if draft:
        app.kept.typed(draft, "")
    app.notify(done, timeout=4)
    app.exchanges.soon()


def _look(session: Session, tertial: Tertial) -> _Seen:
    """How a tertial stands; reads the database."""
    workspace = session.open()
    session.locked.fold(workspace, tertial)
    session.plan = workspace.plan
    found = session.locked.known(session.plan, tertial)
    plan = found.locked.plan if found is not None else session.plan
    root = session.units[0] if session.profile.role is Role.DEPARTMENT and session.units else None
    view = lock_view(plan, tertial, session.today, workspace.last_heard(), root)
    row = session.plan.lock_of(tertial)
    if found is None:
        return _Seen(view, row=row)
    return _Seen(view, found.late, found.locked.lacking_words, row)


def _lock(session: Session, seen: _Seen) -> None:
    from sync.locking import lock_tertial

    workspace = session.open()
    try:
        lock_tertial(workspace, seen.view.tertial, seen=seen.row)
    finally:
        session.plan = workspace.plan
