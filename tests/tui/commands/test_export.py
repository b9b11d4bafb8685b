"""The unit report as a file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from model.plan.calendar import Tertial
from model.plan.vocabulary import Role
from report.errors import NotShownYet
from tests.report.official import T3_2023, report_2023
from tests.tui.line_mode.prompt import Prompt
from tui.documents import check_may_write


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """The centre's computer."""
    shutil.copytree(central_demo_home, empty.home)
    return empty


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_the_suffix_decides_the_form(demo: Prompt, tmp_path: Path, suffix: str) -> None:
    """The same words in either form; twice the same bytes."""
    file = tmp_path / f"redovisning{suffix}"
    answer = demo("export", "unit-report", "-o", str(file), "--committee", "Utskottet för teknik")
    assert answer.code == 0, answer.err
    assert str(file) in answer.out
    text = file.read_text(encoding="utf-8")
    for said in ("Hälsotema på APT", "Utskottet för teknik", "2024", "Kostenheten"):
        assert said in text
    first = file.read_bytes()
    again = demo(
        "export", "unit-report", "-o", str(file), "--committee", "Utskottet för teknik", "--json"
    )
    assert (again.json["replaced"], again.json["path"]) == (True, str(file))
    assert file.read_bytes() == first


@pytest.mark.parametrize(
    ("name", "code"), [("r.doc", 2), ("r", 2), ("finns/inte/r.md", 1), (".", 2)]
)
def test_a_file_that_cannot_be_written(demo: Prompt, tmp_path: Path, name: str, code: int) -> None:
    """An unknown form is wrong use; a folder that is not there is a refusal."""
    answer = demo("export", "unit-report", "-o", str(tmp_path / name))
    assert (answer.code, answer.out) == (code, "")
    assert "sparat" in answer.err
    assert list(tmp_path.rglob("r.*")) == []


def test_a_personal_number_in_the_report_is_warned_of_and_not_repeated(
    demo: Prompt, tmp_path: Path
) -> None:
    """The report is saved all the same; the number is in no message."""
    activity, number = demo.id_of("Hälsotema på APT"), "19121212-1212"
    assert demo("plan", "edit", activity, "--description", f"Samtal med {number}.").code == 0
    answer = demo("export", "unit-report", "-o", str(tmp_path / "r.md"))
    assert answer.code == 0
    assert "Texten kan innehålla 1 personnummer." in answer.err
    assert number not in answer.out + answer.err


FORMS = {
    ".docx": b"PK\x03\x04",
    ".pdf": b"%PDF-",
    ".html": b"<!DOCTYPE html>",
    ".md": b"# ",
    ".txt": b"Kommunstyrelsens",
}


@pytest.mark.parametrize(
    ("document", "title"),
    [
        ("operational-plan", "Kommunstyrelsens verksamhetsplan 2024"),
        ("tertial-report", "Kommunstyrelsens måluppföljning 2024, tertialrapport 1"),
    ],
)
def test_the_boards_documents_in_every_form(
    demo: Prompt, tmp_path: Path, document: str, title: str
) -> None:
    """The suffix decides; twice the same bytes."""
    for suffix, start in FORMS.items():
        file = tmp_path / f"ut{suffix}"
        answer = demo("export", document, "-o", str(file))
        assert answer.code == 0, answer.err
        assert str(file) in answer.out
        first = file.read_bytes()
        assert first.startswith(start), suffix
        assert demo("export", document, "-o", str(file)).code == 0
        assert file.read_bytes() == first, suffix
    assert (tmp_path / "ut.txt").read_text(encoding="utf-8").startswith(title)


def test_another_year_or_tertial_is_asked_for(demo: Prompt, tmp_path: Path) -> None:
    """With a year alone the report is that of the whole year."""
    file = str(tmp_path / "ut.md")
    plan = demo("export", "operational-plan", "-o", file, "--year", "2025", "--json")
    assert (plan.json["year"], plan.json["as_of"]) == (2025, "2025-01-01")
    report = demo("export", "tertial-report", "-o", file, "--year", "2023", "--json")
    assert (report.json["tertial"], report.json["as_of"]) == ("2023-T3", "2023-12-31")
    wrong = demo("export", "tertial-report", "-o", file, "--year", "2023", "--tertial", "2024-T1")
    assert (wrong.code, wrong.err.count("hör inte till 2023")) == (2, 1)


