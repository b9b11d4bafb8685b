"""What goals say: F09 a number that nothing carries, F10 the same goal twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.plan.decimals import decimal_of
from model.plan.entities import Activity, Goal, Measure
from model.plan.identifiers import EntityId
from model.plan.vocabulary import Origin
from model.swedish.letters import fold
from model.swedish.quantities import quantities
from model.swedish.spans import Span


def number_without_carrier(material: Material) -> Iterator[Finding]:
    """F09: the goal promises a number, but no activity or measure of it has that number."""
    if not material.sees_whole:
        return
    goals = material.plan.goals(material.plan.goal_year(material.tertial.year))
    promised = {goal.id: found for goal in goals if (found := quantities(goal.text))}
    carried = _carried(material, goals, promised.keys())
    for goal in goals:
        for quantity in promised.get(goal.id, ()):
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


def _carried(
    material: Material, goals: list[Goal], promised: Collection[EntityId]
) -> defaultdict[EntityId, set[int]]:
    """The numbers in the activities and measures of each goal that promises one.

    What breaks a goal down carries its number too, and three activities of the plan, or in all,
    carry three places.
    """
    found: defaultdict[EntityId, set[int]] = defaultdict(set)
    towards: Counter[tuple[EntityId, bool]] = Counter()
    asked = {goal.id: {goal.id, goal.parent or goal.id}.intersection(promised) for goal in goals}
    for activity in material.plan.of(Activity):
        wanted = {each for goal in activity.goals for each in asked.get(goal, ())}
        if wanted and not activity.cancelled:
            text = f"{activity.title}\n{activity.description}"
            numbers = {quantity.number for quantity in quantities(text)}
            for each in wanted:
                found[each] |= numbers
            own = activity.origin is Origin.OWN
            towards.update((goal, own) for goal in wanted.intersection(activity.goals))
    for goal, _ in tuple(towards):
        of_plan = towards[goal, False]
        found[goal] |= {of_plan, of_plan + towards[goal, True]}
    for measure in material.plan.of(Measure):
        target = decimal_of(measure.target)
        numbers = {quantity.number for quantity in quantities(measure.name)}
        for each in asked.get(measure.goal or "", ()):
            found[each] |= numbers
            if target is not None and target == target.to_integral_value():
                found[each].add(int(target))
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
