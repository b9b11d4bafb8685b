"""An import writes what the editor of the file changed, and nothing else, whatever others did."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
import tomlkit
from hypothesis import given, settings

from model.catalogue.preview import OtherMunicipality
from model.plan.entities import Activity, Goal, Period, PolicyArea
from tests.model.catalogue.centre import Centre, lillstad
from tests.model.catalogue.edits import (
    CELLS,
    EDITS,
    G345,
    Cell,
    as_kept,
    candidates,
    held,
    typed,
    value_of,
    written,
)
from tests.model.catalogue.writing import SMALL, changed


@settings(deadline=None, max_examples=50)
@given(EDITS, EDITS)
def test_what_the_editor_changed_is_written_and_what_others_changed_stays(
    in_file: dict[Cell, int], on_screen: dict[Cell, int]
) -> None:
    """Two people change different things: both stand. The same thing: both are kept to choose."""
    centre = lillstad()
    before = {cell: held(cell, centre) for cell in CELLS}
    exported = centre.export().content
    typed(on_screen, centre)
    preview = centre.load(written(in_file, exported))
    assert not preview.needs_confirmation
    for cell in CELLS:
        theirs = value_of(cell, in_file[cell]) if cell in in_file else before[cell]
        ours = value_of(cell, on_screen[cell]) if cell in on_screen else before[cell]
        wanted = {theirs, ours} - {before[cell]} or {before[cell]}
        expected = set(map(as_kept, wanted))
        assert candidates(cell, centre) == expected, cell.path


@settings(deadline=None, max_examples=50)
@given(EDITS, EDITS)
def test_the_same_file_twice_writes_nothing_the_second_time(
    in_file: dict[Cell, int], on_screen: dict[Cell, int]
) -> None:
    """With a stamp and without, also when others have changed the same things."""
    centre = lillstad()
    stamped = written(in_file, centre.export().content)
    plain = written(in_file, SMALL.encode("utf-8"))
    typed(on_screen, centre)
    for content in (stamped, plain):
        centre.load(content)
        assert centre.preview(content).changes == ()


@settings(deadline=None, max_examples=50)
@given(EDITS, EDITS)
def test_an_old_file_takes_nothing_back(
    in_file: dict[Cell, int], on_screen: dict[Cell, int]
) -> None:
    """What was imported once and then changed again is not changed back by the same file."""
    centre = lillstad()
    content = written(in_file, centre.export().content)
    centre.load(content)
    typed(on_screen, centre)
    after = {cell: held(cell, centre) for cell in CELLS}
    assert centre.load(content).changes == ()
    assert {cell: held(cell, centre) for cell in CELLS} == after


@settings(deadline=None, max_examples=50)
@given(EDITS)
def test_two_centres_that_import_the_same_file_agree(in_file: dict[Cell, int]) -> None:
    """The same edit made twice is no conflict."""
    one = lillstad()
    two = one.copy()
    content = written(in_file, one.export().content)
    one.load(content)
    two.load(content)
    one.meet(two)
    assert not [entity for entity in one.plan.everything() if entity.conflicts]
    assert one.preview(content).changes == ()


def test_a_first_import_into_an_empty_plan_asks_nothing() -> None:
    """There is nothing that it could take away."""
    preview = Centre().preview(SMALL.encode())
    assert not preview.needs_confirmation
    assert preview.created == len(preview.file.rows)
    assert "Ny: Mål 3.4.5." in preview.lines


def test_without_a_stamp_what_would_change_is_shown_and_asked_for() -> None:
    """Nobody knows whether the difference is an edit or just old."""
    centre = lillstad()
    preview = centre.preview(
        changed(
            ('name = "Kostenheten"', 'name = "Måltidsenheten"'),
            ("end = 2024-09-30", "end = 2024-10-31"),
            ('policy_area = "tillvaxt"', 'policy_area = "aldre"'),
            ("true\n", "false\n"),
        )
    )
    assert preview.needs_confirmation
    assert preview.summary == "4 ändrade rader."
    assert preview.lines == (
        "Inställning count_plan_activities: ”true” ändras till ”false”.",
        "Organisation ”Måltidsenheten”: namn ändras från ”Kostenheten” till ”Måltidsenheten”.",
        "Mål 3.4.5: målområde ändras från ”Tillväxt” till ”Äldre +65”.",
        "Aktivitet ”Företagsfrukostar”: slutdatum ändras från ”2024-09-30” till ”2024-10-31”.",
    )


def test_an_unknown_stamp_counts_as_none_and_is_said() -> None:
    """The file shows a state that has not reached this device."""
    elsewhere = lillstad()
    elsewhere.change(PolicyArea, "aldre", name="Äldre")
    content = elsewhere.export().content.replace("Äldre".encode(), b"Gamla")
    preview = lillstad().preview(content)
    assert preview.needs_confirmation
    assert "stämpel visar ett läge som inte finns på den här datorn" in preview.notices[0]


def test_a_concurrent_edit_of_the_same_field_becomes_a_conflict_that_is_foretold() -> None:
    """The preview says so before anything is written; both values are kept."""
    centre = lillstad()
    content = centre.export().content.replace(b"end = 2024-09-30", b"end = 2024-10-31")
    edit = centre.edit()
    activity = next(a for a in centre.plan.of(Activity) if a.title == "Företagsfrukostar")
    period = Period(date(2024, 1, 1), date(2024, 12, 31))
    edit.save(msgspec.structs.replace(activity, period=period), activity)
    centre.keep(edit)
    preview = centre.load(content)
    (line,) = preview.lines
    assert line.startswith("Aktivitet ”Företagsfrukostar”: slutdatum ändras från ”2024-09-30”")
    assert line.endswith("Någon annan har ändrat samma sak; båda sparas och en får väljas.")
    assert next(a for a in centre.plan.of(Activity) if a.conflicts).conflicts == ("period",)


def test_going_back_to_an_earlier_value_is_an_edit_like_any_other() -> None:
    """That the journal has known the value once does not make it old."""
    centre = lillstad()
    centre.change(Goal, "4.1", text="Ny.")
    content = centre.export().content.replace(b"Ny.", b"Sjukfr\xc3\xa5nvaron ska minska.")
    centre.load(content)
    assert centre.value(Goal, "4.1", lambda goal: goal.text) == "Sjukfrånvaron ska minska."


def test_a_conflict_is_settled_by_choosing_in_the_file() -> None:
    """The file shows one of the two values; writing the other one replaces both."""
    one, two = lillstad(), lillstad()
    one.change(Goal, "4.1", text="Ena.")
    two.change(Goal, "4.1", text="Andra.")
    one.meet(two)
    content = one.export().content
    assert b"Andra." in content
    one.load(content.replace(b"Andra.", b"Ena."))
    (goal,) = (goal for goal in one.plan.of(Goal) if goal.number == "4.1")
    assert (goal.text, goal.conflicts) == ("Ena.", ())


def test_a_row_that_is_deleted_from_the_file_stays_in_the_plan() -> None:
    """Absence is never deletion, and the editor is told so."""
    centre = lillstad()
    document = tomlkit.parse(centre.export().content.decode())
    del document["goal"][1]["policy_area"]
    del document["activity"][1]
    preview = centre.load(tomlkit.dumps(document).encode())
    assert preview.changes == ()
    row, key = preview.notices
    assert "inte längre i filen men är kvar: Aktivitet ”Hälsosamma scheman”." in row
    assert key.startswith("Mål 3.4.5: ”policy_area” står inte längre i filen men är kvar.")


def test_a_partial_file_may_refer_to_what_the_plan_has() -> None:
    """A file with next year's goals need not repeat the organisation."""
    centre = lillstad()
    content = (
        b'format = 1\nyear = 2025\n[municipality]\nkey = "lillstad"\nname = "Lillstads kommun"\n'
        b'[[goal]]\nnumber = "4.1"\nlevel = "efficiency_goal"\nlead_unit = "kostenheten"\n'
        b'text = "Samma som i fjol."\n'
    )
    assert centre.load(content).lines == ("Ny: Mål 4.1.",)
    orders = {goal.year: goal.order for goal in centre.plan.of(Goal) if goal.number == "4.1"}
    assert orders[2025] > orders[2024]


