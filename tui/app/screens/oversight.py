"""The oversight plan: reports to committees by day, and one key for what was decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.actions.overseeing import decide, move_report, plan_report, remove_report
from model.errors import ModelError
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.oversight import OversightItem
from model.plan.vocabulary import Role, Ruling
from model.swedish.numbers import counted
from model.swedish.visible import visible, visible_lines
from model.views.oversight import OversightRow, oversight_rows
from model.workspace.edit import Edit
from tui.actions import action
from tui.app.bindings import bindings_for
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import note, waiting_rows
from tui.app.widgets.beside import Beside
from tui.app.widgets.details_pane import Part
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList

STATE_WIDTH = 19
SHORT_STATES = {
    Ruling.APPROVED: "✔ godkänd",
    Ruling.REFERRED_BACK: "↩ återremitterad",
    Ruling.TO_BOARD: "→ till KS",
}


class Said(NamedTuple):
    """What a committee decided, while the day is asked for."""

    ruling: Ruling
    reasons: str
    paragraph: str


class OversightScreen(FrameScreen):
    """Which unit reports to which committee when, what was decided, and what follows."""

    context = "oversight"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("oversight")]

    def __init__(self, root: EntityId | None) -> None:
        """Those of the units below a department, or of all."""
        super().__init__()
        self._root = root
        self._rows: dict[EntityId, OversightRow] = {}

    def compose(self) -> ComposeResult:
        """A line, the list with the chosen report beside it, the keys."""
        yield Static("", id="oversight-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            yield RowList(id="oversight-list", classes="pane", on_move=self._show_report)
            yield Beside(id="oversight-text")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the reports as they stand now."""
        if not self.session.has_plan:
            self._list.show(waiting_rows(self.session.trouble))
            return
        units = None
        if self._root is not None:
            units = {self._root, *(unit.id for unit in self.plan.below(self._root))}
        rows = oversight_rows(self.plan, self.session.today, units)
        self._rows = {row.item.id: row for row in rows}
        self._show_head()
        lines = [_line(row) for row in rows]
        self._list.show(lines or [note("Inga redovisningar är inskrivna i uppsiktsplanen.")])

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def _show_head(self) -> None:
        left = sum(row.is_open for row in self._rows.values())
        head = spread(
            Content.styled("Uppsiktsplan", "bold $primary"),
            Content(f"{counted(left, 'öppet ärende', 'öppna ärenden')}"),
            self.app.size.width - 2,
        )
        self.query_one("#oversight-head", Static).update(head, layout=False)

    @property
    def _list(self) -> RowList:
        return self.query_one("#oversight-list", RowList)

    def _show_report(self, key: str | None) -> None:
        row = self._rows.get(key) if key else None
        self.query_one(Beside).show(_text(row) if row is not None else Content(""))

    def text_to_copy(self) -> str:
        """Everything about the report under the cursor."""
        row = self._rows.get(self._list.key or "")
        return _text(row).plain if row is not None else ""

    # What is asked for before something is written.

    def action_new(self) -> None:
        """Enter a report: which unit, to whom, when."""
        from tui.app.screens.unit_picker import UnitPicker

        def picked(key: str | None) -> None:
            unit = self.plan.find(OrganisationUnit, key)
            if unit is not None:
                self._ask_committee(unit)

        if self._may_keep():
            self.app.push_screen(UnitPicker(self.plan), picked)

    def _ask_committee(self, unit: OrganisationUnit) -> None:
        from tui.app.screens.ask_text import AskTextScreen

        latest = next((row.item.committee for row in reversed(self._rows.values())), "")

        def named(committee: str | None) -> None:
            if committee is not None and committee.strip():
                self._ask_day(
                    f"När redovisar {unit.name}?",
                    lambda day: (
                        lambda edit: plan_report(edit, unit, committee, day),
                        "Inskrivet. Enheten ser det på sin första skärm.",
                    ),
                )

        text = "Utskottets namn, så som det ska stå i rapporten."
        asked = AskTextScreen("För vilket utskott?", text, value=latest, is_offer=True)
        self.app.push_screen(asked, named)

    def _ask_day(
        self, title: str, then: Callable[[date], tuple[Callable[[Edit], object], str]]
    ) -> None:
        from tui.app.screens.ask_date import AskDateScreen

        def dated(day: object) -> None:
            if isinstance(day, date):
                self._write(*then(day))

        self.app.push_screen(AskDateScreen(title, self.session.today), dated)

    def action_move(self) -> None:
        """Let the report be presented on another day."""
        row = self._needs_report()
        if row is not None:
            item = row.item
            self._ask_day(
                "Vilken dag i stället?",
                lambda day: (lambda edit: move_report(edit, item, day), "Dagen är ändrad."),
            )

    def action_again(self) -> None:
        """Plan the report that supplements one that was referred back."""
        row = self._needs_report()
        unit = self.plan.find(OrganisationUnit, row.item.unit) if row is not None else None
        if row is None or unit is None:
            return
        item = row.item
        if item.decision is None or item.decision.ruling is not Ruling.REFERRED_BACK:
            self.notify("Bara det som är återremitterat redovisas igen.", severity="warning")
            return
        self._ask_day(
            f"När redovisar {unit.name} igen?",
            lambda day: (
                lambda edit: plan_report(edit, unit, item.committee, day, follows=item),
                "Inskrivet. Enheten ser det på sin första skärm.",
            ),
        )

    def action_choose(self, number: int) -> None:
        """Enter what the committee decided; what is not approved has its reasons."""
        from tui.app.screens.ask_reason import ask_reason

        row, ruling = self._needs_report(), list(Ruling)[number - 1]
        if row is None:
            return
        item = row.item
        if item.day is not None and item.day > self.session.today:
            move = action("oversight", "move").shown_key
            self.notify(
                f"Mötet är först {item.day}. Har det redan hållits: ändra dagen med {move} först.",
                severity="warning",
                timeout=8,
            )
            return
        if ruling is Ruling.APPROVED:
            self._ask_paragraph(item, ruling, "")
            return
        draft = f"decide:{item.id}"
        ask_reason(
            self.tertial,
            "Vilka skäl står i protokollet?",
            f"{row.unit_name}, {item.committee} {item.day}: {ruling.swedish.lower()}",
            lambda reasons: self._ask_paragraph(item, ruling, reasons, draft),
            draft_key=draft,
        )

    def _ask_paragraph(
        self, item: OversightItem, ruling: Ruling, reasons: str, draft: str = ""
    ) -> None:
        from tui.app.screens.ask_text import AskTextScreen

        def answered(paragraph: str | None) -> None:
            if paragraph is not None:
                given = paragraph if paragraph.strip(" §") else ""
                self._ask_decision_day(item, Said(ruling, reasons, given), draft)

        screen = AskTextScreen("Vilken paragraf i protokollet?", "Får lämnas tom.", value="§ ")
        self.app.push_screen(screen, answered)

    def _ask_decision_day(self, item: OversightItem, said: Said, draft: str) -> None:
        """The day of the decision: that of the presentation, unless somebody says another."""
        from tui.app.screens.ask_date import AskDateScreen

        today = self.session.today
        proposed = item.decision.day if item.decision is not None else item.day

        def dated(day: date | None) -> None:
            if day is not None:
                self._write(
                    lambda edit: decide(
                        edit, item, said.ruling, day=day, paragraph=said.paragraph,
                        reasons=said.reasons,
                    ),
                    f"{said.ruling.swedish}. {said.ruling.next_step}",
                    draft,
                )  # fmt: skip

        screen = AskDateScreen(
            "Vilken dag fattades beslutet?", today, min(proposed or today, today)
        )
        self.app.push_screen(screen, dated)

    def action_remove(self) -> None:
        """Take the report out of the plan."""
        row = self._needs_report()
        if row is not None:
            item = row.item
            self._write(lambda edit: remove_report(edit, item), "Borttagen ur uppsiktsplanen.")

    def _write(self, write: Callable[[Edit], object], done: str, draft: str = "") -> None:
        self.tertial.in_background(self._written(write, done, draft))

    async def _written(self, write: Callable[[Edit], object], done: str, draft: str) -> None:
        app = self.tertial
        try:
            await app.write(lambda session: session.write(write))
        except ModelError as error:
            await app.explain(error)
        else:
            if draft:
                app.kept.typed(draft, "")
            app.notify(f"{done}\nu ångrar", timeout=5)

    def _needs_report(self) -> OversightRow | None:
        if not self._may_keep():
            return None
        row = self._rows.get(self._list.key or "")
        if row is None:
            self.notify("Det finns ingen redovisning att välja.")
        return row

    def _may_keep(self) -> bool:
        if self.session.profile.role is Role.CENTRAL:
            return True
        self.notify("Uppsiktsplanen sköts centralt, av stab eller controller.", timeout=6)
        return False

    def action_back(self) -> None:
        """Back to the overview."""
        self.dismiss(None)


