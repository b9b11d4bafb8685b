"""F07: the same thing recorded twice with different data.

One record that says two things is a conflict that nobody has settled: an error. Two records
with the same title may be a slip: a warning where the same hands keep both, else a question.
Different units may well do the same thing, so units are not compared with each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from model.checks.finding import Finding, Severity
from model.checks.material import Material, Row, about_status, shown
from model.plan.entities import Activity, Period
from model.plan.identifiers import EntityId
from model.plan.vocabulary import StatusValue
from model.swedish.titles import TitleIndex, index_of, same_title

_FIELD_WORDS = {
    "title": "rubrik",
    "description": "beskrivning",
    "period": "datum",
    "goals": "mål",
    "responsible": "ansvarig",
    "deputy": "ersättare",
    "cancelled": "om den utgår",
    "standing": "status",
    "comment": "kommentar",
}


def unsettled(material: Material) -> Iterator[Finding]:
    """F07 on one record: two people wrote different things at once and nobody has chosen."""
    for activity, unit in material.mendable:
        for field in activity.conflicts:
            yield _conflict(material, activity, unit, field)
    for row in material.rows:
        for field in row.status.conflicts if row.status is not None else ():
            text, advice = _conflict_text(field)
            jump_to = "status" if field == "standing" else field
            yield about_status(
                material, row, "F07", Severity.ERROR, jump_to, text, advice, key=f"conflict:{field}"
            )


def _conflict(material: Material, activity: Activity, unit: EntityId | None, field: str) -> Finding:
    text, advice = _conflict_text(field)
    return Finding(
        rule="F07",
        severity=Severity.ERROR,
        kind="activity",
        entity=activity.id,
        place=f"activity:{activity.id}:conflict:{field}",
        field=field,
        unit=unit,
        where=material.where(activity),
        text=text,
        advice=advice,
    )


def _conflict_text(field: str) -> tuple[str, str]:
    words = _FIELD_WORDS.get(field, field)
    return (
        f"Samma aktivitet har två olika uppgifter ({words}) som skrevs samtidigt.",
        "Välj den som gäller. Båda finns kvar tills du har valt.",
    )


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What is compared of an activity: its dates, and what one unit says of it."""

    activity: Activity
    period: Period | None
    value: StatusValue | None = None
    comment: str = ""
    row: Row | None = None


def recorded_twice(material: Material) -> Iterator[Finding]:
    """F07 on two records: near-same titles with different dates, status or comment."""
    plan = _of_plan(material)
    alike = index_of(tuple(each.activity.title for each in plan))
    of_unit: dict[EntityId, list[_Recorded]] = defaultdict(list)
    for row in material.rows:
        of_unit[row.unit].append(_recorded(row))
    for unit in material.units:
        ours = of_unit[unit]
        yield from _pairs(material, unit, ours)
        held = {each.activity.id for each in ours}
        for each in ours:
            if material.can_mend(each.activity):
                for place in alike.near(each.activity.title):
                    if plan[place].activity.id not in held:
                        yield from _compare(material, unit, each, plan[place])
    if material.sees_whole:
        yield from _pairs(material, None, plan)


def _of_plan(material: Material) -> list[_Recorded]:
    return [_Recorded(activity, activity.period) for activity in material.plan_activities]


def _recorded(row: Row) -> _Recorded:
    value = row.standing.value if row.standing is not None else None
    comment = row.status.comment.strip() if row.status is not None else ""
    return _Recorded(row.activity, row.activity.period, value, comment, row)


def _pairs(
    material: Material, unit: EntityId | None, recorded: list[_Recorded]
) -> Iterator[Finding]:
    ordered = sorted(recorded, key=lambda each: (each.activity.title, each.activity.id))
    alike = TitleIndex(each.activity.title for each in ordered)
    for at, one in enumerate(ordered):
        for place in alike.near(one.activity.title, after=at):
            other = ordered[place]
            if material.can_mend(one.activity) or material.can_mend(other.activity):
                yield from _compare(material, unit, other, one)


def _compare(
    material: Material, unit: EntityId | None, one: _Recorded, other: _Recorded
) -> Iterator[Finding]:
    """What differs of two records with near-same titles."""
    differing = _differing(one, other)
    if not differing or _follows(one, other):
        return
    if not material.can_mend(one.activity):
        one, other = other, one
    ids = sorted((one.activity.id, other.activity.id))
    same_keeper = one.activity.scope == other.activity.scope
    is_same = same_title(one.activity.title, other.activity.title)
    title = shown(other.activity.title)
    kinship = "samma" if is_same else "nästan samma"
    whose = "En annan aktivitet" if same_keeper else "En aktivitet i verksamhetsplanen"
    yield Finding(
        rule="F07",
        severity=Severity.WARN if is_same and same_keeper else Severity.ASK,
        kind="activity",
        entity=one.activity.id,
        place=f"activity:{ids[0]}:same_as:{ids[1]}",
        field="end_date" if "datum" in differing else "status",
        unit=unit,
        where=material.where(one.activity),
        text=f"{whose} har {kinship} rubrik men {_listed(differing)}: ”{title}”{_days(other)}.",
        advice="Är det samma sak? Behåll i så fall en av dem. Annars: skilj rubrikerna åt.",
    )


def _differing(one: _Recorded, other: _Recorded) -> list[str]:
    if StatusValue.CANCELLED in (one.value, other.value):
        return []
    differing = ["datum"] if one.period != other.period else []
    if one.value is not None and other.value is not None:
        if one.value is not other.value:
            differing.append("status")
        if one.comment != other.comment:
            differing.append("kommentar")
    return differing


def _follows(one: _Recorded, other: _Recorded) -> bool:
    """Whether one was carried over from the other, which is meant to have the same title."""
    return (
        one.activity.carried_over_from == other.activity.id
        or other.activity.carried_over_from == one.activity.id
    )


def _listed(differing: list[str]) -> str:
    words = {"datum": "andra datum", "status": "annan status", "kommentar": "annan kommentar"}
    return " och ".join(words[each] for each in differing)


def _days(other: _Recorded) -> str:
    period = other.period
    return f" ({period.start} till {period.end})" if period is not None else ""
