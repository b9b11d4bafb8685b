"""A catalogue that is passed on tells nothing of few people, and loses nothing."""

from __future__ import annotations

from tests.model.catalogue.centre import Centre
from tests.model.catalogue.writing import SMALL

PARTED = SMALL.replace(
    "[[budget_table]]",
    """[[measure]]
key = "sjuk-kost"
name = "Sjukfrånvaro"
unit = "%"
parent = "sjuk"
organisation = "kostenheten"
baseline = "3.33"
values = [ { as_of = 2023-09-30, value = "1.69", headcount = 8 } ]

[[budget_table]]""",
    1,
)


def centre() -> Centre:
    """A centre with a measure of eight people."""
    made = Centre()
    made.load(PARTED.encode())
    return made


def test_figures_of_few_people_are_not_in_a_new_file() -> None:
    """The measure is; the file says how many figures are missing."""
    exported = centre().export()
    text = exported.content.decode()
    assert "sjuk-kost" in text
    assert "1.69" not in text
    assert "3.33" not in text
    assert exported.withheld == 2, "the outcome, and where it began"


def test_such_a_file_read_in_again_changes_nothing() -> None:
    """What a file does not say stays as it is."""
    office = centre()
    preview = office.preview(office.export().content)
    assert (preview.changes, preview.notices) == ((), ())


def test_a_whole_file_has_everything() -> None:
    """For the centre itself."""
    exported = centre().export(whole=True)
    assert exported.withheld == 0
    assert all(figure in exported.content.decode() for figure in ("1.69", "3.33", "9.11"))


def test_a_file_that_has_them_keeps_them() -> None:
    """The centre's own file is brought up to date like before."""
    text = centre().export(PARTED.encode()).content.decode()
    assert text.startswith(PARTED.rstrip())
