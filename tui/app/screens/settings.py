"""Settings of this device: looks, and who uses it. Goals and units are changed centrally."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from model.errors import ModelError
from model.plan.entities import OrganisationUnit, Person
from model.swedish.visible import visible
from tui.app.bindings import bindings_for
from tui.app.screens.frame import FrameScreen
from tui.app.themes import THEME_WORDS
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import Cell, ListRow, RowList

if TYPE_CHECKING:
    from tui.app.app import TertialApp


class SettingsScreen(FrameScreen):
    """One row per setting; Enter changes it."""

    context = "settings"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("settings")]

    def compose(self) -> ComposeResult:
        """A line, the settings, the keys."""
        yield Static("Inställningar", classes="title-bar", markup=False)
        yield RowList(id="settings-list", classes="pane")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the settings as they are now."""
        config, plan = self.session.config, self.plan
        person = plan.find(Person, config.profile.person)
        units = (plan.find(OrganisationUnit, unit) for unit in config.profile.units)
        names = ", ".join(unit.name for unit in units if unit is not None)
        home = self.session.home
        rows = [
            _heading("Det här går att ändra här"),
            _row("theme", "Utseende", THEME_WORDS[self.app.theme]),
            _heading("Vem som planerar här (ändras med ”tertial setup”)"),
            _row("person", "Namn", person.name if person else "–"),
            _row("units", "Enhet", names),
            _row("role", "Roll", config.profile.role.swedish),
            _heading("Var allt finns"),
            _row("database", "Databas", str(home.database)),
            _row("config", "Inställningsfil", str(home.config)),
            _row("log", "Logg", str(home.log)),
            _row("shares", "Delning", ", ".join(config.shares) or "ingen: allt sparas bara här"),
        ]
        self.query_one(RowList).show(rows)

    def text_to_copy(self) -> str:
        """The value under the cursor."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click changes."""
        self.action_change()

    def action_change(self) -> None:
        """Change what the cursor is on."""
        if self.query_one(RowList).key != "theme":
            self.notify("Det ändras inte här. Ctrl+C kopierar värdet.")
            return
        themes = list(THEME_WORDS)
        following = themes[(themes.index(self.app.theme) + 1) % len(themes)]
        self.app.theme = following
        self.show_plan()
        self.tertial.in_background(self._keep_theme(self.tertial, following))

    async def _keep_theme(self, app: TertialApp, theme: str) -> None:
        """Write the theme to the settings file; one that cannot be kept is not shown either."""
        try:
            await app.write(lambda session: session.keep_theme(theme), tell=False)
        except ModelError as error:
            app.show_kept_theme()
            await app.explain(error)
        if self.is_open:
            self.show_plan()

    def action_back(self) -> None:
        """Back to the list."""
        self.app.pop_screen()


def _heading(text: str) -> ListRow:
    return ListRow((Cell(text),))


def _row(key: str, label: str, value: str) -> ListRow:
    return ListRow((Cell(label, 18, "muted"), Cell(visible(value))), key, value)
