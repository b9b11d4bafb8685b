"""An export shows the plan; into an existing file it writes only what differs."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.catalogue.export import NothingToExport, UnreadEdits
from model.catalogue.reading import read_catalogue
from model.plan.entities import (
    Activity,
    Goal,
    Measure,
    MeasureValue,
    Outcome,
    Person,
    PolicyArea,
    Setting,
)
from model.plan.identifiers import natural_id
from tests.model.catalogue.centre import Centre, lillstad
from tests.model.catalogue.edits import EDITS, FIGURE, SICK, Cell, typed, written
from tests.model.catalogue.writing import SMALL, line_of

STAMP = re.compile(r"\n# Stämpeln[^\n]*\n\[stamp\]\n.*\Z", re.DOTALL)
COMMENT = re.compile(r"(?m)(?:^|(?<=\s))#.*$")


def body(content: bytes) -> str:
    """A file without its stamp."""
    return STAMP.sub("", content.decode("utf-8"))


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that only the one or only the other text has."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def fields_of(content: bytes) -> dict[str, dict[str, object]]:
    """What a file says, row by row."""
    return {
        row.id: {field: value for field, value in row.fields.items() if field != "order"}
        for row in read_catalogue(content).rows
    }


@settings(deadline=None, max_examples=50)
@given(EDITS)
def test_an_export_imported_again_writes_nothing(on_screen: dict[Cell, int]) -> None:
    """With the stamp, and also without it: the file says exactly what the plan says."""
    centre = lillstad()
    typed(on_screen, centre)
    exported = centre.export()
    assert (exported.left_out, exported.faults) == ((), ())
    assert centre.preview(exported.content).changes == ()
    assert centre.preview(body(exported.content).encode()).changes == ()


@settings(deadline=None, max_examples=50)
@given(EDITS, EDITS)
def test_a_file_brought_up_to_date_says_the_same_as_a_new_one(
    first: dict[Cell, int], then: dict[Cell, int]
) -> None:
    """Whatever was in the file, after the export it imports as nothing new."""
    centre = lillstad()
    content = written(first, centre.export(SMALL.encode()).content)
    centre.load(content)
    typed(then, centre)
    exported = centre.export(content)
    assert centre.preview(exported.content).changes == ()
    assert centre.preview(body(exported.content).encode()).changes == ()
    fresh = fields_of(centre.export().content)
    for row, fields in fields_of(exported.content).items():
        assert {field: fields[field] for field in fresh[row]} == fresh[row]


@settings(deadline=None, max_examples=50)
@given(EDITS, st.randoms(use_true_random=False))
def test_comments_and_everything_that_is_not_concerned_stay(
    on_screen: dict[Cell, int], random: Random
) -> None:
    """Each comment is still there, in the same order, and no untouched line has moved."""
    lines = SMALL.split("\n")
    in_text = lines.index('"unit_report.purpose" = """')
    for number in range(12):
        at = random.randrange(len(lines))
        if at not in range(in_text + 1, in_text + 4):
            lines.insert(at, f"   # anmärkning {number} [[goal]]")
            in_text += at <= in_text
    commented = "\n".join(lines)
    centre = Centre()
    centre.load(commented.encode())
    typed(on_screen, centre)
    after = body(centre.export(commented.encode()).content)
    assert COMMENT.findall(after) == COMMENT.findall(commented)
    gone, _ = changed_lines(commented, after)
    assert len(gone) <= len(on_screen) + 2


def test_only_the_value_that_differs_is_written() -> None:
    """The comment behind it stays behind it."""
    centre = lillstad()
    centre.change(Activity, "3.4.5-frukost", description="Fem frukostar.")
    gone, new = changed_lines(SMALL, body(centre.export(SMALL.encode()).content))
    assert gone == ['description = "Fyra frukostar."    # en per kvartal']
    assert new == ['description = "Fem frukostar."    # en per kvartal']


