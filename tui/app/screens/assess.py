"""Assessing the goals of a tertial: one key per level, texts written beside what they rest on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from model.actions.assessing import AssessmentLocked, assess, write_analysis
from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.identifiers import EntityId
from model.plan.rules import locked_words
from model.plan.vocabulary import AssessmentLevel
from model.views.assessing import GoalToAssess, goals_as_assessed
from model.views.goal_attainment import attainment
from tui.app.bindings import bindings_for
from tui.app.locked import shown_plan
from tui.app.screens.assess_lines import column_row, definitions, goal_rows, goal_text
from tui.app.screens.fitting import bar, spread
from tui.app.screens.home_lines import waiting_rows
from tui.app.screens.writing import Writing, WritingScreen
from tui.app.widgets.beside import Beside
from tui.app.widgets.comment_field import CommentField
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import RowList


class AssessField(CommentField):
    """The text that is being written about a goal or the year."""

    context = "assess_text"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("assess_text", priority=True)]


class AssessScreen(WritingScreen):
    """The board's goals; the chosen one beside them with its activities."""

    context = "assess"
    field = AssessField
    AUTO_FOCUS = "#assess-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("assess")]

    def __init__(self, tertial: Tertial, goal: EntityId | None = None) -> None:
        """The goals of a tertial, one of them chosen."""
        super().__init__()
        self.shown_tertial = tertial
        self._first = goal
        self._goals: dict[EntityId, GoalToAssess] = {}

    def compose(self) -> ComposeResult:
        """A line, the list with the chosen goal and the text beside it, the keys."""
        yield Static("", id="assess-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            with Vertical(id="assess-goals", classes="pane"):
                yield RowList(id="assess-columns")
                yield RowList(id="assess-list", on_move=self._show_goal)
            with Vertical(classes="writing-side"):
                yield Beside(id="assess-text")
                yield from self.writing_field()
        yield KeyBar(self.context)

    def on_mount(self) -> None:
        """Name the columns."""
        columns = self.query_one("#assess-columns", RowList)
        columns.can_focus = False
        columns.show([column_row()])

    def show_plan(self) -> None:
        """Draw the goals as they stand now."""
        if not self.session.has_plan:
            self._list.show(waiting_rows(self.session.trouble))
            return
        goals = goals_as_assessed(shown_plan(self, self.shown_tertial), self.shown_tertial)
        self._goals = {each.goal.id: each for each in goals}
        self._show_head()
        self._list.show(list(goal_rows(goals)), key=self._first)
        self._first = None

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def _show_head(self) -> None:
        if not self.session.has_plan:
            return
        counts = attainment(shown_plan(self, self.shown_tertial), self.shown_tertial)
        done = counts.total - counts.unassessed
        locked = locked_words(self.plan, self.shown_tertial, self.session.today)
        title = Content.assemble(
            ("Bedöm målen ", "bold $primary"),
            self.shown_tertial.swedish,
            (f" · {locked}" if locked else "", "$muted"),
        )
        words = f"{done} av {counts.total} bedömda"
        head = spread(
            title,
            Content.assemble(f"{words}   ", bar(done, counts.total)),
            self.app.size.width - 2,
            (title, Content(words)),
        )
        self.query_one("#assess-head", Static).update(head, layout=False)

    @property
    def _list(self) -> RowList:
        return self.query_one("#assess-list", RowList)

    @property
    def chosen(self) -> GoalToAssess | None:
        """The goal under the cursor."""
        key = self._list.key
        return self._goals.get(key) if key else None

    def _show_goal(self, key: str | None) -> None:
        goal = self._goals.get(key) if key else None
        text = Content("")
        if goal is not None:
            text = goal_text(goal, definitions(self.plan), self.shown_tertial.year)
        self.query_one(Beside).show(text)

    def text_to_copy(self) -> str:
        """Everything about the goal under the cursor."""
        goal = self.chosen
        if goal is None:
            return ""
        return goal_text(goal, definitions(self.plan), self.shown_tertial.year).plain

    # Deciding.

    def action_choose(self, number: int) -> None:
        """Decide a level; one that the rule does not suggest is motivated first."""
        goal, level = self._needs_goal(), list(AssessmentLevel)[number - 1]
        if goal is None:
            return
        if level is goal.suggestion.level or (level is goal.level and goal.motivation):
            self.tertial.in_background(self._decided(goal, level))
        else:
            self._write_motivation(goal, level)

    async def _decided(self, goal: GoalToAssess, level: AssessmentLevel) -> None:
        app, tertial, number = self.tertial, self.shown_tertial, goal.goal.number
        try:
            await app.write(
                lambda session: session.write(
                    lambda edit: assess(edit, goal.goal, tertial, level=level, seen=goal.assessment)
                )
            )
        except ModelError as error:
            await app.explain(error)
        else:
            app.notify(f"{number}: {level.symbol} {level.swedish}\nu ångrar", timeout=4)

    def action_next(self) -> None:
        """Go to the next goal that is not assessed, round to the first."""
        keys = list(self._goals)
        place = keys.index(self._list.key) + 1 if self._list.key in keys else 0
        order = (*keys[place:], *keys[:place])
        found = next((key for key in order if self._goals[key].level is None), None)
        if found is None:
            self.notify("Alla mål är bedömda.")
        else:
            self._list.move_to(found)

    # Writing.

    def action_motivation(self) -> None:
        """Write why the goal is assessed as it is."""
        goal = self._needs_goal()
        if goal is None:
            return
        level = goal.level or goal.suggestion.level
        if level is None:
            self.notify("Välj först en nivå med 1–4.", severity="warning")
        else:
            self._write_motivation(goal, level)

    def _write_motivation(self, goal: GoalToAssess, level: AssessmentLevel) -> None:
        tertial = self.shown_tertial
        self.begin(
            Writing(
                f"{goal.goal.number} Varför ”{level.swedish}”?",
                self._draft("motivation", goal),
                goal.motivation if level is goal.level else "",
                lambda edit, text: assess(
                    edit, goal.goal, tertial,
                    level=level, motivation=text, seen=goal.assessment,
                ),
                f"{goal.goal.number}: {level.symbol} {level.swedish}",
            )
        )  # fmt: skip

    def action_summary(self) -> None:
        """Write the text under the level."""
        goal, tertial = self._needs_goal(), self.shown_tertial
        if goal is not None:
            self.begin(
                Writing(
                    f"{goal.goal.number} Sammanfattning i tertialrapporten",
                    self._draft("summary", goal),
                    goal.assessment.summary if goal.assessment is not None else "",
                    lambda edit, text: assess(
                        edit, goal.goal, tertial, summary=text, seen=goal.assessment
                    ),
                    "Sammanfattningen är sparad.",
                )
            )

    def action_comment(self) -> None:
        """Write the comment of the reconciliation."""
        goal, tertial = self._needs_goal(), self.shown_tertial
        if goal is not None:
            self.begin(
                Writing(
                    f"{goal.goal.number} Kommentar i målavstämningen",
                    self._draft("comment", goal),
                    goal.assessment.comment if goal.assessment is not None else "",
                    lambda edit, text: assess(
                        edit, goal.goal, tertial, comment=text, seen=goal.assessment
                    ),
                    "Kommentaren är sparad.",
                )
            )

    def action_analysis(self) -> None:
        """Write the analysis of the year."""
        year = self.shown_tertial.year
        present = self.plan.analysis_of(year)
        self.begin(
            Writing(
                f"Analys av {year}",
                f"analysis:{year}",
                present.text if present is not None else "",
                lambda edit, text: write_analysis(edit, year, text, seen=present),
                "Analysen är sparad.",
            )
        )

    def _draft(self, field: str, goal: GoalToAssess) -> str:
        return f"assess:{goal.goal.id}:{self.shown_tertial}:{field}"

    # Going.

    def _needs_goal(self) -> GoalToAssess | None:
        """The goal to write about; says so where there is none, or the tertial is locked."""
        if self.shown_tertial in self.plan.locked:
            self.notify(str(AssessmentLocked(self.shown_tertial)), severity="warning", timeout=8)
            return None
        if self.chosen is None:
            self.notify("Det finns inget mål att välja.")
        return self.chosen

    def taken_back(self, entities: tuple[Entity, ...]) -> None:
        """Go to the goal that stands otherwise since undo or redo."""
        for entity in entities:
            goal = getattr(entity, "goal", None)
            if goal in self._goals:
                self._list.move_to(goal)

    def action_settle(self) -> None:
        """Choose between what two have written."""
        from tui.app.screens.conflicts import ConflictsScreen

        self.app.push_screen(ConflictsScreen())

    def action_back(self) -> None:
        """Back to the overview."""
        self.dismiss(None)
