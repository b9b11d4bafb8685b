"""Every fault of a wrong catalogue is named at once: its line, its key and a way out."""

from __future__ import annotations

import re

import pytest

from model.catalogue.faults import FaultyCatalogue
from model.catalogue.reading import read_catalogue
from tests.model.catalogue.writing import SMALL, changed, faults_of, line_of

TITLE = 'title = "Företagsfrukostar"'
END = "end = 2024-09-30"
UNIT = 'unit = "kostenheten"\n\n[[activity'
FIGURE = 'value = "9.11"'
SMALL_UNIT = "expected_activities_small = 2"
TOP = 'level = "administration"\n'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (TITLE, 'titel = "x"', "okänd nyckel ”titel”. Menade du ”title”?"),
        ('name = "Kostenheten"', 'namn = "x"', "okänd nyckel ”namn”. Menade du ”name”?"),
        ("[settings]", "[setings]", "okänd tabell ”setings”. Menade du ”settings”?"),
        ("requirement_level", "requirment_level", "Menade du ”requirement_level”?"),
        ('"unit"\nparent', '"enhet"\nparent', "”level” kan inte vara ”enhet”. Menade du ”unit”?"),
        ('parent = "3.4"', 'parent = "3.4.4"', "inte finns för 2024. Menade du ”3.4.5”?"),
        (UNIT, UNIT.replace("kostenheten", "Köket"), "”Köket”, som inte finns. Menade du ”kost"),
        (END, "end = 2023-09-30", "slutdatum 2023-09-30 är före startdatum 2024-01-01."),
        (END, 'end = "2024-09-30"', "”end” är ett datum: skriv 2024-09-30 utan citattecken."),
        (END, "end = 2204-09-30", "”end” har ett orimligt år, 2204."),
        (END, "end = 2024-09-30T12:00:00", "2024-09-30, inte ett datum med klockslag."),
        (TITLE, "title = 7", "”title” ska vara text inom citattecken, inte ett heltal."),
        (TITLE, 'title = " "', "”title” är tom."),
        ("activities = true", 'activities = "ja"', "true (ja) eller false (nej), inte en text."),
        (SMALL_UNIT, SMALL_UNIT.replace("2", "-2"), "ett tal från 0 till 1000000, inte -2."),
        (FIGURE, "value = 9.11", 'inget avrundas: skriv value = "9.11".'),
        (FIGURE, 'value = "9,11"', "decimalpunkt som ”9.11”, inte ”9,11”. Skriv ”9.11”."),
        ('goals = ["3.4.5"]', 'goals = "3.4.5"', 'som goals = ["…"], inte en text.'),
        ('goals = ["3.4.5"]', "goals = []", "”goals” är tom."),
        ('"4.1", "3.4.5"]', '"4.1", "4.1"]', "”4.1” står två gånger i ”goals”."),
        ('key = "kostenheten"', 'key = "Kost enheten"', "Menade du ”kost-enheten”?"),
        ("year = 2024\n", "year = 20204\n", "”year” ska vara ett årtal som 2024."),
        ("format = 1", "format = 2", "programmet läser bara format 1. Uppdatera programmet."),
        (TOP, f'{TOP}parent = "kostenheten"\n', "leder i en ring tillbaka till raden själv."),
        ('parent = "3.4"', 'parent = "4.1"', "ska vara ett mål med level = ”council_goal”."),
        ('"2024-T1"', '"2024-T4"', "”2024-T4” är inget tertial."),
        ('"unit_report.purpose"', "unit_report.purpose", "textens hela nyckel inom citattecken"),
        ('size_class = "small"', "valid_from = 2024-05-01\nvalid_to = 2024-04-01", "är före"),
    ],
)  # fmt: skip
def test_a_fault_names_the_line_to_correct(old: str, new: str, expected: str) -> None:
    """The line is that of the key in the file as it is written, comments and all."""
    content = changed((old, new))
    hits = [fault for fault in faults_of(content) if expected in fault]
    assert hits, faults_of(content)
    line = int(re.findall(r"\d+", hits[0])[0])
    differing = [
        number
        for number, (was, now) in enumerate(
            zip(SMALL.split("\n"), content.decode("utf-8").split("\n"), strict=False), start=1
        )
        if was != now
    ]
    assert line in range(differing[0], differing[0] + 5)


