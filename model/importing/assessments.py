"""What a row about a goal says of how far it was met: level, motivation, summary and comment."""

from __future__ import annotations

from functools import partial

from model.actions.assessing import MotivationMissing, assess
from model.importing.cells import CellRefused, choice_of, quoted, tertial_of_cell, text_of
from model.importing.context import Context
from model.importing.goals import identified
from model.importing.headings import Heading
from model.importing.standing import new_text
from model.importing.tables import SheetRow
from model.plan.assessment import Assessment
from model.plan.calendar import Tertial
from model.plan.entities import Goal
from model.plan.vocabulary import AssessmentLevel

LEVEL_WORDS = {
    **{level.swedish: level for level in AssessmentLevel},
    **{level.value: level for level in AssessmentLevel},
}
_PARTS = (Heading.ASSESSMENT, Heading.MOTIVATION, Heading.SUMMARY, Heading.COMMENT)


def is_assessed(row: SheetRow) -> bool:
    """Whether a row says anything of how far its goal was met."""
    return any(heading in row.cells for heading in _PARTS)


def take_assessment(context: Context, row: SheetRow) -> tuple[str, tuple[str, ...]]:
    """Take what a row says of a goal into the edit; gives what it is called, and what was assumed.

    Where the level is not the suggested one and the row has no motivation, its summary tells how
    the assessment was made, as in the municipality's own reports. Raises `RuleError`.
    """
    goal = identified(context, row).goal
    if goal is None:
        raise CellRefused("Målet finns inte. Läs in det först, med nummer och text.")
    tertial = _tertial(context, row, goal)
    context.first.about(context.edit.plan.id_of(Assessment, goal.id, str(tertial)))
    present = context.edit.plan.assessment_of(goal.id, tertial)
    seen = present or Assessment(id="")
    level = choice_of(row.cells.get(Heading.ASSESSMENT), LEVEL_WORDS, "bedömning")
    if seen.decided is not None and level is seen.decided.level:
        level = None
    before = seen.decided.motivation if seen.decided is not None and level is None else ""
    motivation = _changed(row, Heading.MOTIVATION, before)
    summary = _changed(row, Heading.SUMMARY, seen.summary)
    comment = _changed(row, Heading.COMMENT, seen.comment)
    name = f"{goal.number} {goal.text}".strip()
    if level is None and motivation is None and summary is None and comment is None:
        return name, ()
    write = partial(
        assess, context.edit, goal, tertial, level=level, summary=summary, comment=comment
    )
    try:
        write(motivation=motivation)
    except MotivationMissing:
        instead = summary or seen.summary
        if not instead.strip():
            raise
        write(motivation=instead)
        return name, ("Bedömningen är en annan än förslaget; sammanfattningen blir motivering.",)
    return name, ()


def _tertial(context: Context, row: SheetRow, goal: Goal) -> Tertial:
    tertial = tertial_of_cell(row.cells.get(Heading.TERTIAL), year=goal.year)
    tertial = tertial or context.wishes.tertial
    if tertial is None:
        raise CellRefused(
            f"Det står inte vilket tertial bedömningen av {quoted(goal.number)} gäller. Lägg till "
            "en kolumn Tertial eller ange tertialet när filen läses in."
        )
    return tertial


def _changed(row: SheetRow, heading: Heading, present: str) -> str | None:
    """The text under a heading, None where it says nothing new."""
    text = new_text(text_of(row.cells.get(heading)), present)
    return text if text != present else None
