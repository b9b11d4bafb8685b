"""The pane beside the list: one activity as its unit reads it, and the year as a line."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from model.plan.entities import Status
from model.plan.identifiers import EntityId
from model.plan.vocabulary import Origin, StatusValue
from model.swedish.date_text import short_date
from model.swedish.visible import visible, visible_lines
from model.views.details import ActivityDetails
from model.views.timeline import timeline
from tui.actions import action
from tui.app.widgets.tones import colour_of

Part = Content | str | tuple[str, str]

NOTHING_CHOSEN = (
    "Här visas den aktivitet som är vald i listan: mål, ansvariga, tid och vad som har "
    "rapporterats.\n\nEn aktivitet leder till minst ett av kommunstyrelsens mål eller till ett "
    "verksamhetsmål för god ekonomisk hushållning."
)


class DetailsPane(Static):
    """Shows what it is given; its size is fixed, so showing asks for no layout."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """An empty pane."""
        super().__init__("", id=id, markup=False)
        self._shown: tuple[ActivityDetails | None, date] = (None, date.min)

    def show_details(self, details: ActivityDetails | None, today: date) -> None:
        """Show an activity, or what to do when there is none."""
        self._shown = (details, today)
        width, height = self.content_size
        if not width:
            return
        if details is None:
            text = Content(NOTHING_CHOSEN)
        else:
            text = details_text(details, today, max(20, width))
        self.update(text, layout=False)
        is_cut = text.get_height({}, width) > height
        self.border_subtitle = (
            f"{action('home', 'open_details').shown_key} visar allt" if is_cut else ""
        )

    def on_resize(self) -> None:
        """Fit the year to the new width."""
        self.show_details(*self._shown)


def details_text(details: ActivityDetails, today: date, width: int) -> Content:
    """Everything about one activity as styled lines."""
    activity = details.activity
    parts: list[Part] = [(visible(activity.title), "bold"), "\n"]
    if activity.conflicts or (details.present is not None and details.present.conflicts):
        settle = action("home", "settle")
        parts.append(("⚡ Två har ändrat samma sak. Båda är kvar.\n", "$warning"))
        parts += [(settle.shown_key, "bold $footer-key"), f" {settle.label}\n"]
    parts += _cancelled(details)
    for goal in details.goals:
        parts += [(f"{goal.number} ", "$secondary"), visible(goal.text), "\n"]
        parts += _assessed(details, goal.id)
    parts += _people(details)
    parts += ["\n", *_year(details, today, width)]
    if activity.description:
        parts += ["\n", visible_lines(activity.description), "\n"]
    parts += _statuses(details)
    return Content.assemble(*parts)


def _assessed(details: ActivityDetails, goal: EntityId) -> list[Part]:
    """How the goal was assessed, where that may be seen."""
    seen = details.assessed.get(goal)
    decided = seen[1].decided if seen is not None else None
    if seen is None or decided is None:
        return []
    words = f"{decided.level.symbol} {decided.level.swedish}"
    return [(f"Målet bedömt {seen[0].swedish}  ", "$muted"), words, "\n"]


def _cancelled(details: ActivityDetails) -> list[Part]:
    """That the activity is not to be done, and why."""
    activity = details.activity
    if not activity.cancelled:
        return []
    parts: list[Part] = [("✕ Utgår", colour_of(StatusValue.CANCELLED))]
    if activity.cancel_reason:
        parts += [": ", visible_lines(activity.cancel_reason)]
    return [*parts, "\n"]


def _people(details: ActivityDetails) -> list[Part]:
    responsible = visible(details.responsible.name) if details.responsible else "–"
    parts: list[Part] = [("Ansvarig ", "$muted"), responsible, ("   Ersättare ", "$muted")]
    if details.deputy:
        parts.append(visible(details.deputy.name))
    else:
        parts.append(("▲ saknas", "$warning"))
    origin = details.activity.origin
    where = "verksamhetsplanen" if origin is Origin.PLAN else "enhetens egen"
    return [*parts, "\n", ("Ursprung ", "$muted"), where, "\n"]


def _year(details: ActivityDetails, today: date, width: int) -> list[Part]:
    activity = details.activity
    revised = details.end if details.is_revised else None
    line = timeline(activity.period, details.tertial.year, today, width=width, revised_end=revised)
    return [(line.line, "$primary"), "\n", (line.legend, "$muted"), "\n", line.words, "\n"]


def _statuses(details: ActivityDetails) -> list[Part]:
    parts: list[Part] = []
    shown = [details.present] if details.present and details.present.standing else []
    for status in (*shown, *details.earlier):
        parts += ["\n", *status_text(status)]
    return parts


def status_text(status: Status) -> list[Part]:
    """A status with its tertial, dates, cause and comment."""
    standing = status.standing
    if standing is None or status.tertial is None:
        return []
    value = standing.value
    parts: list[Part] = [
        (f"{status.tertial.swedish}  ", "$muted"),
        (f"{value.symbol} {value.swedish}", colour_of(value)),
    ]
    year = status.tertial.year
    facts = [
        f"nytt slut {short_date(standing.revised_end, year=year)}" if standing.revised_end else "",
        f"avslutad {short_date(standing.actual_end, year=year)}" if standing.actual_end else "",
        f"orsak: {standing.cause.swedish}" if standing.cause else "",
        f"inväntar {visible(standing.awaited)}" if standing.awaited else "",
        f"följs upp {short_date(standing.review_date, year=year)}" if standing.review_date else "",
        f"oförändrat sedan {standing.unchanged_since.swedish}" if standing.unchanged_since else "",
    ]
    if any(facts):
        parts.append(("  " + ", ".join(filter(None, facts)), "$muted"))
    parts.append("\n")
    if status.comment:
        parts += [visible_lines(status.comment), "\n"]
    return parts
