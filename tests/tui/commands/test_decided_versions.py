"""A decision is about a version of the report; the files of final documents are looked after."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt

SCHOOLS = "Utbildningsutskottet"
DAY = "2024-05-07"
FINALISE = ("finalise", "unit-report", "--unit", "Kostenheten", "--as-of", DAY, "--yes")


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """A prompt of the centre, the day after Kostenheten presented its report."""
    shutil.copytree(central_demo_home, empty.home)
    empty.today = "2024-05-08"
    return empty


def test_a_decision_names_the_version_that_the_committee_had(central: Prompt) -> None:
    """A version that comes later is told of, and is not the one that was decided on."""
    item = central("oversight", "add", "Kostenheten", SCHOOLS, DAY, "--json").json["id"]
    (row,) = central.json("oversight", "list")
    assert row["report_words"] == "Rapporten är inte slutförd."
    central.today = DAY
    first = central(*FINALISE, "--json").json["id"]
    central.today = "2024-05-09"
    central(*FINALISE)
    decided = central("decide", item, "approve", "--date", "2024-05-08", "--json").json
    assert decided["report"] == first
    assert decided["report_words"] == (
        f"Beslutet gäller version 1, slutförd {DAY}. Version 2 har kommit till efteråt."
    )
    again = central("decide", item, "approve", "--version", "2", "--json").json
    assert again["report_words"] == "Beslutet gäller version 2, slutförd 2024-05-09."
    assert "inte slutförd" in central("decide", item, "approve", "--version", "7").err


def test_a_report_of_another_day_is_not_decided_on(central: Prompt) -> None:
    """The day when it is presented is part of what a report is (R7)."""
    item = central("oversight", "add", "Kostenheten", SCHOOLS, "2024-05-06", "--json").json["id"]
    central(*FINALISE)
    decided = central("decide", item, "approve", "--json").json
    assert decided["report"] is None
    assert decided["report_words"] == "Beslutet gäller ingen slutförd version."


def test_the_doctor_tells_of_final_files_that_are_gone_or_changed(central: Prompt) -> None:
    """What happened, what is safe, and what to do."""
    assert "Slutfört: inget" in central("doctor").out
    central(*FINALISE)
    assert "2 filer" in central("doctor").out
    pdf, word = sorted((central.home / "finals").iterdir(), key=lambda path: path.suffix)[::-1]
    pdf.chmod(0o644)
    pdf.write_bytes(pdf.read_bytes() + b" ")
    word.chmod(0o644)
    word.unlink()
    (answer,) = (row for row in central.json("doctor") if row["id"] == "finals")
    assert answer["severity"] == "error"
    assert "(pdf) har ändrats efter slutförandet" in str(answer["text"])
    assert "(docx) saknas här" in str(answer["text"])
    assert "säkerhetskopia" in str(answer["advice"])
    assert central("doctor").code == 1
