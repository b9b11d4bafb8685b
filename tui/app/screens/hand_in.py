"""Handing in: what is handed in, the receipt, and taking back while the tertial is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from model.actions.handing_in import submit, withdraw
from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.entities import HandIn, OrganisationUnit
from model.plan.identifiers import EntityId
from model.swedish.date_text import long_date
from model.swedish.numbers import counted
from model.swedish.visible import visible
from model.views.hand_in import hand_in_receipt
from model.views.home import HomeView, home_view
from model.workspace.edit import Edit
from tui.actions import action
from tui.app.bindings import bindings_for
from tui.app.widgets.details_pane import Part
from tui.app.working import latest

if TYPE_CHECKING:
    from tui.app.app import TertialApp


class HandInScreen(ModalScreen[EntityId | None]):
    """One unit's tertial: ready to hand in, lacking something, or handed in.

    Gives back the first activity that lacks a status, when that is where the person goes next.
    """

    context = "hand_in"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("hand_in")]

    def __init__(self, unit: EntityId, tertial: Tertial) -> None:
        """About one unit's tertial."""
        super().__init__()
        self.unit = unit
        self.shown_tertial = tertial
        self._is_writing = False
        self._sent = "Sparad här."
        """Where the hand-in is, as it was last looked up."""

    @property
    def tertial(self) -> TertialApp:
        """The app, by its own type."""
        return cast("TertialApp", self.app)

    def compose(self) -> ComposeResult:
        """What stands, and what can be done."""
        with Vertical(classes="box"):
            yield Static("", id="hand-in-title", classes="box-title", markup=False)
            with VerticalScroll(classes="box-text"):
                yield Static("", id="hand-in-text", markup=False)
            yield Static("", id="hand-in-keys", classes="box-keys", markup=False)

    def on_mount(self) -> None:
        """Say how it stands."""
        self.show_view()

    def on_plan_changed(self) -> None:
        """Say how it stands now."""
        self.show_view()

    def on_sending_changed(self) -> None:
        """Look up anew where the hand-in is."""
        self.show_view()

    async def _look_up(self) -> None:
        """Where the hand-in is, asked behind the screen."""
        tertial = self.shown_tertial
        try:
            said = await self.tertial.write(
                lambda session: session.sent_text(session.plan.hand_in_of(self.unit, tertial)),
                tell=False,
                reads=True,
            )
        except ModelError:
            said = "Sparad här."
        if said != self._sent:
            self._sent = said
            self._show()

    def _view(self) -> HomeView:
        session = self.tertial.session
        return home_view(session.plan, self.unit, session.today, self.shown_tertial)

    def show_view(self) -> None:
        """Draw the receipt, or what is handed in, or what is missing."""
        self._show()
        if self._view().is_handed_in:
            latest(self, self._look_up, "receipt")

    def _show(self) -> None:
        view = self._view()
        unit = self.tertial.session.plan.find(OrganisationUnit, self.unit)
        name = visible(unit.name) if unit else ""
        enter, take_back, back = (
            action(self.context, each).shown_key for each in ("go_on", "take_back", "back")
        )
        parts: list[Part]
        if view.is_locked:
            title = f"{view.tertial.swedish} är {view.locked} · {name}"
            parts = [*self._receipt(view), *_locked(view)]
            keys = f"{back} tillbaka"
        elif view.is_handed_in:
            title = f"{view.tertial.swedish} är inlämnat · {name}"
            parts = self._receipt(view)
            keys = f"{take_back} ta tillbaka   {back} tillbaka"
            if self.tertial.session.waiting:
                keys = f"{action(self.context, 'sync').shown_key} skicka nu   {keys}"
        elif view.missing:
            title = f"{view.tertial.swedish} kan inte lämnas in än · {name}"
            parts = _missing(view)
            keys = f"{enter} gå igenom dem   {back} tillbaka"
        else:
            title = f"Lämna in {view.tertial.swedish} · {name}"
            parts = _ready(view)
            keys = f"{enter} lämna in   {back} inte än"
        self.query_one("#hand-in-title", Static).update(title)
        self.query_one("#hand-in-text", Static).update(Content.assemble(*parts))
        self.query_one("#hand-in-keys", Static).update(keys)

    def _receipt(self, view: HomeView) -> list[Part]:
        """What is true of the hand-in: what it handed in, where it is, what is different since."""
        session = self.tertial.session
        receipt = hand_in_receipt(session.plan, self.unit, view.tertial)
        if receipt is None:
            return []
        done = f"{receipt.counted_text} inlämnade {long_date(receipt.day)}."
        parts: list[Part] = [("✔ ", "$success"), f"{done}\n{self._sent}\n"]
        if session.config.shares and session.waiting:
            parts.append((f"{session.saved.full}\n", "$muted"))
        if receipt.plan_text:
            parts += [("\n▲ ", "$warning"), f"{receipt.plan_text}\n"]
        if receipt.changed:
            parts.append(("\nÄndrade efter inlämning:\n", "$warning"))
            parts += [f"  {visible(each.title)}\n" for each in receipt.changed]
        if (receipt.changed or receipt.plan_text) and not view.is_locked:
            parts.append("Ta tillbaka och lämna in igen om ändringen ska vara med.\n")
        return parts

    def text_to_copy(self) -> str:
        """The receipt, or what is missing."""
        return str(self.query_one("#hand-in-text", Static).content)

    def action_go_on(self) -> None:
        """Hand in what is complete; else go to what is missing; leave the receipt."""
        view = self._view()
        if view.is_handed_in or view.is_locked:
            self.dismiss(None)
        elif view.missing:
            self.dismiss(view.missing[0].activity)
        else:
            self._do(lambda edit: submit(edit, self.unit, self.shown_tertial))

    def action_take_back(self) -> None:
        """Take the hand-in back."""
        if self._view().is_handed_in:
            self._do(lambda edit: withdraw(edit, self.unit, self.shown_tertial))
        else:
            self.notify("Tertialet är inte inlämnat, så det finns inget att ta tillbaka.")

    def action_sync(self) -> None:
        """Send what waits now."""
        if self.tertial.session.config.shares:
            self.tertial.exchanges.now()
        else:
            self.notify("Ingen delning är vald, så inget skickas.", timeout=4)

    def _do(self, write: Callable[[Edit], HandIn]) -> None:
        if not self._is_writing:
            self._is_writing = True
            self.tertial.in_background(self._done(self.tertial, write))

    async def _done(self, app: TertialApp, write: Callable[[Edit], HandIn]) -> None:
        try:
            await app.write(lambda session: session.write(write))
        except ModelError as error:
            await app.explain(error)
        else:
            app.exchanges.soon()
        finally:
            self._is_writing = False
        if self in app.screen_stack:
            self.show_view()

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss(None)


