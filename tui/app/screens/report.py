"""The unit's report as the committee will read it, and saving it as a file."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from model.errors import ModelError
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import EntityId
from model.swedish.visible import visible
from report.errors import ReportError
from report.export import write_document
from report.unit_report import unit_report
from report.writers.plain_text import lines
from tui.app.bindings import bindings_for
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import spread
from tui.app.widgets.key_bar import KeyBar


class ReportScreen(FrameScreen):
    """Reads like the text file that it can be saved as."""

    context = "report"
    AUTO_FOCUS = "#report-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("report")]

    def __init__(self, unit: EntityId) -> None:
        """The report of one unit, as of today."""
        super().__init__()
        self.unit = unit

    @property
    def _unit_name(self) -> str:
        unit = self.plan.find(OrganisationUnit, self.unit)
        return unit.name if unit else ""

    def compose(self) -> ComposeResult:
        """A line, the report, the keys."""
        yield Static("", id="report-head", classes="title-bar", markup=False)
        with VerticalScroll(id="report-scroll", classes="pane"):
            yield Static("", id="report-text", markup=False)
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the report of the plan as it is now."""
        head = spread(
            Content.assemble(("Enhetens rapport ", "bold $primary"), visible(self._unit_name)),
            Content(f"per {self.session.today.isoformat()}"),
            self.app.size.width - 2,
        )
        self.query_one("#report-head", Static).update(head, layout=False)
        try:
            document = unit_report(self.plan, self.unit, as_of=self.session.today)
            text = "\n".join(lines(document))
        except (ModelError, ReportError) as error:
            text = str(error)
        self.query_one("#report-text", Static).update(Content(text))

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self.show_plan()

    def action_save(self) -> None:
        """Ask for a file name and save the report there."""
        from tui.app.screens.ask_text import AskTextScreen

        name = f"{self._unit_name} {self.session.today.isoformat()}.md".replace("/", "-")
        screen = AskTextScreen(
            "Spara rapporten som fil",
            "Filens ändelse bestämmer formen: .md är Markdown, .txt är vanlig text.",
            value=str(Path.cwd() / name),
        )

        def answered(path: str | None) -> None:
            if path and path.strip():
                self.run_worker(self._save(Path(path.strip()).expanduser()))

        self.app.push_screen(screen, answered)

    async def _save(self, path: Path) -> None:
        try:
            document = unit_report(self.plan, self.unit, as_of=self.session.today)
            written = await self.tertial.write(lambda _: write_document(document, path), tell=False)
        except (ModelError, ReportError) as error:
            await self.tertial.explain(error)
        else:
            self.notify(str(written), markup=False, timeout=8)

    def action_back(self) -> None:
        """Back to the list."""
        self.app.pop_screen()
