"""The finalised documents: every version, a copy of each, and whether a file is one of them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.swedish.visible import visible
from model.views.finals import FinalRow, final_rows
from report.errors import ReportError, UnknownSuffix
from report.export import Written
from report.finals import digest_of, is_whole, kept_file, save_kept
from tui.app.bindings import bindings_for
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import note, waiting_rows
from tui.app.screens.saving import Asking, ask_where
from tui.app.typed_path import typed_path
from tui.app.widgets.beside import Beside
from tui.app.widgets.details_pane import Part
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList
from tui.finalising import told_of

FORMS = "Filnamnet slutar på .pdf eller .docx. Kopian är exakt den fil som slutfördes."


class FinalsScreen(FrameScreen):
    """The list to the left; version, files and check sums of the chosen one beside."""

    context = "finals"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("finals")]

    def __init__(self) -> None:
        """All that this home knows of."""
        super().__init__()
        self._rows: dict[str, FinalRow] = {}

    def compose(self) -> ComposeResult:
        """A line, the list with the chosen one beside it, the keys."""
        yield Static(
            Content.styled("Slutförda dokument", "bold $primary"),
            id="finals-head",
            classes="title-bar",
            markup=False,
        )
        with Horizontal(classes="list-and-text"):
            yield RowList(id="finals-list", classes="pane", on_move=self._show_final)
            yield Beside(id="finals-text")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """List the finalised documents, the newest first."""
        if not self.session.has_plan:
            self._list.show(waiting_rows(self.session.trouble))
            return
        self._rows = {row.final.id: row for row in final_rows(self.plan)}
        rows = [_line(row) for row in self._rows.values()]
        self._list.show(rows or [note("Inget dokument är slutfört än.")])

    @property
    def _list(self) -> RowList:
        return self.query_one("#finals-list", RowList)

    @property
    def _chosen(self) -> FinalRow | None:
        return self._rows.get(self._list.key or "")

    def _show_final(self, key: str | None) -> None:
        row = self._rows.get(key or "")
        self.query_one(Beside).show(self._text(row) if row is not None else Content(""))

    def text_to_copy(self) -> str:
        """Everything about the document under the cursor, check sums included."""
        row = self._chosen
        return self._text(row).plain if row is not None else ""

    def _text(self, row: FinalRow) -> Content:
        kept = row.kept
        parts: list[Part] = [
            (f"{visible(kept.title)}\n", "bold"),
            f"Version {kept.version}, {row.period}\n",
            (f"{row.standing}\n\n", "bold"),
            f"Slutfört {kept.day} av {visible(row.who)}\n",
        ]
        if kept.rests_on:
            parts.append("Vilar på låsningen av det som den berättar om.\n")
        for form in kept.forms:
            folder = self.session.home.finals
            there = "finns inte på den här datorn"
            if kept_file(folder, form).is_file():
                there = (
                    "finns här, hel" if is_whole(folder, form) else "▲ har ändrats eller skadats"
                )
            parts += [
                (f"\n{form.suffix}  ", "bold $secondary"),
                f"{there}\nSHA-256 {form.digest}\n",
            ]
        return Content.assemble(*parts)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click saves."""
        self.action_save()

    def action_save(self) -> None:
        """Ask for a file name and save a copy there."""
        row = self._chosen
        if row is None:
            self.notify("Det finns inget slutfört dokument att spara.")
            return
        forms = {form.suffix: form for form in row.kept.forms}
        folder = self.session.home.finals

        def save(path: Path) -> Written:
            form = forms.get(path.suffix.lower())
            if form is None:
                raise UnknownSuffix(path, forms)
            return save_kept(folder, form, path)

        name = f"{row.kept.title.replace(':', '')}, version {row.kept.version}.pdf"
        ask_where(self.tertial, Asking("Spara en kopia", FORMS, save), name)

    def action_verify(self) -> None:
        """Ask for a file, and say whether it is one of the finalised documents."""
        from tui.app.screens.ask_text import AskTextScreen

        def answered(path: str | None) -> None:
            if path is not None and path.strip():
                self.tertial.in_background(self._verified(path.strip()))

        text = "Filens namn, med mapp. Den jämförs byte för byte med det som är slutfört."
        self.app.push_screen(AskTextScreen("Vilken fil?", text), answered)

    async def _verified(self, path: str) -> None:
        try:
            digest = await asyncio.to_thread(lambda: digest_of(typed_path(path)))
        except ReportError as error:
            await self.tertial.explain(error)
            return
        _, said = told_of(self.plan, digest)
        self.app.notify(said, timeout=12)

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


def _line(row: FinalRow) -> ListRow:
    kept = row.kept
    tone = "muted" if row.standing.startswith("·") else ""
    cells = (
        Cell(kept.day.isoformat(), 10),
        Cell(visible(kept.title)),
        Cell(f"v {kept.version}", 5, tone),
    )
    return ListRow(cells, row.final.id, f"{kept.day} {kept.title}, version {kept.version}")
