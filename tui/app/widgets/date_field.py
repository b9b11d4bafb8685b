"""A date: typed in any of the ways that people write dates, or moved by keys."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from model.swedish.dates import FIRST_YEAR, LAST_YEAR, UnreadableDate, add_months, parse_date
from tui.app.bindings import bindings_for
from tui.app.widgets.labelled import LABEL_WIDTH
from tui.app.widgets.text_field import TextField

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STEPS = {"plus": 1, "minus": -1}


class DateField(TextField):
    """Shows ISO. On a whole date + and - move a day, PgUp and PgDn a month.

    A digit right after + or - takes the move back: `+14` is then typed, days from today.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in bindings_for("plan") if binding.action.startswith("month(")
    ]

    def __init__(
        self,
        label: str,
        *,
        label_width: int = LABEL_WIDTH,
        id: str | None = None,  # noqa: A002  # Textual's own name for it
    ) -> None:
        """An empty field; `today` and `year` are set before it is used."""
        super().__init__(
            label,
            label_width=label_width,
            placeholder="30 sep, 30/9, +14 …",
            select_on_focus=True,
            id=id,
        )
        self.today = date.min
        self.year: int | None = None
        self._moved_by = ""

    @property
    def day(self) -> date | None:
        """The date that is meant, if it can be read."""
        try:
            return parse_date(self.value, near=self.today, year=self.year)
        except UnreadableDate:
            return None

    def settle(self) -> None:
        """Write the date out, where it can be read."""
        day = self.day
        if day is not None and self.value != day.isoformat():
            self.value = day.isoformat()

    def on_blur(self) -> None:
        """A field that is left shows how it was read."""
        self._moved_by = ""
        self.settle()

    def action_month(self, months: int) -> None:
        """Move by months, to the last day of a shorter month."""
        day = self.day
        if day is not None:
            self._show(add_months(day, months))

    def move_days(self, days: int) -> None:
        """Move by days."""
        day = self.day
        if day is not None:
            self._show(day + timedelta(days=days))

    def _show(self, day: date) -> None:
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            self.value = day.isoformat()
            self.action_select_all()

    async def _on_key(self, event: events.Key) -> None:
        moved_by, self._moved_by = self._moved_by, ""
        if event.key in _STEPS and not self.disabled and _ISO.fullmatch(self.value.strip()):
            self.move_days(_STEPS[event.key])
            self._moved_by = event.character or ""
        elif moved_by and event.character is not None and event.character.isdecimal():
            self.value = f"{moved_by}{event.character}"
            self.cursor_position = len(self.value)
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
