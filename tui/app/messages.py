"""What the app tells its screens: facts, in the past tense."""

from __future__ import annotations

from textual.message import Message


class PlanChanged(Message):
    """The session's plan is another than before; the screen on top shows it."""


class SendingChanged(Message):
    """What is said of saving and sending is another than before; the plan is the same."""
