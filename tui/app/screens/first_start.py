"""First start: name, unit and goals, in under a minute; a share is optional."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from model.errors import ModelError
from model.plan.entities import OrganisationUnit
from model.plan.plan import Plan
from model.plan.vocabulary import OrganisationLevel
from model.swedish.search import nearest
from model.swedish.sorting import sort_key
from tui.app.bindings import bindings_for
from tui.app.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from tui.app.app import TertialApp

FIELDS = ("name", "unit", "goals", "share")


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

    @property
    def tertial(self) -> TertialApp:
        """The app, by its own type."""
        return cast("TertialApp", self.app)

    def compose(self) -> ComposeResult:
        """Four fields, each with a sentence."""
        yield Static("tertial · första start", classes="title-bar", markup=False)
        with VerticalScroll(id="first-start", can_focus=False), Vertical(classes="first-fields"):
            yield Static(
                "Välkommen. Tre uppgifter, sedan är du i gång. Allt sparas på den här datorn "
                "och fungerar utan nät.\n",
                markup=False,
            )
            yield Static("Ditt namn", classes="label", markup=False)
            yield Input(id="name", placeholder="Förnamn Efternamn")
            yield Static("Mål", classes="label", markup=False)
            yield Input(
                id="goals",
                placeholder="Lämna tomt för exemplets mål, eller skriv sökvägen till kommunens fil",
            )
            yield Static("Enhet", classes="label", markup=False)
            yield Input(id="unit", placeholder="Enhetens namn; flera skiljs åt med komma")
            yield Static("", id="unit-help", classes="muted", markup=False)
            yield Static("Delning (kan vänta)", classes="label", markup=False)
            yield Input(id="share", placeholder="Mapp eller adress, om du har fått en")
            yield Static("", id="first-error", markup=False)
        yield KeyBar(self.context)

    def on_mount(self) -> None:
        """Read the example's units behind the screen."""
        self.run_worker(self._read_catalogue(), exclusive=True, group="catalogue")

    async def _read_catalogue(self) -> bool:
        """Read the catalogue that is named; says what is wrong with it, if anything."""
        from model.setup.first_start import plan_in

        named = self.query_one("#goals", Input).value.strip()
        try:
            content = await asyncio.to_thread(_read, named)
            self._plan = await asyncio.to_thread(plan_in, content)
        except OSError as error:
            self._say(f"Filen ”{named}” går inte att läsa ({error.strerror}). Kontrollera namnet.")
            return False
        except ModelError as error:
            self._say(str(error))
            return False
        self._catalogue = content
        self._say("")
        self._help_with_unit(self.query_one("#unit", Input).value)
        return True

    def _say(self, text: str) -> None:
        self.query_one("#first-error", Static).update(text)

    @on(Input.Changed, "#unit")
    def _typed_unit(self, event: Input.Changed) -> None:
        self._help_with_unit(event.value)

    @on(Input.Blurred, "#goals")
    def _left_goals(self) -> None:
        self.run_worker(self._read_catalogue(), exclusive=True, group="catalogue")

    def _help_with_unit(self, typed: str) -> None:
        """The units that fit what is typed, nearest first."""
        names = sorted(
            (
                unit.name
                for unit in self._plan.of(OrganisationUnit)
                if unit.level in (OrganisationLevel.UNIT, OrganisationLevel.DEPARTMENT)
            ),
            key=sort_key,
        )
        last = typed.rpartition(",")[2].strip()
        folded = last.casefold()
        found = [name for name in names if folded in name.casefold()] or nearest(last, names)
        self.query_one("#unit-help", Static).update("  ".join(found[:8]))

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        fields = list(self.query(Input))
        if event.input is fields[-1]:
            await self.action_begin()
        else:
            fields[fields.index(event.input) + 1].focus()

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    async def action_begin(self) -> None:
        """Set the home up and open the plan; a field that is wrong is pointed out."""
        if not await self._read_catalogue():
            self.query_one("#goals").focus()
            return
        for name, question in (("name", "Skriv ditt namn."), ("unit", "Skriv din enhets namn.")):
            if not self._value(name):
                self._say(question)
                self.query_one(f"#{name}").focus()
                return
        try:
            await asyncio.to_thread(self._set_up)
            self.tertial.start_session()
        except ModelError as error:
            self._say(str(error))
            self.query_one("#unit").focus()
            return
        self.app.pop_screen()
        self.tertial.show_home()

    def _set_up(self) -> None:
        from model.setup.first_start import Wishes, set_up

        units = tuple(part.strip() for part in self._value("unit").split(",") if part.strip())
        wishes = Wishes(
            name=self._value("name"),
            units=units,
            catalogue=self._catalogue,
            share=self._value("share") or None,
        )
        set_up(self.tertial.home, wishes, self.tertial.today)


def _read(named: str) -> bytes:
    """The bytes of the catalogue that is named, or of the example's."""
    from model.example.catalogue import example_catalogue

    return Path(named).expanduser().read_bytes() if named else example_catalogue()