def test_a_letterhead_that_is_not_there_is_told(demo: Prompt, tmp_path: Path) -> None:
    """The catalogue names it; the file lies beside the settings of this computer."""
    catalogue = tmp_path / "katalog.toml"
    assert demo("goals", "export", str(catalogue)).code == 0
    text = catalogue.read_text(encoding="utf-8")
    named = text.replace("[settings]\n", '[settings]\nletterhead = "brev.docx"\n', 1)
    catalogue.write_text(named, encoding="utf-8")
    assert demo("goals", "import", str(catalogue)).code == 0
    file = tmp_path / "ut.docx"
    answer = demo("export", "operational-plan", "-o", str(file))
    assert (answer.code, file.exists()) == (1, False)
    assert "brev.docx" in answer.err
    assert "letterhead" in answer.err
    assert demo("export", "operational-plan", "-o", str(tmp_path / "ut.pdf")).code == 0


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
def test_the_compilation_is_written_and_taken_in_again(
    demo: Prompt, tmp_path: Path, suffix: str
) -> None:
    """Unchanged it changes nothing."""
    file = str(tmp_path / f"sammanställning{suffix}")
    written = demo.json("export", "compilation", "-o", file)
    assert (written["tertial"], written["replaced"]) == ("2024-T1", False)
    assert "Inget nytt att läsa in" in demo("import", file).out


def test_the_compilation_has_forms_of_its_own(demo: Prompt, tmp_path: Path) -> None:
    """It is no document."""
    answer = demo("export", "compilation", "-o", str(tmp_path / "s.pdf"))
    assert answer.code == 2
    assert ".xlsx, .csv eller .json" in answer.err


def test_a_unit_is_told_that_its_computer_does_not_hold_everything(
    demo: Prompt, tmp_path: Path
) -> None:
    """The operational plan is whole everywhere: it is central."""
    report = demo("export", "tertial-report", "-o", str(tmp_path / "ut.md"))
    assert (report.code, "fullständig bara när den skrivs centralt" in report.err) == (0, True)
    assert demo("export", "operational-plan", "-o", str(tmp_path / "ut.md")).err == ""


def test_what_is_still_being_weighed_is_not_printed_by_a_unit(
    central: Prompt, tmp_path: Path
) -> None:
    """The centre prints its assessments at any time; others when the tertial is locked."""
    assert central("export", "tertial-report", "-o", str(tmp_path / "ut.md")).err == ""
    check_may_write(report_2023(), T3_2023, Role.CENTRAL)
    check_may_write(report_2023(), Tertial(2023, 1), Role.UNIT)
    with pytest.raises(NotShownYet, match="T3 2023 visas när tertialet är låst"):
        check_may_write(report_2023(), T3_2023, Role.UNIT)


def test_a_locked_tertial_is_printed_as_it_was_locked(central: Prompt, tmp_path: Path) -> None:
    """What is changed in the plan afterwards is in the plan, and not in the report."""
    report, plan, catalogue = (tmp_path / name for name in ("t1.md", "plan.md", "katalog.toml"))
    assert central("lock", "2024-T1", "--yes").code == 0
    assert central("export", "tertial-report", "--tertial", "2024-T1", "-o", str(report)).code == 0
    locked = report.read_bytes()
    assert central("goals", "export", str(catalogue)).code == 0
    text = catalogue.read_text(encoding="utf-8")
    old, new = "Öka nivån på friskvårdsbidraget", "Höja friskvårdsbidraget"
    catalogue.write_text(text.replace(f'title = "{old}"', f'title = "{new}"'), encoding="utf-8")
    assert central("goals", "import", str(catalogue)).code == 0
    assert central("export", "tertial-report", "--tertial", "2024-T1", "-o", str(report)).code == 0
    assert report.read_bytes() == locked
    assert central("export", "operational-plan", "-o", str(plan)).code == 0
    assert new in plan.read_text(encoding="utf-8")


def test_a_handover_is_written_for_who_takes_over(demo: Prompt, tmp_path: Path) -> None:
    """By the person's name; a name that nobody has is answered with the nearest."""
    target = tmp_path / "överlämning.md"
    words = ("export", "handover", "-o", str(target), "--person")
    assert "Menade du ”Gun-Britt Häggmo”?" in demo(*words, "Gunbritt Häggmo").err
    assert not target.exists()
    assert demo(*words, "gun-britt häggmo", "--json").json["person"] == "Gun-Britt Häggmo"
    assert "Sommarjobb i köken" in target.read_text(encoding="utf-8")
