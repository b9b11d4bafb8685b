"""What taking in a spreadsheet would do, row by row, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from model.errors import ModelError
from model.swedish.visible import visible, visible_lines
from tui.app.bindings import bindings_for
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.session import Session
from tui.app.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from model.importing.carrying_out import Planned
    from tui.app.app import TertialApp


class SheetPreviewScreen(FrameScreen):
    """New, changed and refused rows, each with its reason; Enter takes in those that can be."""

    context = "sheet"
    AUTO_FOCUS = "#sheet-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("sheet")]

    def __init__(self, name: str, planned: Planned) -> None:
        """The file's name, and what it would do."""
        super().__init__()
        self._file = name
        self._planned = planned

    def compose(self) -> ComposeResult:
        """A line, the rows, the keys."""
        yield Static("", id="sheet-head", classes="title-bar", markup=False)
        with VerticalScroll(id="sheet-scroll", classes="pane"):
            yield Static(visible_lines(self._text), id="sheet-text", markup=False)
        yield KeyBar(self.context)

    @property
    def _text(self) -> str:
        preview = self._planned.preview
        lines = [*preview.notices, *([""] if preview.notices else []), *preview.lines]
        return "\n".join(lines) or "Filen säger inget annat än det som redan finns."

    def show_plan(self) -> None:
        """The line on top; the rows are those of the file."""
        self._show_head()

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def _show_head(self) -> None:
        head = spread(
            Content.assemble(("Läs in ", "bold $primary"), visible(self._file)),
            Content(self._planned.preview.summary),
            self.app.size.width - 2,
        )
        self.query_one("#sheet-head", Static).update(head, layout=False)

    def text_to_copy(self) -> str:
        """All that is shown, to send to whoever made the file."""
        return self._text

    def action_take_in(self) -> None:
        """Take in what can be, as one action that can be undone."""
        self.dismiss(None)
        if self._planned.preview.is_empty:
            self.notify("Det finns inget nytt att läsa in.", timeout=6)
        else:
            self.tertial.in_background(_taken(self.tertial, self._planned))

    def action_back(self) -> None:
        """Leave without taking anything in."""
        self.dismiss(None)


def _take_in(session: Session, planned: Planned) -> None:
    """Write what was shown; raises a `ModelError`."""
    from model.importing.carrying_out import carry_out

    workspace = session.open()
    try:
        carry_out(workspace, planned, confirmed=True)
    finally:
        session.plan = workspace.plan


async def _taken(app: TertialApp, planned: Planned) -> None:
    try:
        await app.write(lambda session: _take_in(session, planned))
    except ModelError as error:
        await app.explain(error)
    else:
        app.notify(f"Inläst: {planned.preview.summary} Ångra med u.", timeout=8)
