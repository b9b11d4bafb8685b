"""The findings of a unit, worst first, each a key press from the field that it concerns."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.actions.waiving import take_up, waive
from model.checks.finding import Finding, Severity
from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal, Status, Waiver
from model.plan.identifiers import EntityId
from model.plan.reporting import lacks_status
from model.swedish.numbers import counted
from model.swedish.visible import visible
from tui.app.bindings import bindings_for
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import spread
from tui.app.widgets.details_pane import Part
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList

_MARKS = {
    Severity.ERROR: ("✕", "bad"),
    Severity.WARN: ("▲", "warn"),
    Severity.ASK: ("?", "warn"),
    Severity.HINT: ("·", "muted"),
    Severity.INFO: ("i", "muted"),
}
STATUS_FIELDS = frozenset({"status", "comment", "revised_end_date", "actual_end_date", "cause"})
"""Fields that are mended in quick status; the others in the plan form."""


class FindingsScreen(FrameScreen):
    """What the checks found, with what to do about it."""

    context = "findings"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("findings")]

    def __init__(self, unit: EntityId, tertial: Tertial) -> None:
        """Findings of one unit and tertial."""
        super().__init__()
        self.unit = unit
        self.shown_tertial = tertial
        self._findings: dict[str, Finding] = {}

    def compose(self) -> ComposeResult:
        """A line, the list with the chosen finding beside it, the keys."""
        yield Static("", id="findings-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            yield RowList(id="findings-list", classes="pane", on_move=self._show_finding)
            yield Static("", id="findings-text", classes="beside", markup=False)
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Check anew, and show what is found."""
        found = self.session.findings(self.unit, self.shown_tertial)
        self._findings = {f"{finding.rule} {finding.place}": finding for finding in found}
        standing = [key for key, finding in self._findings.items() if finding.counts]
        waived = [key for key, finding in self._findings.items() if not finding.counts]
        head = spread(
            Content.assemble(("Granska ", "bold $primary"), self.shown_tertial.swedish),
            Content(counted(len(standing), "anmärkning", "anmärkningar")),
            self.app.size.width - 2,
        )
        self.query_one("#findings-head", Static).update(head, layout=False)
        rows = [self._row(key) for key in standing]
        if not standing:
            rows.append(ListRow((Cell("✔ Inga anmärkningar. Tryck Esc och sedan l: lämna in."),)))
        if waived:
            rows.append(ListRow((Cell(f"Åsidosatta ({len(waived)})"),)))
            rows += [self._row(key) for key in waived]
        self.query_one(RowList).show(rows)

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.show_plan()

    def _row(self, key: str) -> ListRow:
        finding = self._findings[key]
        mark, tone = _MARKS[finding.severity]
        cells = (
            Cell(f"{mark} {finding.severity.swedish}", 12, tone),
            Cell(finding.rule, 3, "muted"),
            Cell(finding.where),
        )
        return ListRow(cells, key, f"{finding.rule} {finding.where}: {finding.text}")

    @property
    def chosen(self) -> Finding | None:
        """The finding under the cursor."""
        key = self.query_one(RowList).key
        return self._findings.get(key) if key else None

    def _show_finding(self, key: str | None) -> None:
        finding = self._findings.get(key) if key else None
        text = finding_text(finding) if finding else Content("")
        self.query_one("#findings-text", Static).update(text, layout=False)

    def text_to_copy(self) -> str:
        """The finding under the cursor as one line."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    def action_open(self) -> None:
        """Go to the field that the finding concerns."""
        finding = self.chosen
        if finding is None:
            return
        activity = self.plan.find(Activity, self._activity_of(finding))
        if activity is None:
            self._open_new(finding)
        elif finding.field in STATUS_FIELDS or self._is_only_missing(activity, finding):
            self._open_status(activity, finding)
        else:
            from tui.app.screens.plan_form import open_plan_form

            open_plan_form(self.tertial, self.unit, activity.id, focus_field=finding.field)

    def _activity_of(self, finding: Finding) -> EntityId:
        status = self.plan.find(Status, finding.entity)
        return status.activity if status is not None else finding.entity

    def _is_only_missing(self, activity: Activity, finding: Finding) -> bool:
        return finding.rule == "F05" and lacks_status(
            self.plan, activity, self.unit, self.shown_tertial
        )

    def _open_status(self, activity: Activity, finding: Finding) -> None:
        from tui.app.screens.quick_status import QuickStatusScreen

        self.app.push_screen(
            QuickStatusScreen(
                self.unit,
                self.shown_tertial,
                [activity.id],
                at_comment=finding.field == "comment",
            )
        )

    def _open_new(self, finding: Finding) -> None:
        """What no activity causes is mended by a new one, towards the goal that lacks it."""
        from tui.app.screens.plan_form import open_plan_form

        goal = self.plan.find(Goal, finding.entity)
        if goal is not None or finding.rule == "F01":
            open_plan_form(self.tertial, self.unit, goal=goal.id if goal else None)
        else:
            self.notify("Det här rättas centralt. Hör av dig till stab eller controller.")

    def action_waive(self) -> None:
        """Set the finding aside with a reason, or take it up again."""
        finding = self.chosen
        if finding is None:
            return
        waiver = self.plan.find(Waiver, finding.waived_by)
        if waiver is not None:
            self.run_worker(self._take_up(waiver))
            return
        from tui.app.screens.ask_text import AskTextScreen

        def answered(reason: str | None) -> None:
            if reason and reason.strip():
                self.run_worker(self._waive(finding, reason))

        self.app.push_screen(
            AskTextScreen("Varför åsidosätts anmärkningen?", f"{finding.where}: {finding.text}"),
            answered,
        )

    async def _waive(self, finding: Finding, reason: str) -> None:
        try:
            await self.tertial.write(
                lambda session: session.write(
                    lambda edit: waive(edit, self.unit, finding.rule, finding.place, reason)
                )
            )
        except ModelError as error:
            await self.tertial.explain(error)

    async def _take_up(self, waiver: Waiver) -> None:
        try:
            await self.tertial.write(
                lambda session: session.write(lambda edit: take_up(edit, waiver))
            )
        except ModelError as error:
            await self.tertial.explain(error)

    def action_back(self) -> None:
        """Back to the list."""
        self.app.pop_screen()


def finding_text(finding: Finding) -> Content:
    """A finding in full: where, what, what to do, and why it was set aside."""
    mark, _ = _MARKS[finding.severity]
    parts: list[Part] = [
        (f"{mark} {finding.severity.swedish} {finding.rule}", "bold"),
        "\n",
        (visible(finding.where), "$secondary"),
        "\n\n",
        visible(finding.text),
        "\n\n",
        (finding.advice, "$muted"),
        "\n",
    ]
    if not finding.counts:
        parts += ["\n", ("Åsidosatt: ", "$warning"), visible(finding.reason)]
    return Content.assemble(*parts)
