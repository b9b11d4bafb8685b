"""The overview of a department head or the centre: units as rows, a glance per column."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from model.errors import ModelError
from model.home.config import Profile
from model.plan.calendar import Tertial
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import current
from model.plan.rules import locked_words
from model.plan.vocabulary import Role
from model.views.department import Overview, filled_in, overview
from tui.app.bindings import bindings_for
from tui.app.locked import shown_plan
from tui.app.screens.fitting import bar, spread
from tui.app.screens.home_lines import conflict_rows, goals_rows, waiting_rows
from tui.app.screens.importing import FirstScreen
from tui.app.screens.overview_lines import column_row, unit_rows
from tui.app.sending_words import Saved
from tui.app.session import Session
from tui.app.tertials import next_to_show
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import ListRow, RowList
from tui.app.working import latest

FEW_UNITS = 200
"""So many units are drawn at once; more are first gone through behind the screen."""
AT_A_TIME = 20
"""Units that are checked before the next are begun, so that another tertial need not wait."""
TIMES_SHOWN = 10
"""How often the figures are drawn while they are counted."""

log = logging.getLogger(__name__)


class OverviewScreen(FirstScreen):
    """Who has planned, reported and handed in; Enter opens a unit."""

    context = "overview"
    AUTO_FOCUS = "#overview-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("overview")]

    def __init__(self) -> None:
        """Nothing is drawn before the screen is mounted."""
        super().__init__()
        self._tertial: Tertial | None = None
        self._view: Overview | None = None
        self._findings: dict[EntityId, int] = {}
        self._counted: tuple[Plan, tuple[Tertial, Profile]] | None = None
        """Of which plan, tertial and asker every unit has been counted."""
        self._heard: Mapping[EntityId, datetime] = {}

    def on_mount(self) -> None:
        """The columns' names are no list to go to."""
        self.query_one("#overview-columns", RowList).can_focus = False

    @property
    def shown_tertial(self) -> Tertial:
        """The tertial on the screen."""
        return self._tertial or current(self.plan, self.session.today)

    @property
    def _root(self) -> EntityId | None:
        """The department of a department head; everything for the centre."""
        profile = self.session.profile
        if profile.role is Role.CENTRAL or not profile.units:
            return None
        return profile.units[0]

    def compose(self) -> ComposeResult:
        """A line, the columns' names, the units, the keys."""
        yield Static("", id="overview-head", classes="title-bar", markup=False)
        with Vertical(id="overview-pane", classes="pane"):
            yield RowList(id="overview-columns")
            yield RowList(id="overview-list")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the units as they stand now: behind the screen where there are many.

        The page of the start holds only what is this home's own, so the database is waited for.
        """
        if self.session.workspace is None:
            self.query_one("#overview-head", Static).update("tertial", layout=False)
            self._list.show(waiting_rows(self.session.trouble))
            return
        plan = shown_plan(self, self.shown_tertial)
        if len(plan.of(OrganisationUnit)) <= FEW_UNITS:
            self._take_in(overview(plan, self.shown_tertial, self._root))
            self._show_rows()
        latest(self, self._look_closer, "checking")

    async def _look_closer(self) -> None:
        """Find out what takes longer: when each was heard of, then what there is to mend."""
        tertial = self.shown_tertial
        plan = shown_plan(self, tertial)
        if len(plan.of(OrganisationUnit)) > FEW_UNITS:
            self._take_in(await asyncio.to_thread(overview, plan, tertial, self._root))
        try:
            self._heard = await self.tertial.write(_last_heard, tell=False, reads=True)
        except ModelError:
            log.warning("when units were heard of could not be read", exc_info=True)
        await self._show_what_is_known()
        await self._count(plan, tertial)

    async def _count(self, plan: Plan, tertial: Tertial) -> None:
        """Count what there is to mend where it may have changed, and show it now and then."""
        from model.checks.counting import concerned

        units = [row.unit for row in self._view.rows if not row.is_sum] if self._view else []
        asked = tertial, self.session.profile
        if self._counted is not None and self._counted[1] == asked:
            changed = await asyncio.to_thread(concerned, self._counted[0], plan)
            if changed is not None:
                units = [unit for unit in units if unit in changed or unit not in self._findings]
        counts: dict[EntityId, int] = {}
        waiting = 0
        for at in range(0, len(units), AT_A_TIME):
            part = units[at : at + AT_A_TIME]
            profile = self.session.profile
            counts.update(await asyncio.to_thread(_to_mend, plan, part, tertial, profile))
            waiting += len(part)
            if waiting >= len(units) // TIMES_SHOWN or len(counts) == len(units):
                self._findings = self._findings | counts
                await self._show_what_is_known()
                waiting = 0
        self._counted = plan, asked

    async def _show_what_is_known(self) -> None:
        """Draw the rows anew; those of many units are made behind the screen."""
        if self._view is None:
            return
        known = self._view, self._findings, self._heard, self.app.size.width
        self._put(await asyncio.to_thread(_lines, *known))

    def _take_in(self, view: Overview) -> None:
        if self._view is not None and view.tertial != self._view.tertial:
            self._findings = {}
        self._view = view
        self._show_head(view)

    def _show_rows(self) -> None:
        """Draw the rows with what is known of them."""
        if self._view is not None:
            self._put(_lines(self._view, self._findings, self._heard, self.app.size.width))

    def _put(self, rows: list[ListRow]) -> None:
        """Show rows, and above them whether somebody has to choose."""
        self._list.show([*conflict_rows(self.session.conflict_count), *rows])

    def _show_head(self, view: Overview) -> None:
        locked = locked_words(self.plan, view.tertial, self.session.today)
        head = _head(view, locked, self.session.show_saved(), self.app.size.width - 2)
        self.query_one("#overview-head", Static).update(head, layout=False)
        self.query_one("#overview-columns", RowList).show([column_row(self.app.size.width)])

    @property
    def _list(self) -> RowList:
        return self.query_one("#overview-list", RowList)

    def on_resize(self) -> None:
        """Fit the line and the columns to the new width."""
        self.show_sending()
        self._show_rows()

    def show_sending(self) -> None:
        """Draw the line at the top."""
        if self._view is not None:
            self._show_head(self._view)

    def text_to_copy(self) -> str:
        """The name of the unit under the cursor."""
        row = self._list.current
        return row.plain if row else ""

    def action_open(self) -> None:
        """Open the chosen unit's own first screen."""
        from tui.app.screens.home import HomeScreen

        unit = self._list.key
        if unit is not None:
            self.app.push_screen(HomeScreen(unit=unit.partition(" ")[0]))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A second click opens."""
        self.action_open()

    def action_assess(self) -> None:
        """Assess the goals of the tertial."""
        from tui.app.screens.assess import AssessScreen

        if self.session.profile.role is Role.CENTRAL:
            self.app.push_screen(AssessScreen(self.shown_tertial))
        else:
            self.notify("Målen bedöms centralt, av stab eller controller.", timeout=6)

    def action_missing(self) -> None:
        """Show who has not handed in, and copy it for a mail."""
        from model.views.missing import mail_text, missing_units
        from tui.app.screens.message import MessageScreen

        if self._view is None:
            return
        plan = shown_plan(self, self._view.tertial)
        missing = missing_units(plan, self._view)
        text = mail_text(plan, self._view.tertial, missing)
        self.app.copy_to_clipboard(text)
        title = f"Inte inlämnat {self._view.tertial.swedish} ({len(missing)})"
        self.app.push_screen(MessageScreen(title, text))
        self.notify("Listan är kopierad. Klistra in den i ett mejl.", timeout=6)

    def action_findings(self) -> None:
        """Show what the checks find in what is this device's to mend."""
        from tui.app.screens.findings import FindingsScreen

        unit = next(iter(self.session.units), None)
        if unit is not None:
            self.app.push_screen(FindingsScreen(unit, self.shown_tertial))

    def action_measures(self) -> None:
        """Show the measures."""
        from tui.app.screens.measures import MeasuresScreen

        self.app.push_screen(MeasuresScreen(self.shown_tertial.year))

    def action_budget(self) -> None:
        """Show the budget."""
        from tui.app.screens.budget import BudgetScreen

        self.app.push_screen(BudgetScreen(self.shown_tertial.year))

    @property
    def _written_about(self) -> Tertial:
        """The tertial of the documents: the one just locked goes before the one that runs."""
        from model.views.written_about import written_about

        return written_about(self.plan, self.shown_tertial, self.session.today)

    def action_memo(self) -> None:
        """Write the memo of the tertial."""
        from tui.app.screens.memo import MemoScreen

        if self.session.profile.role is Role.CENTRAL:
            self.app.push_screen(MemoScreen(self._written_about))
        else:
            self.notify("Tjänsteskrivelsen skrivs centralt, av stab eller controller.", timeout=6)

    def action_goal_matrix(self) -> None:
        """Show goals × units."""
        from tui.app.screens.goal_matrix import GoalMatrixScreen

        self.app.push_screen(GoalMatrixScreen(self.shown_tertial, self._root))

    def action_follow_up(self) -> None:
        """Show what waits, slips or lacks a deputy."""
        from tui.app.screens.follow_up import FollowUpScreen

        self.app.push_screen(FollowUpScreen(self.shown_tertial, self._root))

    def action_oversight(self) -> None:
        """Show the reports to committees."""
        from tui.app.screens.oversight import OversightScreen

        self.app.push_screen(OversightScreen(self._root))

    def action_search(self) -> None:
        """Search in everything that this home holds."""
        from tui.app.screens.search import SearchScreen

        unit = next(iter(self.session.units), "")
        self.app.push_screen(SearchScreen(unit, self.shown_tertial))

    def action_settle(self) -> None:
        """Choose between what two have written."""
        from tui.app.screens.conflicts import ConflictsScreen

        self.app.push_screen(ConflictsScreen())

    def action_settings(self) -> None:
        """Change looks and details."""
        from tui.app.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_lock(self) -> None:
        """Show who is not ready, lock, and decide on what came late."""
        from tui.app.screens.locking import LockScreen

        self.app.push_screen(LockScreen(self.shown_tertial))

    def action_export(self) -> None:
        """Save the documents of the tertial and its year."""
        from tui.app.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self._written_about))

    def action_next_tertial(self) -> None:
        """Show the next of those that are gone between, and at last the current one again."""
        self._tertial = next_to_show(self.plan, self.session.today, self.shown_tertial)
        self.show_plan()


