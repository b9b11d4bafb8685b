"""How the goals to assess are written: a row each, and everything that a level rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from model.plan.plan import Plan
from model.plan.vocabulary import AssessmentLevel
from model.swedish.date_text import short_date
from model.swedish.visible import visible, visible_lines
from model.views.assessing import ActivityLine, GoalToAssess
from report.errors import TextError
from report.texts import Texts
from tui.app.screens.home_lines import heading
from tui.app.widgets.details_pane import Part
from tui.app.widgets.row_list import Cell, ListRow
from tui.app.widgets.tones import colour_of

SHORT_LEVELS = {
    AssessmentLevel.MET: "Uppfyllt",
    AssessmentLevel.PARTLY_MET: "Delvis",
    AssessmentLevel.BARELY_MET: "Knappt",
    AssessmentLevel.NOT_MET: "Ej",
}
_TONES = {
    AssessmentLevel.MET: "good",
    AssessmentLevel.PARTLY_MET: "good",
    AssessmentLevel.BARELY_MET: "warn",
    AssessmentLevel.NOT_MET: "bad",
}
_COLOURS = {"good": "$success", "warn": "$warning", "bad": "$error"}
LEVEL_WIDTH = 10


def definitions(plan: Plan) -> Mapping[AssessmentLevel, str]:
    """What each level means, in the municipality's words or in ours (A6)."""
    return {level: _definition(plan, level) for level in AssessmentLevel}


def _definition(plan: Plan, level: AssessmentLevel) -> str:
    key = f"assessment.{level.value}"
    try:
        return Texts(plan.texts).line(key)
    except TextError:
        return Texts().line(key)


def goal_rows(goals: tuple[GoalToAssess, ...]) -> Iterator[ListRow]:
    """A row for each goal under its council goal, as the report has its chapters."""
    if not goals:
        yield heading("Målkatalogen har inga av kommunstyrelsens mål för året.")
        return
    above: str | None = None
    for goal in goals:
        council = goal.council
        if council is not None and council.id != above:
            above = council.id
            yield heading(f"{council.number} {council.text}")
        yield _row(goal)


def _row(goal: GoalToAssess) -> ListRow:
    level, suggested = goal.level, goal.suggestion.level
    conflict = "⚡ " if goal.assessment is not None and goal.assessment.conflicts else ""
    tone = _TONES[level] if level is not None else "warn"
    cells = (
        Cell(goal.goal.number, 6, "muted"),
        Cell(conflict + goal.goal.text),
        Cell(_short(suggested), LEVEL_WIDTH, "muted"),
        Cell(_short(level) if level is not None else "obedömt", LEVEL_WIDTH, tone),
    )
    return ListRow(cells, goal.goal.id, f"{goal.goal.number} {goal.goal.text}")


def column_row() -> ListRow:
    """The names of the columns."""
    return ListRow(
        (Cell("Mål", 6), Cell(""), Cell("Förslag", LEVEL_WIDTH), Cell("Bedömning", LEVEL_WIDTH))
    )


def _short(level: AssessmentLevel | None) -> str:
    return f"{level.symbol} {SHORT_LEVELS[level]}" if level is not None else "–"


def goal_text(goal: GoalToAssess, meanings: Mapping[AssessmentLevel, str], year: int) -> Content:
    """One goal in full: suggestion, decision, what the levels mean, texts and activities."""
    parts: list[Part] = [
        (f"{goal.goal.number} ", "bold $secondary"),
        (visible(goal.goal.text), "bold"),
        "\n",
    ]
    parts += ["\n", *_suggested(goal), *_decided(goal), "\n"]
    for number, (level, meaning) in enumerate(meanings.items(), start=1):
        is_chosen = level is goal.level
        parts += [
            (f" {number} ", "bold $footer-key"),
            (f"{level.symbol} {level.swedish}", "bold" if is_chosen else ""),
            (f"  {visible(meaning)}\n", "$muted"),
        ]
    parts += _text("Tolkning", goal.goal.interpretation)
    if goal.assessment is not None:
        parts += _text("Sammanfattning", goal.assessment.summary)
        parts += _text("Kommentar", goal.assessment.comment)
    parts += ["\n", (f"Aktiviteter ({len(goal.activities)})", "bold $secondary"), "\n"]
    for line in goal.activities:
        parts += _activity(line, year)
    return Content.assemble(*parts)


def _suggested(goal: GoalToAssess) -> list[Part]:
    level = goal.suggestion.level
    words = f"{level.symbol} {level.swedish}" if level is not None else "–"
    return [("Förslag    ", "$muted"), words, "\n", (goal.suggestion.reason, "$muted"), "\n"]


def _decided(goal: GoalToAssess) -> list[Part]:
    level = goal.level
    if level is None:
        return [("Bedömning  ", "$muted"), ("▲ inte bedömt", "$warning"), "\n"]
    decided = (f"{level.symbol} {level.swedish}", f"bold {_COLOURS[_TONES[level]]}")
    parts: list[Part] = [("Bedömning  ", "$muted"), decided, "\n"]
    if goal.motivation:
        parts += [visible_lines(goal.motivation), "\n"]
    if goal.is_outdated:
        parts.append(("▲ Förslaget var ett annat när målet bedömdes.\n", "$warning"))
    if goal.assessment is not None and goal.assessment.conflicts:
        parts.append(("⚡ Två har skrivit olika. Båda är kvar.\n", "$warning"))
    return parts


def _text(label: str, text: str) -> list[Part]:
    if not text:
        return []
    return ["\n", (label, "bold $secondary"), "\n", visible_lines(text), "\n"]


def _activity(line: ActivityLine, year: int) -> Iterator[Part]:
    value = line.value
    words = f"{value.symbol} {value.swedish}" if value is not None else "– Utan status"
    yield (words, colour_of(value) or "$warning")
    yield f"  {visible(line.activity.title)}\n"
    period = line.activity.period
    end = f"slut {short_date(period.end, year=year)}" if period is not None else ""
    unit = visible(line.unit) or "centralt"
    yield (f"  {', '.join(filter(None, (unit, end)))}\n", "$muted")
    if line.status is not None and line.status.comment:
        yield (f"  ”{visible(' '.join(line.status.comment.split()))}”\n", "$muted")
