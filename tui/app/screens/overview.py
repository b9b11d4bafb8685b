"""The overview of a department head or the centre: units as rows, a glance per column."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.plan.reporting import current
from model.plan.vocabulary import Role
from model.swedish.date_text import day_and_month
from model.swedish.visible import visible
from model.views.department import Overview, UnitRow, overview
from tui.app.bindings import bindings_for
from tui.app.screens.fitting import bar, spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import goals_rows, waiting_rows
from tui.app.tertials import next_to_show
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList

OWN = "egna aktiviteter"


class OverviewScreen(FrameScreen):
    """Who has planned, reported and handed in; Enter opens a unit."""

    context = "overview"
    AUTO_FOCUS = "#overview-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("overview")]

    def __init__(self) -> None:
        """Nothing is drawn before the screen is mounted."""
        super().__init__()
        self._tertial: Tertial | None = None
        self._view: Overview | None = None

    def on_mount(self) -> None:
        """Name the columns."""
        columns = self.query_one("#overview-columns", RowList)
        columns.can_focus = False
        columns.show([_columns()])

    @property
    def shown_tertial(self) -> Tertial:
        """The tertial on the screen."""
        return self._tertial or current(self.plan, self.session.today)

    @property
    def _root(self) -> EntityId | None:
        """The department of a department head; everything for the centre."""
        profile = self.session.profile
        if profile.role is Role.CENTRAL or not profile.units:
            return None
        return profile.units[0]

    def compose(self) -> ComposeResult:
        """A line, the columns' names, the units, the keys."""
        yield Static("", id="overview-head", classes="title-bar", markup=False)
        with Vertical(id="overview-pane", classes="pane"):
            yield RowList(id="overview-columns")
            yield RowList(id="overview-list")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the units as they stand now."""
        if not self.session.has_plan:
            self.query_one("#overview-head", Static).update("tertial", layout=False)
            self._list.show(waiting_rows(self.session.trouble))
            return
        view = overview(self.plan, self.shown_tertial, self._root)
        self._view = view
        self._show_head(view)
        sums = {row.unit for row in view.rows if row.is_sum}
        rows = [_row(row, is_own=row.unit in sums) for row in view.rows]
        self._list.show([*goals_rows(view.goals_notice), *rows])

    def _show_head(self, view: Overview) -> None:
        head = _head(view, self.session.show_saved(), self.app.size.width - 2)
        self.query_one("#overview-head", Static).update(head, layout=False)

    @property
    def _list(self) -> RowList:
        return self.query_one("#overview-list", RowList)

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        if self._view is not None:
            self._show_head(self._view)

    def text_to_copy(self) -> str:
        """The name of the unit under the cursor."""
        row = self._list.current
        return row.plain if row else ""

    def action_open(self) -> None:
        """Open the chosen unit's own first screen."""
        from tui.app.screens.home import HomeScreen

        unit = self._list.key
        if unit is not None:
            self.app.push_screen(HomeScreen(unit=unit.partition(" ")[0]))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click opens."""
        self.action_open()

    def action_search(self) -> None:
        """Search in everything that this home holds."""
        from tui.app.screens.search import SearchScreen

        unit = next(iter(self.session.units), "")
        self.app.push_screen(SearchScreen(unit, self.shown_tertial))

    def action_settings(self) -> None:
        """Change looks and details."""
        from tui.app.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_next_tertial(self) -> None:
        """Show the next of those that are gone between, and at last the current one again."""
        self._tertial = next_to_show(self.plan, self.session.today, self.shown_tertial)
        self.show_plan()


def _head(view: Overview, saved: str, width: int) -> Content:
    left = Content.assemble(("Sammanställning ", "bold $primary"), view.tertial.swedish)
    done = f"{view.handed_in} av {view.units} enheter inlämnade"
    mark = saved.partition(" ")[0]
    shown = bar(view.handed_in, view.units)
    return spread(
        left,
        Content.assemble(f"{done}   ", shown, f"   {saved}"),
        width,
        (left, Content(f"{done}   {saved}")),
        (left, Content(f"{done}  {mark}")),
    )


def _columns() -> ListRow:
    return ListRow(_cells("Enhet", "Plan", "Krav", "Rapporterat", "Inlämnad"))


def _cells(name: str, plan: str, met: str, reported: str, handed_in: str) -> tuple[Cell, ...]:
    return (
        Cell(name),
        Cell(plan.rjust(4), 5),
        Cell(met, 8, "good" if met == "✔" else "warn" if met.startswith("▲") else ""),
        Cell(reported, 12),
        Cell(handed_in, 18, "muted"),
    )


def _row(row: UnitRow, *, is_own: bool) -> ListRow:
    """A unit, a sum, or what a department whose sum stands above does itself."""
    met = "" if row.is_sum or not row.requirement.applies else "✔"
    if met and not row.requirement.is_met:
        met = "▲ saknas"
    if row.is_sum:
        handed_in = f"{row.handed_in} av {row.units}"
    elif row.handed_in_on is not None:
        handed_in = f"✔ {day_and_month(row.handed_in_on)}"
    else:
        handed_in = "–"
    if row.changed_since:
        handed_in += " ✎"
    name = "  " * row.depth + (OWN if is_own and not row.is_sum else visible(row.name))
    reported = f"{row.reported} av {row.total}"
    key = f"{row.unit} sum" if row.is_sum else row.unit
    return ListRow(_cells(name, str(row.planned), met, reported, handed_in), key, row.name)
