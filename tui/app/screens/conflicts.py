"""Where two have written different things: the values side by side, and one key that takes one."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.actions.settling import settle
from model.errors import ModelError
from model.plan.entities import Activity
from model.plan.identifiers import EntityId
from model.plan.kinds import KINDS
from model.swedish.date_text import time_text
from model.swedish.visible import visible, visible_lines
from model.views.changes import belonging
from model.views.conflicts import FieldConflict, Side, conflicts, scopes_to_settle
from tui.actions import action
from tui.app.bindings import bindings_for
from tui.app.screens.fitting import spread
from tui.app.screens.writing import Writing, WritingScreen
from tui.app.session import Session
from tui.app.widgets.beside import Beside
from tui.app.widgets.key_bar import KeyBar
from tui.app.working import latest

MOST_SIDES = 4
"""Values that are shown beside each other at most; the marked one is always among them."""
SIDE_WIDTH = 30
"""Narrower than this a text beside another is hard to read."""


class ConflictsScreen(WritingScreen):
    """One conflict at a time; what is taken or written holds at once and can be undone."""

    context = "conflicts"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("conflicts"),
        *(Binding(str(number), f"take_number({number})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, activity: EntityId | None = None) -> None:
        """Those of one activity and of its statuses first, then all others of this home."""
        super().__init__()
        self._first = activity
        self._conflicts: tuple[FieldConflict, ...] = ()
        self._at = 0
        self._marked = 0

    def compose(self) -> ComposeResult:
        """A line, what it is about, the values beside each other, the keys."""
        yield Static("", id="conflicts-head", classes="title-bar", markup=False)
        yield Static("Läser …", id="conflicts-what", markup=False)
        with Horizontal(id="conflict-sides"):
            for number in range(MOST_SIDES):
                yield Beside(id=f"conflict-side-{number}")
        yield from self.writing_field()
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Read the conflicts behind the screen."""
        latest(self, self._read, "conflicts")

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show()

    async def _read(self) -> None:
        try:
            found = await self.tertial.write(self._found, tell=False, reads=True)
        except ModelError as error:
            await self.tertial.explain(error)
            return
        self._conflicts = found
        self._at = min(self._at, max(0, len(found) - 1))
        self._marked = 0
        self._show()

    def _found(self, session: Session) -> tuple[FieldConflict, ...]:
        """What this home may choose in; from a worker thread."""
        workspace, plan = session.open(), session.plan
        mine = scopes_to_settle(session.profile)
        activity = plan.find(Activity, self._first)
        first = {each.id for each in belonging(plan, activity)} if activity is not None else set()
        found = (each for each in conflicts(plan, workspace.entries_of) if each.scope in mine)
        return tuple(sorted(found, key=lambda each: each.entity not in first))

    @property
    def chosen(self) -> FieldConflict | None:
        """The conflict on the screen."""
        return self._conflicts[self._at] if self._conflicts else None

    def _show(self) -> None:
        conflict = self.chosen
        place = f"{self._at + 1} av {len(self._conflicts)}" if conflict is not None else ""
        count = len(conflict.sides) if conflict is not None else 2
        words = "Två har skrivit olika" if count == 2 else f"{count} olika värden"
        title = Content.styled(words, "bold $primary")
        head = spread(title, Content(place), self.app.size.width - 2)
        self.query_one("#conflicts-head", Static).update(head, layout=False)
        self.query_one("#conflicts-what", Static).update(_what(conflict), layout=False)
        sides = conflict.sides if conflict is not None else ()
        first, last = self._window(len(sides))
        for column in range(MOST_SIDES):
            pane = self.query_one(f"#conflict-side-{column}", Beside)
            number = first + column
            pane.display = number < last
            pane.set_class(number == self._marked, "-marked")
            if number < last:
                now = " · visas nu" if number == 0 else ""
                pane.border_title = f"{number + 1} av {len(sides)}{now}"
                pane.show(_side_text(sides[number]))

    def _window(self, count: int) -> tuple[int, int]:
        """Which values there is room for, the marked one among them: from one up to another."""
        room = max(1, min(MOST_SIDES, self.app.size.width // SIDE_WIDTH))
        first = max(0, min(self._marked - room + 1, count - room))
        return first, min(count, first + room)

    def text_to_copy(self) -> str:
        """The values with who wrote them."""
        conflict = self.chosen
        return "\n\n".join(_side_text(side).plain for side in conflict.sides) if conflict else ""

    def action_mark(self, step: int) -> None:
        """Mark the value beside."""
        conflict = self.chosen
        if conflict is not None:
            self._marked = (self._marked + step) % len(conflict.sides)
            self._show()

    def action_go(self, step: int) -> None:
        """Show another conflict."""
        if 0 <= self._at + step < len(self._conflicts):
            self._at += step
            self._marked = 0
            self._show()
        else:
            self.notify("Det finns inga fler." if step > 0 else "Det här är den första.")

    def action_scroll(self, step: int) -> None:
        """Show more of the marked value."""
        pane = self.query_one("#conflict-sides .-marked", Beside)
        pane.scroll_page_down() if step > 0 else pane.scroll_page_up()

    def action_write(self) -> None:
        """Write a value of one's own, from the marked one."""
        conflict = self.chosen
        if conflict is None:
            self.notify("Det finns inget att välja.")
            return
        if not conflict.is_text:
            self.notify("Här går det bara att välja. Ta ett värde, och ändra det sedan.", timeout=6)
            return
        entity = self.plan.find(KINDS[conflict.kind], conflict.entity)
        if entity is not None:
            self.begin(
                Writing(
                    title=f"Eget värde: {conflict.label}",
                    draft=f"settle {conflict.entity} {conflict.field}",
                    present=str(conflict.sides[self._marked].value),
                    save=lambda edit, text: settle(edit, entity, conflict.field, text),
                    done="Ditt eget värde gäller.",
                    hint="Enter låter det gälla i stället för alla värdena ovanför.",
                )
            )

    def give_keys_back(self) -> None:
        """The screen has the keys itself."""
        self.set_focus(None)
        self.query_one(KeyBar).show_context(self.context)

    def action_take_number(self, number: int) -> None:
        """Take the value with a number."""
        conflict = self.chosen
        if conflict is None or number <= len(conflict.sides):
            self._marked = number - 1
            self.action_take()
        else:
            self.notify(f"Det finns bara {len(conflict.sides)} värden.", severity="warning")

    def action_take(self) -> None:
        """Let the marked value hold."""
        conflict = self.chosen
        if conflict is None:
            self.notify("Det finns inget att välja.")
            return
        side = conflict.sides[self._marked]
        self._conflicts = tuple(each for each in self._conflicts if each is not conflict)
        self._at = min(self._at, max(0, len(self._conflicts) - 1))
        self.tertial.in_background(self._taken(conflict, side))

    async def _taken(self, conflict: FieldConflict, side: Side) -> None:
        app = self.tertial
        entity = self.plan.find(KINDS[conflict.kind], conflict.entity)
        if entity is None:
            app.notify("Det finns inte längre.", severity="warning")
            return
        try:
            await app.write(
                lambda session: session.write(
                    lambda edit: settle(edit, entity, conflict.field, side.value)
                )
            )
        except ModelError as error:
            await app.explain(error)
            if self.is_open:
                self.show_plan()
        else:
            undo = action(self.context, "undo").shown_key
            said = f"Valt: {visible(side.words)} ({side.who})."
            app.notify(f"{said}\n{undo} ångrar: då står alla kvar att välja på.", timeout=4)

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


def _what(conflict: FieldConflict | None) -> Content:
    if conflict is None:
        return Content("✔ Ingen har skrivit olika. Det finns inget att välja.")
    what = f"{conflict.what[:1].upper()}{conflict.what[1:]}"
    return Content.assemble(
        (visible(conflict.title), "bold"),
        "\n",
        (f"{what}: ", "$muted"),
        (conflict.label, "$secondary"),
        ("   Vilket ska gälla?", "$muted"),
    )


def _side_text(side: Side) -> Content:
    """Who and when first: a long text must not push them out of sight."""
    when = time_text(side.time, now=datetime.now().astimezone())
    return Content.assemble(
        (f"{visible(side.who)}, {when}", "$muted"), "\n\n", visible_lines(side.words)
    )
