"""The memo of a tertial: its parts as a list, each written in place, as the document prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from model.actions.memos import MemoFields, write_memo, write_reason
from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.memo import Memo
from model.plan.rules import FieldRefused
from model.swedish.dates import UnreadableDate, parse_date
from model.swedish.visible import visible, visible_lines
from model.views.memo_text import FocusText, MemoView, memo_view
from model.workspace.edit import Edit
from report.errors import TextError
from report.memo import when_empty
from tui.app.bindings import bindings_for
from tui.app.locked import shown_plan
from tui.app.screens.fitting import spread
from tui.app.screens.home_lines import heading
from tui.app.screens.writing import Writing, WritingScreen
from tui.app.widgets.beside import Beside
from tui.app.widgets.comment_field import CommentField
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList

Read = Callable[[Memo], str]
Write = Callable[[str, date], MemoFields]


class Part(NamedTuple):
    """A part of the memo: its name, what to know when writing it, and how it is read and kept."""

    key: str
    name: str
    hint: str
    read: Read
    write: Write


class MemoField(CommentField):
    """The part that is being written."""

    context = "memo_text"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("memo_text", priority=True)]


def _lines(values: Iterable[str]) -> str:
    return "\n".join(values)


def _day(text: str, today: date) -> date | None:
    try:
        return parse_date(text, near=today) if text.strip() else None
    except UnreadableDate as error:
        raise FieldRefused("day", str(error)) from error


_ONE_EACH = "En på varje rad."
_IS_OWN = "Så skriver dokumentet självt, så länge inget annat står här."
PARTS: tuple[Part, ...] = (
    Part("title", "Rubrik", "",
         lambda memo: memo.title, lambda text, _: {"title": text}),
    Part("bodies", "Instanser", f"{_ONE_EACH} Den första föreslår, den sista beslutar.",
         lambda memo: _lines(memo.bodies), lambda text, _: {"bodies": text.split("\n")}),
    Part("proposals", "Förslag till beslut", _ONE_EACH,
         lambda memo: _lines(memo.proposals), lambda text, _: {"proposals": text.split("\n")}),
    Part("brief", "Ärendet i korthet", "",
         lambda memo: memo.brief, lambda text, _: {"brief": text}),
    Part("considerations", "Övervägande", "",
         lambda memo: memo.considerations, lambda text, _: {"considerations": text}),
    Part("day", "Datum", "Till exempel 2024-05-20, 20/5 eller 20 maj.",
         lambda memo: str(memo.day or ""), lambda text, today: {"day": _day(text, today)}),
    Part("registry_number", "Diarienummer", "Tomt utelämnas.",
         lambda memo: memo.registry_number, lambda text, _: {"registry_number": text}),
    Part("officer", "Handläggare", "Roll och namn.",
         lambda memo: memo.officer, lambda text, _: {"officer": text}),
    Part("basis", "Beslutsunderlag", _ONE_EACH,
         lambda memo: _lines(memo.basis), lambda text, _: {"basis": text.split("\n")}),
    Part("attachments", "Bilagor", _ONE_EACH,
         lambda memo: _lines(memo.attachments), lambda text, _: {"attachments": text.split("\n")}),
    Part("sent_to", "Expedieras till", _ONE_EACH,
         lambda memo: _lines(memo.sent_to), lambda text, _: {"sent_to": text.split("\n")}),
)  # fmt: skip


class MemoScreen(WritingScreen):
    """Parts and focus areas; Enter writes, and what is empty is the document's own sentence."""

    context = "memo"
    field = MemoField
    AUTO_FOCUS = "#memo-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("memo")]

    def __init__(self, tertial: Tertial) -> None:
        """The memo of a tertial."""
        super().__init__()
        self.shown_tertial = tertial
        self._view: MemoView | None = None
        self._when_empty: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """A line, the parts with the chosen one and the field beside them, the keys."""
        yield Static("", id="memo-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            yield RowList(id="memo-list", classes="pane", on_move=self._show_part)
            with Vertical(classes="writing-side"):
                yield Beside(id="memo-text")
                yield from self.writing_field()
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the memo as it stands now."""
        self._view = view = memo_view(self.plan, self.shown_tertial)
        self._when_empty = self._read_when_empty()
        rows = [self._row(part.key, part.name, part.read(view.memo)) for part in PARTS]
        rows.append(heading("Fokusområden"))
        rows += [self._row(each.area.id, each.area.name, each.text) for each in view.focus]
        if not view.focus:
            rows.append(heading("Målkatalogen har inga fokusområden."))
        self._show_head()
        self.query_one("#memo-list", RowList).show(rows)

    def _read_when_empty(self) -> dict[str, str]:
        """What the document says itself; nothing where the municipality's own texts are faulty."""
        try:
            return when_empty(shown_plan(self, self.shown_tertial), self.shown_tertial)
        except TextError as error:
            self.notify(str(error), severity="warning", timeout=8)
            return {}

    def _row(self, key: str, name: str, text: str) -> ListRow:
        said = " ".join(text.split())
        shown = said or " ".join(self._when_empty.get(key, "").split())
        cell = Cell(visible(shown) or "–", None, "" if said else "muted")
        cells = (Cell(visible(name), 20), cell)
        return ListRow(cells, key, f"{name}: {said}" if said else name)

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def _show_head(self) -> None:
        head = spread(
            Content.assemble(("Tjänsteskrivelse ", "bold $primary"), self.shown_tertial.swedish),
            Content("till tertialrapporten"),
            self.app.size.width - 2,
        )
        self.query_one("#memo-head", Static).update(head, layout=False)

    @property
    def _key(self) -> str:
        return self.query_one("#memo-list", RowList).key or ""

    def _part(self) -> Part | None:
        return next((part for part in PARTS if part.key == self._key), None)

    def _focus(self) -> FocusText | None:
        focus = self._view.focus if self._view is not None else ()
        return next((each for each in focus if each.area.id == self._key), None)

    def _show_part(self, key: str | None) -> None:
        part, focus = self._part(), self._focus()
        if part is not None and self._view is not None:
            text = self._beside(part.key, part.name, part.read(self._view.memo), part.hint)
        elif focus is not None:
            text = self._beside(focus.area.id, focus.area.name, focus.text, "")
        else:
            text = Content("")
        self.query_one("#memo-text", Beside).show(text)

    def _beside(self, key: str, name: str, text: str, hint: str) -> Content:
        """What the document will say of a part, and whose words these are."""
        own = self._when_empty.get(key, "")
        hints = [_IS_OWN] if own and not text.strip() else []
        return Content.assemble(
            (f"{visible(name)}\n\n", "bold"),
            visible_lines(text if text.strip() else own) or "–",
            "\n\n",
            (" ".join(filter(None, [*hints, hint])), "$muted"),
        )

    def text_to_copy(self) -> str:
        """The chosen part."""
        row = self.query_one("#memo-list", RowList).current
        return row.plain if row is not None else ""

    def action_write(self) -> None:
        """Write the chosen part."""
        part, focus = self._part(), self._focus()
        if part is not None and self._view is not None:
            self._write_part(part, self._view)
        elif focus is not None:
            self._write_focus(focus)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click writes."""
        self.action_write()

    def _write_part(self, part: Part, view: MemoView) -> None:
        tertial, today = self.shown_tertial, self.session.today

        def save(edit: Edit, text: str) -> Entity:
            return write_memo(edit, tertial, seen=view.present, **part.write(text, today))

        draft = f"memo:{tertial}:{part.key}"
        present = part.read(view.memo)
        done = f"{part.name}: sparat."
        self.begin(Writing(part.name, draft, present, save, done, part.hint))

    def _write_focus(self, focus: FocusText) -> None:
        tertial, area = self.shown_tertial, focus.area

        def save(edit: Edit, text: str) -> Entity:
            return write_reason(edit, tertial, area, text, seen=focus.reason)

        draft = f"memo:{tertial}:focus:{area.key}"
        title = visible(area.name)
        self.begin(Writing(title, draft, focus.text, save, f"{title}: sparat."))

    def action_next_tertial(self) -> None:
        """Show the next of the year's tertials."""
        shown = self.shown_tertial
        self.shown_tertial = Tertial(shown.year, shown.number % 3 + 1)
        self.show_plan()

    def action_back(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)
