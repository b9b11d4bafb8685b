"""The overview of a department head or the centre: units as rows, a glance per column."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
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
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import BAR_WIDTH, spread
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList


class OverviewScreen(FrameScreen):
    """Who has planned, reported and handed in; Enter opens a unit."""

    context = "overview"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("overview")]

    def __init__(self) -> None:
        """Nothing is drawn before the screen is mounted."""
        super().__init__()
        self._tertial: Tertial | None = None

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
        yield RowList(id="overview-list", classes="pane")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the units as they stand now."""
        if not self.session.has_plan:
            self.query_one("#overview-head", Static).update("tertial   läser planen …")
            return
        view = overview(self.plan, self.shown_tertial, self._root)
        head = _head(view, self.session.saved_text, self.app.size.width - 2)
        self.query_one("#overview-head", Static).update(head, layout=False)
        rows = [_columns()] + [_row(row) for row in view.rows]
        self.query_one(RowList).show(rows)

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self.show_plan()

    def action_open(self) -> None:
        """Open the chosen unit's own first screen."""
        from tui.app.screens.home import HomeScreen

        unit = self.query_one(RowList).key
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
        """Show the tertial before, and from there the current one again."""
        now = current(self.plan, self.session.today)
        self._tertial = now.previous if self._tertial is None else None
        self.show_plan()


def _head(view: Overview, saved: str, width: int) -> Content:
    filled = BAR_WIDTH * view.handed_in // view.units if view.units else 0
    left = Content.assemble(("Sammanställning ", "bold $primary"), view.tertial.swedish)
    right = Content.assemble(
        f"{view.handed_in} av {view.units} enheter inlämnade   ",
        ("█" * filled, "$success"),
        ("░" * (BAR_WIDTH - filled), "$muted"),
        f"   {saved}",
    )
    return spread(left, right, width)


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


def _row(row: UnitRow) -> ListRow:
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
    name = "  " * row.depth + visible(row.name)
    reported = f"{row.reported} av {row.total}"
    key = f"{row.unit} sum" if row.is_sum else row.unit
    return ListRow(_cells(name, str(row.planned), met, reported, handed_in), key, row.name)
