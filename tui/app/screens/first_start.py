"""First start: name, unit and goals, in under a minute; a share is optional."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from model.catalogue.faults import CatalogueError
from model.errors import ModelError
from model.home.paths import Home
from model.plan.entities import OrganisationUnit
from model.plan.plan import Plan
from model.plan.vocabulary import OrganisationLevel, Role
from model.swedish.search import nearest
from model.swedish.sorting import sort_key
from model.swedish.visible import visible, visible_lines
from sync.errors import SyncError
from tui.app.bindings import bindings_for
from tui.app.in_keys import in_keys
from tui.app.typed_path import typed_path, unquoted
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.line_input import LineInput
from tui.app.working import latest

if TYPE_CHECKING:
    from tui.app.app import TertialApp

LEVELS = frozenset({OrganisationLevel.UNIT, OrganisationLevel.DEPARTMENT})
"""Whose plans somebody keeps here."""
ROLES = {
    "enhetschef": Role.UNIT,
    "avdelningschef": Role.DEPARTMENT,
    "centralt": Role.CENTRAL,
    "stab": Role.CENTRAL,
    "controller": Role.CENTRAL,
}
"""The words for who one is; the beginning of one is enough."""


class UnknownRole(ModelError):
    """The word is no role."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"”{visible(word)}” är ingen roll här. Inget är sparat. Skriv enhetschef, "
            "avdelningschef eller centralt, eller lämna fältet tomt."
        )


def role_of(word: str) -> Role:
    """The role that a word begins; a unit manager where nothing is written."""
    typed = word.strip().casefold()
    found = next((role for name, role in ROLES.items() if name.startswith(typed)), None)
    if found is None:
        raise UnknownRole(word)
    return found


class FirstStartScreen(Screen[None]):
    """Asks what cannot be known, and says what each answer is for."""

    context: ClassVar[str] = "first_start"
    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("first_start"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self) -> None:
        """Nothing is read before the screen is up."""
        super().__init__()
        self._plan = Plan()
        self._catalogue: bytes | None = None
        self._is_beginning = False
        self._wrong = "goals"

    @property
    def tertial(self) -> TertialApp:
        """The app, by its own type."""
        return cast("TertialApp", self.app)

    def compose(self) -> ComposeResult:
        """Four fields, each with a sentence; and the role, for the few who are no unit manager."""
        yield Static("tertial · första start", classes="title-bar", markup=False)
        with VerticalScroll(id="first-start", can_focus=False), Vertical(classes="first-fields"):
            yield Static(
                "Välkommen. Fyra uppgifter, sedan är du i gång. Allt sparas här, utan nät.\n",
                markup=False,
            )
            yield Static("Ditt namn", classes="label", markup=False)
            yield LineInput(id="name", placeholder="Förnamn Efternamn")
            yield Static("Mål", classes="label", markup=False)
            yield LineInput(
                id="goals",
                placeholder="Lämna tomt för exemplets mål, eller skriv sökvägen till kommunens fil",
            )
            yield Static("Delning (kan vänta)", classes="label", markup=False)
            yield LineInput(
                id="share", placeholder="Mapp eller adress, om du har fått en: då hämtas målen där"
            )
            yield Static("Enhet", classes="label", markup=False)
            yield LineInput(
                id="unit", placeholder="Enhetens namn, → fyller i; flera skiljs åt med komma"
            )
            yield Static("", id="unit-help", classes="muted", markup=False)
            yield Static("Roll (om du inte är enhetschef)", classes="label", markup=False)
            yield LineInput(
                id="role",
                placeholder="avdelningschef, eller centralt för stab och controller",
                suggester=UnitSuggester(list(ROLES)),
            )
            yield Static("", id="first-error", markup=False)
        yield KeyBar(self.context)

    def on_mount(self) -> None:
        """Read the example's units behind the screen."""
        latest(self, self._read_catalogue, "catalogue")

    async def _read_catalogue(self) -> bool:
        """Read the catalogue that is named; says what is wrong with it, if anything."""
        named, share = self._value("goals"), self._value("share")
        if share:
            self._wait("Hämtar mål och enheter från delningen …")
        app = self.tertial
        try:
            self._catalogue, self._plan = await asyncio.to_thread(
                _read, app.home, app.today, named, share
            )
        except (ModelError, SyncError) as error:
            self._wrong = "goals" if isinstance(error, CatalogueError) else "share"
            self._wait("")
            self._say(str(error))
            return False
        self._say("")
        self.query_one("#unit", Input).suggester = UnitSuggester(self._unit_names())
        self._help_with_unit(self.query_one("#unit", Input).value)
        return True

    def _wait(self, text: str) -> None:
        """Say what takes its time, where the units will stand."""
        self.query_one("#unit-help", Static).update(text)

    def _say(self, text: str) -> None:
        error = self.query_one("#first-error", Static)
        error.update(visible_lines(in_keys(text)))
        if text:
            self.call_after_refresh(error.scroll_visible, animate=False)

    @on(Input.Changed, "#unit")
    def _typed_unit(self, event: Input.Changed) -> None:
        self._help_with_unit(event.value)

    @on(Input.Blurred, "#goals, #share")
    def _left_goals(self) -> None:
        latest(self, self._read_catalogue, "catalogue")

    def _help_with_unit(self, typed: str) -> None:
        """The units that fit what is typed, nearest first."""
        names = self._unit_names()
        last = typed.rpartition(",")[2].strip()
        folded = last.casefold()
        found = [name for name in names if folded in name.casefold()] or nearest(last, names)
        self.query_one("#unit-help", Static).update("  ".join(found[:8]))

    def _unit_names(self) -> list[str]:
        units = self._plan.of(OrganisationUnit)
        return sorted((unit.name for unit in units if unit.level in LEVELS), key=sort_key)

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        fields = list(self.query(Input))
        if event.input.id in ("unit", "role"):
            await self.action_begin()
        else:
            fields[fields.index(event.input) + 1].focus()

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    async def action_begin(self) -> None:
        """Set the home up and open the plan; a field that is wrong is pointed out."""
        if self._is_beginning:
            return
        self._is_beginning = True
        try:
            await self._begin()
        finally:
            self._is_beginning = False

    async def _begin(self) -> None:
        if not await self._read_catalogue():
            self.set_focus(self.query_one(f"#{self._wrong}"))
            return
        for name, question in (("name", "Skriv ditt namn."), ("unit", "Skriv din enhets namn.")):
            if not self._value(name):
                self._say(question)
                self.set_focus(self.query_one(f"#{name}"))
                return
        try:
            role = role_of(self._value("role"))
        except UnknownRole as error:
            self._say(str(error))
            self.set_focus(self.query_one("#role"))
            return
        self._wait("Ställer in …")
        try:
            problems = await asyncio.to_thread(self._set_up, role)
            self.tertial.start_session()
        except (ModelError, SyncError) as error:
            self._help_with_unit(self._value("unit"))
            self._say(str(error))
            self.set_focus(self.query_one("#unit"))
            return
        self.app.pop_screen()
        self.tertial.show_home()
        for problem in problems:
            self.app.notify(visible_lines(problem), severity="warning", timeout=10, markup=False)

    def _set_up(self, role: Role) -> list[str]:
        """Set the home up and exchange once with the share; gives what is to be told."""
        from model.setup.first_start import Wishes, set_up
        from tui.joining import is_known_there, known_words

        home, today = self.tertial.home, self.tertial.today
        units = tuple(part.strip() for part in self._value("unit").split(",") if part.strip())
        wishes = Wishes(
            name=self._value("name"),
            units=units,
            role=role,
            catalogue=self._catalogue,
            share=_kept(home, self._value("share")),
        )
        told = []
        if wishes.share is not None:
            name = self._value("name")
            if is_known_there(home, wishes.share, today, self._plan, name, units):
                told.append(known_words(name))
        set_up(home, wishes, today)
        return [*told, *(_exchange(home, today, wishes.share) if wishes.share else [])]


