"""The first screen: what is left before close, and which key mends it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.reporting import current
from model.plan.vocabulary import StatusValue
from model.views.details import ActivityDetails, activity_details
from model.views.home import HomeView, home_view
from tui.actions import action
from tui.app.bindings import bindings_for
from tui.app.locked import late_of, shown_plan
from tui.app.screens.home_lines import (
    Counts,
    late_rows,
    list_rows,
    second_line,
    title_line,
    useless_keys,
    waiting_rows,
)
from tui.app.screens.importing import FirstScreen
from tui.app.session import Session
from tui.app.tertials import next_to_show, tertials_to_show
from tui.app.widgets.details_pane import DetailsPane
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import RowList
from tui.app.working import latest


class HomeScreen(FirstScreen):
    """The list of this tertial's activities, and the chosen one beside it."""

    context = "home"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("home"),
        # The list has these keys itself; here they move on while the details hide it.
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self, unit: EntityId | None = None) -> None:
        """The screen of one unit; without one, of this home's first."""
        super().__init__()
        self._given_unit = unit
        self.view: HomeView | None = None
        self._unit_number = 0
        self._tertial: Tertial | None = None
        self._findings = Counts()
        self._being_written: set[EntityId] = set()

    @property
    def unit(self) -> EntityId:
        """The unit on the screen."""
        units = (self._given_unit,) if self._given_unit else self.session.units
        return units[self._unit_number % len(units)] if units else ""

    @property
    def shown_tertial(self) -> Tertial:
        """The tertial on the screen."""
        return self._tertial or current(self.plan, self.session.today)

    @property
    def chosen(self) -> Activity | None:
        """The activity under the cursor."""
        return self.plan.find(Activity, self.query_one(RowList).key)

    def compose(self) -> ComposeResult:
        """Two lines, the list with the details beside it, the keys."""
        yield Static("", id="home-title", classes="title-bar", markup=False)
        yield Static("", id="home-second", classes="second-bar", markup=False)
        with Horizontal(id="home-panes"):
            yield RowList(id="home-list", classes="pane", on_move=self._show_details)
            yield DetailsPane(id="home-details")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the whole screen from the plan."""
        if not self.session.has_plan:
            self.query_one("#home-title", Static).update("tertial", layout=False)
            self.query_one(RowList).show(waiting_rows(self.session.trouble))
            return
        self._being_written.clear()
        tertial = self.shown_tertial
        shown = shown_plan(self, tertial)
        self.view = home_view(shown, self.unit, self.session.today, tertial)
        self._show_bars(self.view)
        self.query_one(KeyBar).leave_out(useless_keys(self.view))
        rows = list_rows(self.view, self.session.conflict_count)
        rows += late_rows(late_of(self, self.unit, tertial))
        self.query_one(RowList).show(rows)
        latest(self, partial(self._count_findings, self.view), "checking")

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.show_sending()

    def show_sending(self) -> None:
        """Draw the two lines at the top."""
        if self.view is not None:
            self._show_bars(self.view)

    def _show_bars(self, view: HomeView) -> None:
        width = self.app.size.width - 2
        title = title_line(self.plan, view, self.session.show_saved(), width)
        self.query_one("#home-title", Static).update(title, layout=False)
        second = second_line(self.plan, view, self._findings, width)
        self.query_one("#home-second", Static).update(second, layout=False)

    async def _count_findings(self, view: HomeView) -> None:
        """Check beside the screen's thread: the rules only read the plan, which never changes."""
        found = await asyncio.to_thread(self.session.findings, view.unit, view.tertial)
        standing = [finding for finding in found if finding.counts]
        urgent = sum(finding.severity.calls_for_action for finding in standing)
        count = Counts(urgent, len(standing) - urgent)
        if view is self.view and count != self._findings:
            self._findings = count
            self._show_bars(view)

    def details_of(self, key: str | None) -> ActivityDetails | None:
        """The details of an activity of the unit on the screen."""
        activity = self.plan.find(Activity, key)
        if activity is None:
            return None
        shown = shown_plan(self, self.shown_tertial)
        held = shown.find(Activity, key) or activity
        return activity_details(shown, held, self.unit, self.shown_tertial)

    def _show_details(self, key: str | None) -> None:
        pane = self.query_one(DetailsPane)
        pane.show_details(self.details_of(key), self.session.today)

    def text_to_copy(self) -> str:
        """The title under the cursor."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    # What a key does. The sentences of the registry say the same to the user.

    def _do(self, action: Callable[[Session], object], done: str) -> None:
        """Write something behind the screen; says what was done, or why it was not."""
        self.tertial.in_background(self._done(action, done))

    async def _done(self, action: Callable[[Session], object], done: str) -> None:
        try:
            await self.tertial.write(action)
        except ModelError as error:
            await self.tertial.explain(error)
        else:
            self.notify(done, timeout=4)

    def _needs_activity(self) -> Activity | None:
        activity = self.chosen
        if activity is None:
            new = action("home", "new_activity").shown_key
            self.notify(f"Planera först en aktivitet: {new}.", severity="warning")
        return activity

    def _open_queue(self, *, value: StatusValue | None = None, comment: bool = False) -> None:
        from tui.app.screens.quick_status import QuickStatusScreen

        if self.view is None or not self.may_report(self.unit, self.view.tertial):
            return
        if self._needs_activity() is None:
            return
        missing = [row.activity for row in self.view.missing]
        reported = [row.activity for row in self.view.reported]
        chosen = self.query_one(RowList).key
        order = next((part for part in (missing, reported) if chosen in part), None)
        if order is None:
            self.notify("Aktiviteten utgår och rapporteras inte.", severity="warning")
            return
        screen = QuickStatusScreen(
            self.unit,
            self.view.tertial,
            order,
            start=chosen,
            value=value,
            at="comment" if comment else "",
            then_hand_in=order is missing and self.unit != CENTRAL,
        )
        self.app.push_screen(screen, self._go_to)

    def action_quick_status(self) -> None:
        """Go through the activities one at a time."""
        self._open_queue()

    def action_status(self, number: int) -> None:
        """Open quick status with a status chosen."""
        self._open_queue(value=list(StatusValue)[number - 1])

    def action_comment(self) -> None:
        """Open quick status in the comment."""
        self._open_queue(comment=True)

    def action_unchanged(self) -> None:
        """Repeat last tertial's status and comment, and go to the next that lacks one."""
        from model.actions.statuses import unchanged
        from model.views.queue import queue_item

        unit, tertial = self.unit, self.shown_tertial
        if not self.may_report(unit, tertial) or (activity := self._needs_activity()) is None:
            return
        item = queue_item(self.plan, activity, unit, tertial)
        if item.repeated is None:
            self.notify("Det finns inget tidigare att upprepa. Välj 1–8.", severity="warning")
            return
        if item.has_own_comment or item.needs_new_end(item.repeated):
            self._open_queue(value=item.repeated)
            return
        self._being_written.add(activity.id)
        self._do(
            lambda session: session.write(
                lambda edit: unchanged(
                    edit,
                    edit.plan.find(Activity, activity.id) or activity,
                    unit,
                    tertial,
                    seen=item.present,
                )
            ),
            f"Oförändrat: {activity.title}\nu ångrar",
        )
        self._to_next_missing(activity.id)

    def _to_next_missing(self, done: EntityId) -> None:
        """Go to the next that lacks a status, by the list as the person sees it."""
        missing = [row.activity for row in self.view.missing] if self.view else []
        if done in missing:
            place = missing.index(done)
            order = missing[place + 1 :] + missing[:place]
            following = (each for each in order if each not in self._being_written)
            if (key := next(following, None)) is not None:
                self.query_one(RowList).move_to(key)

    def action_open_details(self) -> None:
        """Open the chosen activity."""
        from tui.app.screens.activity import ActivityScreen

        activity = self._needs_activity()
        if activity is not None:
            self.app.push_screen(ActivityScreen(activity.id, self.unit, self.shown_tertial))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click opens."""
        self.action_open_details()

    async def action_new_activity(self) -> None:
        """Plan a new activity."""
        from tui.app.screens.plan_form import open_plan_form

        if self.is_a_units(self.unit) and self.may_change(self.unit):
            await open_plan_form(self.tertial, self.unit, then=self._go_to_saved)

    async def action_edit_activity(self) -> None:
        """Change the chosen activity."""
        from tui.app.screens.plan_form import open_plan_form

        if not self.is_a_units(self.unit) or not self.may_change(self.unit):
            return
        if (activity := self._needs_activity()) is None:
            return
        await open_plan_form(self.tertial, self.unit, activity.id, then=self._go_to_saved)

    def action_hand_in(self) -> None:
        """Hand in the tertial, or take it back."""
        from tui.app.screens.hand_in import HandInScreen

        def answered(missing: EntityId | None) -> None:
            if missing is not None:
                self._go_to(missing)
                self.action_quick_status()

        if self.is_a_units(self.unit) and self.may_change(self.unit):
            self.app.push_screen(HandInScreen(self.unit, self.shown_tertial), answered)

    def action_findings(self) -> None:
        """Show the findings."""
        from tui.app.screens.findings import FindingsScreen

        self.app.push_screen(FindingsScreen(self.unit, self.shown_tertial))

    def action_report(self) -> None:
        """Show the unit's report."""
        from tui.app.screens.report import ReportScreen

        if self.is_a_units(self.unit):
            self.app.push_screen(ReportScreen(self.unit))

    def action_history(self) -> None:
        """Show the history of the chosen activity."""
        from tui.app.screens.history import HistoryScreen

        activity = self._needs_activity()
        if activity is not None:
            self.app.push_screen(HistoryScreen(activity.id))

    def action_settle(self) -> None:
        """Choose between what two have written, that of the chosen activity first."""
        from tui.app.screens.conflicts import ConflictsScreen

        self.app.push_screen(ConflictsScreen(self.query_one(RowList).key))

    def action_search(self) -> None:
        """Search, and go to what was found: an activity, or the form of a new one for a goal."""
        from tui.app.screens.search import SearchScreen

        may_plan = self.unit in self.session.units
        screen = SearchScreen(self.unit, self.shown_tertial, may_plan=may_plan)
        self.app.push_screen(screen, self._found)

    async def _found(self, found: EntityId | None) -> None:
        from tui.app.screens.plan_form import open_plan_form

        if self.plan.find(Goal, found) is None:
            self._go_to(found)
        else:
            await open_plan_form(self.tertial, self.unit, goal=found, then=self._go_to_saved)

    def _go_to(self, found: EntityId | None) -> None:
        """Go to an activity, in the tertial in which it shows."""
        if found is None:
            return
        self.show_plan()
        places = tertials_to_show(self.plan, self.session.today)
        if not self._shows(found, self.shown_tertial):
            place = next((each for each in places if self._shows(found, each)), None)
            if place is not None:
                self._show_tertial(place if place != places[0] else None)
        self.query_one(RowList).move_to(found)

    def _go_to_saved(self, saved: EntityId | None) -> None:
        self._go_to(saved)
        activity = self.plan.find(Activity, saved)
        if activity is not None and self.query_one(RowList).key != saved:
            self.notify(f"Aktiviteten är sparad. Den visas här när {activity.year} börjar.")

    def _shows(self, activity: EntityId, tertial: Tertial) -> bool:
        rows = home_view(self.plan, self.unit, self.session.today, tertial).rows
        return any(row.activity == activity for row in rows)

    def action_settings(self) -> None:
        """Change looks and details."""
        from tui.app.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_move(self, step: int) -> None:
        """Move in the list also while it is hidden."""
        self.query_one(RowList).action_cursor(step)

    def action_toggle_pane(self) -> None:
        """Show the details instead of the list in a narrow window, and back."""
        if not self.has_class("-narrow"):
            self.notify("Fönstret är så brett att listan och detaljerna får plats tillsammans.")
            return
        self.toggle_class("-details")
        if not self.has_class("-details"):
            self.set_focus(self.query_one(RowList))

    def action_leave(self) -> None:
        """Back from the details to the list, and from a unit to the overview."""
        if self.has_class("-narrow") and self.has_class("-details"):
            self.action_toggle_pane()
        elif self._given_unit is not None:
            self.app.pop_screen()
        else:
            self.notify("Du är redan i Start. Ctrl+Q avslutar.")

    def action_next_unit(self) -> None:
        """Show the next unit of this home."""
        if self._given_unit is not None or len(self.session.units) < 2:
            self.notify("Här finns bara en enhet. Esc går till översikten, om du kom därifrån.")
            return
        self._unit_number += 1
        self._findings = Counts()
        self.show_plan()

    def action_next_tertial(self) -> None:
        """Show the next of those that are gone between, and at last the current one again."""
        following = next_to_show(self.plan, self.session.today, self.shown_tertial)
        self._show_tertial(following)

    def _show_tertial(self, tertial: Tertial | None) -> None:
        self._tertial = tertial
        self._findings = Counts()
        self.show_plan()
