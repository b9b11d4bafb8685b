"""What the plan form says under each field, and in its two top lines."""

from __future__ import annotations

from collections import defaultdict

from textual.content import Content

from model.checks.finding import Severity
from model.checks.while_writing import Remark, remarks
from model.plan.entities import Activity, Goal, OrganisationUnit, Person
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.requirement import requirement
from model.swedish.date_text import day_and_month, long_date
from model.swedish.numbers import counted
from model.swedish.search import nearest
from model.swedish.visible import visible
from tui.app.meter_words import met_text, short_name
from tui.app.plan_state import FormState
from tui.app.plan_text import FormText, person_meant
from tui.app.widgets.field_note import Note

FIELDS = ("title", "goals", "dates", "description", "people")
"""The lines under the fields; both dates share one, and both people."""

_PLACES = {"start_date": "dates", "end_date": "dates", "period": "dates"}
_PLACES |= {"responsible": "people", "deputy": "people"}
_TONES = {Severity.ERROR: "bad", Severity.WARN: "warn", Severity.ASK: "warn"}
_EMPTY = frozenset({"title", "goals"})
_MOST_NOTES = 2
_DECIDED = (
    "Beslutad i verksamhetsplanen och ändras bara centralt. Ange ansvarig och ersättare nedan."
)
_HINTS = {
    "title": "Några ord. Så står det i rapporten.",
    "goals": "Enter väljer mål.",
    "dates": "Skriv till exempel 2024-09-30 eller 30 sep.",
    "description": "En eller två meningar om vad ni ska göra.",
    "people": "Skriv ett namn, eller välj med Enter.",
}
_SEVERAL_GOALS = "Huvudmålet först. p ställer först, Delete tar bort."


def place_of(field: str) -> str:
    """Under which line of `FIELDS` a field's finding is said."""
    return _PLACES.get(field, field)


def notes(plan: Plan, state: FormState) -> dict[str, list[Note]]:
    """What to say under each of `FIELDS`; what is merely empty only once saving was tried."""
    if state.is_of_plan:
        return _of_plan_activity(plan, state)
    said: dict[str, list[Note]] = defaultdict(list)
    for field, reason in {**state.reading.problems, **state.refused}.items():
        if state.is_asked or field in state.refused or not _is_empty(field, state.text):
            said[place_of(field)].append(Note(reason, "bad"))
    wrong = frozenset(said)
    draft = state.draft
    for remark in remarks(plan, draft, state.unit, state.today):
        place = place_of(remark.field)
        is_held_back = place == "description" and not draft.description and not state.is_asked
        if not is_held_back and not (place == "dates" and place in wrong):
            said[place].append(_note(remark, state))
    return {field: said[field][:_MOST_NOTES] or _hint(plan, field, state) for field in FIELDS}


def _note(remark: Remark, state: FormState) -> Note:
    kind = "Tips: " if remark.severity is Severity.HINT else ""
    text = f"{kind}{remark.text} {remark.advice}"
    if remark.severity is Severity.WARN and remark.field in state.warned:
        text = f"{text} Ctrl+S igen sparar ändå."
    return Note(text, _TONES.get(remark.severity, ""))


def _is_empty(field: str, text: FormText) -> bool:
    return field in _EMPTY and not getattr(text, field)


def _hint(plan: Plan, field: str, state: FormState) -> list[Note]:
    text, period = state.text, state.reading.period
    if field == "people" and (new := _new_person(plan, state)):
        return [new]
    if field == "goals" and len(text.goals) > 1:
        return [Note(_SEVERAL_GOALS)]
    if field == "dates" and period is not None:
        is_one_year = period.start.year == period.end.year
        start = day_and_month(period.start) if is_one_year else long_date(period.start)
        days = counted((period.end - period.start).days + 1, "dag", "dagar")
        return [Note(f"{start} – {long_date(period.end)}, {days}")]
    return [Note(_HINTS[field])]


def _new_person(plan: Plan, state: FormState) -> Note | None:
    """Whose name is in no register yet, with the one that may be meant."""
    text = state.text
    for name in (text.responsible, text.deputy):
        if name.strip() and person_meant(plan, text, name, state.unit) is None:
            here = [one.name for one in plan.of(Person) if one.unit == state.unit]
            near = nearest(name, here, limit=1)
            meant = f" Menar du {near[0]}?" if near else ""
            return Note(visible(f"{name.strip()} är ny här och läggs till.{meant} Enter väljer."))
    return None


def _of_plan_activity(plan: Plan, state: FormState) -> dict[str, list[Note]]:
    said: dict[str, list[Note]] = {field: [] for field in FIELDS}
    said["title"] = [Note(_DECIDED)]
    said["people"] = [Note(reason, "bad") for reason in state.refused.values()]
    said["people"] = said["people"] or _hint(plan, "people", state)
    return said


def title_line(plan: Plan, unit: EntityId, seen: Activity | None, year: int) -> Content:
    """What is being done, for whom, and for which year."""
    found = plan.find(OrganisationUnit, unit)
    name = visible(found.name) if found else "okänd enhet"
    what = "Ny aktivitet" if seen is None else "Ändra aktivitet"
    parts: list[str | tuple[str, str]] = [(what, "bold $primary"), f" · {name} {year}"]
    if seen is not None and seen.cancelled:
        reason = f": {visible(seen.cancel_reason)}" if seen.cancel_reason else ""
        parts.append((f" · ✕ utgår{reason}", "$warning"))
    return Content.assemble(*parts)


def requirement_line(plan: Plan, draft: Activity, unit: EntityId) -> Content:
    """How the minimum requirement would stand if the activity were saved as it is now."""
    met = requirement(plan.replacing([draft]), unit, draft.year)
    if not met.applies:
        return Content("")
    parts: list[str | tuple[str, str]] = [("Krav om du sparar  ", "$muted")]
    for bucket in met.buckets:
        goal = plan.find(Goal, bucket.goal)
        label = short_name(goal.text) if goal else bucket.label
        mark = ("✔", "$success") if bucket.is_met else ("▲", "$warning")
        parts += [mark, f" {visible(label)} {met_text(bucket)}   "]
    if met.lacks_total:
        parts.append((f"▲ {met.total_gap}", "$warning"))
    return Content.assemble(*parts)
