"""One activity with everything that stands of it, scrolled where it is long."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from model.plan.calendar import Tertial
from model.plan.entities import Activity
from model.plan.identifiers import EntityId, short_id
from model.swedish.visible import visible
from model.views.details import activity_details
from model.views.naming import reporter_name
from tui.app.bindings import bindings_for
from tui.app.locked import shown_plan
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.widgets.details_pane import details_text
from tui.app.widgets.key_bar import KeyBar


class ActivityScreen(FrameScreen):
    """Read one activity; its keys lead to where it is changed."""

    context = "details"
    AUTO_FOCUS = "#activity-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("details")]

    def __init__(self, activity: EntityId, unit: EntityId, tertial: Tertial) -> None:
        """About one activity of one unit."""
        super().__init__()
        self.activity_id = activity
        self.unit = unit
        self.shown_tertial = tertial

    def compose(self) -> ComposeResult:
        """A line, the text, the keys."""
        yield Static("", id="activity-head", classes="title-bar", markup=False)
        with VerticalScroll(id="activity-scroll", classes="pane"):
            yield Static("", id="activity-text", markup=False)
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Draw the activity as it is now."""
        activity = self.plan.find(Activity, self.activity_id)
        name = reporter_name(self.plan, self.unit)
        if activity is None:
            gone = (
                "Aktiviteten finns inte längre. Den kan ha ångrats, här eller i ett annat program."
            )
            self.query_one("#activity-text", Static).update(gone)
            return
        width = self.app.size.width
        shown = shown_plan(self, self.shown_tertial)
        held = shown.find(Activity, activity.id) or activity
        details = activity_details(shown, held, self.unit, self.shown_tertial)
        head = spread(
            Content.assemble(("Aktivitet ", "bold $primary"), visible(name)),
            Content.assemble((f"id {short_id(activity.id)}", "$muted")),
            width - 2,
        )
        self.query_one("#activity-head", Static).update(head, layout=False)
        text = details_text(details, self.session.today, min(width - 8, 100))
        self.query_one("#activity-text", Static).update(text)

    def on_resize(self) -> None:
        """Fit the year to the new width."""
        self.show_plan()

    def text_to_copy(self) -> str:
        """The activity's title and description."""
        activity = self.plan.find(Activity, self.activity_id)
        return f"{activity.title}\n{activity.description}".strip() if activity else ""

    def _may_change(self) -> bool:
        """Whether there is an activity that this device may change; says so if not."""
        if self.plan.find(Activity, self.activity_id) is None:
            self.notify("Aktiviteten finns inte längre.", severity="warning")
            return False
        return self.may_change(self.unit)

    async def action_edit(self) -> None:
        """Change the activity."""
        from tui.app.screens.plan_form import open_plan_form

        if not self._may_change() or not self.is_a_units(self.unit):
            return
        await open_plan_form(self.tertial, self.unit, self.activity_id)

    def action_status(self) -> None:
        """Report the activity."""
        from tui.app.screens.quick_status import QuickStatusScreen

        if not self._may_change() or not self.may_report(self.unit, self.shown_tertial):
            return
        activity = self.plan.find(Activity, self.activity_id)
        if activity is not None and activity.cancelled:
            self.notify("Aktiviteten utgår och rapporteras inte.", severity="warning")
            return
        self.app.push_screen(QuickStatusScreen(self.unit, self.shown_tertial, [self.activity_id]))

    def action_history(self) -> None:
        """Who has changed what, and when."""
        from tui.app.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.activity_id))

    def action_settle(self) -> None:
        """Choose between what two have written."""
        from tui.app.screens.conflicts import ConflictsScreen

        self.app.push_screen(ConflictsScreen(self.activity_id))

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.pop_screen()
