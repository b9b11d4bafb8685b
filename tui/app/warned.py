"""What a person is warned of before a text is saved, in one line."""

from __future__ import annotations

from model.checks.before_save import warnings_for


def warning_text(text: str) -> str:
    """What the text may give away and what to do, or nothing; never what was found in it."""
    told = " ".join(f"{warning.text} {warning.advice}" for warning in warnings_for(text))
    return f"▲ {told}" if told else ""
