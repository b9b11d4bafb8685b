"""Search: a word is enough to find what one has in mind."""

from __future__ import annotations

from model.plan.entities import PolicyArea
from model.plan.vocabulary import Role
from model.views.search import Hit, HitKind, SearchIndex
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    STREETS,
    T1,
    T2,
    YOUTH,
    activity,
    goal,
    goal_id,
    person,
    plan,
    plan_activity,
    status,
)

DIALOGUE = activity("Dialog med lokala producenter", (BUSINESS,), responsible="Åsa Öhman")
HEALTH = activity("Hälsotema på APT", (SICKNESS,))
TOWN = plan(
    DIALOGUE,
    HEALTH,
    activity("Parkdialog", (YOUTH,), of=STREETS),
    plan_activity("Företagsfrukostar"),
    person("Åsa Öhman", title="Kostchef"),
    person("Bo Ek", role=Role.CENTRAL),
    status(DIALOGUE, T1, comment="Första mötet\nhölls i Ljungaverk."),
    status(DIALOGUE, T2, comment="Andra mötet hölls i Alby."),
)
INDEX = SearchIndex(TOWN, [KITCHEN])


def said(hits: list[Hit]) -> list[tuple[HitKind, str]]:
    """What was found, as the user reads it."""
    return [(hit.kind, hit.title) for hit in hits]


def test_a_word_of_a_title_finds_the_activity_ours_first() -> None:
    """Its place says whose it is, towards which goal, and when."""
    found = INDEX.find("dialog")
    assert said(found) == [
        (HitKind.ACTIVITY, "Dialog med lokala producenter"),
        (HitKind.ACTIVITY, "Parkdialog"),
    ]
    assert found[0].where == "Kostenheten · 3.4.5 · 2024"
    assert (found[0].activity, found[0].unit) == (DIALOGUE.id, KITCHEN)


def test_a_number_finds_the_goal_and_what_is_done_towards_it() -> None:
    """3.4 finds all that begin so."""
    assert said(INDEX.find("4.1")) == [
        (HitKind.GOAL, "4.1 Sjukfrånvaron ska minska."),
        (HitKind.ACTIVITY, "Hälsotema på APT"),
    ]
    assert {hit.kind for hit in INDEX.find("3.4")} == {HitKind.GOAL, HitKind.ACTIVITY}


def test_a_person_is_found_with_what_she_answers_for() -> None:
    """By any part of the name, in any case; her activity after herself."""
    assert said(INDEX.find("åsa")) == [
        (HitKind.PERSON, "Åsa Öhman"),
        (HitKind.ACTIVITY, "Dialog med lokala producenter"),
    ]
    assert INDEX.find("kostchef")[0].where == "Kostchef · Kostenheten"
    assert INDEX.find("bo ek")[0].where.startswith("centralt")


def test_a_comment_is_found_with_its_tertial_and_activity() -> None:
    """The newest first; it is shown on one line."""
    found = INDEX.find("mötet hölls")
    assert said(found) == [
        (HitKind.COMMENT, "Andra mötet hölls i Alby."),
        (HitKind.COMMENT, "Första mötet hölls i Ljungaverk."),
    ]
    assert found[0].where == "T2 2024 · Dialog med lokala producenter"
    assert (found[0].activity, found[0].tertial) == (DIALOGUE.id, T2)


def test_every_word_must_be_found() -> None:
    """In any order."""
    assert said(INDEX.find("producenter dialog")) == [
        (HitKind.ACTIVITY, "Dialog med lokala producenter")
    ]
    assert INDEX.find("dialog fiber") == []


def test_a_blank_query_finds_nothing() -> None:
    """The list is empty until something is typed."""
    assert INDEX.find("  ") == []


def test_the_list_is_no_longer_than_asked_for() -> None:
    """The best are kept."""
    assert said(INDEX.find("3.4", limit=1)) == [(HitKind.GOAL, "3.4 Fler företag ska växa.")]


def test_a_goal_is_found_by_its_policy_area() -> None:
    """And says which level it is on."""
    area = PolicyArea(id="tillvaxt", name="Tillväxt")
    town = plan(area, goal(BUSINESS, "Förbättra näringslivsklimatet.", policy_area=area.id))
    (hit,) = SearchIndex(town).find("tillväxt")
    assert hit.id == goal_id(BUSINESS)
    assert hit.where == "Kommunstyrelsens mål · Tillväxt · 2024"


def test_what_was_cancelled_is_found_and_marked_and_what_was_removed_is_not() -> None:
    """A cancelled activity is part of the year's story."""
    dropped = activity("Inställd mässa", cancelled=True)
    gone = activity("Borttagen mässa", removed=True)
    town = plan(dropped, gone, status(gone, comment="En mässa."))
    assert [hit.where for hit in SearchIndex(town).find("mässa")] == [
        "Kostenheten · 3.4.5 · 2024 · utgår"
    ]


def test_a_long_comment_is_shown_by_its_beginning() -> None:
    """Ten thousand characters are one line in a list."""
    town = plan(DIALOGUE, status(DIALOGUE, comment="upphandling " * 2000))
    (hit,) = SearchIndex(town).find("upphandling")
    assert len(hit.title) <= 160
    assert hit.title.endswith("…")
