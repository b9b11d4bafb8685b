"""All checks together: order, waivers, and whom they concern."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.checks.finding import (
    Finding,
    Severity,
    call_for_action,
    counting,
)
from model.checks.run import check
from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.identifiers import CENTRAL
from model.plan.plan import Plan
from model.plan.reporting import latest_begun
from model.plan.vocabulary import Cause, Role, StatusValue
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    STREETS,
    T1,
    T2,
    YOUTH,
    activity,
    plan,
    plan_activity,
    setting,
    status,
    waiver,
)

HEALTH = activity("Hälsotema på APT", (SICKNESS,))
DIALOGUE = activity("Dialog med lokala producenter", (BUSINESS,))
LATE = activity("Preliminärt: ny matsal", (BUSINESS,), end="2024-03-31", description="")


def run(town: Plan, *, role: Role = Role.UNIT) -> tuple[Finding, ...]:
    """Everything found of Kostenheten for T1."""
    return check(town, [KITCHEN], T1, T1.as_of, role)


def test_a_unit_that_has_done_its_part_gets_an_empty_list() -> None:
    """The real report's two activities, reported with comments, have no findings at all."""
    assert run(plan(HEALTH, DIALOGUE, status(HEALTH), status(DIALOGUE))) == ()


def test_the_worst_comes_first_and_then_by_goal_and_title() -> None:
    """So that a row is found where one looks for it, and the list is alike on every device."""
    torn = activity("Söndrig", conflicts=("period",))
    findings = run(plan(LATE, torn, status(LATE, revised_end="2024-06-01")))
    ranks = [finding.severity.rank for finding in findings]
    assert ranks == sorted(ranks)
    titles = ("Öppet hus", "Apelträd", "Boksamtal")
    lacking = run(plan(*(activity(title, (BUSINESS,)) for title in titles), HEALTH))
    missing = [finding.where for finding in lacking if finding.rule == "F05"]
    assert missing == [
        "3.4.5 Apelträd",
        "3.4.5 Boksamtal",
        "3.4.5 Öppet hus",
        "4.1 Hälsotema på APT",
    ]
    assert findings[0].severity is Severity.ERROR
    assert findings[-1].severity is Severity.INFO


def test_a_finding_that_is_set_aside_is_kept_and_marked_and_does_not_count() -> None:
    """With the reason that was given."""
    town = plan(HEALTH, DIALOGUE, LATE, status(HEALTH), status(DIALOGUE), status(LATE))
    before = run(town)
    waivers = [
        waiver(finding.rule, finding.place, "Avstämt med avdelningschefen.")
        for finding in before
        if finding.severity.calls_for_action
    ]
    assert call_for_action(before)
    after = run(town.replacing(waivers))
    assert [finding.place for finding in after] == [finding.place for finding in before]
    assert not call_for_action(after)
    assert len(counting(after)) == len(before) - len(waivers)
    set_aside = [finding for finding in after if not finding.counts]
    assert {finding.reason for finding in set_aside} == {"Avstämt med avdelningschefen."}
    assert {finding.waived_by for finding in set_aside} == {each.id for each in waivers}


def test_a_waiver_needs_a_reason_and_can_be_taken_back() -> None:
    """Without a reason nothing is set aside, and a removed waiver is none."""
    town = plan(LATE, status(LATE))
    place = next(finding.place for finding in run(town) if finding.rule == "F02")
    for useless in (waiver("F02", place, "  "), waiver("F02", place, "Skäl.", removed=True)):
        findings = run(town.replacing([useless]))
        assert all(finding.counts for finding in findings)


def test_each_unit_sets_aside_for_itself() -> None:
    """What one unit's reason covers still counts for the other, however they are stored."""
    town = plan(LATE, status(LATE))
    findings = [each for each in run(town) if each.rule == "F02"]
    ours = waiver("F02", findings[0].place, "Skäl.")
    theirs = replace(ours, id="a", scope=STREETS, unit=STREETS, reason="Deras skäl.")
    for waivers in ([theirs], [theirs, ours], [ours, replace(theirs, id="ö")]):
        after = [each for each in run(town.replacing(waivers)) if each.rule == "F02"]
        assert [each.reason for each in after] == ["Skäl." if ours in waivers else ""]


def test_a_waiver_holds_for_its_rule_and_its_tertial_only() -> None:
    """What was set aside in spring is asked again in autumn."""
    town = plan(LATE, status(LATE, T1), status(LATE, T2))
    place = next(finding.place for finding in run(town) if finding.rule == "F02")
    set_aside = town.replacing([waiver("F02", place, "Skäl.")])
    assert [f.counts for f in run(set_aside) if f.rule in {"F02", "F04"}] == [False, True]
    in_autumn = check(set_aside, [KITCHEN], T2, T2.as_of)
    assert all(finding.counts for finding in in_autumn if finding.rule == "F02")


def test_questions_hints_and_information_call_for_no_action() -> None:
    """`tertial check` ends well with them."""
    waiting = status(DIALOGUE, value=StatusValue.ON_HOLD)
    findings = run(plan(HEALTH, DIALOGUE, status(HEALTH), waiting))
    assert {finding.severity for finding in findings} == {Severity.ASK}
    assert not call_for_action(findings)


def test_only_the_units_that_were_asked_for_are_checked() -> None:
    """A department head sees the units below, a unit manager the own one."""
    theirs = activity("Parkdag", of=STREETS, description="")
    town = plan(HEALTH, DIALOGUE, status(HEALTH), status(DIALOGUE), theirs)
    assert run(town) == ()
    both = check(town, [STREETS, KITCHEN, STREETS], T1, T1.as_of, Role.DEPARTMENT)
    assert {finding.unit for finding in both} == {STREETS}
    assert len(both) == len({(finding.rule, finding.place) for finding in both})


