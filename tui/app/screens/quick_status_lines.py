"""What quick status says: where in the row one is, the activity, the statuses, the dates."""

from __future__ import annotations

from textual.content import Content

from model.plan.entities import Goal
from model.plan.plan import Plan
from model.plan.vocabulary import StatusValue
from model.swedish.date_text import short_date
from model.swedish.visible import visible, visible_lines
from model.views.queue import QueueItem
from tui.app.answer import Answer
from tui.app.screens.home_lines import BAR_WIDTH, spread
from tui.app.widgets.details_pane import Part
from tui.app.widgets.tones import colour_of

COLUMN = 36


def head_line(item: QueueItem, done: int, total: int, width: int) -> Content:
    """The tertial to the left, how far one has come to the right."""
    filled = BAR_WIDTH * done // total if total else 0
    left = Content.assemble(("Snabbstatus ", "bold $primary"), item.tertial.swedish)
    right = Content.assemble(
        f"{done} av {total}   ",
        ("█" * filled, "$success"),
        ("░" * (BAR_WIDTH - filled), "$muted"),
        f"   kvar {total - done}",
    )
    return spread(left, right, width)


def card(plan: Plan, item: QueueItem, answer: Answer, width: int) -> Content:
    """The activity, what was said last time, and the statuses to choose from."""
    activity = item.activity
    period = activity.period
    dates = f"{period.start} – {period.end}" if period else "datum saknas"
    if period and item.end and item.end != period.end:
        dates += f", nytt slut {item.end}"
    parts: list[Part] = [(visible(activity.title), "bold"), "\n", (dates, "$muted"), "   "]
    goal = plan.find(Goal, activity.goals[0]) if activity.goals else None
    if goal is not None:
        parts += [(f"{goal.number} ", "$secondary"), (visible(goal.text), "$muted")]
    parts += ["\n\n", *_last_time(item), "\n\n", *_choices(answer, width)]
    if item.can_be_unchanged:
        parts += [("o", "bold $footer-key"), " oförändrat sedan sist\n"]
    return Content.assemble(*parts)


def _last_time(item: QueueItem) -> list[Part]:
    previous = item.previous
    if previous is None or previous.standing is None or previous.tertial is None:
        return [("Förra gången: inget rapporterat.", "$muted")]
    value = previous.standing.value
    parts: list[Part] = [
        (f"Förra gången ({previous.tertial.swedish}): ", "$muted"),
        (f"{value.symbol} {value.swedish}", colour_of(value)),
    ]
    if previous.comment:
        comment = " ".join(visible_lines(previous.comment).split())
        parts += [(f"  ”{comment}”", "$muted")]
    return parts


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
    if answer.value is None:
        return Content.assemble(("Välj status med 1–8.", "$muted"))
    year = item.tertial.year
    parts: list[Part] = []
    if item.needs_new_end(answer.value):
        parts += _new_end(item, answer, year, asked=asked_for_end)
    elif answer.revised_end is not None:
        parts.append(f"Nytt slutdatum {short_date(answer.revised_end, year=year)}.   ")
    facts = [
        f"orsak {answer.cause.swedish}" if answer.cause else "",
        f"inväntar {visible(answer.awaited)}" if answer.awaited else "",
        f"följs upp {short_date(answer.review_date, year=year)}" if answer.review_date else "",
        f"avslutad {short_date(answer.actual_end, year=year)}" if answer.actual_end else "",
    ]
    if any(facts):
        parts.append(", ".join(filter(None, facts)).capitalize() + ".   ")
    if answer.wants_facts():
        parts += [
            ("▲ Orsak och uppföljning saknas: ", "$warning"),
            ("f", "bold $footer-key"),
            "   ",
        ]
    if answer.wants_comment():
        parts += [("▲ Kommentar saknas: ", "$warning"), ("k", "bold $footer-key")]
    return Content.assemble(*parts)


def _new_end(item: QueueItem, answer: Answer, year: int, *, asked: bool) -> list[Part]:
    if answer.revised_end is not None:
        return [f"Nytt slutdatum {short_date(answer.revised_end, year=year)}.   "]
    month, tertial_end = item.proposed_ends()
    lead = "▲ Slutdatum har passerat. Nytt slutdatum:  "
    parts: list[Part] = [(lead, "$error" if asked else "$warning")]
    for key, label, day in (("m", "+1 månad", month), ("t", "tertialets slut", tertial_end)):
        parts += [(key, "bold $footer-key"), f" {label} ({short_date(day, year=year)})   "]
    parts += [("d", "bold $footer-key"), " eget datum   "]
    if asked:
        parts += [("Enter", "bold $footer-key"), " utan nytt datum   "]
    return parts
