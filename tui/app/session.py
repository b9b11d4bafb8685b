"""One run of the app: the plan on the screen, and the workspace behind it.

The first plan comes from the page, so that the screen is drawn before the database and its
library are loaded. Everything that touches the disk is called from a worker thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from model.errors import ModelError
from model.home.config import Config, ConfigError, Profile, change_config, read_config
from model.home.paths import Home
from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.store.page import read_page
from tui.app.locked import LockedPlans

if TYPE_CHECKING:
    from model.checks.finding import Finding
    from model.views.search import SearchIndex
    from model.workspace.edit import Edit
    from model.workspace.workspace import Workspace

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
        self.saved_shown = ""
        """What was last shown of what is saved."""
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
    def saved_text(self) -> str:
        """What is saved and what is not, in words that are true."""
        if self.has_failed:
            return "▲ inte sparat"
        return "… sparar" if self.waits() else "✔ allt sparat här"

    def show_saved(self) -> str:
        """The same, for a screen to show; it is told when another holds."""
        self.saved_shown = self.saved_text
        return self.saved_shown

    def sent_text(self, hand_in: Entity | None) -> str:
        """Where a hand-in is: saved here, and on the shares or not."""
        if self.config.shares and self.workspace is None:
            return "Sparad här."
        if not self.config.shares or self.workspace is None:
            return "Sparad här. Ingen delning är vald."
        from sync.sent import sent

        try:
            return str(sent(self.workspace.database, self.config.shares, hand_in))
        except ModelError:
            return "Sparad här."

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
        before = self.config
        try:
            self._take_in(read_config(self.home))
        except ConfigError:
            log.warning("the settings could not be read", exc_info=True)
        return changed or self.config != before

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