class UnitSuggester(Suggester):
    """Completes the last name of a list of units; the arrow to the right takes it."""

    def __init__(self, names: Sequence[str]) -> None:
        """Complete with these names."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = names

    async def get_suggestion(self, value: str) -> str | None:
        """The whole value with its last name completed, in the case in which it is typed."""
        before, comma, last = value.rpartition(",")
        typed = last.lstrip()
        lead = f"{before}{comma}{last[: len(last) - len(typed)]}"
        folded = typed.casefold()
        for name in self._names if typed else ():
            if name.casefold().startswith(folded) and len(name) > len(typed):
                return f"{lead}{typed}{name[len(typed) :]}"
        return None


def _read(home: Home, today: date, named: str, share: str) -> tuple[bytes | None, Plan]:
    """The goals to begin with, and what they say; from a worker thread.

    They are those of the share, else of the file that is named, else the example's.
    """
    from model.catalogue.files import read_file
    from model.example.catalogue import example_catalogue
    from model.setup.first_start import plan_in
    from tui.joining import plan_on

    address = _kept(home, share)
    if not named:
        if address is not None:
            return None, plan_on(home, address, today, has_goals=False)
        content = example_catalogue()
    else:
        content = read_file(typed_path(named.replace("\0", "")))
        if address is not None:
            plan_on(home, address, today, has_goals=True)
    return content, plan_in(content)


def _kept(home: Home, share: str) -> str | None:
    """The address as it is remembered; None where none is given."""
    from sync.address import kept_address

    return kept_address(unquoted(share), home.database) if share else None


def _exchange(home: Home, today: date, share: str) -> list[str]:
    """Send the first own changes; gives what went wrong, in words."""
    from model.workspace.opening import open_workspace
    from sync.syncing import sync

    workspace = open_workspace(home, today)
    try:
        return [str(problem) for problem in sync(workspace, [share])[0].problems]
    finally:
        workspace.close()