def test_a_file_of_another_municipality_is_refused() -> None:
    """A neighbour's goals would all be new, and stand beside one's own."""
    with pytest.raises(OtherMunicipality, match="Filen gäller kommunen ”granne”"):
        lillstad().preview(changed(('key = "lillstad"', 'key = "granne"')))


def test_a_new_row_between_two_takes_its_place_without_moving_the_others() -> None:
    """Only the new row is written; those below keep their numbers."""
    centre = lillstad()
    row = '[[goal]]\nnumber = "3.5"\nlevel = "council_goal"\ntext = "Nytt."\n\n'
    content = centre.export().content.decode()
    at = content.index('[[goal]]\nnumber = "4.1"')
    preview = centre.load((content[:at] + row + content[at:]).encode())
    assert preview.lines == ("Ny: Mål 3.5.",)
    assert [goal.number for goal in centre.plan.goals(2024)] == ["3.4", "3.4.5", "3.5", "4.1"]


def test_a_row_that_is_moved_is_the_only_one_written() -> None:
    """The order is data too, but only of the row that somebody moved."""
    centre = lillstad()
    document = tomlkit.parse(centre.export().content.decode())
    goals = document["goal"]
    rows = [goals[2], goals[0], goals[1]]
    moved = tomlkit.aot()
    for row in rows:
        moved.append(row)
    document["goal"] = moved
    preview = centre.load(tomlkit.dumps(document).encode())
    assert preview.lines == ("Mål 4.1: plats i ordningen ändras.",)
    assert [goal.number for goal in centre.plan.goals(2024)] == ["4.1", "3.4", "3.4.5"]


