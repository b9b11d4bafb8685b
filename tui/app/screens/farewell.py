"""The last moment: what waits is being sent, and whoever will not wait leaves at once."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import EVERYWHERE, action
from tui.app.bindings import bindings_for


class FarewellScreen(ModalScreen[None]):
    """Says what is being sent before the app ends."""

    context: ClassVar[str] = "farewell"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("farewell")]

    def __init__(self, waiting: str) -> None:
        """`waiting` says how much waits."""
        super().__init__()
        self._waiting = waiting

    def compose(self) -> ComposeResult:
        """What happens, what is safe, and the keys."""
        leave = action(self.context, "leave").shown_key
        leave_too = action(EVERYWHERE, "quit").shown_key
        with Vertical(classes="box"):
            yield Static("Skickar innan programmet avslutas …", classes="box-title", markup=False)
            yield Static(
                f"{self._waiting} skickas till delningen. Allt är redan sparat på den här datorn: "
                "det som inte hinner fram skickas nästa gång.",
                markup=False,
            )
            yield Static(f"{leave} eller {leave_too}: avsluta nu", classes="box-keys", markup=False)

    async def action_leave(self) -> None:
        """Do not wait."""
        await self.app.run_action("quit")
