"""The files of a finalised document: kept byte for byte, and known again."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from model.plan.final import FinalForm
from report.content import Document, Heading, Paragraph, Text
from report.errors import DamagedCopy, NotKeptHere, Unreadable
from report.finals import ARCHIVED, digest_of, is_whole, keep, kept_file, save_kept
from report.versions import as_draft, as_final
from report.writers.plain_text import lines

DAY = date(2024, 5, 8)
DOCUMENT = Document(
    title="Rapport",
    as_of=DAY,
    blocks=(Heading(level=1, text="Målen", numbered=False), Paragraph((Text("Allt går bra."),))),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[FinalForm, ...]]:
    """A document that was finalised; not to be changed."""
    folder = tmp_path_factory.mktemp("hem") / "finals"
    return folder, keep(as_final(DOCUMENT, 2, DAY), folder)


def test_pdf_and_word_are_kept_write_protected(kept: tuple[Path, tuple[FinalForm, ...]]) -> None:
    """Named by the digest of exactly the bytes that are there; nothing else is left behind."""
    folder, forms = kept
    assert tuple(form.suffix for form in forms) == ARCHIVED
    for form in forms:
        data = kept_file(folder, form).read_bytes()
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (form.digest, form.size)
        assert kept_file(folder, form).stat().st_mode & 0o222 == 0
    assert len(list(folder.iterdir())) == len(forms)


def test_a_copy_is_saved_and_known_again(
    kept: tuple[Path, tuple[FinalForm, ...]], tmp_path: Path
) -> None:
    """Byte for byte, and it may be written over: it is a copy."""
    folder, (form, *_) = kept
    written = save_kept(folder, form, tmp_path / "kopia.pdf")
    assert digest_of(written.path) == form.digest
    assert not save_kept(folder, form, tmp_path / "en till.pdf").replaced


def test_a_copy_that_was_damaged_is_not_passed_on(tmp_path: Path) -> None:
    """Nor is one that is not here; finalising the same again heals it."""
    forms = keep(DOCUMENT, tmp_path / "finals")
    source = kept_file(tmp_path / "finals", forms[0])
    source.chmod(0o644)
    source.write_bytes(b"Allt gick bra.")
    assert not is_whole(tmp_path / "finals", forms[0])
    with pytest.raises(DamagedCopy, match="skadats"):
        save_kept(tmp_path / "finals", forms[0], tmp_path / "kopia.pdf")
    assert keep(DOCUMENT, tmp_path / "finals") == forms
    assert is_whole(tmp_path / "finals", forms[0])
    with pytest.raises(NotKeptHere, match="där dokumentet slutfördes"):
        save_kept(tmp_path, forms[0], tmp_path / "kopia.pdf")
    assert not (tmp_path / "kopia.pdf").exists()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """In Swedish, as every other error."""
    with pytest.raises(Unreadable, match="går inte att läsa"):
        digest_of(tmp_path / "saknas.pdf")


def test_a_draft_cannot_be_taken_for_the_final_one() -> None:
    """It says so under its title, and the final one says which version it is."""
    assert "Version: Utkast, inte slutfört" in lines(as_draft(DOCUMENT))
    assert "Version: 2, slutfört 2024-05-08" in [
        line.replace("\u2011", "-") for line in lines(as_final(DOCUMENT, 2, DAY))
    ]