def test_an_unchanged_plan_gives_the_same_bytes() -> None:
    """Nobody's version history fills with exports that say nothing new."""
    centre = lillstad()
    content = centre.export(SMALL.encode()).content
    assert centre.export(content).content == content
    assert content.startswith(SMALL.encode())


def test_tables_that_stand_apart_are_left_apart() -> None:
    """Goals each followed by their activities is a natural way to write a plan."""
    goal = SMALL.index('[[goal]]\nnumber = "4.1"')
    activity = SMALL.index('[[activity]]\nkey = "3.4.5-frukost"')
    end = SMALL.index('[[activity]]\nkey = "4.1-schema"')
    apart = SMALL[:goal] + SMALL[activity:end] + SMALL[goal:activity] + SMALL[end:]
    centre = Centre()
    centre.load(apart.encode())
    assert body(centre.export(apart.encode()).content) == apart
    centre.change(Goal, "4.1", text="Sjukfrånvaron minskar.")
    gone, new = changed_lines(apart, body(centre.export(apart.encode()).content))
    assert (len(gone), new) == (1, ['text = "Sjukfrånvaron minskar."'])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_mark_of_the_file_are_kept(mark: bytes) -> None:
    """A file from Notepad stays one that Notepad shows well."""
    windows = mark + SMALL.replace("\n", "\r\n").encode()
    centre = Centre()
    centre.load(windows)
    centre.change(Goal, "4.1", text="Första\nandra")
    content = centre.export(windows).content
    assert content.startswith(mark + b"# M")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert centre.preview(content).changes == ()


def test_edits_that_were_never_imported_stop_an_export_into_their_file() -> None:
    """Nothing that anyone typed is written over."""
    centre = lillstad()
    stamped = centre.export(SMALL.encode()).content
    centre.change(Goal, "4.1", text="Nytt på skärmen.")
    edited = stamped.replace("Företagsfrukostar".encode(), b"Frukost")
    with pytest.raises(UnreadEdits, match="Den är lämnad orörd") as refused:
        centre.export(edited)
    line = line_of("Frukost", edited.decode()) - 2
    assert refused.value.lines == (f"Rad {line}: Aktivitet ”Frukost”",)
    centre.load(edited)
    assert "Nytt på skärmen." in centre.export(edited).content.decode()


def test_an_older_file_without_a_stamp_is_brought_up_to_date() -> None:
    """What it says was imported once, so nothing is lost when the file forgets it."""
    centre = lillstad()
    centre.change(Goal, "4.1", text="Nytt på skärmen.")
    assert "Nytt på skärmen." in body(centre.export(SMALL.encode()).content)


def test_a_new_row_comes_where_it_belongs() -> None:
    """After the row that it follows in the plan, with a blank line between."""
    centre = lillstad()
    row = '[[goal]]\nnumber = "3.5"\nlevel = "council_goal"\ntext = "Nytt mål."\n'
    other = SMALL.replace('[[goal]]\nnumber = "4.1"', f'{row}\n[[goal]]\nnumber = "4.1"', 1)
    centre.load(other.encode())
    assert body(centre.export(SMALL.encode()).content) == other


def test_a_row_that_was_moved_takes_its_comment_along() -> None:
    """What stands right above a header is about that row; a heading with a blank line is not."""
    text = SMALL.replace(
        '[[policy_area]]\nkey = "aldre"', '# De äldre.\n[[policy_area]]\nkey = "aldre"'
    )
    centre = Centre()
    centre.load(text.encode())
    centre.change(PolicyArea, "aldre", order=1)
    after = body(centre.export(text.encode()).content)
    assert after.index("# ---- Målområden") < after.index(
        '# De äldre.\n[[policy_area]]\nkey = "aldre"'
    )
    assert after.index('key = "aldre"') < after.index('key = "tillvaxt"')
    assert after.index('key = "tillvaxt"') < after.index("# ---- Organisation")


