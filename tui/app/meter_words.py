"""The minimum meter in few words, for lines where a whole text has no room."""

from __future__ import annotations

from model.plan.requirement import Bucket


def short_name(label: str) -> str:
    """An efficiency goal in one word: "Sjukfrånvaron ska minska" is shown as "sjukfrånvaro"."""
    word = label.partition(" ")[0].rstrip(".,")
    return word.removesuffix("n").lower()


def met_text(bucket: Bucket, form: str = "full") -> str:
    """How many there are and how many are required: `5 (minst 1)`."""
    if form == "marks" or (form == "brief" and bucket.is_met):
        return str(bucket.count)
    return f"{bucket.count} (minst {bucket.needed})"
