"""A file that is not TOML at all is explained in words of somebody who writes it by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.catalogue.faults import CatalogueError
from model.catalogue.reading import read_catalogue
from model.catalogue.syntax import MAX_BYTES, CatalogueTooLarge, NotUtf8
from tests.model.catalogue.toml_texts import documents
from tests.model.catalogue.writing import SMALL, changed, faults_of, line_of

TITLE = 'title = "Företagsfrukostar"'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (TITLE, 'title = "Företagsfrukostar', "avslutande citattecken saknas"),
        (TITLE, "title = ”Företagsfrukostar”", "raka citattecken"),
        (TITLE, "title = Företagsfrukostar", "text inom citattecken"),
        (TITLE, 'rubrik på svenska = "x"', "har citattecken om sig"),
        (TITLE, "title = ", "raden är inte avslutad"),
        (TITLE, 'title = "C:\\Users"', "omvänt snedstreck"),
        ("end = 2024-09-30", "end = 2024-09-31", "finns inte i kalendern"),
        ("end = 2024-09-30", "end = 2023-02-29", "finns inte i kalendern"),
        ("end = 2024-09-30", "end = 30/9 2024", "varken tal eller datum"),
        ("end = 2024-09-30", "end = 24-9-30", "datum är som 2024-09-30"),
        ("[settings]", "[settings", "rubriken ska vara som"),
        ("[settings]", "[]", "rubriken saknar namn"),
        ("goals = [\"3.4.5\"]", "goals = [\"3.4.5\"", "oväntat"),
        (TITLE, TITLE + "\x07", "osynligt styrtecken (U+0007)"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_named_with_line_and_column(old: str, new: str, expected: str) -> None:
    """One syntax error at a time: what comes after it cannot be read."""
    (fault,) = faults_of(changed((old, new)))
    assert expected in fault
    assert "tecken" in fault
    line = int(fault.removeprefix("Rad ").partition(":")[0])
    assert line in (line_of(old), line_of(old) + 1)


def test_a_key_written_twice_in_one_row_names_both_lines() -> None:
    """The first line may be the right one."""
    content = changed((TITLE, f"{TITLE}\n{TITLE}"))
    line = line_of(TITLE)
    assert faults_of(content) == [
        f"Rad {line + 1}: ”title” är redan angiven på rad {line}. Behåll en av dem."
    ]


def test_a_table_that_comes_back_later_is_refused() -> None:
    """TOML does not allow it, even where a library would put the two together."""
    content = SMALL + '\n[tertials]\n\n[municipality]\nname = "Två"\n'
    line = line_of("[municipality]")
    assert f"är redan angiven på rad {line}." in faults_of(content.encode())[0]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_another_encoding_is_said_to_be_one(encoding: str) -> None:
    """The first å in the wrong encoding is where reading stops."""
    with pytest.raises(NotUtf8, match="spara den med kodningen UTF-8"):
        read_catalogue(SMALL.encode(encoding))


def test_a_file_that_cannot_be_a_catalogue_is_not_even_parsed() -> None:
    """A film chosen by mistake must not stop the program for minutes."""
    with pytest.raises(CatalogueTooLarge, match="högst 2000 kB"):
        read_catalogue(b"#" * (MAX_BYTES + 1))


@pytest.mark.parametrize("text", ["x = " + "[" * 5000, "x = " + "{a=" * 5000, "[" + "a." * 5000])
def test_endless_nesting_is_refused_and_nothing_worse(text: str) -> None:
    """A hostile file gets the same answer as a careless one."""
    assert faults_of(text.encode())


@settings(deadline=None)
@given(st.one_of(documents(), st.text(), st.binary()))
def test_whatever_the_bytes_are_they_are_refused_in_words(
    content: str | bytes,
) -> None:
    """No random text is a catalogue; nothing but a `CatalogueError` comes out, in plain Swedish."""
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    with pytest.raises(CatalogueError, match="Inget är ändrat"):
        read_catalogue(raw)
