"""Fixed texts: ours, or the municipality's own, filled with facts and with nothing else."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import Day, plain
from report.errors import BrokenPlaceholder, TextError, UnknownPlaceholder, UnknownTextKey
from report.texts import Texts, faulty_texts, fixed_texts

KEY = "unit_report.layout"
"""A text that may be filled with the unit's name."""


def filled(own: str, enhet: str = "Kostenheten") -> list[str]:
    return [plain(runs) for runs in Texts({KEY: own}).paragraphs(KEY, enhet=enhet)]


def test_every_text_of_ours_can_be_filled_with_what_it_asks_for() -> None:
    """Each placeholder that a text of ours has is allowed in it."""
    assert faulty_texts({key: row.text for key, row in fixed_texts().items()}) == []


def test_our_sentences_are_short_enough_to_read_aloud() -> None:
    """Klarspråk: no sentence of ours has more than thirty words."""
    long = [
        sentence
        for row in fixed_texts().values()
        for sentence in row.text.replace(":", ".").split(".")
        if len(sentence.split()) > 30
    ]
    assert long == []


def test_a_blank_own_text_has_not_arrived_so_ours_stands() -> None:
    assert filled(" \n") == [plain(runs) for runs in Texts().paragraphs(KEY, enhet="Kostenheten")]


def test_a_placeholder_may_be_written_with_capitals_and_space() -> None:
    assert filled("{ Enhet } arbetar.") == ["Kostenheten arbetar."]


def test_a_placeholder_typed_on_a_mac_is_the_same_placeholder() -> None:
    """Where å is two characters, it is the same å."""
    own = {"unit_report.goals_intro": unicodedata.normalize("NFD", "Mål för {år}.")}
    (runs,) = Texts(own).paragraphs("unit_report.goals_intro", år="2024")
    assert plain(runs) == "Mål för 2024."


def test_double_braces_are_braces() -> None:
    assert filled("{{enhet}} är {enhet}") == ["{enhet} är Kostenheten"]


def test_a_date_stays_a_date_for_the_writer() -> None:
    """A Word file keeps it on one line; so it must not become mere text."""
    day = Day(date(2024, 5, 14))
    own = {"unit_report.purpose": "Redovisas {datum}."}
    (runs,) = Texts(own).paragraphs("unit_report.purpose", datum=day)
    assert day in runs


@pytest.mark.parametrize("own", ["{", "}", "{}", "{enhet", "{enhet!r}", "{enhet:>900}", "{{enhet}"])
def test_braces_that_do_not_pair_are_refused_with_a_way_out(own: str) -> None:
    with pytest.raises(BrokenPlaceholder) as caught:
        filled(own)
    message = str(caught.value)
    assert caught.value.key == KEY
    assert KEY in message
    assert "{enhet}" in message
    assert "{{ eller }}" in message
    assert "Planen är oförändrad" in message


@pytest.mark.parametrize("own", ["{utskott}", "{enhet.__class__}", "{0}", "{enhet[0]}"])
def test_a_placeholder_that_is_not_known_is_refused_with_those_that_are(own: str) -> None:
    with pytest.raises(UnknownPlaceholder) as caught:
        filled(own)
    assert KEY in str(caught.value)
    assert "Den kan innehålla {enhet}." in str(caught.value)


def test_a_text_without_placeholders_says_that_it_has_none() -> None:
    with pytest.raises(UnknownPlaceholder, match="Den kan inte fyllas med något"):
        Texts({"unit_report.scope_heading": "Om {enhet}"}).line("unit_report.scope_heading")


def test_all_faults_of_a_catalogues_texts_are_told_at_once() -> None:
    own = {"unit_report.purpos": "x", KEY: "{", "unit_report.duty": "{mål}", "helt.annat": "y"}
    faults = faulty_texts(own)
    assert [(type(fault), fault.key) for fault in faults] == [
        (UnknownTextKey, "helt.annat"),
        (UnknownPlaceholder, "unit_report.duty"),
        (BrokenPlaceholder, KEY),
        (UnknownTextKey, "unit_report.purpos"),
    ]
    assert "Menade du ”unit_report.purpose”?" in str(faults[-1])


@given(st.text())
def test_what_a_text_is_filled_with_is_never_read_as_a_text(name: str) -> None:
    """A unit may be called anything; the sentence around it stays."""
    (runs,) = Texts({KEY: "<{enhet}>"}).paragraphs(KEY, enhet=name)
    assert plain(runs).startswith("<")
    assert plain(runs).endswith(">")


@given(st.text())
def test_any_own_text_is_used_or_refused_with_an_error_that_names_it(own: str) -> None:
    faults = faulty_texts({KEY: own})
    if faults:
        with pytest.raises(TextError, match=r"unit_report\.layout"):
            filled(own)
    else:
        filled(own)
