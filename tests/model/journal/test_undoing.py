"""Which actions still hold when some have taken others back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.journal.change import Change
from model.journal.undoing import Actions, leave_out
from tests.model.journal.writing import UNIT, folded, wrote


def changes(**undoes: str | None) -> list[Change]:
    """One change for each action, and which action it takes back."""
    return [
        wrote({"title": action}, action=action, undoes=target).change
        for action, target in undoes.items()
    ]


def test_an_edit_holds_until_it_is_undone() -> None:
    """And holds again when the undoing is undone."""
    assert Actions(changes(edit=None)).hold("edit")
    undone = Actions(changes(edit=None, undo="edit"))
    assert (undone.hold("edit"), undone.hold("undo")) == (False, True)
    redone = Actions(changes(edit=None, undo="edit", redo="undo"))
    assert (redone.hold("edit"), redone.hold("undo"), redone.hold("redo")) == (True, False, True)
    again = Actions(changes(edit=None, undo="edit", redo="undo", undo2="edit"))
    assert not again.hold("edit")


def test_a_chain_of_undoing_is_about_one_edit() -> None:
    """Redoing does what the edit did."""
    actions = Actions(changes(edit=None, undo="edit", redo="undo"))
    assert [actions.behind(action) for action in ("edit", "undo", "redo")] == ["edit"] * 3
    assert [actions.does(action) for action in ("edit", "undo", "redo")] == [True, False, True]
    assert [actions.is_edit(action) for action in ("edit", "undo", "redo")] == [True, False, False]


@given(st.dictionaries(st.sampled_from("abcdef"), st.none() | st.sampled_from("abcdef")))
def test_the_answer_depends_on_the_changes_and_not_on_their_order(
    undoes: dict[str, str | None],
) -> None:
    """Also where a hostile device says that two actions take each other back: it ends."""
    forth, back = changes(**undoes), changes(**dict(reversed(undoes.items())))
    for action in undoes:
        assert Actions(forth).behind(action) == Actions(back).behind(action)
        assert Actions(forth).hold(action) == Actions(back).hold(action)


def test_what_was_left_out_lets_through_what_it_stood_on() -> None:
    """An edit of an edit that never was is an edit of what was before."""
    born = wrote({"title": "Dialog", "unit": UNIT}, at=1)
    first = wrote({"title": "Samråd"}, born, at=2)
    second = wrote({"title": "Möten"}, first, at=3)
    third = wrote({"title": "Rundor"}, second, at=4)
    kept = leave_out([born, first, second, third], {first.name, second.name})
    assert [entry.name for entry in kept] == [born.name, third.name]
    assert kept[1].change.bases == (born.name,)
    assert folded(*kept).values["title"] == "Rundor"
    assert folded(*leave_out(kept, {third.name})).values["title"] == "Dialog"
