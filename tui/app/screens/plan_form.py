"""Planning one activity: a form to the left, what the committee will read to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import ScreenResume
from textual.widgets import Input, Static, TextArea

from model.plan.entities import Activity
from model.plan.identifiers import EntityId
from tui.app.bindings import bindings_for
from tui.app.plan_notes import notes, requirement_line, title_line
from tui.app.plan_preview import report_lines
from tui.app.plan_state import FormState, state_for
from tui.app.plan_text import FormText, goals_of, person_meant
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.plan_form_choices import FormChoices
from tui.app.screens.plan_form_drafts import FormDrafts
from tui.app.screens.plan_form_writing import FormWriting
from tui.app.widgets.choice_fields import FIELD_KEYS, PersonField
from tui.app.widgets.date_field import DateField
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.lines_pane import LinesPane
from tui.app.widgets.plan_fields import PlanFields

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.app import TertialApp

INSTALLED = "plan_form"


class PlanFormScreen(FrameScreen):
    """One activity. Esc keeps what is typed as a draft; saving gives back the activity's id."""

    context = "plan"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in bindings_for("plan") if binding.action not in FIELD_KEYS
    ]

    def __init__(
        self,
        unit: EntityId,
        activity_id: EntityId | None = None,
        *,
        goal: EntityId | None = None,
        focus_field: str | None = None,
    ) -> None:
        """A new activity of a unit, perhaps towards a goal; or one to change, at a field."""
        super().__init__()
        self._opening = (unit, activity_id, goal, focus_field)
        self.drafts = FormDrafts(self)
        self.writing = FormWriting(self)
        self.choices = FormChoices(self)
        self.state: FormState | None = None
        self._notice = Content("")
        self._counted: object = None
        self._styled_for = ""

    def compose(self) -> ComposeResult:
        """Two lines, the form with the preview beside it, the keys."""
        yield Static("", id="plan-head", classes="title-bar", markup=False)
        yield Static("", id="plan-second", classes="second-bar", markup=False)
        with Horizontal(id="plan-panes"):
            yield PlanFields(id="plan-form", classes="pane")
            yield LinesPane(self._preview, id="plan-preview", classes="pane")
        yield KeyBar(self.context)

    def on_mount(self) -> None:
        """Show what the form was opened with."""
        self.query_one(LinesPane).border_title = "Så läses den i enhetens rapport"
        unit, activity_id, goal, focus_field = self._opening
        self.begin(unit, activity_id, goal=goal, focus_field=focus_field)

    @property
    def fields(self) -> PlanFields:
        """The form."""
        return self.query_one(PlanFields)

    def begin(
        self,
        unit: EntityId,
        activity_id: EntityId | None = None,
        *,
        goal: EntityId | None = None,
        focus_field: str | None = None,
    ) -> None:
        """Begin with an activity, as a new screen would."""
        session = self.session
        self.state = state = state_for(
            self.plan,
            unit,
            session.today,
            session.profile.person,
            activity_id=activity_id,
            goal=goal,
        )
        self._notice = Content("")
        self.remove_class("-preview")
        self.drafts.offer(state)
        self.fill(state)
        self.go_to("responsible" if state.is_of_plan else focus_field or "title")

    @on(ScreenResume)
    def _keep_styles(self, event: ScreenResume) -> None:
        """Style the fields anew only in another theme: that costs more than drawing them."""
        event.refresh_styles = self.app.theme != self._styled_for
        self._styled_for = self.app.theme

    # Showing.

    def show_plan(self) -> None:
        """Follow the plan without touching what is being written."""
        state = self.state
        if state is None:
            return
        seen = state.seen
        present = self.plan.find(Activity, seen.id) if seen is not None else None
        is_older = seen is not None and present is not None and present.heads != seen.heads
        if is_older and not state.is_saving:
            self.tell("▲ Någon annan har också ändrat här.", "$warning")
        self._counted = None
        self.show_text()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        if self.state is not None:
            self._show_head(self.state)

    def tell(self, text: str, colour: str = "") -> None:
        """Say something in the top line."""
        self._notice = Content.styled(text, colour)
        if self.state is not None:
            self._show_head(self.state)

    def go_to(self, field: str) -> None:
        """Put the cursor in a field, by its name in findings."""
        self.set_focus(self.fields.field(field))

    def fill(self, state: FormState) -> None:
        """Put the state's text into the fields."""
        self.fields.fill(state.text, state.today, is_decided=state.is_of_plan)
        self.fields.show_goals(goals_of(self.plan, state.text))
        self._counted = None
        self._show_head(state)
        self.show_text()

    def show_text(self) -> None:
        """Show what follows from the text: names, notes, preview, how the requirement stands."""
        state = self.state
        if state is None:
            return
        text, reading, draft = state.text, state.reading, state.draft
        self.fields.read_dates_in(state.seen.year if state.seen else state.today.year, reading.year)
        responsible, deputy = (
            person_meant(self.plan, text, name, state.unit) is not None
            for name in (text.responsible, text.deputy)
        )
        self.fields.know_people(responsible=responsible, deputy=deputy)
        self.fields.say(notes(self.plan, state))
        self.query_one(LinesPane).show()
        if (counted := (draft.goals, draft.year)) != self._counted:
            self._counted = counted
            self._show_head(state)
            line = requirement_line(self.plan, draft, state.unit)
            self.query_one("#plan-second", Static).update(line, layout=False)

    def _show_head(self, state: FormState) -> None:
        left = title_line(self.plan, state.unit, state.seen, state.reading.year)
        line = spread(left, self._notice, self.app.size.width - 2)
        self.query_one("#plan-head", Static).update(line, layout=False)

    def _preview(self, width: int) -> tuple[Sequence[str], int]:
        return report_lines(self.plan, self.state, width) if self.state else ((), 0)

    def text_to_copy(self) -> str:
        """What the committee will read."""
        return "\n".join(line.rstrip() for line in self.query_one(LinesPane).lines)

    # What is typed, and what is kept of it.

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.state is not None:
            self.change(self.fields.typed(self.state.text))

    def change(self, text: FormText) -> None:
        """Take in what the form now says, show what follows, and keep it as a draft soon."""
        state = self.state
        if state is None or text == state.text:
            return
        state.text = text
        state.refused.clear()
        self.show_text()
        self.drafts.keep(state)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    def action_start_over(self) -> None:
        """Put aside what is typed; once more takes it up again."""
        if self.state is not None:
            self.drafts.start_over(self.state)

    # Leaving.

    def action_save(self) -> None:
        """Save, and leave."""
        if self.state is not None:
            self.writing.save(self.state)

    def action_toggle_cancelled(self) -> None:
        """Cancel the activity, or take it up again."""
        if self.state is not None:
            self.writing.toggle_cancelled(self.state)

    def action_back(self) -> None:
        """Leave; what is typed is kept as a draft."""
        if self.has_class("-preview"):
            self.action_toggle_preview()
            return
        if self.state is not None and self.state.is_changed:
            self.notify("Det du skrev är kvar som utkast.", timeout=4)
        self.drafts.keep_now()
        self.state = None
        self.dismiss(None)

    def leave(self, state: FormState, activity: EntityId, done: str) -> None:
        """Leave when something is saved, if this is still what the form shows."""
        self.notify(f"{done}  u ångrar", timeout=4)
        if self.state is state and self.is_current:
            self.leave_for(activity)

    def leave_for(self, activity: EntityId) -> None:
        """Leave for an activity."""
        self.drafts.keep_now()
        self.state = None
        self.dismiss(activity)

    # What else the keys do.

    def action_toggle_preview(self) -> None:
        """Show what the committee will read in the whole width, or go back."""
        self.toggle_class("-preview")
        if self.has_class("-preview"):
            self.set_focus(self.query_one(LinesPane))
        else:
            self.go_to("responsible" if self.state and self.state.is_of_plan else "title")

    async def action_ideas(self) -> None:
        """Start from a ready-made idea."""
        await self.choices.ideas()

    async def action_carry_over(self) -> None:
        """Carry over from earlier years."""
        await self.choices.carry_over()

    async def action_pick_goals(self) -> None:
        """Choose goals from the year's."""
        await self.choices.goals()

    def action_primary_goal(self) -> None:
        """Put the goal under the cursor first."""
        self.choices.primary_goal()

    def action_remove_goal(self) -> None:
        """Take the goal under the cursor away."""
        self.choices.remove_goal()

    @on(PersonField.Asked)
    async def _ask_person(self, event: PersonField.Asked) -> None:
        await self.choices.person(event.field)

    def action_day(self, days: int) -> None:
        """Move the date that has the cursor by days."""
        if field := self._date_field():
            field.move_days(days)

    def action_month(self, months: int) -> None:
        """Move the date that has the cursor by months."""
        if field := self._date_field():
            field.action_month(months)

    def _date_field(self) -> DateField | None:
        if isinstance(self.focused, DateField):
            return self.focused
        self.notify("Ställ markören i Start eller Slut först.", severity="warning")
        return None


async def open_plan_form(
    app: TertialApp,
    unit: EntityId,
    activity_id: EntityId | None = None,
    *,
    goal: EntityId | None = None,
    focus_field: str | None = None,
    then: Callable[[EntityId | None], None] | None = None,
) -> None:
    """Show the form; `then` gets the saved activity's id, or None.

    The screen is made once and used again, since making its fields costs more than showing them.
    It is up when this ends, so that keys pressed meanwhile reach it.
    """
    if app.is_screen_installed(INSTALLED):
        screen = app.get_screen(INSTALLED, PlanFormScreen)
        if screen not in app.screen_stack:
            screen.begin(unit, activity_id, goal=goal, focus_field=focus_field)
            await app.push_screen(screen, then)
            return
    screen = PlanFormScreen(unit, activity_id, goal=goal, focus_field=focus_field)
    if not app.is_screen_installed(INSTALLED):
        app.install_screen(screen, INSTALLED)
    await app.push_screen(screen, then)
