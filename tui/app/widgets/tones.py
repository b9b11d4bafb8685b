"""Which tone a status has: green, amber and red stand for status only, never alone."""

from __future__ import annotations

from model.plan.vocabulary import StatusValue

_TONES = {
    StatusValue.NOT_STARTED: "muted",
    StatusValue.ONGOING_ON_PLAN: "good",
    StatusValue.ONGOING_DEVIATING: "warn",
    StatusValue.DELAYED: "bad",
    StatusValue.ON_HOLD: "warn",
    StatusValue.COMPLETED_ON_PLAN: "good",
    StatusValue.COMPLETED_DEVIATING: "good",
    StatusValue.CANCELLED: "muted",
}
_COLOURS = {"good": "$success", "warn": "$warning", "bad": "$error", "muted": "$muted", "": ""}

SHORT_WORDS = {
    StatusValue.NOT_STARTED: "ej påbörjad",
    StatusValue.ONGOING_ON_PLAN: "på plan",
    StatusValue.ONGOING_DEVIATING: "avviker",
    StatusValue.DELAYED: "försenad",
    StatusValue.ON_HOLD: "vänteläge",
    StatusValue.COMPLETED_ON_PLAN: "avslutad",
    StatusValue.COMPLETED_DEVIATING: "avsl., avvek",
    StatusValue.CANCELLED: "utgår",
}
"""Each status in a word or two, for a list with little room."""


def tone_of(value: StatusValue | None) -> str:
    """The tone of a status in a `RowList`; none without a status."""
    return _TONES[value] if value is not None else ""


def colour_of(value: StatusValue | None) -> str:
    """The theme colour of a status, for styled text."""
    return _COLOURS[tone_of(value)]