def test_what_was_imported_and_taken_back_does_not_return_by_itself() -> None:
    """The same file again leaves it removed and says how to get it back."""
    centre = lillstad()
    row = '[[policy_area]]\nkey = "ny"\nname = "Nytt"\n\n'
    content = (
        centre.export()
        .content.decode()
        .replace("[[organisation_unit]]", row + "[[organisation_unit]]", 1)
    )
    centre.load(content.encode())
    centre.change(PolicyArea, "ny", removed=True)
    preview = centre.load(content.encode())
    assert preview.changes == ()
    assert "Målområde ”Nytt” är borttagen efter att filen lästes in" in preview.notices[-1]
    unstamped = centre.load(content.partition("# Stämpeln")[0].encode())
    assert unstamped.lines == ("Ny: Målområde ”Nytt”.",)
    assert "ny" in [area.key for area in centre.plan.of(PolicyArea)]


def test_an_edit_of_a_row_that_somebody_removed_meanwhile_is_not_lost() -> None:
    """Removal and edit stand against each other, for a person to choose."""
    centre = lillstad()
    content = centre.export().content.replace("Näringslivet ska".encode(), b"Alla ska")
    centre.change(Goal, "3.4.5", removed=True)
    centre.load(content)
    goal = centre.plan.find(Goal, G345)
    assert goal is not None
    assert goal.text.startswith("Alla ska")
    assert "removed" in goal.conflicts


@pytest.mark.parametrize("text", ["\x1b[2J", "[bold]x[/]", "x" * 10_000, "\u202etfel"])
def test_what_a_preview_shows_can_do_nothing(text: str) -> None:
    """A file from elsewhere may hold what steers a terminal; lines show it as symbols."""
    centre = lillstad()
    document = tomlkit.parse(SMALL)
    document["goal"][1]["text"] = text
    (line,) = centre.preview(tomlkit.dumps(document).encode()).lines
    assert line.isprintable()
    assert len(line) < 200
