"""What is chosen in the plan form from lists: goals, people, ideas, and last year's activities."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from model.plan.entities import Period
from model.plan.identifiers import EntityId
from model.plan.vocabulary import GoalLevel
from tui.app.plan_text import goals_of

if TYPE_CHECKING:
    from model.example.ideas import Idea
    from tui.app.plan_state import FormState
    from tui.app.screens.plan_form import PlanFormScreen
    from tui.app.widgets.choice_fields import PersonField


class FormChoices:
    """Opens the lists over a plan form, and puts into it what was chosen."""

    def __init__(self, screen: PlanFormScreen) -> None:
        self._screen = screen

    def _open(self) -> FormState | None:
        """The form's state, unless the activity is decided in the operational plan."""
        state = self._screen.state
        if state is not None and state.is_of_plan:
            self._screen.notify(
                "Aktiviteten är beslutad i verksamhetsplanen. "
                "Bara ansvarig och ersättare anges här.",
                severity="warning",
            )
            return None
        return state

    # Goals.

    async def goals(self) -> None:
        """Choose goals from the year's."""
        from tui.app.screens.goal_picker import GoalPicker

        screen, state = self._screen, self._open()
        if state is None:
            return
        picker = GoalPicker(screen.plan, state.reading.year, state.text.goals)

        def picked(done: str | None) -> None:
            if done is None or screen.state is not state:
                return
            is_first = not state.text.goals
            self._set_goals(state, picker.marked)
            if is_first and screen.focused is screen.fields.goals:
                screen.go_to("start_date")

        await screen.app.push_screen(picker, picked)

    def primary_goal(self) -> None:
        """Put the goal under the cursor first."""
        state = self._open()
        if state is not None and (key := self._goal()) is not None:
            others = (goal for goal in state.text.goals if goal != key)
            self._set_goals(state, (key, *others), key)

    def remove_goal(self) -> None:
        """Take the goal under the cursor away."""
        state = self._open()
        if state is not None and (key := self._goal()) is not None:
            self._set_goals(state, tuple(goal for goal in state.text.goals if goal != key))

    def _goal(self) -> EntityId | None:
        """The goal under the cursor; says what to do when there is none."""
        key = self._screen.fields.goals.key
        if key is None:
            self._screen.notify("Inget mål är valt än. F4 väljer.", severity="warning")
        return key

    def _set_goals(
        self, state: FormState, goals: tuple[EntityId, ...], key: EntityId | None = None
    ) -> None:
        self._screen.change(replace(state.text, goals=goals))
        self._screen.fields.show_goals(goals_of(self._screen.plan, state.text), key)

    # People.

    async def person(self, field: PersonField) -> None:
        """Choose somebody for a field, beginning with what stands there."""
        from tui.app.screens.person_picker import PersonPicker

        screen, state = self._screen, self._screen.state
        if state is None:
            return
        picker = PersonPicker(screen.plan, state.unit, query=field.value)

        def picked(person: str | None) -> None:
            if person is None or screen.state is not state:
                return
            name = picker.picked_name
            meant = {**state.text.people, name: person} if person else state.text.people
            is_first = field is screen.fields.field("responsible")
            text = replace(state.text, people=meant)
            text = replace(text, responsible=name) if is_first else replace(text, deputy=name)
            screen.change(text)
            screen.fields.show_people(text)
            screen.set_focus(field)
            screen.focus_next()

        await screen.app.push_screen(picker, picked)

    # Whole activities.

    async def ideas(self) -> None:
        """Fill the form from a ready-made idea."""
        from tui.app.screens.ideas import IdeasScreen

        screen, state = self._screen, self._open()
        if state is None:
            return

        def taken(idea: Idea) -> None:
            if screen.state is state:
                self._take(state, idea)

        await screen.app.push_screen(IdeasScreen(taken))

    def _take(self, state: FormState, idea: Idea) -> None:
        """The idea's words and dates, towards the goal that ideas are for; F9 brings back."""
        year = state.reading.year
        period = _from_now_on(idea.period(year), self._screen.session.today)
        towards = [
            goal.id
            for goal in self._screen.plan.goals(self._screen.plan.goal_year(year))
            if goal.level is GoalLevel.EFFICIENCY and "sjukfrånvaro" in goal.text.casefold()
        ]
        text = replace(
            state.text,
            title=idea.title,
            description=idea.description,
            start=period.start.isoformat(),
            end=period.end.isoformat(),
            goals=tuple(dict.fromkeys((*towards, *state.text.goals))),
        )
        self._screen.drafts.put_in(state, text, "Ifyllt från idén. F9 tar fram det förra.")

    async def carry_over(self) -> None:
        """Carry over from earlier years; when that is done, the form is left."""
        from tui.app.screens.carry_over import CarryOverScreen

        screen, state = self._screen, self._screen.state
        if state is None:
            return

        def carried(activity: EntityId | None) -> None:
            if activity is not None and screen.state is state:
                screen.leave_for(activity)

        await screen.app.push_screen(CarryOverScreen(state.unit, state.reading.year), carried)


def _from_now_on(period: Period, today: date) -> Period:
    """A period of this year that begins no earlier than today, to the year's end if it is over."""
    if period.start >= today or period.start.year != today.year:
        return period
    end = period.end if period.end > today else date(today.year, 12, 31)
    return Period(today, end)