def test_what_was_removed_becomes_a_comment() -> None:
    """So the next import does not bring it back, and the text can still be read."""
    centre = lillstad()
    stamped = centre.export(SMALL.encode()).content
    centre.change(Activity, "4.1-schema", removed=True)
    centre.change(Setting, "expected_activities_small", removed=True)
    edit = centre.edit()
    edit.save(MeasureValue(id=FIGURE, removed=True), None)
    centre.keep(edit)
    exported = centre.export(stamped)
    text = exported.content.decode()
    assert '# Borttagen ur planen:\n# [[activity]]\n# key = "4.1-schema"' in text
    assert "# Borttagen ur planen:\n# expected_activities_small = 2" in text
    preview = centre.preview(exported.content)
    assert (preview.changes, exported.faults) == ((), ())


def outcome(day: str, value: str) -> MeasureValue:
    """A figure that somebody has entered on the screen."""
    return MeasureValue(
        id=natural_id("lillstad", "measure_value", SICK, day),
        measure=SICK, as_of=date.fromisoformat(day), outcome=Outcome(value),
    )  # fmt: skip


HEADED = '[[measure.values]] # a\nas_of = 2023-09-30\nvalue = "9.11"'
FIRST = '{ as_of = 2023-09-30, value = "9.11" }'
NEW = '{ as_of = 2024-04-30, value = "8.5" }'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("values = []", f"values = [ {FIRST}, {NEW} ]"),
        (f"values = [ {FIRST} ]", f"values = [ {FIRST}, {NEW} ]"),
        (f"values = [{FIRST},] # x", f"values = [{FIRST}, {NEW}] # x"),
        (f"values = [\n {FIRST}, # a\n # b\n]", f"values = [\n {FIRST}, # a\n {NEW},\n # b\n]"),
        (f"values = [\n  {FIRST} # a\n]", f"values = [\n  {FIRST}, # a\n  {NEW},\n]"),
        (f"values = [\n {FIRST} # a\n , # b\n]", f"values = [\n {FIRST} # a\n , # b\n {NEW},\n]"),
        (HEADED, HEADED + '\n\n[[measure.values]]\nas_of = 2024-04-30\nvalue = "8.5"'),
        ("# inga", f"values = [\n  {FIRST},\n  {NEW},\n]"),
    ],
)  # fmt: skip
def test_new_figures_are_written_the_way_the_list_is_written(before: str, after: str) -> None:
    """One line or several, with comments and commas as they were."""
    start = SMALL.index("values = [")
    stop = SMALL.index("\n", start)
    text = SMALL[:start] + before + SMALL[stop:]
    centre = Centre()
    centre.load(text.encode())
    edit = centre.edit()
    if "9.11" not in before:
        edit.save(outcome("2023-09-30", "9.11"), None)
    edit.save(outcome("2024-04-30", "8.5"), None)
    centre.keep(edit)
    exported = centre.export(text.encode())
    expected = SMALL[:start] + after + SMALL[stop:]
    if before.startswith("#"):
        expected = SMALL[:start] + after + "\n" + before + SMALL[stop:]
    assert body(exported.content) == expected
    assert centre.preview(exported.content).changes == ()


def test_two_goals_with_one_number_are_named_by_key_and_said_to_be_a_fault() -> None:
    """Two people may add the same number at once; somebody has to choose before the next import."""
    centre = lillstad()
    row = '[[goal]]\nkey = "annan"\nnumber = "4.2"\nlevel = "efficiency_goal"\ntext = "Annat."\n'
    centre.load((SMALL + row.join(["\n", ""])).encode())
    centre.change(Goal, "annan", number="4.1")
    other = natural_id("lillstad", "goal", "2024", "annan")
    centre.change(Activity, "4.1-schema", goals=(other,))
    exported = centre.export()
    line = line_of('number = "4.1"', exported.content.decode())
    assert [fault.text for fault in exported.faults] == [
        f"målnumret ”4.1” finns redan på rad {line}."
    ]
    assert 'goals = ["annan"]' in exported.content.decode()


