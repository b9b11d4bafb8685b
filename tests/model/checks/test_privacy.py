"""F17: personal numbers, health and persons in free text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checks.finding import Severity
from model.checks.run import check
from model.plan.assessment import Analysis, Assessment
from model.plan.memo import Memo
from model.plan.vocabulary import Role, StatusValue
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    STREETS,
    T1,
    T2,
    Value,
    activity,
    goal_id,
    plan,
    plan_activity,
    status,
    waiver,
)
from tests.model.checks.asking import found, texts

NUMBER = "811228-9874"
"""The tax agency's own example of a number that belongs to nobody."""
DIALOGUE = activity("Dialog med lokala producenter")


@pytest.mark.parametrize("field", ["title", "description", "cancel_reason"])
def test_a_personal_number_in_an_activity_is_warned_of(field: str) -> None:
    """Wherever it stands, also in an activity that was cancelled."""
    for cancelled in (False, True):
        texts_of: dict[str, Value] = {field: f"Ring {NUMBER}", "cancelled": cancelled}
        town = plan(activity(id="a", **texts_of))
        (finding,) = found(town, "F17")
        assert finding.severity is Severity.WARN
        assert finding.field == field
        assert "innehåller ett personnummer" in finding.text


def test_a_personal_number_in_a_comment_of_any_tertial_is_warned_of() -> None:
    """What was written last tertial is still kept and shown."""
    town = plan(DIALOGUE, status(DIALOGUE, T1, comment=f"Anna {NUMBER}"), status(DIALOGUE, T2))
    (finding,) = found(town, "F17", tertial=T2)
    assert finding.text == "Kommentaren för T1 2024 innehåller ett personnummer."
    assert finding.tertial == T1


def test_a_personal_number_in_what_is_awaited_is_warned_of() -> None:
    """The field is free text too."""
    waiting = status(DIALOGUE, value=StatusValue.ON_HOLD, awaited=f"Besked om {NUMBER}")
    assert [finding.field for finding in found(plan(DIALOGUE, waiting), "F17")] == ["awaited"]


def test_health_and_persons_are_warned_of() -> None:
    """«En medarbetare arbetade med … men materialet är inte överlämnat» points at somebody."""
    comment = "Kollegan är sjukskriven sedan mars."
    assert "Kommentaren för T1 2024 verkar berätta om någons hälsa." in texts(
        found(plan(DIALOGUE, status(DIALOGUE, comment=comment)), "F17")
    )
    pointing = "En medarbetare arbetade med frågan men materialet är inte överlämnat."
    assert texts(found(plan(DIALOGUE, status(DIALOGUE, comment=pointing)), "F17")) == [
        "Kommentaren för T1 2024 kan peka ut en enskild person."
    ]


def test_sickness_absence_as_a_goal_is_no_one_s_health() -> None:
    """The ordinary texts of the field are left in peace, and so are dates and phone numbers."""
    town = plan(
        activity("Minska sjukfrånvaron", description="Ring 0690-250 100 före 2024-09-30."),
        DIALOGUE,
        status(DIALOGUE, comment="Sjukfrånvaron ska minska. Möte 2024-03-14 kl. 13."),
    )
    assert found(town, "F17") == []


def test_what_others_wrote_is_theirs_to_mend() -> None:
    """The operational plan's texts are the centre's; another unit's are not on this list."""
    of_kitchen = plan_activity(description=f"Ring {NUMBER}", unit=KITCHEN)
    town = plan(of_kitchen, activity("Park", of=STREETS, description=NUMBER))
    assert found(town, "F17") == []
    assert len(found(town, "F17", role=Role.CENTRAL)) == 1


def test_the_reason_of_a_waiver_is_a_free_text_too() -> None:
    """It is kept and shown beside the finding."""
    (finding,) = found(plan(waiver("F05", "x", f"Se {NUMBER}")), "F17")
    assert finding.kind == "waiver"
    assert "Motiveringen innehåller" in finding.text


def test_a_warning_can_be_set_aside() -> None:
    """It may be an order number after all."""
    town = plan(activity(description=f"Order {NUMBER}"))
    (finding,) = found(town, "F17")
    set_aside = town.replacing([waiver("F17", finding.place, "Det är ett ordernummer.")])
    assert [f.counts for f in found(set_aside, "F17")] == [False]


def test_what_was_set_aside_is_asked_again_when_another_number_stands_there() -> None:
    """The reason was given for the text that stood there then."""
    (finding,) = found(plan(activity(description="Order 811228-9874")), "F17")
    later = plan(
        activity(description="Ring 640823-3234"),
        waiver("F17", finding.place, "Det är ett ordernummer."),
    )
    assert [each.counts for each in found(later, "F17")] == [True]


SURROUNDINGS = st.text(
    st.characters(codec="utf-8", exclude_characters="0123456789", exclude_categories=["Cs", "Nd"]),
    max_size=12,
)


@given(
    st.sampled_from(["title", "description", "comment", "awaited", "reason", "other title"]),
    SURROUNDINGS,
    SURROUNDINGS,
    st.sampled_from([NUMBER, "19811228-9874", "8112289874", "811288-9871"]),
)
def test_no_finding_ever_repeats_the_number(
    field: str, before: str, after: str, number: str
) -> None:
    """Wherever somebody wrote it, no rule's text, place or advice has it."""
    text = f"{before} {number} {after}"
    titles: dict[str, Value] = {"id": "a"}
    if field in {"title", "description"}:
        titles[field] = text
    if field == "other title":
        titles["title"] = text
    one = activity(**titles)
    other = activity(id="b", title=one.title, end="2024-11-30")
    said = status(
        one,
        value=StatusValue.ON_HOLD,
        comment=text if field == "comment" else "",
        awaited=text if field == "awaited" else "",
    )
    town = plan(one, other, said, waiver("F05", "status:b:kostenheten:2024-T1:status", text))
    for finding in check(town, [KITCHEN], T1, T1.as_of):
        for shown in (finding.text, finding.where, finding.advice, finding.place, finding.reason):
            assert number not in shown
            assert number[-4:] not in shown


def test_the_centres_own_texts_are_looked_at_too() -> None:
    """They are printed: under a goal, in the year's analysis, and in the memo."""
    town = plan(
        Assessment(id="s", goal=goal_id(BUSINESS), tertial=T1, summary=f"Anna {NUMBER} slutar."),
        Analysis(id="y", year=2024, text=f"Bra år, tack {NUMBER}."),
        Memo(id=plan().id_of(Memo, str(T1)), tertial=T1, considerations=f"Enligt {NUMBER}."),
    )
    assert set(texts(found(town, "F17", role=Role.CENTRAL))) == {
        "Sammanfattningen innehåller ett personnummer.",
        "Analysen innehåller ett personnummer.",
        "Övervägandet innehåller ett personnummer.",
    }
    assert found(town, "F17") == []