def test_severities_have_swedish_words() -> None:
    """And sort from worst to mildest."""
    assert [severity.swedish for severity in sorted(Severity, key=lambda each: each.rank)] == [
        "fel",
        "varning",
        "fråga",
        "tips",
        "upplysning",
    ]


@st.composite
def towns(draw: st.DrawFn) -> list[Entity]:
    """Activities and statuses of all sorts, right and wrong."""
    entities: list[Entity] = []
    titles = st.sampled_from(["Matsvinn", "MATSVINN", "Preliminärt: meny", "Hälsotema", "Dialog"])
    days = st.sampled_from(["2023-11-01", "2024-03-31", "2024-04-30", "2024-12-01"])
    for place in range(draw(st.integers(0, 4))):
        make = draw(st.sampled_from([activity, plan_activity]))
        one = make(
            draw(titles),
            draw(st.sampled_from([(), (BUSINESS,), (SICKNESS,), (BUSINESS, SICKNESS)])),
            id=f"a{place}",
            unit=KITCHEN,
            participants=draw(st.sampled_from([(), (STREETS,)])),
            start=draw(days),
            end=draw(days),
            description=draw(st.sampled_from(["", "Möten.", "Ring 811228-9874"])),
            cancelled=draw(st.booleans()),
            conflicts=draw(st.sampled_from([(), ("title",)])),
        )
        entities.append(one)
        entities += [
            status(
                one,
                tertial,
                draw(st.sampled_from(list(StatusValue))),
                draw(st.sampled_from(["", "Avstannat.", "Ett möte."])),
                cause=draw(st.sampled_from([None, Cause.STAFFING])),
            )
            for tertial in draw(st.sets(st.sampled_from([T1, T2])))
        ]
    return entities


@given(towns(), st.data(), st.sampled_from(list(Role)))
def test_the_order_in_which_things_came_does_not_matter(
    entities: list[Entity], data: st.DataObject, role: Role
) -> None:
    """Two devices that hold the same changes show the same findings."""
    shuffled = data.draw(st.permutations(entities))
    one, other = plan(*entities), plan(*shuffled)
    for tertial in (T1, T2):
        assert check(one, [KITCHEN, STREETS], tertial, tertial.as_of, role) == check(
            other, [STREETS, KITCHEN], tertial, tertial.as_of, role
        )


@given(towns(), st.sampled_from(list(Role)))
def test_every_finding_says_where_what_and_what_to_do(entities: list[Entity], role: Role) -> None:
    """No place is used twice by a rule, and no sentence is empty."""
    findings = check(plan(*entities), [KITCHEN], T1, T1.as_of, role)
    assert len({(finding.rule, finding.place) for finding in findings}) == len(findings)
    for finding in findings:
        assert finding.where
        assert finding.text.endswith((".", "?"))
        assert finding.advice.endswith((".", "?"))
        assert finding.place.split(":")[1]


def test_settings_reach_the_checks() -> None:
    """A plan activity fills the minimum only where the catalogue counts it (A2)."""
    shared = plan_activity(unit=KITCHEN)
    for written, lacking in (("true", 1), ("false", 2)):
        town = plan(shared, setting("count_plan_activities", written))
        assert len([f for f in run(town) if f.rule == "F01"]) == lacking


def test_the_centre_that_looks_at_one_unit_sees_what_concerns_that_unit() -> None:
    """Its own texts and those of the plan that it takes part in; not others', nor the goals."""
    ours = plan_activity("Frukostar", participants=(KITCHEN,), description="")
    theirs = plan_activity("Cykelplan", (YOUTH,), participants=(STREETS,), description="")
    again = plan_activity("Cykelplan", (YOUTH,), unit=STREETS, id="igen", end="2024-05-31")
    town = plan(ours, theirs, again)

    def seen(*, is_whole: bool) -> set[tuple[str, str]]:
        found = check(town, (KITCHEN,), T1, T1.as_of, Role.CENTRAL, is_whole=is_whole)
        return {(each.rule, each.entity) for each in found if each.rule in ("F07", "F11", "F12")}

    assert seen(is_whole=False) == {("F12", ours.id)}
    whole = seen(is_whole=True)
    assert {("F12", ours.id), ("F12", theirs.id)} < whole
    assert {"F07", "F11"} <= {rule for rule, _ in whole}


def test_the_centre_is_told_of_what_the_tertial_report_will_say() -> None:
    """Of the plan's activities as their units report them, not of what others do on their own."""
    fair, open_to_all = plan_activity("Företagsmässa", unit=STREETS), plan_activity("Öppet hus")
    town = plan(HEALTH, fair, open_to_all)
    found = [each for each in run(town, role=Role.CENTRAL) if each.rule == "F05"]
    assert {(each.entity, each.unit) for each in found} == {
        (HEALTH.id, KITCHEN),
        (fair.id, STREETS),
        (open_to_all.id, CENTRAL),
    }
    assert [each.entity for each in run(town) if each.rule == "F05"] == [HEALTH.id]


@pytest.mark.parametrize(
    ("day", "year", "wanted"),
    [
        ("2024-04-23", None, T1),
        ("2024-04-23", 2024, T1),
        ("2024-12-31", 2024, Tertial(2024, 3)),
        ("2024-04-23", 2023, Tertial(2023, 3)),
        ("2024-04-23", 2025, Tertial(2025, 1)),
    ],
)
def test_a_year_is_looked_at_in_its_latest_tertial(
    day: str, year: int | None, wanted: Tertial
) -> None:
    """The one that had begun by the day; of an earlier year the last, of a later the first."""
    assert latest_begun(plan(), date.fromisoformat(day), year) == wanted
