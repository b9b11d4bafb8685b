"""The new end date of quick status: a month on, the next tertial's end, or any day."""

from __future__ import annotations

from datetime import date

from model.views.queue import QueueItem
from tui.app.answer import Answer
from tui.app.screens.frame import FrameScreen


class EndDates(FrameScreen):
    """Asks for a new end date of what is on the screen, where its status can have one."""

    item: QueueItem | None
    answer: Answer

    def end_chosen(self) -> None:
        """The answer has a new end date."""
        raise NotImplementedError

    def action_month(self) -> None:
        """A new end date one month on; saved and on to the next when that was what was asked."""
        if self.item is not None:
            self._end_and_on(self.item.proposed_ends()[0])

    def action_tertial_end(self) -> None:
        """A new end date at the tertial's end."""
        if self.item is not None:
            self._end_and_on(self.item.proposed_ends()[1])

    def action_own_date(self) -> None:
        """Ask for a date of one's own."""
        from tui.app.screens.ask_date import AskDateScreen

        def taken(day: date | None) -> None:
            if day is not None:
                self._end_and_on(day)

        if self._can_have_end():
            self.app.push_screen(AskDateScreen("Nytt slutdatum", self.session.today), taken)

    def _can_have_end(self) -> bool:
        if self.answer.value is not None and self.answer.value.is_open:
            return True
        self.notify("Nytt slutdatum anges bara för en status som pågår.", severity="warning")
        return False

    def _end_and_on(self, day: date) -> None:
        if self._can_have_end():
            self.answer.revised_end = day
            self.end_chosen()
