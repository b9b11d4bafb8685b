"""Saving what stands in the plan form, cancelling an activity, and taking it up again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from model.checks.before_save import warnings_for
from model.errors import ModelError
from model.plan.entities import Activity
from model.plan.rules import FieldRefused
from model.workspace.edit import Edit
from tui.app.plan_saving import cancel, revive, save
from tui.app.plan_state import FormState
from tui.app.plan_text import FormText, text_of

if TYPE_CHECKING:
    from tui.app.screens.plan_form import PlanFormScreen

_WHY = "Skälet står kvar vid aktiviteten. Den räknas inte mot kravet och rapporteras inte."


class FormWriting:
    """What a plan form writes. What cannot be saved stays on the screen, with the reason."""

    def __init__(self, screen: PlanFormScreen) -> None:
        self._screen = screen

    def save(self, state: FormState) -> None:
        """Save the form, if nothing stands in the way."""
        self._write(
            state,
            partial(
                save,
                unit=state.unit,
                text=state.text,
                reading=state.reading,
                seen=state.seen,
                seen_people=state.seen_people,
            ),
            "Sparat." if state.is_changed or state.seen is None else "Inget var ändrat.",
        )

    def toggle_cancelled(self, state: FormState) -> None:
        """Cancel the activity with a reason, or take it up again."""
        seen = state.seen
        if seen is None:
            self._screen.notify("Aktiviteten är inte sparad än. Esc lägger den åt sidan.")
        elif state.is_of_plan:
            self._screen.notify(
                "Aktiviteten är beslutad i verksamhetsplanen och kan bara utgå centralt. "
                "Sätt i stället status Utgår när du rapporterar.",
                severity="warning",
            )
        elif seen.cancelled:
            self._write(
                state,
                partial(revive, unit=state.unit, text=state.text, reading=state.reading, seen=seen),
                "Aktiviteten är upptagen igen.",
            )
        else:
            self._ask_why(state, seen, _WHY, "")

    def _ask_why(self, state: FormState, seen: Activity, text: str, value: str) -> None:
        from tui.app.screens.ask_text import AskTextScreen

        def answered(reason: str | None) -> None:
            if reason is None or self._screen.state is not state:
                return
            if not reason.strip():
                self._ask_why(state, seen, "Skriv några ord om varför.", "")
                return
            warnings = warnings_for(reason)
            if warnings and reason != value:
                told = " ".join(f"{warning.text} {warning.advice}" for warning in warnings)
                self._ask_why(state, seen, f"▲ {told} Enter igen sparar ändå.", reason)
                return
            self._write(
                state,
                partial(
                    cancel,
                    unit=state.unit,
                    text=state.text,
                    reading=state.reading,
                    seen=seen,
                    reason=reason,
                ),
                "Aktiviteten utgår.",
            )

        screen = AskTextScreen("Varför utgår aktiviteten?", text, value=value)
        self._screen.app.push_screen(screen, answered)

    def _write(self, state: FormState, action: Callable[[Edit], Activity], done: str) -> None:
        """Save what stands there now behind the screen, once; leave when it is saved."""
        if state.is_saving:
            return
        field = state.obstacle() or state.unasked_warning()
        if field is not None:
            self._screen.go_to(field)
            self._screen.show_text()
            return
        state.is_saving = True
        self._screen.tertial.in_background(self._written(state, action, state.text, done))

    async def _written(
        self, state: FormState, action: Callable[[Edit], Activity], text: FormText, done: str
    ) -> None:
        try:
            activity = await self._screen.tertial.write(lambda session: session.write(action))
        except FieldRefused as error:
            self._refused(state, error)
        except ModelError as error:
            await self._screen.tertial.explain(error)
        else:
            self._screen.drafts.forget(state)
            if state.text == text:
                self._screen.leave(state, activity.id, done)
            else:
                self._go_on(state, activity)
        finally:
            state.is_saving = False

    def _go_on(self, state: FormState, activity: Activity) -> None:
        """What was typed while the save was under way is now an edit of what was saved."""
        plan = self._screen.plan
        state.go_on_from(activity, text_of(plan, activity, state.unit), plan)
        self._screen.drafts.keep(state)
        told = "Sparat, utom det du har skrivit sedan dess. Det finns kvar här."
        if self._screen.state is not state:
            told = "Sparat. Det du skrev sedan dess är kvar som utkast i aktiviteten."
        self._screen.notify(told, timeout=6)
        if self._screen.state is state:
            self._screen.show_plan()

    def _refused(self, state: FormState, error: FieldRefused) -> None:
        state.refused = {error.field: error.reason}
        if self._screen.state is state:
            self._screen.go_to(error.field)
            self._screen.show_text()
