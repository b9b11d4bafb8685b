"""Assessing the goals of a tertial: one key per level, texts written beside what they rest on."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from model.actions.assessing import assess, write_analysis
from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.identifiers import EntityId
from model.plan.rules import FieldRefused
from model.plan.vocabulary import AssessmentLevel
from model.views.assessing import GoalToAssess, goals_as_assessed
from model.views.goal_attainment import attainment
from model.workspace.edit import Edit
from tui.app.bindings import bindings_for
from tui.app.drafts import Drafts
from tui.app.screens.assess_lines import column_row, definitions, goal_rows, goal_text
from tui.app.screens.fitting import bar, spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.home_lines import waiting_rows
from tui.app.warned import warning_text
from tui.app.widgets.beside import Beside
from tui.app.widgets.comment_field import CommentField
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import RowList


class AssessField(CommentField):
    """The text that is being written about a goal or the year."""

    context = "assess_text"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("assess_text", priority=True)]


class Writing(NamedTuple):
    """What is being written, and how it is saved."""

    title: str
    draft: str
    present: str
    save: Callable[[Edit, str], Entity]
    done: str


class AssessScreen(FrameScreen):
    """The board's goals; the chosen one beside them with its activities."""

    context = "assess"
    AUTO_FOCUS = "#assess-list"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("assess")]

    def __init__(self, tertial: Tertial, goal: EntityId | None = None) -> None:
        """The goals of a tertial, one of them chosen."""
        super().__init__()
        self.shown_tertial = tertial
        self.drafts = Drafts(self)
        self._first = goal
        self._goals: dict[EntityId, GoalToAssess] = {}
        self._writing: Writing | None = None
        self._warned_of = ""

    def compose(self) -> ComposeResult:
        """A line, the list with the chosen goal and the text beside it, the keys."""
        yield Static("", id="assess-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            with Vertical(id="assess-goals", classes="pane"):
                yield RowList(id="assess-columns")
                yield RowList(id="assess-list", on_move=self._show_goal)
            with Vertical(id="assess-side"):
                yield Beside(id="assess-text")
                with Vertical(id="assess-writing", classes="pane"):
                    yield AssessField(id="assess-field")
                    yield Static("", id="assess-note", markup=False)
        yield KeyBar(self.context)

    def on_mount(self) -> None:
        """Name the columns; nothing is written yet."""
        columns = self.query_one("#assess-columns", RowList)
        columns.can_focus = False
        columns.show([column_row()])
        self.query_one("#assess-writing").display = False

    def show_plan(self) -> None:
        """Draw the goals as they stand now."""
        if not self.session.has_plan:
            self._list.show(waiting_rows(self.session.trouble))
            return
        goals = goals_as_assessed(self.plan, self.shown_tertial)
        self._goals = {each.goal.id: each for each in goals}
        self._show_head()
        self._list.show(list(goal_rows(goals)), key=self._first)
        self._first = None

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the part that has them."""
        is_typing = isinstance(event.widget, AssessField)
        self.query_one(KeyBar).show_context(AssessField.context if is_typing else self.context)

    def _show_head(self) -> None:
        if not self.session.has_plan:
            return
        counts = attainment(self.plan, self.shown_tertial)
        done = counts.total - counts.unassessed
        title = Content.assemble(("Bedöm målen ", "bold $primary"), self.shown_tertial.swedish)
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
        self._begin(
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
            self._begin(
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
            self._begin(
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
        self._begin(
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

    def _begin(self, writing: Writing) -> None:
        """Open the field with what was typed and never saved, else with what stands."""
        self._writing = writing
        self._warned_of = ""
        self.app.clear_notifications()
        field = self.query_one(AssessField)
        text = self.drafts.text(writing.draft) or writing.present
        with self.prevent(TextArea.Changed):
            field.load_text(text)
        field.move_cursor(field.document.end)
        self._say("" if text == writing.present else "Utkast som inte är sparat.")
        pane = self.query_one("#assess-writing")
        pane.border_title = writing.title
        pane.display = True
        self.add_class("-writing")
        field.focus()

    def _say(self, text: str) -> None:
        self.query_one("#assess-note", Static).update(Content(text))

    def _end(self) -> None:
        self._writing = None
        self.query_one("#assess-writing").display = False
        self.remove_class("-writing")
        self._list.focus()

    @on(TextArea.Changed, "#assess-field")
    def _typed(self, event: TextArea.Changed) -> None:
        if self._writing is not None:
            text = event.text_area.text
            self.drafts.typed(self._writing.draft, "" if text == self._writing.present else text)

    @on(AssessField.Left)
    def _left(self) -> None:
        if self._writing is not None and self.drafts.text(self._writing.draft):
            self.notify("Texten är kvar som utkast.", timeout=4)
        self._end()

    @on(AssessField.Done)
    def _done(self) -> None:
        """Save; what was warned of is saved when the person says so again."""
        writing, text = self._writing, self.query_one(AssessField).text
        if writing is None:
            return
        warning = warning_text(text)
        if warning and self._warned_of != text:
            self._warned_of = text
            self._say(f"{warning} Enter igen sparar ändå.")
            return
        self.tertial.in_background(self._saved(writing, text))

    async def _saved(self, writing: Writing, text: str) -> None:
        app = self.tertial
        try:
            await app.write(lambda session: session.write(lambda edit: writing.save(edit, text)))
        except FieldRefused as error:
            self._say(f"▲ {error.reason}")
        except ModelError as error:
            await app.explain(error)
        else:
            self.drafts.forget_saved(writing.draft, text)
            app.notify(f"{writing.done}\nu ångrar", timeout=4)
            if self._writing is writing:
                self._end()

    # Going.

    def _needs_goal(self) -> GoalToAssess | None:
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
