"""F15: counts that somebody has typed into a text, held against the data.

The documents count goals by themselves; what is typed beside that is often last year's figure or
one from before the last change. Only counts that are clearly of goals or activities are looked
at, since "fyra aktiviteter i månaden" is what the activity is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.checks.texts import Written, written
from model.plan.entities import Goal, PolicyArea
from model.plan.memo import FocusArea
from model.plan.vocabulary import AssessmentLevel, GoalLevel, StatusValue
from model.swedish.numbers import counted
from model.swedish.quantities import NUMBER, number_of
from model.views.assessing import GoalToAssess, goal_to_assess, goals_as_assessed
from model.views.goal_attainment import attainment

_LEVEL = r"(?:(?:delvis|knappt|ej|inte)\s+)?uppfyll(?:t|da|d)\b"
_LEVELS = re.compile(
    rf"\b(?P<number>{NUMBER})\s+(?:(?:av\s+)?(?:målen|mål|dem)\s+)?"
    r"(?:(?:är|blev|bedöms|räknas|bedömdes)\s+(?:(?:som|vara)\s+)?)?"
    rf"(?P<levels>{_LEVEL}(?:\s+(?:eller|och)\s+{_LEVEL})*)",
    re.IGNORECASE,
)
_GOALS = re.compile(
    rf"\b(?:(?P<owner>kommunfullmäktiges|fullmäktiges|kommunstyrelsens)\s+)?(?P<number>{NUMBER})\s+"
    r"(?:(?:av|de|totalt|antagna|beslutade|politiska|långsiktiga|olika)\s+)*"
    r"(?P<noun>(?:kommunfullmäktige|fullmäktige|kommunstyrelse|utvecklings|verksamhets)?mål(?:en)?"
    r"|(?:mål|fokus)områden(?:a)?)\b",
    re.IGNORECASE,
)
_ACTIVITIES = re.compile(
    rf"\b(?P<number>{NUMBER})\s+(?:av\s+(?:(?:de|totalt|målets|planens)\s+)*(?:(?P<all>{NUMBER})\s+)?"
    r"(?:(?:planerade|planens)\s+)?(?:aktiviteter(?:na)?|dem)|(?:planerade\s+)?aktiviteterna)\b"
    r"(?P<rest>[^.;!?\n]{0,60})",
    re.IGNORECASE,
)
_STATES: tuple[tuple[re.Pattern[str], frozenset[StatusValue | None]], ...] = (
    (
        re.compile(r"\b(?:avsluta|genomför(?:d|ts)|slutför|klara?\b|färdig)", re.IGNORECASE),
        frozenset({StatusValue.COMPLETED_ON_PLAN, StatusValue.COMPLETED_DEVIATING}),
    ),
    (re.compile(r"\bförsena", re.IGNORECASE), frozenset({StatusValue.DELAYED})),
    (re.compile(r"\b(?:vänteläge|väntar)", re.IGNORECASE), frozenset({StatusValue.ON_HOLD})),
    (
        re.compile(r"\bpågå", re.IGNORECASE),
        frozenset({StatusValue.ONGOING_ON_PLAN, StatusValue.ONGOING_DEVIATING}),
    ),
    (
        re.compile(r"\b(?:utgår|utgått|avbr[iu]t)", re.IGNORECASE),
        frozenset({StatusValue.CANCELLED}),
    ),
)
_NOT = re.compile(r"\b(?:inte|ej|ännu)\b", re.IGNORECASE)
_ARTICLES = frozenset({"en", "ett"})


def counted_in_text(material: Material) -> Iterator[Finding]:
    """F15 in summaries, the analysis and the memo: the centre's texts."""
    if not material.sees_whole:
        return
    plan, tertial = material.plan, material.tertial
    everything = goals_as_assessed(plan, tertial)
    for each in written(material):
        goal = plan.find(Goal, each.goal)
        if goal is not None:
            yield from _of_activities(each, [goal_to_assess(plan, goal, tertial)])
        elif each.kind in ("analysis", "memo"):
            yield from _of_activities(each, everything)
            yield from _of_levels(each, material)
            yield from _of_goals(each, material)


