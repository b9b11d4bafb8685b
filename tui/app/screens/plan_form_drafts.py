"""What was typed in the plan form and not saved: kept, taken up again, or put aside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from model.swedish.date_text import time_text
from tui.app.drafts import Drafts
from tui.app.plan_text import FormText, decode, now
from tui.app.working import latest

if TYPE_CHECKING:
    from tui.app.plan_state import FormState
    from tui.app.screens.plan_form import PlanFormScreen


class FormDrafts:
    """The drafts of one plan form. Nothing that was typed is lost by one key alone."""

    def __init__(self, screen: PlanFormScreen) -> None:
        self._screen = screen
        self._drafts = Drafts(screen)

    def keep(self, state: FormState) -> None:
        """Keep what stands in the form, soon."""
        self._drafts.typed(state.key, state.kept)

    def keep_now(self) -> None:
        """Keep what waits, behind the screen."""
        self._drafts.keep_now()

    def forget(self, state: FormState) -> None:
        """What stands in the form is saved."""
        self._drafts.forget(state.key)

    def offer(self, state: FormState) -> None:
        """Take up what was typed here and never saved; later where the database is not open yet."""
        if not self._screen.tertial.kept.is_known:
            latest(self._screen, partial(self._offer_late, state), "offering")
        else:
            self._take_up(state, self._drafts.text(state.key))

    async def _offer_late(self, state: FormState) -> None:
        text = await self._drafts.kept(state.key)
        if text and self._screen.state is state and self._take_up(state, text):
            self._screen.fill(state)

    def _take_up(self, state: FormState, text: str) -> bool:
        """Take up a draft, or put it aside if something was typed since the form opened."""
        kept = decode(text) if text else None
        if kept is None or kept.text == state.text:
            return False
        when = time_text(kept.kept_at, now=now())
        if state.is_changed:
            state.aside = kept.text
            self._screen.tell(f"Utkast från {when} finns. F9 hämtar det.", "$warning")
            return False
        state.aside, state.text = state.text, kept.text
        if kept.seen is not None:
            state.seen, state.seen_people = kept.seen, kept.seen_people
        self._screen.tell(f"Utkast från {when}. F9 börjar om.", "$warning")
        return True

    def start_over(self, state: FormState) -> None:
        """Put aside what is typed; once more takes it up again."""
        if state.aside is None and not state.is_changed:
            self._screen.notify("Det finns inget att lägga undan.")
            return
        self._swap(state, state.aside or state.start)
        told = "Framtaget. F9 lägger undan" if state.is_changed else "Undanlagt. F9 tar fram"
        self._screen.tell(f"{told} det igen.", "$warning")

    def put_in(self, state: FormState, text: FormText, notice: str) -> None:
        """Put other text into the form; what stood there is put aside."""
        if text != state.text:
            self._swap(state, text)
            self._screen.tell(notice, "$warning")

    def _swap(self, state: FormState, text: FormText) -> None:
        state.aside, state.text = state.text, text
        state.refused.clear()
        state.is_asked = False
        self._screen.fill(state)
        self.keep(state)