def _head(view: Overview, locked: str, saved: Saved, width: int) -> Content:
    title = Content.assemble(("Sammanställning ", "bold $primary"), view.tertial.swedish)
    left = Content.assemble(title, f" · {locked}") if locked else title
    short = Content.assemble(title, " · låst") if locked else title
    done = f"{view.handed_in} av {view.units} enheter inlämnade"
    full, brief, mark = saved.parts()
    shown = bar(view.handed_in, view.units)
    return spread(
        left,
        Content.assemble(f"{done}   ", shown, "   ", full),
        width,
        (left, Content.assemble(f"{done}   ", full)),
        (short, Content.assemble(f"{done}   ", full)),
        (short, Content.assemble(f"{done}   ", brief)),
        (short, Content.assemble(f"{done}  ", mark)),
    )


def _lines(
    view: Overview,
    findings: Mapping[EntityId, int],
    heard: Mapping[EntityId, datetime],
    width: int,
) -> list[ListRow]:
    """Every row of the list, with what is known of it."""
    filled = filled_in(view, findings, heard)
    return [*goals_rows(view.goals_notice), *unit_rows(filled, width)]


def _last_heard(session: Session) -> Mapping[EntityId, datetime]:
    return session.open().last_heard()


def _to_mend(
    plan: Plan, units: Sequence[EntityId], tertial: Tertial, profile: Profile
) -> dict[EntityId, int]:
    """What there is to mend in each of these units; from a worker thread."""
    from model.checks.counting import to_mend

    return {unit: to_mend(plan, unit, tertial, profile) for unit in units}
