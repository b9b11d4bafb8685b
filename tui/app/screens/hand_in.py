"""Handing in: what is handed in, the receipt, and taking back while the tertial is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
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
from model.views.home import HomeView, home_view
from model.workspace.edit import Edit
from tui.app.bindings import bindings_for
from tui.app.widgets.details_pane import Part

if TYPE_CHECKING:
    from tui.app.app import TertialApp


class HandInScreen(ModalScreen[None]):
    """One unit's tertial: ready to hand in, lacking something, or handed in."""

    context = "hand_in"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("hand_in")]

    def __init__(self, unit: EntityId, tertial: Tertial) -> None:
        """About one unit's tertial."""
        super().__init__()
        self.unit = unit
        self.shown_tertial = tertial

    @property
    def tertial(self) -> TertialApp:
        """The app, by its own type."""
        return cast("TertialApp", self.app)

    def compose(self) -> ComposeResult:
        """What stands, and what can be done."""
        with Vertical(classes="box"):
            yield Static("", id="hand-in-title", classes="box-title", markup=False)
            yield Static("", id="hand-in-text", markup=False)
            yield Static("", id="hand-in-keys", classes="box-keys", markup=False)

    def on_mount(self) -> None:
        """Say how it stands."""
        self.show_view()

    def on_plan_changed(self) -> None:
        """Say how it stands now."""
        self.show_view()

    def _view(self) -> HomeView:
        session = self.tertial.session
        return home_view(session.plan, self.unit, session.today, self.shown_tertial)

    def show_view(self) -> None:
        """Draw the receipt, or what is handed in, or what is missing."""
        view = self._view()
        unit = self.tertial.session.plan.find(OrganisationUnit, self.unit)
        name = visible(unit.name) if unit else ""
        parts: list[Part]
        if view.is_handed_in:
            title = f"{view.tertial.swedish} är inlämnat · {name}"
            parts = self._receipt(view)
            keys = "t ta tillbaka   Esc tillbaka"
        elif view.missing:
            title = f"{view.tertial.swedish} kan inte lämnas in än · {name}"
            parts = _missing(view)
            keys = "Esc tillbaka"
        else:
            title = f"Lämna in {view.tertial.swedish} · {name}"
            parts = _ready(view)
            keys = "Enter lämna in   Esc inte än"
        self.query_one("#hand-in-title", Static).update(title)
        self.query_one("#hand-in-text", Static).update(Content.assemble(*parts))
        self.query_one("#hand-in-keys", Static).update(keys)

    def _receipt(self, view: HomeView) -> list[Part]:
        """What is true of the hand-in: where it is saved, and whether it has been sent."""
        day = long_date(view.handed_in_on) if view.handed_in_on else ""
        done = counted(view.total, "aktivitet", "aktiviteter")
        parts: list[Part] = [
            ("✔ ", "$success"),
            f"{done} inlämnade {day}.\n{self.tertial.session.sent_text}\n",
        ]
        changed = [row for row in view.rows if row.changed_since_hand_in]
        if changed:
            parts.append(("\nÄndrade efter inlämning:\n", "$warning"))
            parts += [f"  {visible(row.title)}\n" for row in changed]
            parts.append("Ta tillbaka och lämna in igen om ändringen ska vara med.\n")
        return parts

    async def action_hand_in(self) -> None:
        """Hand in what is complete."""
        view = self._view()
        if not view.is_handed_in and not view.missing:
            await self._do(lambda edit: submit(edit, self.unit, self.shown_tertial))

    async def action_take_back(self) -> None:
        """Take the hand-in back."""
        if self._view().is_handed_in:
            await self._do(lambda edit: withdraw(edit, self.unit, self.shown_tertial))

    async def _do(self, action: Callable[[Edit], HandIn]) -> None:
        try:
            await self.tertial.write(lambda session: session.write(action))
        except ModelError as error:
            await self.tertial.explain(error)
        self.show_view()

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss(None)


def _missing(view: HomeView) -> list[Part]:
    count = counted(len(view.missing), "aktivitet saknar", "aktiviteter saknar")
    parts: list[Part] = [("▲ ", "$warning"), f"{count} status:\n"]
    parts += [f"  {visible(row.title)}\n" for row in view.missing]
    return [*parts, "\nMellanslag i listan går igenom dem en i taget."]


def _ready(view: HomeView) -> list[Part]:
    if not view.total:
        return ["Enheten har inga aktiviteter att rapportera för tertialet."]
    parts: list[Part] = [f"Alla {view.total} aktiviteter har status:\n"]
    counts: dict[str, int] = {}
    for row in view.reported:
        if row.status is not None:
            words = f"{row.status.symbol} {row.status.swedish}"
            counts[words] = counts.get(words, 0) + 1
    parts += [f"  {number} {words}\n" for words, number in counts.items()]
    if not view.requirement.is_met:
        parts += [("\n▲ ", "$warning"), " ".join(view.requirement.gaps), "\n"]
    return [*parts, "\nDu kan ta tillbaka inlämningen så länge tertialet är öppet."]
