"""One run of the app: the plan on the screen, and the workspace behind it.

The first plan comes from the page, so that the screen is drawn before the database and its
library are loaded. Everything that touches the disk is called from a worker thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from model.errors import ModelError
from model.home.config import Config, ConfigError, Profile, change_config, read_config
from model.home.paths import Home
from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.identifiers import CENTRAL, EntityId, Scope
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.store.page import read_page
from tui.app.locked import LockedPlans
from tui.app.sending_words import Saved, sending

if TYPE_CHECKING:
    from model.checks.finding import Finding
    from model.views.search import SearchIndex
    from model.workspace.edit import Edit
    from model.workspace.workspace import Workspace
    from sync.standing import Standing

T = TypeVar("T")

log = logging.getLogger(__name__)


class TakenBack(NamedTuple):
    """What undo or redo did."""

    entities: tuple[Entity, ...]
    """As they now stand."""
    words: tuple[str, ...]
    """What was taken back or done again, one text per entity."""


class Session:
    """What the screens share."""

    def __init__(self, home: Home, today: date) -> None:
        """Read the settings and the first page of a home that is set up."""
        self.home = home
        self.today = today
        self.config: Config = read_config(home)
        self.plan: Plan = Plan()
        self.has_plan = False
        self.workspace: Workspace | None = None
        self.trouble = ""
        """Why the database could not be read or written last time, if it could not."""
        self.has_failed = False
        """Whether a write failed and none has worked since."""
        self.waits: Callable[[], bool] = _nothing_waits
        """Whether something typed or done is not in the database yet; the app knows."""
        self.saved_shown: Saved | None = None
        """What was last shown of what is saved and sent."""
        self.standing: Standing | None = None
        """How it stands with sending; None without a share, and before it is known."""
        self.step = ""
        """How far an exchange has come, in words, while one is under way."""
        self.exchange_fault = ""
        """Why the latest exchange could not even begin, in a few words."""
        self._conflicts: tuple[Plan, int] | None = None
        self._index: tuple[Plan, SearchIndex] | None = None
        self._found: tuple[Plan, object, tuple[Finding, ...]] | None = None
        self.locked = LockedPlans()
        """The locked tertials that somebody has looked at."""
        page = read_page(home.database, self.config.profile)
        if page is not None:
            self.plan, self.has_plan = page, True

    @property
    def profile(self) -> Profile:
        """Who uses the device, and for which units."""
        return self.config.profile

    @property
    def units(self) -> tuple[EntityId, ...]:
        """The units of this home, the one shown first first."""
        return self.profile.units

    @property
    def reporters(self) -> tuple[Scope, ...]:
        """What this home reports: its units, and for the centre the plan's own part."""
        is_central = self.profile.role is Role.CENTRAL
        return (*self.units, CENTRAL) if is_central else self.units

    def open(self) -> Workspace:
        """The workspace, opened the first time: slow then, so never on the screen's thread."""
        if self.workspace is None:
            from model.workspace.opening import open_workspace

            self.workspace = open_workspace(self.home, self.today)
            self.plan, self.has_plan = self.workspace.plan, True
        return self.workspace

    def write(self, action: Callable[[Edit], T]) -> T:
        """Do one action of the person, whole or not at all; raises a `ModelError`."""
        workspace = self.open()
        try:
            with workspace.edit() as edit:
                return action(edit)
        finally:
            self.plan = workspace.plan

    def undo(self) -> TakenBack:
        """Take back the latest own action that holds; raises `UndoRefused`."""
        return self._take_back(None)

    def redo(self) -> TakenBack:
        """Do again what was just taken back; raises `UndoRefused`."""
        from model.workspace.undo import NothingToRedo, redoable

        action = redoable(self.open())
        if action is None:
            raise NothingToRedo
        return self._take_back(action)

    def _take_back(self, action: EntityId | None) -> TakenBack:
        from model.views.changes import told
        from model.workspace.undo import undo

        workspace = self.open()
        undone = undo(workspace, action)
        self.plan = workspace.plan
        taken = undone.target
        if action is not None:
            taken = workspace.entries_of_action(taken)[0].change.undoes or taken
        return TakenBack(undone.entities, told(workspace.entries_of_action(taken), self.plan))

    def keep_theme(self, theme: str) -> None:
        """Keep how the app looks; raises a `ConfigError`."""

        def change(present: Config) -> Config:
            return msgspec.structs.replace(present, theme=theme)

        self._take_in(change_config(self.home, change))

    @property
    def saved(self) -> Saved:
        """What is saved and sent and what is not, in words that are true."""
        if self.has_failed:
            return Saved("▲ inte sparat")
        if self.waits():
            return Saved("… sparar")
        if self.step:
            return Saved(f"… {self.step[:1].lower()}{self.step[1:]}", "… synkar")
        if self.standing is None:
            return Saved("✔ allt sparat här", "✔ sparat")
        fault = self.exchange_fault or self.standing.fault
        standing = msgspec.structs.replace(self.standing, fault=fault)
        return sending(standing, datetime.now().astimezone())

    def show_saved(self) -> Saved:
        """The same, for a screen to show; it is told when another holds."""
        self.saved_shown = self.saved
        return self.saved_shown

    @property
    def waiting(self) -> int:
        """How many changes wait to be sent."""
        return self.standing.waiting if self.standing is not None else 0

    def count_waiting(self) -> None:
        """Find out how it stands with sending; from a worker thread, no share is touched."""
        shares = self.config.shares
        if not shares or self.workspace is None:
            self.standing = None
            return
        from sync.standing import standing

        try:
            self.standing = standing(self.workspace, shares)
        except ModelError:
            # Then nothing is said of sending, rather than what may not hold any more.
            self.standing = None
            log.warning("what waits could not be counted", exc_info=True)

    def sent_text(self, hand_in: Entity | None) -> str:
        """Where a hand-in is: saved here, and on the shares or not; from a worker thread."""
        from sync.sent import sent

        try:
            return str(sent(self.open().database, self.config.shares, hand_in))
        except ModelError:
            return "Sparad här."

    @property
    def conflict_count(self) -> int:
        """In how many places two have written different things that are this home's to settle."""
        if self._conflicts is None or self._conflicts[0] is not self.plan:
            from model.views.conflicts import scopes_to_settle

            mine = scopes_to_settle(self.profile)
            rows = (row for row in self.plan.everything() if row.scope in mine)
            self._conflicts = (self.plan, sum(len(row.conflicts) for row in rows))
        return self._conflicts[1]

    def findings(self, unit: EntityId, tertial: Tertial) -> tuple[Finding, ...]:
        """What the checks find for a unit, as of the tertial's last day; checked once per plan."""
        from model.checks.counting import findings_of

        asked = (unit, tertial, self.profile)
        if self._found is None or self._found[:2] != (self.plan, asked):
            self._found = (self.plan, asked, findings_of(self.plan, unit, tertial, self.profile))
        return self._found[2]

    def search_index(self) -> SearchIndex:
        """The plan made ready for searching; made once per plan."""
        from model.views.search import SearchIndex

        if self._index is None or self._index[0] is not self.plan:
            self._index = (self.plan, SearchIndex(self.plan, self.units))
        return self._index[1]

    def refresh(self) -> bool:
        """Take in what other programs wrote to the plan and the settings; True if anything.

        Settings that cannot be read are left for a command that uses them; the old ones hold.
        """
        workspace = self.open()
        changed = workspace.refresh()
        self.plan = workspace.plan
        before = self.config, self.standing
        try:
            self._take_in(read_config(self.home))
        except ConfigError:
            log.warning("the settings could not be read", exc_info=True)
        self.count_waiting()
        return changed or (self.config, self.standing) != before

    def _take_in(self, config: Config) -> None:
        """Use other settings; edits are from now on by whoever they name."""
        self.config = config
        if self.workspace is not None:
            self.workspace.profile = config.profile

    def close(self) -> None:
        """Give back the database."""
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
        self.locked.forget()


def _nothing_waits() -> bool:
    return False