def _line(row: OversightRow) -> ListRow:
    decision = row.item.decision
    state = SHORT_STATES[decision.ruling] if decision is not None else row.state
    tone = "warn" if row.is_open and (decision is not None or state.startswith("…")) else "muted"
    day = row.item.day.isoformat() if row.item.day is not None else "–"
    cells = (
        Cell(day, 10),
        Cell(visible(row.unit_name)),
        Cell(state, STATE_WIDTH, tone),
    )
    return ListRow(cells, row.item.id, f"{day} {row.unit_name}, {row.item.committee}: {state}")


def _text(row: OversightRow) -> Content:
    """A report in full: who, to whom, what was decided and what follows."""
    item, decision = row.item, row.item.decision
    parts: list[Part] = [
        (visible(row.unit_name), "bold"),
        "\n",
        f"{visible(item.committee)}, {item.day}\n\n",
        (f"{row.state}\n", "bold"),
    ]
    if decision is not None:
        where = f", {visible(decision.paragraph)}" if decision.paragraph else ""
        parts.append((f"Beslutat {decision.day}{where}\n", "$muted"))
        if decision.reasons:
            parts += ["\n", ("Skäl\n", "bold $secondary"), visible_lines(decision.reasons), "\n"]
    parts += ["\n", ("Rapporten\n", "bold $secondary"), visible(row.report), "\n"]
    parts += ["\n", ("Nästa steg\n", "bold $secondary"), visible(row.next_step), "\n"]
    return Content.assemble(*parts)
