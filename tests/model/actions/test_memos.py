"""Writing a memo: what is given replaces, what is not given stands."""

from __future__ import annotations

import pytest

from model.actions.memos import write_memo, write_reason
from model.plan.memo import FocusArea
from model.plan.vocabulary import Role
from model.views.memo_text import memo_view
from model.workspace.edit import Edit, OnlyCentrally
from tests.model.actions.editing import editing
from tests.model.building import T1, T2, plan

HEALTH = FocusArea(id="halsa", key="halsa", name="Hållbar hälsa", order=2)
NATURE = FocusArea(id="natur", key="natur", name="Hållbar natur", order=1)


def central() -> Edit:
    """An edit by the centre."""
    return editing(plan(HEALTH, NATURE), role=Role.CENTRAL)


def test_a_memo_comes_to_be_with_its_first_text() -> None:
    """And keeps it when another is written."""
    edit = central()
    write_memo(
        edit, T1, brief=" Första uppföljningen.\n", proposals=["Godkänna  redovisningen.", " "]
    )
    write_memo(edit, T1, officer="Controller")
    memo = memo_view(edit.plan, T1).memo
    assert (memo.brief, memo.officer) == ("Första uppföljningen.", "Controller")
    assert memo.proposals == ("Godkänna redovisningen.",)
    assert memo_view(edit.plan, T2).present is None


def test_paragraphs_are_kept() -> None:
    """In what is running text, not in a title."""
    edit = central()
    found = write_memo(edit, T1, considerations="Ett.\n\nTvå.", title="Mål\nuppföljning")
    assert (found.considerations, found.title) == ("Ett.\n\nTvå.", "Mål uppföljning")


def test_each_focus_area_has_its_own_reason_in_the_catalogues_order() -> None:
    """An empty text says that the matter does not bear on it."""
    edit = central()
    write_reason(edit, T1, HEALTH, "Rör hälsan.")
    assert [(each.area.key, each.text) for each in memo_view(edit.plan, T1).focus] == [
        ("natur", ""),
        ("halsa", "Rör hälsan."),
    ]
    write_reason(edit, T1, HEALTH, "")
    assert all(not each.text for each in memo_view(edit.plan, T1).focus)


def test_only_the_centre_writes_a_memo() -> None:
    """It is the administration's."""
    with pytest.raises(OnlyCentrally):
        write_memo(editing(plan()), T1, brief="Nej.")
