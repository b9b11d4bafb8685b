"""What quick status says: where in the row one is, the activity, the statuses, the dates."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from model.plan.entities import Goal
from model.plan.plan import Plan
from model.plan.vocabulary import StatusValue
from model.swedish.date_text import short_date
from model.swedish.visible import visible, visible_lines
from model.views.queue import QueueItem
from tui.actions import action
from tui.app.answer import Answer
from tui.app.screens.fitting import bar, spread
from tui.app.widgets.details_pane import Part
from tui.app.widgets.tones import colour_of

COLUMN = 36
LAST_WORD = 20
"""Cells that may stay empty where a line breaks before a long word."""


def head_line(item: QueueItem, done: int, total: int, locked: str, width: int) -> Content:
    """The tertial to the left, how far one has come to the right; `locked` meanwhile is said."""
    left = Content.assemble(("Snabbstatus ", "bold $primary"), item.tertial.swedish)
    if locked:
        left = Content.assemble(left, (f" ▲ {locked}", "$warning"))
    right = Content.assemble(f"{done} av {total}   ", bar(done, total), f"   kvar {total - done}")
    return spread(left, right, width)


def card(plan: Plan, item: QueueItem, answer: Answer, width: int) -> Content:
    """The activity, what was said last time, and the statuses to choose from.

    Long texts are cut, so that the statuses always have their place.
    """
    title = Content.styled(visible(item.activity.title), "bold").truncate(width, ellipsis=True)
    parts: list[Part] = [title, "\n", _when_and_why(plan, item).truncate(width, ellipsis=True)]
    last = _last_time(item).truncate(2 * width - LAST_WORD, ellipsis=True)
    parts += ["\n\n", last, "\n\n", *_choices(answer, width)]
    if item.can_be_unchanged:
        parts += [(action("queue", "unchanged").shown_key, "bold $footer-key")]
        parts += [" oförändrat sedan sist\n"]
    return Content.assemble(*parts)


def _when_and_why(plan: Plan, item: QueueItem) -> Content:
    """Dates and primary goal."""
    period = item.activity.period
    dates = f"{period.start} – {period.end}" if period else "datum saknas"
    if period and item.end and item.end != period.end:
        dates += f", nytt slut {item.end}"
    parts: list[Part] = [(dates, "$muted"), "   "]
    goal = plan.find(Goal, item.activity.goals[0]) if item.activity.goals else None
    if goal is not None:
        parts += [(f"{goal.number} ", "$secondary"), (visible(goal.text), "$muted")]
    return Content.assemble(*parts)


def _last_time(item: QueueItem) -> Content:
    previous = item.previous
    if previous is None or previous.standing is None or previous.tertial is None:
        return Content.styled("Förra gången: inget rapporterat.", "$muted")
    value = previous.standing.value
    parts: list[Part] = [
        (f"Förra gången ({previous.tertial.swedish}): ", "$muted"),
        (f"{value.symbol} {value.swedish}", colour_of(value)),
    ]
    if previous.comment:
        comment = " ".join(visible_lines(previous.comment).split())
        parts += [(f"  ”{comment}”", "$muted")]
    return Content.assemble(*parts)


def _choices(answer: Answer, width: int) -> list[Part]:
    """The eight statuses, in two columns where there is room."""
    columns = 2 if width >= 2 * COLUMN else 1
    values = list(StatusValue)
    rows = len(values) // columns
    parts: list[Part] = []
    for row in range(rows):
        for column in range(columns):
            parts += _choice(values[row + column * rows], row + column * rows + 1, answer)
        parts.append("\n")
    return parts


def _choice(value: StatusValue, number: int, answer: Answer) -> list[Part]:
    chosen = value is answer.value
    text = f"{value.symbol} {value.swedish}".ljust(COLUMN - 4)
    style = f"reverse bold {colour_of(value)}" if chosen else colour_of(value)
    return [("▸" if chosen else " ", "bold"), (f"{number} ", "bold $footer-key"), (text, style)]


def advice(item: QueueItem, answer: Answer, *, asked_for_end: bool) -> Content:
    """What is needed before the next one, and which key gives it."""
    standing = answer.standing()
    if standing is None:
        return Content.assemble(("Välj status med 1–8.", "$muted"))
    year = item.tertial.year
    parts: list[Part] = []
    if item.needs_new_end(standing.value) and standing.revised_end is None:
        parts += _ask_for_end(item, year, asked=asked_for_end)
    facts = [
        _dated("nytt slutdatum", standing.revised_end, year),
        f"orsak {standing.cause.swedish}" if standing.cause else "",
        f"inväntar {visible(standing.awaited)}" if standing.awaited else "",
        _dated("följs upp", standing.review_date, year),
        _dated("avslutad", standing.actual_end, year),
    ]
    if text := ", ".join(filter(None, facts)):
        parts.append(f"{text[0].upper()}{text[1:]}.   ")
    if answer.wants_facts():
        parts += [("▲ Orsak och uppföljning saknas: ", "$warning"), _key("facts"), "   "]
    if is_last_times(item, answer):
        parts += [("▲ Förra gångens kommentar: ", "$warning"), _key("comment"), " skriv ny, "]
        parts += [_key("next"), " behåller   "]
    if answer.wants_comment():
        parts += [("▲ Kommentar saknas: ", "$warning"), _key("comment")]
    return Content.assemble(*parts)


def is_last_times(item: QueueItem, answer: Answer) -> bool:
    """Whether the comment is last time's, untouched, though the status is another now."""
    if item.present is not None and item.present.standing is not None:
        return False
    last = item.previous.standing if item.previous is not None else None
    is_untouched = bool(answer.comment.strip()) and answer.comment == item.starting_comment
    return is_untouched and last is not None and answer.value is not last.value


def _dated(words: str, day: date | None, year: int) -> str:
    return f"{words} {short_date(day, year=year)}" if day else ""


def _key(name: str) -> tuple[str, str]:
    return action("queue", name).shown_key, "bold $footer-key"


def _ask_for_end(item: QueueItem, year: int, *, asked: bool) -> list[Part]:
    month, tertial_end = item.proposed_ends()
    lead = "▲ Slutdatum har passerat. Nytt slutdatum:  "
    parts: list[Part] = [(lead, "$error" if asked else "$warning")]
    parts += [_key("month"), f" +1 månad ({short_date(month, year=year)})   "]
    end = short_date(tertial_end, year=year)
    parts += [_key("tertial_end"), f" nästa tertials slut ({end})   "]
    parts += [_key("own_date"), " eget datum   "]
    if asked:
        parts += [_key("next"), " utan nytt datum   "]
    return parts


def taken_up(kept: Answer, first: Answer) -> str:
    """What is said of an answer that was taken up again, and of what becomes of it."""
    if kept.comment == first.comment:
        return "Det du valde sist är kvar. Det sparas när du går vidare."
    saved = "Den sparas med statusen när du går vidare."
    return f"Texten som du skrev sist är kvar. {saved if kept.value else 'Välj status också.'}"
