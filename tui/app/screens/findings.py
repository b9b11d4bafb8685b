"""The findings of a unit, worst first, each a key press from the field that it concerns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.actions.planning import cancel_activity
from model.actions.waiving import take_up, unit_for, waive
from model.checks.finding import Finding, Severity
from model.errors import ModelError
from model.plan.assessment import Assessment
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Entity, Goal, Status, Waiver
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.reporting import latest_status
from model.swedish.numbers import counted
from model.swedish.visible import visible
from model.views.naming import reporter_name
from model.workspace.edit import Edit
from tui.actions import action
from tui.app.bindings import bindings_for
from tui.app.screens.findings_central import open_central
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import heading
from tui.app.screens.status_facts import FACTS
from tui.app.widgets.beside import Beside
from tui.app.widgets.details_pane import Part
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.plan_fields import WIDGETS as PLAN_FIELDS
from tui.app.widgets.row_list import Cell, ListRow, RowList

if TYPE_CHECKING:
    from tui.app.app import TertialApp

_MARKS = {
    Severity.ERROR: ("✕", "bad"),
    Severity.WARN: ("▲", "warn"),
    Severity.ASK: ("?", "warn"),
    Severity.HINT: ("·", "muted"),
    Severity.INFO: ("i", "muted"),
}
STATUS_FIELDS = frozenset({"status", "comment", "revised_end_date", *FACTS})
"""Fields that are mended in quick status."""


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
            yield Beside(id="findings-text")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Check anew, and show what is found."""
        found = self.session.findings(self.unit, self.shown_tertial)
        self._findings = {f"{finding.rule} {finding.place}": finding for finding in found}
        standing = [key for key, finding in self._findings.items() if finding.counts]
        waived = [key for key, finding in self._findings.items() if not finding.counts]
        self._show_head()
        rows = [self._row(key) for key in standing]
        if not standing:
            rows.append(heading(f"✔ Inga anmärkningar. {self._way_on()}"))
        if waived:
            rows.append(heading(f"Åsidosatta ({len(waived)})"))
            rows += [self._row(key) for key in waived]
        self.query_one(RowList).show(rows)

    def _way_on(self) -> str:
        """What comes after mending; what the centre reports itself is not handed in."""
        back, hand_in = action("findings", "back"), action("home", "hand_in")
        then = "" if self.unit == CENTRAL else f" och sedan {hand_in.shown_key}: lämna in"
        return f"Tryck {back.shown_key}{then}."

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def _show_head(self) -> None:
        standing = sum(finding.counts for finding in self._findings.values())
        head = spread(
            Content.assemble(("Granska ", "bold $primary"), self.shown_tertial.swedish),
            Content(counted(standing, "anmärkning", "anmärkningar")),
            self.app.size.width - 2,
        )
        self.query_one("#findings-head", Static).update(head, layout=False)

    def _whose(self, finding: Finding) -> str:
        """The unit that it concerns, where that is not the one whose findings these are."""
        if finding.unit is None or finding.unit == self.unit:
            return ""
        return reporter_name(self.plan, finding.unit)

    def _row(self, key: str) -> ListRow:
        finding = self._findings[key]
        mark, tone = _MARKS[finding.severity]
        cells = (
            Cell(f"{mark} {finding.severity.swedish}", 12, tone),
            Cell(finding.rule, 3, "muted"),
            Cell(finding.where),
        )
        whose = self._whose(finding)
        where = f"{whose}: {finding.where}" if whose else finding.where
        return ListRow(cells, key, f"{finding.rule} {where}: {finding.text}")

    @property
    def chosen(self) -> Finding | None:
        """The finding under the cursor."""
        key = self.query_one(RowList).key
        return self._findings.get(key) if key else None

    def _show_finding(self, key: str | None) -> None:
        finding = self._findings.get(key) if key else None
        text = finding_text(finding, self._whose(finding)) if finding else Content("")
        self.query_one(Beside).show(text)

    def text_to_copy(self) -> str:
        """The finding under the cursor as one line."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    async def action_open(self) -> None:
        """Go to the field that the finding concerns."""
        finding = self._needs_finding()
        if finding is None or not self.may_change(self.unit) or open_central(self, finding):
            return
        activity = self.plan.find(Activity, self._activity_of(finding))
        waiver = self.plan.find(Waiver, finding.entity)
        if ":conflict:" in finding.place:
            from tui.app.screens.conflicts import ConflictsScreen

            self.app.push_screen(ConflictsScreen(activity.id if activity else None))
        elif waiver is not None:
            self._ask_why(waiver.rule, waiver.place, finding, value=waiver.reason)
        elif activity is None:
            await self._open_new(finding)
        elif finding.field in STATUS_FIELDS:
            self._open_status(activity, finding)
        elif finding.field in PLAN_FIELDS:
            from tui.app.screens.plan_form import open_plan_form

            await open_plan_form(self.tertial, self.unit, activity.id, focus_field=finding.field)
        elif finding.field == "cancel_reason":
            self._ask_why_cancelled(activity, finding, value=activity.cancel_reason)
        else:
            self.notify("Det finns inget fält att gå till. Läs vad som står om anmärkningen.")

    async def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click goes there."""
        await self.action_open()

    def _needs_finding(self) -> Finding | None:
        if self.chosen is None:
            self.notify("Det finns ingen anmärkning att välja.")
        return self.chosen

    def _activity_of(self, finding: Finding) -> EntityId:
        status = self.plan.find(Status, finding.entity)
        return status.activity if status is not None else finding.entity

    def _open_status(self, activity: Activity, finding: Finding) -> None:
        from tui.app.screens.quick_status import QuickStatusScreen

        self.app.push_screen(
            QuickStatusScreen(
                finding.unit or self.unit,
                self._tertial_of(activity, finding),
                [activity.id],
                at="comment" if finding.field == "comment" else FACTS.get(finding.field, ""),
            )
        )

    def _tertial_of(self, activity: Activity, finding: Finding) -> Tertial:
        """The tertial in which what is to be mended was reported."""
        tertial, unit = finding.tertial or self.shown_tertial, finding.unit or self.unit
        status = self.plan.status_of(activity.id, unit, tertial)
        if finding.rule != "F05" and (status is None or status.standing is None):
            status = latest_status(self.plan, activity.id, unit, until=tertial)
        return status.tertial if status is not None and status.tertial is not None else tertial

    async def _open_new(self, finding: Finding) -> None:
        """What no activity causes is mended by a new one, towards the goal that lacks it."""
        from tui.app.screens.plan_form import open_plan_form

        assessment = self.plan.find(Assessment, finding.entity)
        if assessment is not None:
            from tui.app.screens.assess import AssessScreen

            self.app.push_screen(AssessScreen(self.shown_tertial, assessment.goal))
            return
        goal = self.plan.find(Goal, finding.entity)
        if goal is not None or finding.rule == "F01":
            await open_plan_form(self.tertial, self.unit, goal=goal.id if goal else None)
        else:
            self.notify("Det här rättas centralt. Hör av dig till stab eller controller.")

    def action_waive(self) -> None:
        """Set the finding aside with a reason, or take it up again."""
        finding = self._needs_finding()
        if finding is None or not self.may_change(self.unit):
            return
        if self.unit == CENTRAL:
            self.notify("Åsidosätt den i översiktens anmärkningar, för din enhet.", timeout=8)
            return
        waiver = self.plan.find(Waiver, finding.waived_by)
        if waiver is not None:
            self._write(lambda edit: take_up(edit, waiver), "Anmärkningen är upptagen igen.")
        else:
            self._ask_why(finding.rule, finding.place, finding)

    def _ask_why(self, rule: str, place: str, finding: Finding, *, value: str = "") -> None:
        """Ask for the reason of a waiver, a new one or one that a finding is about."""
        from tui.app.screens.ask_reason import ask_reason

        draft = f"waive:{self.unit}:{rule}:{place}"
        ask_reason(
            self.tertial,
            "Varför åsidosätts anmärkningen?",
            f"{finding.where}: {finding.text}",
            lambda reason: self._write(
                lambda edit: waive(edit, unit_for(finding, (self.unit,)), rule, place, reason),
                "Åsidosatt. Samma tangent tar upp den igen.",
                draft=draft,
            ),
            value=value,
            draft_key=draft,
        )

    def _ask_why_cancelled(self, activity: Activity, finding: Finding, *, value: str) -> None:
        from tui.app.screens.ask_reason import ask_reason

        ask_reason(
            self.tertial,
            "Varför utgår aktiviteten?",
            f"{finding.where}: {finding.text}",
            lambda reason: self._write(
                lambda edit: cancel_activity(edit, activity, reason), "Skälet är ändrat."
            ),
            value=value,
        )

    def _write(self, write: Callable[[Edit], Entity], done: str, *, draft: str = "") -> None:
        self.tertial.in_background(self._written(self.tertial, write, done, draft))

    async def _written(
        self, app: TertialApp, write: Callable[[Edit], Entity], done: str, draft: str
    ) -> None:
        """Write; a reason that could not be saved is there when it is asked for again."""
        try:
            await app.write(lambda session: session.write(write))
        except ModelError as error:
            await app.explain(error)
            return
        if draft:
            app.kept.typed(draft, "")
        app.notify(done, timeout=4)

    def action_back(self) -> None:
        """Back to the list."""
        self.app.pop_screen()


def finding_text(finding: Finding, whose: str = "") -> Content:
    """A finding in full: where, whose, what, what to do, and why it was set aside."""
    mark, _ = _MARKS[finding.severity]
    parts: list[Part] = [
        (f"{mark} {finding.severity.swedish} {finding.rule}", "bold"),
        "\n",
        (visible(finding.where), "$secondary"),
        f"\n{visible(whose)}\n\n" if whose else "\n\n",
        visible(finding.text),
        "\n\n",
        (finding.advice, "$muted"),
        "\n",
    ]
    if not finding.counts:
        parts += ["\n", ("Åsidosatt: ", "$warning"), visible(finding.reason)]
    return Content.assemble(*parts)
