"""What goals say: F09 a number that nothing carries, F10 the same goal twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.plan.decimals import decimal_of
from model.plan.entities import Activity, Goal, Measure
from model.swedish.letters import fold
from model.swedish.quantities import quantities
from model.swedish.spans import Span


def number_without_carrier(material: Material) -> Iterator[Finding]:
    """F09: the goal promises a number, but no activity or measure of it has that number."""
    if not material.sees_whole:
        return
    carried = _carried(material)
    for goal in material.plan.goals(material.plan.goal_year(material.tertial.year)):
        for quantity in quantities(goal.text):
            if quantity.number in carried[goal.id]:
                continue
            words = shown(_with_what_follows(goal.text, quantity.span))
            yield _finding(
                goal, "F09", Severity.HINT, f"quantity:{quantity.number}",
                f"Målet säger ”{words}”, men ingen aktivitet och inget mått har den siffran.",
                "Lägg ett mått med siffran som målvärde, eller säg i en aktivitet hur många.",
            )  # fmt: skip


def _with_what_follows(text: str, span: Span) -> str:
    """`3 nya platser`: the number and the two words after it."""
    return " ".join([span.of(text), *text[span.end :].split()[:2]]).rstrip(".,;:")


def _carried(material: Material) -> defaultdict[str, set[int]]:
    """The numbers in the activities and measures of each goal, and of those that break it down.

    Three activities carry a goal of three places.
    """
    found: defaultdict[str, set[int]] = defaultdict(set)
    towards: Counter[str] = Counter()
    above = {goal.id: goal.parent for goal in material.plan.of(Goal)}
    for activity in material.plan.of(Activity):
        if not activity.cancelled and activity.goals:
            text = f"{activity.title}\n{activity.description}"
            numbers = {quantity.number for quantity in quantities(text)}
            for goal in activity.goals:
                found[goal] |= numbers
                towards[goal] += 1
                if (parent := above.get(goal)) is not None:
                    found[parent] |= numbers
    for key, count in towards.items():
        found[key].add(count)
    for measure in material.plan.of(Measure):
        if measure.goal is not None:
            found[measure.goal] |= {quantity.number for quantity in quantities(measure.name)}
            target = decimal_of(measure.target)
            if target is not None and target == int(target):
                found[measure.goal].add(int(target))
    return found


def goal_twice(material: Material) -> Iterator[Finding]:
    """F10: two goals of one level and year say the same."""
    if not material.sees_whole:
        return
    alike: dict[tuple[str, str], list[Goal]] = defaultdict(list)
    for goal in material.plan.goals(material.plan.goal_year(material.tertial.year)):
        plain = " ".join(fold(goal.text).split()).rstrip(".!")
        if plain:
            alike[goal.level, plain].append(goal)
    for first, *others in alike.values():
        for goal in others:
            yield _finding(
                goal, "F10", Severity.WARN, f"same_as:{first.id}",
                f"Målet har samma text som mål {first.number}.",
                "Ta bort det ena, eller säg vad som skiljer dem åt.",
            )  # fmt: skip


def _finding(
    goal: Goal, rule: str, severity: Severity, key: str, text: str, advice: str
) -> Finding:
    return Finding(
        rule=rule, severity=severity, kind=goal.kind, entity=goal.id,
        place=f"goal:{goal.id}:{key}", field="text", unit=None,
        where=shown(f"{goal.number} {goal.text}"), text=shown(text), advice=advice,
    )  # fmt: skip
