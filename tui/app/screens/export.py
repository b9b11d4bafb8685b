"""The documents of a tertial and its year, for the centre to save as files."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.plan.calendar import Tertial
from model.plan.final import DocumentType
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import current
from report.content import Document
from report.export import Written
from tui.app.bindings import bindings_for
from tui.app.locked import shown_plan
from tui.app.screens.frame import FrameScreen
from tui.app.screens.saving import Asking, ask_where
from tui.app.screens.unit_picker import UnitPicker
from tui.app.tertials import next_to_show
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList
from tui.documents import (
    DOCUMENT_FORMS,
    HANDOVER,
    UNIT_REPORT,
    Offer,
    check_may_write,
    incomplete_words,
    offers,
)

_OF_SOMEBODY = {each.key: each for each in (UNIT_REPORT, HANDOVER)}


class ExportScreen(FrameScreen):
    """The list to the left; what the document holds, and in which forms, to the right."""

    context = "export"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("export")]

    def __init__(self, tertial: Tertial) -> None:
        """The documents of a tertial, which another can be chosen instead of."""
        super().__init__()
        self._tertial = tertial
        self._offers: dict[str, Offer] = {}

    def compose(self) -> ComposeResult:
        """A line, the list with the document beside it, the keys."""
        yield Static("", id="export-head", classes="title-bar", markup=False)
        with Horizontal(classes="plan-panes"):
            yield RowList(id="export-list", classes="pane", on_move=self._show_offer)
            yield Static("", id="export-text", classes="pane", markup=False)
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """List the documents of the tertial; a locked one is folded behind the screen."""
        shown_plan(self, self._tertial)
        self._offers = {offer.key: offer for offer in offers(self._tertial)}
        head = Content.assemble(("Exportera ", "bold $primary"), self._tertial.swedish)
        self.query_one("#export-head", Static).update(head, layout=False)
        names = {key: each.name for key, each in self._offers.items()}
        names |= {key: each.name for key, each in _OF_SOMEBODY.items()}
        rows = [ListRow((Cell(name),), key, name) for key, name in names.items()]
        rows_shown = self.query_one(RowList)
        rows_shown.show(rows)
        self._show_offer(rows_shown.key)

    def _show_offer(self, key: str | None) -> None:
        text = Content("")
        if key in _OF_SOMEBODY:
            chosen = _OF_SOMEBODY[key]
            text = Content.assemble(
                (f"{chosen.name}\n", "bold"), f"{chosen.about}\n\n", (DOCUMENT_FORMS, "$muted")
            )
        elif key is not None:
            offer = self._offers[key]
            role = self.session.profile.role
            warning = f"{incomplete_words(role)}\n\n" if offer.needs_all_units else ""
            text = Content.assemble(
                (f"{offer.name}\n", "bold"),
                f"{offer.about}\n\n",
                (warning.lstrip("\n"), "$warning"),
                (offer.forms, "$muted"),
            )
        self.query_one("#export-text", Static).update(text, layout=False)

    def text_to_copy(self) -> str:
        """The name under the cursor."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click saves."""
        self.action_save()

    def action_save(self) -> None:
        """Ask for a file name and save the document there."""
        key = self.query_one(RowList).key
        if key is None or self._chose_somebody(key):
            return
        offer, folder = self._offers[key], self.session.home.config_folder
        plan = self._plan_of(offer)
        if plan is None:
            self.notify("Det låsta tertialet läses in. Försök igen om en stund.", timeout=6)
            return

        role, tertial = self.session.profile.role, self._tertial

        def save(path: Path) -> Written:
            if offer.is_of_tertial:
                check_may_write(plan, tertial, role)
            return offer.save(plan, path, folder)

        ask_where(
            self.tertial, Asking(f"Spara {offer.name} som fil", offer.forms, save), offer.file_name
        )

    def action_finalise(self) -> None:
        """Ask, and make the document final."""
        from tui.app.screens.finalising import finalise_here
        from tui.finalising import document_of, subject_of

        key = self.query_one(RowList).key
        if key == HANDOVER.key:
            self.notify("En överlämning är ett arbetspapper och slutförs inte.", timeout=6)
            return
        if key is None or self._chose_somebody(key):
            return
        offer, tertial, role = self._offers[key], self._tertial, self.session.profile.role
        plan = self._plan_of(offer)
        if plan is None:
            self.notify("Det låsta tertialet läses in. Försök igen om en stund.", timeout=6)
            return
        if offer.key not in set(DocumentType):
            self.notify(f"{offer.name} är data att räkna vidare på och slutförs inte.", timeout=6)
            return

        def make() -> Document:
            if offer.is_of_tertial:
                check_may_write(plan, tertial, role)
            return document_of(offer, plan)

        finalise_here(self.tertial, subject_of(DocumentType(offer.key), tertial), make)

    def _chose_somebody(self, key: str) -> bool:
        """Let the unit or the person be chosen that a document is of; whether it is of one."""
        if key == HANDOVER.key:
            self.action_handover()
        elif key == UNIT_REPORT.key:
            self.app.push_screen(UnitPicker(self.plan), self._report_of)
        return key in _OF_SOMEBODY

    def _report_of(self, unit: EntityId | None) -> None:
        from tui.app.screens.report import ReportScreen

        if unit:
            self.app.push_screen(ReportScreen(unit))

    def action_finals(self) -> None:
        """Show the finalised documents."""
        from tui.app.screens.finals import FinalsScreen

        self.app.push_screen(FinalsScreen())

    def _plan_of(self, offer: Offer) -> Plan | None:
        """What the document is made from; None while a locked tertial is not ready."""
        if not offer.is_of_tertial or self._tertial not in self.plan.locked:
            return self.plan
        if self.session.locked.is_stale(self.plan, self._tertial):
            return None
        return shown_plan(self, self._tertial)

    def action_next_tertial(self) -> None:
        """Show the documents of the next of those that are gone between."""
        today = self.session.today
        following = next_to_show(self.plan, today, self._tertial)
        self._tertial = following or current(self.plan, today)
        self.show_plan()

    def action_back(self) -> None:
        """Back to the overview."""
        self.dismiss(None)
