"""Words that smell of what a unit report leaves out (R8)."""

import pytest

from model.swedish.left_out_words import LeftOut, left_out_words


@pytest.mark.parametrize(
    ("text", "what", "word"),
    [
        ("Skapa rutin för matsvinn", LeftOut.ROUTINES, "rutin"),
        ("Se över hygienrutinerna", LeftOut.ROUTINES, "hygienrutinerna"),
        ("Kompetensutveckling för kockar", LeftOut.SKILLS, "Kompetensutveckling"),
        ("Vi ska utveckla personalens kompetens", LeftOut.SKILLS, "utveckla personalens kompetens"),
        ("Fortbildning i köken", LeftOut.SKILLS, "Fortbildning"),
        ("Delta i projektet Grön mat", LeftOut.PROJECTS, "projektet"),
        ("Ett EU-projekt om svinn", LeftOut.PROJECTS, "projekt"),
        ("Pilotprojekt i två kök", LeftOut.PROJECTS, "Pilotprojekt"),
        ("Inför kvalitetsledningssystemet", LeftOut.QUALITY, "kvalitetsledningssystemet"),
        ("Plan för intern\u00a0kontroll", LeftOut.INTERNAL_CONTROL, "intern kontroll"),
        ("Tätare budgetuppföljning", LeftOut.ECONOMY, "budgetuppföljning"),
    ],
)
def test_words_of_running_work_are_seen(text: str, what: LeftOut, word: str) -> None:
    """Whoever writes of running work is told which word says so."""
    assert left_out_words(text) == [(what, word)]


@pytest.mark.parametrize(
    "text",
    [
        "Dialog med lokala producenter",
        "En rutinerad kock handleder ungdomar",
        "Projektledaren bjuder in",
        "Köp en projektor till matsalen",
        "Utbilda ungdomar i matlagning",
        "Sjukfrånvaron ska minska",
        "Ta kontroll över svinnet",
        "Kompetenta måltidsvärdar",
    ],
)
def test_other_work_is_left_alone(text: str) -> None:
    """A hint that is wrong every other time is not read."""
    assert left_out_words(text) == []


def test_each_kind_is_told_once() -> None:
    """Three routines are one hint."""
    text = "Rutiner för inköp, rutin för svinn och ett projekt om rutiner"
    assert [what for what, _ in left_out_words(text)] == [LeftOut.ROUTINES, LeftOut.PROJECTS]