def test_a_row_that_lacks_something_is_named_by_its_header() -> None:
    """There is no line for what is not there."""
    content = changed(("end = 2024-09-30\n", ""))
    line = line_of("[[activity]]")
    assert faults_of(content) == [f"Rad {line}: aktiviteten saknar ”end”."]


def test_the_same_key_twice_names_both_lines() -> None:
    """Also when only the case differs: nobody could tell the two apart."""
    content = changed(('key = "aldre"', 'key = "Tillvaxt"'))
    first, second = line_of('key = "tillvaxt"'), line_of('key = "aldre"')
    assert faults_of(content) == [f"Rad {second}: målområde ”Tillvaxt” finns redan på rad {first}."]


def test_the_same_goal_number_twice_names_both_lines() -> None:
    """A number on a printed page must mean one goal."""
    content = changed(('number = "4.1"', 'key = "x"\nnumber = "3.4"'))
    faults = faults_of(content)
    first, second = line_of('number = "3.4"'), line_of('number = "4.1"') + 1
    assert f"Rad {second}: målnumret ”3.4” finns redan på rad {first}." in faults


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    """Nobody should have to correct and try again ten times."""
    content = changed(
        ('size_class = "small"', 'size_class = "liten"'),
        ('name = "Lillstads kommun"', "name = 1"),
        ("start = 2024-02-01", "start = 2026-02-01"),
    )
    lines = [int(fault.split()[1].rstrip(":")) for fault in faults_of(content)]
    assert len(lines) == 3
    assert lines == sorted(lines)


def test_what_the_file_lacks_at_its_top_is_said() -> None:
    """Format, year and municipality are what everything else rests on."""
    faults = faults_of(b"# tom\n")
    assert faults == [
        "Tabellen [municipality] saknas. Skriv kommunens key och name där.",
        "Överst i filen saknas format = 1.",
        "Överst i filen saknas året, som year = 2024.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("goal = [ { number = '1', level = 'council_goal', text = 'x' } ]", "[[goal]]"),
        ("[goal]\nnumber = '1'", "[[goal]]"),
        ("[[settings]]", "[settings]"),
        ("[tertials]\n'2024-T1' = { entry_deadline = 2024-04-30 }", '[tertials."2024-T1"]'),
    ],
)
def test_a_table_is_written_under_its_own_header(text: str, expected: str) -> None:
    """One way to write a table, so that every row has its place and its order."""
    head = 'format = 1\nyear = 2024\n{}\n[municipality]\nkey = "x"\nname = "X"\n'
    content = head.format(text) if text.startswith("goal") else head.format("") + text
    (fault,) = faults_of(content.encode("utf-8"))
    assert fault.endswith(f"ska skrivas under rubriken {expected}.")


def test_a_word_that_resembles_nothing_gets_the_valid_words() -> None:
    """A guess that is no help is worse than the list."""
    content = changed(('direction = "down"', 'direction = "qqq"'))
    assert faults_of(content)[0].endswith("kan inte vara ”qqq”. Giltigt är ”up”, ”down”.")


def test_texts_that_no_document_has_are_refused_when_the_documents_are_known() -> None:
    """The caller knows which fixed texts there are; the model need not."""
    known = ["unit_report.purpose", "unit_report.layout"]
    assert read_catalogue(SMALL.encode(), known_texts=known).of("fixed_text")
    content = changed(("unit_report.purpose", "unit_report.porpose"))
    with pytest.raises(FaultyCatalogue, match=r"Menade du ”unit_report\.purpose”"):
        read_catalogue(content, known_texts=known)
