"""Saving: a document is whole or not there, and what went wrong is told in Swedish."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.plan.vocabulary import StatusValue
from report.content import Document, Paragraph, Text
from report.errors import (
    CannotWrite,
    DestinationError,
    MissingFolder,
    NoPermission,
    NoSpace,
    NotAFile,
    ReportError,
    UnknownSuffix,
    WriteProtected,
)
from report.export import write_document
from report.preview import preview_lines
from report.unit_report import unit_report
from report.writers import suffixes, writer_for
from tests.report.plans import BUSINESS, HEALTH, KITCHEN, SPRING, activity, plan_of, status

DOCUMENT = Document(title="Rapport", as_of=date(2024, 5, 14), blocks=(Paragraph((Text("å"),)),))


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["ut.md", "ut.txt", "UT.MD", "Månad å.Txt"])
def test_the_ending_of_the_name_chooses_the_form(tmp_path: Path, name: str) -> None:
    written = write_document(DOCUMENT, tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith("# Rapport" if name.lower().endswith("md") else "Rapport\n=======")
    assert written.size == len(text.encode())
    assert not written.replaced
    assert left(tmp_path) == [name]


@pytest.mark.parametrize("name", ["ut.doc", "ut", ".md", "ut.md.bak"])
def test_an_unknown_ending_is_refused_with_those_that_exist(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownSuffix, match=r"slutar på \.docx, \.pdf, \.html, \.md eller \.txt"):
        write_document(DOCUMENT, tmp_path / name)
    assert left(tmp_path) == []


def test_every_ending_has_a_writer() -> None:
    assert all(callable(writer_for(Path(f"x{suffix}"))) for suffix in suffixes())


def test_an_earlier_export_is_replaced_and_the_receipt_says_so(tmp_path: Path) -> None:
    path = tmp_path / "ut.txt"
    path.write_text("gammalt", encoding="utf-8")
    path.chmod(0o640)
    written = write_document(DOCUMENT, path)
    assert written.replaced
    assert "ersatte en äldre fil" in str(written)
    assert path.read_text(encoding="utf-8").startswith("Rapport")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "annan").touch()
    write_document(DOCUMENT, tmp_path / "ut.md")
    assert (tmp_path / "ut.md").stat().st_mode == (tmp_path / "annan").stat().st_mode


def test_a_link_leads_to_the_file_that_is_written(tmp_path: Path) -> None:
    target = tmp_path / "mål.md"
    target.touch()
    (tmp_path / "länk.md").symlink_to(target)
    write_document(DOCUMENT, tmp_path / "länk.md")
    assert (tmp_path / "länk.md").is_symlink()
    assert target.read_text(encoding="utf-8").startswith("# Rapport")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingFolder, match="finns inte"):
        write_document(DOCUMENT, tmp_path / "saknas" / "ut.md")


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(MissingFolder):
        write_document(DOCUMENT, tmp_path / "fil" / "ut.md")


def test_a_folder_with_the_files_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "ut.md").mkdir()
    with pytest.raises(NotAFile, match="är en mapp"):
        write_document(DOCUMENT, tmp_path / "ut.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ut.md")
    with pytest.raises(NotAFile, match="är inte en vanlig fil"):
        write_document(DOCUMENT, tmp_path / "ut.md")
    assert left(tmp_path) == ["ut.md"]


def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ut.md"
    path.write_text("gammalt", encoding="utf-8")
    path.chmod(0o444)
    with pytest.raises(WriteProtected, match="skrivskyddad"):
        write_document(DOCUMENT, path)
    assert path.read_text(encoding="utf-8") == "gammalt"


@pytest.mark.parametrize("name", ["\0.md", "x" * 300 + ".md"])
def test_an_impossible_name_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite, match="Välj ett annat filnamn"):
        write_document(DOCUMENT, tmp_path / name)
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOSPC, NoSpace),
        (errno.EROFS, WriteProtected),
        (errno.EACCES, NoPermission),
        (errno.EIO, CannotWrite),
    ],
)
def test_what_the_system_refuses_is_told_and_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, expected: type[DestinationError]
) -> None:
    """A full disk, a disk that can only be read, a file held by another program."""

    def refuse(_document: Document, stream: BinaryIO) -> None:
        stream.write(b"halv")
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("report.writers.markdown.write", refuse)
    path = tmp_path / "ut.md"
    path.write_text("gammalt", encoding="utf-8")
    with pytest.raises(expected) as caught:
        write_document(DOCUMENT, path)
    assert "Planen är oförändrad" in str(caught.value)
    assert isinstance(caught.value, ReportError)
    assert path.read_text(encoding="utf-8") == "gammalt"
    assert left(tmp_path) == ["ut.md"]


def test_an_interrupted_export_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_document: Document, stream: BinaryIO) -> None:
        stream.write(b"halv")
        raise KeyboardInterrupt

    monkeypatch.setattr("report.writers.plain_text.write", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_document(DOCUMENT, tmp_path / "ut.txt")
    assert left(tmp_path) == []


@settings(max_examples=40, deadline=None)
@given(title=st.text(), description=st.text(), awaited=st.text(), reason=st.text())
def test_the_same_plan_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory,
    title: str,
    description: str,
    awaited: str,
    reason: str,
) -> None:
    """Whatever was typed, in every form of text, the report is made and made the same again."""
    folder = tmp_path_factory.mktemp("ut")
    plan = plan_of(
        activity("a", (BUSINESS, HEALTH), title=title, description=description),
        activity("b", title=title, cancelled=True, cancel_reason=reason),
        status("a", StatusValue.ON_HOLD, awaited=awaited),
    )
    for suffix in (".html", ".md", ".txt"):
        first, second = (folder / f"{name}{suffix}" for name in ("ett", "två"))
        for path in (first, second):
            write_document(unit_report(plan, KITCHEN, as_of=SPRING, committee=reason), path)
        data = first.read_bytes()
        assert data == second.read_bytes()
        assert data.endswith(b"\n")
        assert b"\r" not in data
        assert b"\x1b" not in data
    draft = activity("a", (BUSINESS, HEALTH), title=title, description=description)
    assert preview_lines(plan, draft, KITCHEN, as_of=SPRING, width=50)