def test_a_goal_of_another_year_is_named_with_its_year() -> None:
    """A measure goes on while the goals change; the file must not mean this year's goal."""
    centre = lillstad()
    row = '\n[[goal]]\nyear = 2023\nnumber = "4.1"\nlevel = "efficiency_goal"\ntext = "Förra."\n'
    centre.load((SMALL + row).encode())
    centre.change(Measure, "sjuk", goal=natural_id("lillstad", "goal", "2023", "4.1"))
    for exported in (centre.export(), centre.export((SMALL + row).encode())):
        assert 'goal = "2023:4.1"' in exported.content.decode()
        assert "year = 2023" in exported.content.decode()
        assert (centre.preview(exported.content).changes, exported.faults) == ((), ())


def test_goals_that_change_numbers_are_still_told_apart() -> None:
    """A number is what people see, so it goes before a key that says the same."""
    centre = lillstad()
    centre.change(Goal, "4.1", number="4.2")
    centre.change(Goal, "3.4", number="4.1")
    for exported in (centre.export(), centre.export(SMALL.encode())):
        assert 'goals = ["4.2", "3.4.5"]' in exported.content.decode()
        assert (centre.preview(exported.content).changes, exported.faults) == ((), ())


def test_a_reference_to_what_was_removed_is_left_for_a_person_to_correct() -> None:
    """The file says where; dropping the reference would be an edit that nobody made."""
    centre = lillstad()
    centre.change(PolicyArea, "tillvaxt", removed=True)
    exported = centre.export(SMALL.encode())
    assert 'policy_area = "tillvaxt"' in exported.content.decode()
    assert "hänvisar till ”tillvaxt”, som inte finns" in exported.faults[0].text


def test_blanks_that_a_file_cannot_keep_are_no_edit() -> None:
    """Text from the screen may end in a line break; the round trip writes nothing."""
    centre = lillstad()
    centre.change(Goal, "4.1", text="Två\r\nrader.\n ")
    centre.change(PolicyArea, "aldre", name=" Äldre  +65")
    exported = centre.export()
    assert centre.preview(exported.content).changes == ()
    assert centre.export(exported.content).content == exported.content


def test_what_a_file_cannot_name_is_listed() -> None:
    """An activity without a key, made by another program, is not forgotten in silence."""
    centre = lillstad()
    edit = centre.edit()
    edit.save(Measure(id="11111111-1111-4111-8111-111111111111", name="Utan nyckel"), None)
    centre.keep(edit)
    assert centre.export().left_out == ("Mått ”Utan nyckel”",)


def test_people_who_have_set_a_device_up_themselves_are_no_part_of_a_file() -> None:
    """The controller is in the plan, but nobody wrote her in a catalogue; nothing is said of it."""
    centre = lillstad()
    edit = centre.edit()
    edit.save(Person(id="11111111-1111-4111-8111-111111111111", name="Kim Centralt"), None)
    centre.keep(edit)
    exported = centre.export()
    assert exported.left_out == ()
    assert centre.preview(exported.content).notices == ()


def test_without_a_municipality_there_is_nothing_to_export() -> None:
    """An empty file would only puzzle whoever opens it."""
    with pytest.raises(NothingToExport, match="Läs in en målkatalog först"):
        Centre().export()


def test_a_table_that_the_file_lacks_comes_under_a_heading() -> None:
    """A file with only the goals gets the rest at its place among the tables."""
    head = SMALL[: SMALL.index("[settings]")]
    exported = lillstad().export(head.encode())
    assert exported.content.startswith(head.encode())
    assert "\n# Målen\n\n[[goal]]\n" in exported.content.decode()
    assert lillstad().preview(exported.content).changes == ()
