"""Finalising at the prompt: from draft to final version, listed, saved and known again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt

MEMO = ("finalise", "memo", "--tertial", "T1", "--yes")


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """A prompt of the centre, a week after the tertial closed."""
    shutil.copytree(central_demo_home, empty.home)
    empty.today = "2024-05-08"
    return empty


def test_a_memo_is_finalised_once_the_tertial_is_locked(central: Prompt, tmp_path: Path) -> None:
    """A correction is a second version; the first one is there as it was."""
    assert "Lås tertialet först" in central(*MEMO).err
    assert central("lock", "T1", "--yes").code == 0
    asked = central("finalise", "memo", "--tertial", "T1")
    assert asked.code == 1
    assert "allmän handling" in asked.err
    assert asked.err.endswith("Inget är slutfört.\n")
    first = central(*MEMO, "--json").json
    assert (first["version"], first["by"], len(first["rests_on"])) == (1, "Lovisa Ångström", 1)
    assert [file["whole"] for file in first["files"]] == [True, True]
    copy = tmp_path / "skrivelse.pdf"
    assert central("finals", "save", first["id"], "-o", str(copy)).code == 0
    assert central("memo", "set", "--brief", "Rättad text.", "--tertial", "T1").code == 0
    assert "version 2" in central(*MEMO).out
    rows = central.json("finals", "list")
    assert {row["version"]: row["standing"] for row in rows} == {
        1: "· ersatt av version 2",
        2: "✔ gäller",
    }
    known = central("finals", "verify", str(copy))
    assert known.code == 0
    assert "version 1, slutfört 2024-05-08 av Lovisa Ångström" in known.out
    assert "senare version: 2" in known.out


def test_what_is_no_longer_the_same_is_not_known(central: Prompt, tmp_path: Path) -> None:
    """One byte is enough; and a form that is not kept is wrong use."""
    made = central("finalise", "unit-report", "--unit", "Kostenheten", "--yes", "--json").json
    copy = tmp_path / "rapport.docx"
    central("finals", "save", made["id"], "-o", str(copy))
    copy.write_bytes(copy.read_bytes() + b" ")
    answer = central("finals", "verify", str(copy), "--json")
    assert (answer.code, answer.json["final"]) == (1, False)
    assert central("finals", "save", made["id"], "-o", str(tmp_path / "r.md")).code == 2


def test_it_is_not_undone(central: Prompt) -> None:
    """Undoing goes on to what was done before; a person who names it is told why not."""
    central("finalise", "unit-report", "--unit", "Kostenheten", "--yes")
    (row,) = central.json("finals", "list")
    assert "Det finns inget att ångra." in central("undo").err
    told = central("history", str(row["id"])).out
    action = told.split("[", 1)[1].split("]", 1)[0]
    assert central("undo", action).code == 1
    assert central.json("finals", "list") == [row]


def test_a_unit_finalises_its_own_report(demo: Prompt) -> None:
    """With the day when it is presented; the other documents are the centre's."""
    made = demo("finalise", "unit-report", "--as-of", "2024-05-14", "--yes", "--json").json
    assert (made["unit"], made["as_of"], made["period"]) == (
        "Kostenheten",
        "2024-05-14",
        "per 2024-05-14",
    )
    refused = demo("finalise", "operational-plan", "--yes")
    assert refused.code == 1
    assert "slutförs centralt" in refused.err
    assert "Inget dokument" not in demo("finals", "list").out


def test_exported_drafts_say_so(demo: Prompt, tmp_path: Path) -> None:
    """Only what is finalised has a version."""
    target = tmp_path / "plan.txt"
    assert demo("export", "operational-plan", "-o", str(target)).code == 0
    assert "Version: Utkast, inte slutfört" in target.read_text(encoding="utf-8")


def test_gaps_are_told_before_a_report_is_made_final(central: Prompt) -> None:
    """How many statuses and assessments the document itself counts as missing."""
    words = ("partly_met", "--tertial", "T1", "--motivation", "Arbetet går framåt.")
    assert central("assess", "3.4.5", *words).code == 0
    assert central("lock", "T1", "--yes").code == 0
    asked = central("finalise", "tertial-report", "--tertial", "T1")
    gaps = next(line for line in asked.err.splitlines() if line.startswith("▲ Dokumentet har"))
    assert "status saknas " in gaps
    assert "inte bedömt " in gaps
    assert "luckor" not in central("finalise", "memo", "--tertial", "T1").err
