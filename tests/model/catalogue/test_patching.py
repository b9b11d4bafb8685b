"""Small changes to a text leave the rest alone, and know which comments belong to which row."""

from __future__ import annotations

import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from model.catalogue.patching import Patch, blocks_of
from model.catalogue.places import find_places

ITEM = st.sampled_from(["{ a = 1 }", '{ a = "]," }', "{ a = '# ' , b=[1, 2] }"])
GAP = st.sampled_from(["", " ", "\n", "\n  ", " # x, ]\n  ", "\n# [y]\n\t"])


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, int]:
    """A list of rows in braces, written in any way, with how many they are."""
    items = draw(st.lists(ITEM, min_size=1, max_size=3))
    pieces = [draw(GAP) + item + draw(GAP) for item in items]
    comma = draw(st.sampled_from(["", ",", " ,\n", ", # sist\n"]))
    return "[" + ",".join(pieces) + comma + draw(GAP) + "]", len(items)


@settings(deadline=None)
@given(lists())
def test_an_item_is_added_last_to_a_list_however_it_is_written(written: tuple[str, int]) -> None:
    """Commas, comments and line breaks stay; the items before it too."""
    value, count = written
    text = f"[m]\nv = {value} # slut\nw = 1\n"
    places = find_places(text)
    patch = Patch(text)
    last = places.values["m", "v", count - 1]
    patch.add_items(places.values["m", "v"], last, ["{ ny = 1 }", "{ ny = 2 }"])
    after = patch.apply()
    before = tomlkit.parse(text).unwrap()["m"]["v"]
    assert tomlkit.parse(after).unwrap()["m"] == {"v": [*before, {"ny": 1}, {"ny": 2}], "w": 1}
    assert after.count("#") == text.count("#")


@settings(deadline=None)
@given(lists(), st.data())
def test_an_item_is_taken_out_of_a_list_however_it_is_written(
    written: tuple[str, int], data: st.DataObject
) -> None:
    """With its comma, and with no comment lost."""
    value, count = written
    text = f"v = {value}\n"
    gone = data.draw(st.sets(st.integers(0, count - 1)))
    places = find_places(text)
    patch = Patch(text)
    for position in gone:
        patch.remove_item(places.values["v", position])
    before = tomlkit.parse(text).unwrap()["v"]
    kept = [item for position, item in enumerate(before) if position not in gone]
    assert tomlkit.parse(patch.apply()).unwrap() == {"v": kept}


def test_a_comment_right_above_a_header_belongs_to_its_row() -> None:
    """One with a blank line after it stands for itself, and text is never taken for a comment."""
    text = (
        "# rubrik\n\n# om a\n# mer om a\n[[a]]\nx = 1\n\n# mellan\n\n"
        '[[a]]\nx = """\n# text"""\n[[a]]\n  # om b\n[[b]]\n[[b.c]]\ny = 1\n'
    )
    blocks = [text[block.start : block.end] for block in blocks_of(find_places(text))]
    assert blocks == [
        "# om a\n# mer om a\n[[a]]\nx = 1\n",
        '[[a]]\nx = """\n# text"""\n',
        "[[a]]\n",
        "  # om b\n[[b]]\n[[b.c]]\ny = 1\n",
    ]


def test_lines_that_are_made_comments_can_be_read() -> None:
    """Every line, also the empty ones inside a text."""
    text = '[x]\na = """\nett\n\ntvå"""\nb = 1\n'
    places = find_places(text)
    patch = Patch(text)
    patch.comment_out(places.values["x", "a"])
    assert patch.apply() == ('[x]\na = # Borttagen ur planen:\n# """\n# ett\n#\n# två"""\nb = 1\n')
