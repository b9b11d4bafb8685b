"""The unit's report as the committee will read it, and saving it as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from model.errors import ModelError
from model.plan.entities import OrganisationUnit
from model.plan.final import DocumentType, Subject
from model.plan.identifiers import EntityId
from model.swedish.visible import visible, visible_lines
from model.views.oversight import presented
from report.content import Document
from report.errors import ReportError
from report.export import Written, write_document
from report.stationery import stationery_of
from report.unit_report import unit_report
from report.versions import as_draft
from report.writers.plain_text import WIDTH, lines
from tui.app.bindings import bindings_for
from tui.app.locked import shown_plan_as_of
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.saving import Asking, ask_where
from tui.app.widgets.key_bar import KeyBar
from tui.documents import DOCUMENT_FORMS

FRAME_WIDTH = 6
"""Cells that border, padding and scrollbar take."""


class ReportScreen(FrameScreen):
    """Reads like the text file that it can be saved as."""

    context = "report"
    AUTO_FOCUS = "#report-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("report")]

    def __init__(self, unit: EntityId) -> None:
        """The report of one unit, as of the day when it is presented."""
        super().__init__()
        self.unit = unit
        self._document: Document | None = None
        self._day = date.min
        self._committee: str | None = None
        self._problem = ""

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
        self._document, self._problem = None, ""
        try:
            self._day, self._committee = presented(self.plan, self.unit, self.session.today)
            shown = shown_plan_as_of(self, self._day)
            self._document = as_draft(
                unit_report(shown, self.unit, as_of=self._day, committee=self._committee)
            )
        except (ModelError, ReportError) as error:
            self._problem = str(error)
        self._show_text()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._show_text()

    def _show_text(self) -> None:
        width = self.app.size.width
        head = spread(
            Content.assemble(("Enhetens rapport ", "bold $primary"), visible(self._unit_name)),
            Content(f"per {self._day.isoformat()}"),
            width - 2,
        )
        self.query_one("#report-head", Static).update(head, layout=False)
        text = self._problem
        if self._document is not None:
            text = "\n".join(lines(self._document, min(WIDTH, width - FRAME_WIDTH)))
        self.query_one("#report-text", Static).update(Content(visible_lines(text)))

    def text_to_copy(self) -> str:
        """The whole report."""
        return "\n".join(lines(self._document)) if self._document is not None else ""

    def action_save(self) -> None:
        """Ask for a file name and save the report there."""
        if self._document is None:
            self.notify("Det finns ingen rapport att spara.", severity="warning")
            return
        document, plan, folder = self._document, self.plan, self.session.home.config_folder

        def save(path: Path) -> Written:
            return write_document(document, path, stationery=stationery_of(plan, folder))

        name = f"{self._unit_name} {self._day.isoformat()}.docx"
        ask_where(self.tertial, Asking("Spara rapporten som fil", DOCUMENT_FORMS, save), name)

    def action_finalise(self) -> None:
        """Ask, and make the report final as of the day when it is presented."""
        from tui.app.screens.finalising import finalise_here

        unit, day, committee = self.unit, self._day, self._committee
        if self._document is None:
            self.notify("Det finns ingen rapport att slutföra.", severity="warning")
            return
        shown = shown_plan_as_of(self, day)
        subject = Subject(document=DocumentType.UNIT_REPORT, year=day.year, unit=unit, as_of=day)
        finalise_here(
            self.tertial,
            subject,
            lambda: unit_report(shown, unit, as_of=day, committee=committee),
        )

    def action_finals(self) -> None:
        """Show the finalised documents."""
        from tui.app.screens.finals import FinalsScreen

        self.app.push_screen(FinalsScreen())

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss(None)