def _locked(view: HomeView) -> list[Part]:
    """What can be done of a locked tertial, and whether it was handed in."""
    parts: list[Part] = [] if view.is_handed_in else ["Det var inte inlämnat när det låstes.\n"]
    text = (
        "\nDet går inte att lämna in eller ta tillbaka. Är något fel: hör av dig till stab eller "
        "controller, som kan låsa upp tertialet."
    )
    return [*parts, text]


def _missing(view: HomeView) -> list[Part]:
    count = counted(len(view.missing), "aktivitet saknar", "aktiviteter saknar")
    parts: list[Part] = [("▲ ", "$warning"), f"{count} status:\n"]
    return [*parts, *(f"  {visible(row.title)}\n" for row in view.missing)]


def _ready(view: HomeView) -> list[Part]:
    if view.total:
        parts: list[Part] = [f"Alla {view.total} aktiviteter har status:\n"]
    else:
        parts = ["Enheten har inga aktiviteter att rapportera för tertialet.\n"]
    counts: dict[str, int] = {}
    for row in view.reported:
        if row.status is not None:
            words = f"{row.status.symbol} {row.status.swedish}"
            counts[words] = counts.get(words, 0) + 1
    parts += [f"  {number} {words}\n" for words, number in counts.items()]
    if not view.requirement.is_met:
        parts += [("\n▲ ", "$warning"), " ".join(view.requirement.gaps), "\n"]
    return [*parts, "\nDu kan ta tillbaka inlämningen så länge tertialet är öppet."]