def _of_levels(each: Written, material: Material) -> Iterator[Finding]:
    """`14 uppfyllda eller delvis uppfyllda`."""
    levels = attainment(material.plan, material.tertial).levels
    for match in _LEVELS.finditer(each.text):
        named = {_level(words) for words in re.findall(_LEVEL, match["levels"], re.IGNORECASE)}
        expected = sum(levels[level] for level in named)
        if number_of(match["number"]) != expected:
            yield _finding(each, match[0], f"Bedömningarna ger {expected}.")


def _level(words: str) -> AssessmentLevel:
    first = words.split(maxsplit=1)[0].casefold()
    return {
        "delvis": AssessmentLevel.PARTLY_MET,
        "knappt": AssessmentLevel.BARELY_MET,
        "ej": AssessmentLevel.NOT_MET,
        "inte": AssessmentLevel.NOT_MET,
    }.get(first, AssessmentLevel.MET)


def _of_goals(each: Written, material: Material) -> Iterator[Finding]:
    """`kommunfullmäktiges femton mål`, `de totalt 21 målen`, `fem fokusområden`."""
    levels = {match.start("number") for match in _LEVELS.finditer(each.text)}
    for match in _GOALS.finditer(each.text):
        is_article = match["number"].casefold() in _ARTICLES
        if is_article or match.start("number") in levels:
            continue
        right, said = _how_many(material, match["owner"] or "", match["noun"])
        if number_of(match["number"]) not in right:
            yield _finding(each, match[0], said)


def _how_many(material: Material, owner: str, noun: str) -> tuple[set[int], str]:
    """The counts that would be true, and what the plan has as a sentence."""
    plan = material.plan
    noun, owner = noun.casefold(), owner.casefold()
    if noun.startswith("målområde"):
        count = len(plan.of(PolicyArea))
        return {count}, f"Det finns {count} målområden."
    if noun.startswith("fokusområde"):
        count = len(plan.of(FocusArea))
        return {count}, f"Det finns {count} fokusområden."
    goals = Counter(goal.level for goal in plan.goals(plan.goal_year(material.tertial.year)))
    council, board = goals[GoalLevel.COUNCIL], goals[GoalLevel.BOARD]
    if "fullmäktige" in owner or "fullmäktige" in noun:
        return {council}, f"Kommunfullmäktige har {counted(council, 'mål', 'mål')}."
    if noun.startswith("verksamhetsmål"):
        count = goals[GoalLevel.EFFICIENCY]
        return {count}, f"Det finns {counted(count, 'verksamhetsmål', 'verksamhetsmål')}."
    said = f"Kommunstyrelsen har {counted(board, 'mål', 'mål')}."
    if owner or noun.startswith(("kommunstyrelse", "utvecklings")):
        return {board}, said
    found = attainment(plan, material.tertial)
    some = {*found.levels.values(), found.met_or_partly, found.barely_or_not, found.unassessed}
    whole = {board, council, board + goals[GoalLevel.EFFICIENCY], goals.total()}
    return some | whole | set(goals.values()), said


def _of_activities(each: Written, goals: Iterable[GoalToAssess]) -> Iterator[Finding]:
    """`två av aktiviteterna är avslutade`, `två av fyra aktiviteter`."""
    values = {line.activity.id: line.value for goal in goals for line in goal.activities}
    found, total = Counter(values.values()), len(values)
    for match in _ACTIVITIES.finditer(each.text):
        number = number_of(match["number"])
        if match["all"] and number_of(match["all"]) != total:
            yield _finding(
                each, match[0], f"Planen har {counted(total, 'aktivitet', 'aktiviteter')}."
            )
            continue
        states = [state for pattern, state in _STATES if pattern.search(match["rest"])]
        if len(states) == 1 and not _NOT.search(match["rest"]):
            expected = sum(found[value] for value in states[0])
            if number != expected:
                yield _finding(each, match[0], f"Enligt statusarna är det {expected}.")
        elif number > total:
            yield _finding(
                each, match[0], f"Planen har {counted(total, 'aktivitet', 'aktiviteter')}."
            )


def _finding(each: Written, said: str, instead: str) -> Finding:
    words = shown(said)
    return each.finding(
        "F15", Severity.WARN, f"{each.called} säger ”{words}”. {instead}",
        "Rätta texten. Rapporten räknar målen av sig själv, så siffran kan ofta strykas.",
        key=f"count:{words}",
    )  # fmt: skip
