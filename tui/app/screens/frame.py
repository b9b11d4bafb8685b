"""The frame of every full screen: its context, its key bar, and how it follows the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.identifiers import CENTRAL, EntityId, Scope
from model.plan.plan import Plan
from model.plan.rules import TertialLocked, check_open
from model.swedish.visible import visible
from tui.app.messages import PlanChanged, SendingChanged
from tui.app.session import Session

if TYPE_CHECKING:
    from tui.app.app import TertialApp


class FrameScreen(Screen[EntityId | None]):
    """A full screen over the session. Subclasses name a context and show the plan.

    A screen may give back an activity for the one below to go to.
    """

    context: ClassVar[str] = "everywhere"
    AUTO_FOCUS = "RowList"
    _shown: Plan | None = None
    """The plan that was drawn last."""

    @property
    def tertial(self) -> TertialApp:
        """The app, by its own type."""
        return cast("TertialApp", self.app)

    @property
    def session(self) -> Session:
        """What the screens share."""
        return self.tertial.session

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.session.plan

    @property
    def is_open(self) -> bool:
        """Whether the screen is among those that can be come back to."""
        return self in self.app.screen_stack

    def show_plan(self) -> None:
        """Draw the plan as it is now; called when the screen comes up and when the plan changes."""

    def show_sending(self) -> None:
        """Draw anew what is said of saving and sending, where anything is."""

    def keep(self) -> None:
        """Save what is chosen and not saved yet, before the app ends."""

    @property
    def unsaved(self) -> dict[str, str]:
        """What was saved here and is not in the database: titles by the key of their draft."""
        return {}

    def action_handover(self) -> None:
        """Choose a person, and save what they answer for, for who takes over."""
        from tui.app.screens.handover import hand_over

        hand_over(self.tertial, next(iter(self.session.units), ""))

    def may_change(self, unit: EntityId) -> bool:
        """Whether a unit's plan is this device's to change; says so if it is not.

        The centre may report what it answers for itself, the plan's activities without a unit.
        """
        if unit in self.session.reporters:
            return True
        from model.views.naming import reporter_name

        name = visible(reporter_name(self.plan, unit)) or "enheten själv"
        self.notify(f"Du läser en annan enhets plan. Den ändras av {name}.", timeout=6)
        return False

    def is_a_units(self, unit: Scope) -> bool:
        """Whether it is a unit, which plans and hands in; says how it is where it is the centre."""
        if unit == CENTRAL:
            self.notify(
                "Verksamhetsplanens aktiviteter ändras i målkatalogen eller läses in. "
                "Här rapporteras de, och de lämnas inte in.",
                timeout=8,
            )
        return unit != CENTRAL

    def may_report(self, unit: EntityId, tertial: Tertial) -> bool:
        """Whether a unit's tertial is this device's to report; says so if it is not."""
        if not self.may_change(unit):
            return False
        try:
            check_open(self.plan, tertial)
        except TertialLocked as error:
            self.notify(str(error), severity="warning", timeout=8)
            return False
        return True

    def action_undo(self) -> None:
        """Take back the latest own action."""
        from tui.app.undoing import take_back

        self.tertial.in_background(take_back(self.tertial, self.taken_back))

    def action_redo(self) -> None:
        """Do again what was just taken back."""
        from tui.app.undoing import do_again

        self.tertial.in_background(do_again(self.tertial, self.taken_back))

    def action_sync(self) -> None:
        """Exchange with the shares now; where none is chosen, show how one is."""
        self.tertial.exchanges.now()

    def action_sharing(self) -> None:
        """Show how it stands with each share."""
        self.tertial.exchanges.show()

    def taken_back(self, entities: tuple[Entity, ...]) -> None:
        """These stand otherwise since undo or redo; a screen that asks about one goes to it."""

    def on_mount(self) -> None:
        """Draw at once."""
        self._draw()

    def on_screen_resume(self) -> None:
        """Draw what may have changed under another screen."""
        if not self.is_mounted:
            return
        if self._shown is not self.plan:
            self._draw()
        else:
            self.show_sending()

    def on_plan_changed(self, event: PlanChanged) -> None:
        """Draw the new plan."""
        self._draw()

    def on_sending_changed(self, event: SendingChanged) -> None:
        """Say what holds now."""
        self.show_sending()

    def _draw(self) -> None:
        self._shown = self.plan
        self.show_plan()
