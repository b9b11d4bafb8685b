"""Carrying activities over from earlier years, several in one action."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.actions.planning import carry_over
from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.entities import Activity
from model.plan.identifiers import EntityId
from model.plan.reporting import by_end, latest_status
from model.plan.vocabulary import Origin
from model.swedish.date_text import short_date
from model.swedish.numbers import counted
from model.views.carried_over import goals_to_check
from model.views.details import activity_details
from tui.app.bindings import bindings_for
from tui.app.screens.frame import FrameScreen
from tui.app.widgets.details_pane import DetailsPane
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList
from tui.app.widgets.tones import tone_of

_EVER = 3
"""The last tertial of a year."""
_TOLD = 3
"""Of how many activities it is told that their goals are to be looked at."""


class CarryOverScreen(FrameScreen):
    """A unit's own activities of earlier years; gives back the first that was carried over."""

    context = "carry_over"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("carry_over")]

    def __init__(self, unit: EntityId, year: int) -> None:
        """Carry over a unit's activities to a year."""
        super().__init__()
        self.unit = unit
        self.year = year
        self._marked: set[EntityId] = set()
        self._is_saving = False

    def compose(self) -> ComposeResult:
        """A line, the list with the activity beside it, the keys."""
        yield Static("", id="carry-head", classes="title-bar", markup=False)
        with Horizontal(classes="plan-panes"):
            yield RowList(id="carry-list", classes="pane", on_move=self._show_details)
            yield DetailsPane(id="carry-text")
        yield KeyBar(self.context)

    def offered(self) -> list[Activity]:
        """What can be carried over: own, of an earlier year, neither cancelled nor carried over.

        The latest year's first, by end date.
        """
        found = [
            activity
            for activity in self.plan.activities_of(self.unit)
            if activity.year < self.year
            and activity.origin is Origin.OWN
            and not activity.cancelled
            and self.plan.successor_of(activity.id) is None
        ]
        return sorted(found, key=lambda activity: (-activity.year, by_end(activity)))

    def show_plan(self) -> None:
        """List what can be carried over, by year."""
        offered = self.offered()
        self._marked &= {activity.id for activity in offered}
        rows: list[ListRow] = []
        year = None
        for activity in offered:
            if activity.year != year:
                year = activity.year
                rows.append(ListRow((Cell(str(year)),)))
            rows.append(self._row(activity))
        if not rows:
            rows.append(ListRow((Cell("Allt från tidigare år är redan överfört. Esc tillbaka."),)))
        self.query_one(RowList).show(rows)
        marked = f" · {counted(len(self._marked), 'markerad', 'markerade')}" if self._marked else ""
        head = Content.assemble((f"Överför till {self.year}", "bold $primary"), marked)
        self.query_one("#carry-head", Static).update(head, layout=False)

    def _row(self, activity: Activity) -> ListRow:
        last = Tertial(activity.year, _EVER)
        status = latest_status(self.plan, activity.id, self.unit, until=last)
        value = status.standing.value if status and status.standing else None
        end = activity.period.end if activity.period else None
        cells = (
            Cell("✔" if activity.id in self._marked else "", 1, "good"),
            Cell(value.symbol if value else "", 1, tone_of(value)),
            Cell(activity.title),
            Cell(short_date(end, year=activity.year) if end else "", 11, "muted"),
        )
        return ListRow(cells, activity.id, activity.title)

    def _show_details(self, key: str | None) -> None:
        activity = self.plan.find(Activity, key)
        details = None
        if activity is not None:
            last = Tertial(activity.year, _EVER)
            details = activity_details(self.plan, activity, self.unit, last)
        self.query_one(DetailsPane).show_details(details, self.session.today)

    def text_to_copy(self) -> str:
        """The title under the cursor."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    def action_mark(self) -> None:
        """Mark the activity under the cursor, or take the mark away; on to the next."""
        rows = self.query_one(RowList)
        if rows.key is not None:
            self._marked ^= {rows.key}
            self.show_plan()
            rows.action_cursor(1)

    def action_mark_all(self) -> None:
        """Mark every activity; where all are marked, none."""
        everything = {activity.id for activity in self.offered()}
        self._marked = set() if self._marked == everything else everything
        self.show_plan()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click marks."""
        self.action_mark()

    def action_take(self) -> None:
        """Carry over what is marked, else what is under the cursor."""
        key = self.query_one(RowList).key
        wanted = self._marked or ({key} if key is not None else set())
        chosen = [activity for activity in self.offered() if activity.id in wanted]
        if chosen and not self._is_saving:
            self._is_saving = True
            self.tertial.in_background(self._carry(chosen))

    async def _carry(self, chosen: list[Activity]) -> None:
        try:
            carried = await self.tertial.write(
                lambda session: session.write(
                    lambda edit: [carry_over(edit, each, self.unit, self.year) for each in chosen]
                )
            )
        except ModelError as error:
            await self.tertial.explain(error)
        else:
            many = counted(len(carried), "aktivitet överförd", "aktiviteter överförda")
            self.notify(f"{many} till {self.year}.  u ångrar", timeout=4)
            if check := goals_to_check(self.plan, carried):
                more = [f"och {len(check) - _TOLD} till"] if len(check) > _TOLD else []
                told = "\n".join(["Kontrollera målen (e ändrar):", *check[:_TOLD], *more])
                self.notify(told, severity="warning", timeout=15, markup=False)
            if self.is_current:
                self.dismiss(carried[0].id)
        finally:
            self._is_saving = False

    def action_back(self) -> None:
        """Back to the form."""
        self.dismiss(None)
