"""Folding: what several people have written of one thing comes to the same row everywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.journal.change import Entry
from model.journal.fold import LIFECYCLE, fold, fold_entity
from tests.model.journal.writing import OTHER, UNIT, edited, folded, histories, wrote

BORN = wrote({"title": "Dialog", "unit": UNIT}, at=1)


def test_without_changes_there_is_nothing() -> None:
    """No row is made out of nothing."""
    assert fold_entity([]) is None


def test_the_only_value_is_shown() -> None:
    """One person has written, and nobody else."""
    row = folded(BORN)
    assert row.values == {"title": "Dialog", "unit": UNIT}
    assert row.conflicts == ()


def test_what_was_written_on_top_of_it_replaces_a_value() -> None:
    """The one who wrote last had seen what was there."""
    later = wrote({"title": "Samråd"}, BORN, at=2)
    row = folded(BORN, later)
    assert row.values == {"title": "Samråd", "unit": UNIT}
    assert row.heads == {"title": (later.name,), "unit": (BORN.name,)}


def test_a_wrong_clock_does_not_bring_back_what_was_replaced() -> None:
    """Time never decides what replaces what: the computer that edited was an hour behind."""
    later = wrote({"title": "Samråd"}, BORN, at=0)
    assert folded(BORN, later).values["title"] == "Samråd"


def test_two_who_had_not_seen_each_other_are_in_conflict() -> None:
    """The latest is shown, the other is kept and marked."""
    mine = wrote({"title": "Samråd"}, BORN, at=2)
    yours = wrote({"title": "Möten"}, BORN, at=3, by="bo")
    row = folded(BORN, mine, yours)
    assert row.values["title"] == "Möten"
    assert row.heads["title"] == (yours.name, mine.name)
    assert row.conflicts == ("title",)


def test_at_the_same_moment_the_name_decides_which_is_shown() -> None:
    """So that every device shows the same one."""
    both = [wrote({"title": title}, BORN, at=2) for title in ("Samråd", "Möten")]
    shown = max(both, key=lambda entry: entry.name)
    assert folded(BORN, *both).values["title"] == shown.change.fields["title"]


def test_two_who_wrote_the_same_are_not_in_conflict() -> None:
    """Equal values are one value, and the next edit replaces both."""
    both = [wrote({"title": "Samråd"}, BORN, at=at, by=by) for at, by in ((2, "anna"), (3, "bo"))]
    row = folded(BORN, *both)
    assert row.conflicts == ()
    assert set(row.heads["title"]) == {entry.name for entry in both}
    after = edited(row, {"title": "Möten"}, 4, "anna")
    assert folded(BORN, *both, after).heads["title"] == (after.name,)


def test_different_fields_do_not_meet() -> None:
    """One moved the dates while another wrote the text: both hold."""
    mine = wrote({"title": "Samråd"}, BORN, at=2)
    yours = wrote({"description": "Två möten."}, BORN, at=3, by="bo")
    row = folded(BORN, mine, yours)
    assert (row.values["title"], row.values["description"]) == ("Samråd", "Två möten.")
    assert row.conflicts == ()


def test_a_change_is_replaced_even_if_it_arrives_after_its_successor() -> None:
    """A share may bring the answer before the question."""
    later = wrote({"title": "Samråd"}, BORN, at=2)
    assert folded(later).heads == {"title": (later.name,)}
    assert folded(later, BORN) == folded(BORN, later)


def test_a_person_settles_a_conflict_by_writing_with_all_values_in_sight() -> None:
    """Whichever value is chosen, the conflict is over on every device."""
    mine = wrote({"title": "Samråd"}, BORN, at=2)
    yours = wrote({"title": "Möten"}, BORN, at=3, by="bo")
    settled = edited(folded(BORN, mine, yours), {"title": "Samråd"}, 4, "anna")
    row = folded(BORN, mine, yours, settled)
    assert row.values["title"] == "Samråd"
    assert row.conflicts == ()


def test_an_edit_that_the_removal_had_not_seen_is_a_conflict() -> None:
    """Somebody worked on what another took away: a person must look at it."""
    edit = wrote({"title": "Samråd"}, BORN, at=3)
    removal = edited(folded(BORN), {"removed": True}, 2, "bo")
    row = folded(BORN, edit, removal)
    assert row.values["removed"] is True
    assert row.values["title"] == "Samråd"
    assert row.conflicts == ("removed",)


def test_cancelling_what_somebody_is_editing_is_a_conflict() -> None:
    """The same for an activity that will not be carried out."""
    edit = wrote({"description": "Nu bokat."}, BORN, at=3)
    cancelled = edited(folded(BORN), {"cancelled": True, "cancel_reason": "Pengar."}, 2, "bo")
    assert folded(BORN, edit, cancelled).conflicts == ("cancelled",)


def test_an_edit_after_seeing_the_removal_is_no_conflict() -> None:
    """The editor knew that it was removed."""
    removal = edited(folded(BORN), {"removed": True}, 2, "bo")
    edit = edited(folded(BORN, removal), {"title": "Samråd"}, 3, "anna")
    assert folded(BORN, removal, edit).conflicts == ()


def test_settling_a_removal_ends_the_conflict_either_way() -> None:
    """Removed after all, or kept after all."""
    edit = wrote({"title": "Samråd"}, BORN, at=3)
    removal = edited(folded(BORN), {"removed": True}, 2, "bo")
    for choice in (True, False):
        settled = edited(folded(BORN, edit, removal), {"removed": choice}, 4, "anna")
        row = folded(BORN, edit, removal, settled)
        assert row.values["removed"] is choice
        assert row.conflicts == ()


def test_a_stray_change_in_another_scope_is_not_shown() -> None:
    """It takes neither the value nor the whole activity away from the unit that has it."""
    for title_order in (OTHER, "zoo"):
        stray = wrote({"title": "Kapad"}, BORN, at=0, scope=title_order, by="mallory")
        assert folded(BORN, stray) == folded(BORN)
        born_there = wrote({"title": "Kapad"}, at=2, scope=title_order, by="mallory")
        assert folded(BORN, born_there) == folded(BORN)


def test_the_centre_has_its_own_wherever_else_somebody_writes_of_it() -> None:
    """A unit cannot take over an activity of the operational plan."""
    plan = wrote({"title": "Beslutad", "origin": "plan"}, at=5, scope="central", by="staben")
    row = folded(BORN, plan)
    assert (row.scope, row.values["title"]) == ("central", "Beslutad")


def test_what_a_later_version_wrote_is_kept_beside_the_rest() -> None:
    """A field that this version does not know has heads and values like any other."""
    newer = wrote({"colour": "blå"}, BORN, at=2)
    assert folded(BORN, newer).values["colour"] == "blå"


@given(histories(), st.data())
def test_order_and_repetition_do_not_matter(history: list[Entry], data: st.DataObject) -> None:
    """Whatever way and however often changes come to a device, it shows the same."""
    shuffled = data.draw(st.permutations([*history, *history[::2]]))
    assert folded(*shuffled) == folded(*history)


@given(histories())
def test_a_head_is_what_nothing_replaces(history: list[Entry]) -> None:
    """By the definition, word for word, and the shown value is that of the latest head."""
    row = folded(*history)
    for field in {field for entry in history for field in entry.change.fields}:
        heads = [
            entry
            for entry in history
            if field in entry.change.fields
            and not any(
                entry.name in other.change.bases and field in other.change.fields
                for other in history
            )
        ]
        heads.sort(key=lambda entry: (entry.change.time, entry.name), reverse=True)
        assert row.heads[field] == tuple(entry.name for entry in heads)
        assert row.values[field] == heads[0].change.fields[field]
        if any(entry.change.fields[field] != row.values[field] for entry in heads):
            assert field in row.conflicts
        elif field not in LIFECYCLE:
            assert field not in row.conflicts


@given(histories(), st.data())
def test_no_value_goes_without_somebody_having_seen_it(
    history: list[Entry], data: st.DataObject
) -> None:
    """Any change is still a head, or somebody who had it in front of him wrote another."""
    entry = data.draw(st.sampled_from(history))
    row = folded(*history)
    for field in entry.change.fields:
        if entry.name not in row.heads[field]:
            assert any(
                entry.name in other.change.bases and field in other.change.fields
                for other in history
            )


@given(histories(least=2))
def test_who_works_alone_never_meets_a_conflict(history: list[Entry]) -> None:
    """Each change seen before the next is written: one value each, and nothing to settle."""
    alone = [history[0]]
    for at, entry in enumerate(history[1:], 1):
        alone.append(edited(folded(*alone), entry.change.fields, at, "anna"))
    row = folded(*alone)
    assert row.conflicts == ()
    assert all(len(heads) == 1 for heads in row.heads.values())


@given(histories(), st.data())
def test_a_device_that_lacks_some_changes_gets_there_when_they_come(
    history: list[Entry], data: st.DataObject
) -> None:
    """What it shows until then is the fold of what it has, in whatever order it got it."""
    some = data.draw(st.lists(st.sampled_from(history), min_size=1))
    assert folded(*some) == folded(*reversed(some))
    assert folded(*some, *history) == folded(*history)


@given(histories(), st.data())
def test_settling_everything_leaves_nothing_to_settle(
    history: list[Entry], data: st.DataObject
) -> None:
    """Naming all heads of the fields in conflict ends every conflict."""
    row = folded(*history)
    if row.conflicts:
        fields = {field: row.values[field] for field in row.conflicts}
        settled = edited(row, fields, 50, data.draw(st.sampled_from("ABC")))
        after = folded(*history, settled)
        assert after.conflicts == ()
        assert after.values == row.values


def test_a_whole_journal_folds_thing_by_thing() -> None:
    """Changes of different things, mixed, come to one row each, in an order that is always so."""
    other = wrote({"title": "Matsvinn", "unit": UNIT}, entity="a2", at=2)
    later = wrote({"title": "Samråd"}, BORN, at=3)
    rows = list(fold([other, later, BORN]))
    assert [(row.id, row.values["title"]) for row in rows] == [("a1", "Samråd"), ("a2", "Matsvinn")]
    assert list(fold([BORN, other, later])) == rows
    assert [row.id for row in fold([BORN, other], lambda change: change.id == "a2")] == ["a2"]
