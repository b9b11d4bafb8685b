"""The measures of a year's goals: outcome, trend and target, and entering new outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from model.actions.measuring import aim, enter_outcome, release, remove_outcome
from model.errors import ModelError
from model.plan.entities import Entity, Goal, Measure, MeasureValue, OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.vocabulary import Role
from model.swedish.visible import visible
from model.views.figures import MeasureLine, MeasureTable, Trend
from model.views.measures import all_tables, measure_tables
from model.views.released_measures import due_releases
from model.workspace.edit import Edit
from tui.app.bindings import bindings_for
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import heading, waiting_rows
from tui.app.widgets.beside import Beside
from tui.app.widgets.details_pane import Part
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList

_DIRECTIONS = {"": "ingen riktning", "up": "högre är bättre", "down": "lägre är bättre"}
_NEXT_DIRECTION = {"": "up", "up": "down", "down": ""}
_TRENDS = {
    Trend.BETTER: ("✔ bättre", "good"),
    Trend.WORSE: ("▲ sämre", "bad"),
    Trend.UP: ("↑ högre", ""),
    Trend.DOWN: ("↓ lägre", ""),
    Trend.SAME: ("= oförändrat", "muted"),
}
_HIDDEN = (
    "Redovisas ej i listor och dokument: gruppen har högst tio anställda, eller så går en så liten "
    "grupp att räkna fram ur siffran."
)


class MeasuresScreen(FrameScreen):
    """Measures under their goals; the chosen one beside them with all its outcomes."""

    context = "measures"
    AUTO_FOCUS = "#measures-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("measures")]

    def __init__(self, year: int) -> None:
        """The measures of a year's goals, as of today."""
        super().__init__()
        self.year = year
        self._lines: dict[EntityId, MeasureLine] = {}

    def compose(self) -> ComposeResult:
        """A line, the measures with the chosen one beside them, the keys."""
        yield Static("", id="measures-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            with Vertical(id="measures-pane", classes="pane"):
                yield RowList(id="measures-columns")
                yield RowList(id="measures-list", on_move=self._show_measure)
            yield Beside(id="measures-text")
        yield KeyBar(self.context)

    def on_mount(self) -> None:
        """Name the columns."""
        columns = self.query_one("#measures-columns", RowList)
        columns.can_focus = False
        columns.show([ListRow(_cells("Mått", "Utfall", "Utveckling", "Målvärde"))])

    def show_plan(self) -> None:
        """Draw the measures as they stand now; the first page of the start has none."""
        if self.session.workspace is None:
            self._list.show(waiting_rows(self.session.trouble))
            return
        tables = measure_tables(self.plan, self.plan.goal_year(self.year), self.session.today)
        self._lines = {line.measure.id: line for table in tables for line in table.lines}
        rows = list(self._rows(tables)) or [heading("Årets mål har inga mått i målkatalogen.")]
        self._show_head()
        self._list.show(rows)

    def _rows(self, tables: tuple[MeasureTable, ...]) -> Iterator[ListRow]:
        above: EntityId | None = ""
        for table in tables:
            if table.goal != above:
                above = table.goal
                goal = self.plan.find(Goal, table.goal)
                yield heading(f"{goal.number} {goal.text}" if goal else "Utan mål")
            for line in table.lines:
                yield _row(line, self._called(line))

    def _called(self, line: MeasureLine) -> str:
        """What a row is called: a part by its organisation, since the whole stands above it."""
        unit = self.plan.find(OrganisationUnit, line.measure.organisation)
        if line.depth and unit is not None:
            return f"{'  ' * line.depth}{unit.name}"
        return line.label

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def _show_head(self) -> None:
        head = spread(
            Content.assemble(("Mått ", "bold $primary"), str(self.year)),
            Content(f"{self._released}läget {self.session.today.isoformat()}"),
            self.app.size.width - 2,
        )
        self.query_one("#measures-head", Static).update(head, layout=False)

    @property
    def _released(self) -> str:
        if not self._sees_all or not self._lines:
            return ""
        is_due = due_releases(self.plan, all_tables(self.plan, self.session.today))
        return "inte visat för enheterna · " if is_due else "enheterna ser måtten · "

    @property
    def _list(self) -> RowList:
        return self.query_one("#measures-list", RowList)

    @property
    def chosen(self) -> Measure | None:
        """The measure under the cursor."""
        line = self._lines.get(self._list.key or "")
        return line.measure if line is not None else None

    def _show_measure(self, key: str | None) -> None:
        line = self._lines.get(key) if key else None
        text = self._text(line) if line is not None else Content("")
        self.query_one("#measures-text", Beside).show(text)

    def _text(self, line: MeasureLine) -> Content:
        measure = line.measure
        parts: list[Part] = [(f"{visible(line.label)}\n\n", "bold")]
        told = {
            "Målvärde": line.target or "–",
            "Utgångsvärde": line.baseline or "–",
            "Riktning": _DIRECTIONS.get(measure.direction, measure.direction),
        }
        parts += [f"{name:<14}{visible(text)}\n" for name, text in told.items()]
        if line.figure.is_suppressed:
            parts += ["\n", (f"{_HIDDEN}\n", "$warning")]
        if self._sees_all:
            parts += ["\n", ("Utfall\n", "bold")]
            parts += list(self._outcomes(measure)) or ["Inga än.\n"]
        return Content.assemble(*parts)

    @property
    def _sees_all(self) -> bool:
        return self.session.profile.role is Role.CENTRAL

    def _outcomes(self, measure: Measure) -> Iterator[Part]:
        """Everything that has been entered, newest first; for who enters it."""
        values = [value for value in self.plan.of(MeasureValue) if value.measure == measure.id]
        for value in sorted(values, key=lambda each: str(each.as_of), reverse=True):
            if value.outcome is not None:
                people = value.outcome.headcount
                count = f"{people} anställda" if people is not None else "antal anställda saknas"
                number = value.outcome.value.replace(".", ",")
                said = f"{value.as_of}  {number} {measure.unit}  {count}  {value.outcome.source}"
                yield f"{visible(said.rstrip())}\n"

    def text_to_copy(self) -> str:
        """The measure under the cursor as one line."""
        row = self._list.current
        return row.plain if row is not None else ""

    # Entering.

    def action_outcome(self) -> None:
        """Ask for an outcome: the figure, its day, and of how many people."""
        from tui.app.screens.outcome import ask_outcome

        measure = self._needs_measure()
        if measure is None:
            return

        def save(figure: str, day: date, count: int | None) -> None:
            self._write(
                lambda edit: enter_outcome(edit, measure, day, figure, headcount=count),
                f"{figure} per {day} är sparat.",
            )

        ask_outcome(self.tertial, self._lines[measure.id].label, save)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click enters an outcome."""
        self.action_outcome()

    def action_remove(self) -> None:
        """Take the newest outcome back."""
        measure = self._needs_measure()
        if measure is None:
            return
        days = [
            value.as_of
            for value in self.plan.of(MeasureValue)
            if value.measure == measure.id and value.as_of is not None
        ]
        if not days:
            self.notify("Måttet har inget utfall.")
            return
        newest = max(days)
        self._write(
            lambda edit: remove_outcome(edit, measure, newest),
            f"Utfallet från {newest} är borttaget.",
        )

    def action_target(self) -> None:
        """Ask for the target."""
        self._ask_number("Målvärde", "target", lambda measure: measure.target)

    def action_baseline(self) -> None:
        """Ask for the baseline."""
        self._ask_number("Utgångsvärde", "baseline", lambda measure: measure.baseline)

    def _ask_number(self, title: str, field: str, present: Callable[[Measure], str]) -> None:
        from tui.app.screens.ask_text import AskTextScreen

        measure = self._needs_measure()
        if measure is None:
            return

        def answered(text: str | None) -> None:
            if text is not None:
                self._write(lambda edit: aim(edit, measure, **{field: text}), f"{title}: sparat.")

        why = f"{self._lines[measure.id].label}. Tomt tar bort det."
        value = present(measure).replace(".", ",")
        self.app.push_screen(AskTextScreen(title, why, value=value, is_offer=True), answered)

    def action_direction(self) -> None:
        """Go to the next direction: higher is better, lower is better, none."""
        measure = self._needs_measure()
        if measure is not None:
            after = _NEXT_DIRECTION.get(measure.direction, "")
            self._write(
                lambda edit: aim(edit, measure, direction=after), f"Riktning: {_DIRECTIONS[after]}."
            )

    def action_release(self) -> None:
        """Ask, since what has been shown cannot be taken back; then let the units see it all."""
        from tui.app.screens.ask_yes import AskYesScreen

        if not self._sees_all:
            self.notify("Måtten visas för enheterna av stab eller controller.", timeout=6)
            return
        why = (
            "Enheterna ser då måtten så som dokumenten visar dem. Det som skulle tala om högst tio "
            "anställda följer inte med, men bara om antalet anställda är inskrivet. En siffra som "
            "har visats går inte att ta tillbaka."
        )

        def answered(is_sure: bool | None) -> None:
            if is_sure:
                self._write(lambda edit: release(edit)[0], "Enheterna ser måtten.")

        self.app.push_screen(AskYesScreen("Visa måtten för enheterna?", why, "visa"), answered)

    def _needs_measure(self) -> Measure | None:
        """The chosen measure, for who may write in it."""
        if not self._sees_all:
            self.notify("Måtten skrivs in centralt, av stab eller controller.", timeout=6)
            return None
        if self.chosen is None:
            self.notify("Det finns inget mått att välja.")
        return self.chosen

    def _write(self, write: Callable[[Edit], Entity], done: str) -> None:
        self.tertial.in_background(self._written(write, done))

    async def _written(self, write: Callable[[Edit], Entity], done: str) -> None:
        app = self.tertial
        try:
            await app.write(lambda session: session.write(write))
        except ModelError as error:
            await app.explain(error)
        else:
            app.notify(f"{done}\nu ångrar", timeout=4)

    def action_back(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)


def _cells(name: str, figure: str, trend: str, target: str, tone: str = "") -> tuple[Cell, ...]:
    return (
        Cell(name),
        Cell(figure.rjust(12), 13),
        Cell(trend, 12, tone),
        Cell(target.rjust(8), 8, "muted", short=""),
    )


def _row(line: MeasureLine, name: str) -> ListRow:
    trend, tone = _TRENDS[line.trend] if line.trend is not None else ("", "")
    cells = _cells(visible(name), visible(line.figure.text), trend, visible(line.target), tone)
    plain = f"{line.label}: {line.figure.text}"
    return ListRow(cells, line.measure.id, f"{plain} ({trend})" if trend else plain)
