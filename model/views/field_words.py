"""The values of the journal as people read them in Swedish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from model.plan.assessment import Verdict
from model.plan.calendar import Tertial
from model.plan.decimals import decimal_of
from model.plan.entities import (
    Goal,
    Outcome,
    Period,
    Standing,
    Submission,
)
from model.plan.final import Kept
from model.plan.identifiers import EntityId
from model.plan.kinds import KINDS
from model.plan.lock import Lock, Refusal, changes_in
from model.plan.measure_release import ReleasedFigure, ReleasedTable
from model.plan.oversight import Decision
from model.plan.plan import Plan
from model.plan.vocabulary import HandInState
from model.swedish.numbers import counted, write_number
from model.views.entity_names import name_of
from model.views.field_labels import field_label
from model.views.figures import MISSING, SUPPRESSED

Json = Any
"""A value as the journal has it."""

_UNSAID = frozenset({"order", "key", "origin"})
"""Fields that tell a reader nothing."""

_HAND_IN_WORDS = {HandInState.HANDED_IN: "inlämnat", HandInState.WITHDRAWN: "tillbakataget"}


def field_words(plan: Plan, kind: str, field: str, value: Json) -> dict[str, str]:
    """What a field says, as words by label; empty words are left out.

    A field that holds several things, as a status does, has a label for each. What this version
    cannot read is shown as it is written.
    """
    if field in _UNSAID:
        return {}
    read = _read(kind, field, value)
    if type(read) in _STRUCTURED:
        said = _STRUCTURED[type(read)](read)
    elif isinstance(read, Lock) or (kind, field) == ("lock", "lock"):
        said = _lock(plan, read)
    elif isinstance(read, Refusal) or (kind, field) == ("late_refusal", "refusal"):
        said = _refusal(plan, read)
    elif field == "removed":
        said = {"läge": "borttagen" if read else "finns kvar"}
    else:
        said = {field_label(field): _words(plan, kind, field, read)}
    return {label: text for label, text in said.items() if text}


@cache
def field_order(kind: str) -> tuple[str, ...]:
    """A kind's fields in the order in which they are declared, which is how people read them."""
    return tuple(each.name for each in msgspec.structs.fields(KINDS[kind]))


def _read(kind: str, field: str, value: Json) -> object:
    """The typed value, or the value as it is where this version knows no such field."""
    try:
        return msgspec.convert(value, _types(kind)[field])
    except (KeyError, msgspec.ValidationError):
        return value


@cache
def _types(kind: str) -> dict[str, Any]:
    """What each field of a kind may hold."""
    return {each.name: each.type for each in msgspec.structs.fields(KINDS[kind])}


def _standing(standing: Standing) -> dict[str, str]:
    unchanged = standing.unchanged_since
    return {
        "status": standing.value.swedish,
        "nytt slutdatum": _text(standing.revised_end),
        "faktiskt slutdatum": _text(standing.actual_end),
        "orsak": standing.cause.swedish if standing.cause else "",
        "inväntas": standing.awaited,
        "följs upp": _text(standing.review_date),
        "oförändrat sedan": unchanged.swedish if unchanged else "",
    }


def _decision(decision: Decision) -> dict[str, str]:
    return {
        "beslut": decision.ruling.swedish,
        "beslutsdatum": _text(decision.day),
        "paragraf": decision.paragraph,
        "skäl": decision.reasons,
        "rapport": decision.report[:8] if decision.report is not None else "",
    }


def _kept(kept: Kept) -> dict[str, str]:
    return {
        "version": str(kept.version),
        "titel": kept.title,
        "visar läget": _text(kept.as_of),
        "slutfört": _text(kept.day),
        **{f"SHA-256 {form.suffix}": form.digest for form in kept.forms},
    }


def _verdict(verdict: Verdict) -> dict[str, str]:
    suggested = verdict.suggested
    return {
        "bedömning": verdict.level.swedish,
        "motivering": verdict.motivation,
        "förslag": suggested.swedish if suggested is not None else "",
    }


def _released(figure: ReleasedFigure) -> str:
    return SUPPRESSED if figure.is_hidden else _figure(figure.value) or MISSING


_STRUCTURED: dict[type, Callable[[Any], dict[str, str]]] = {
    Standing: _standing,
    Verdict: _verdict,
    Decision: _decision,
    Kept: _kept,
    Submission: lambda read: {"inlämning": f"{_HAND_IN_WORDS[read.state]} {read.day}"},
    Outcome: lambda read: {
        "värde": _figure(read.value),
        "källa": read.source,
        "antal anställda": _text(read.headcount),
    },
    ReleasedTable: lambda read: {"visas": ", ".join(_released(line.figure) for line in read.lines)},
    Period: lambda read: {"start": _text(read.start), "slut": _text(read.end)},
}
"""Fields that hold several things, and what each of them says."""


def _lock(plan: Plan, read: object) -> dict[str, str]:
    if not isinstance(read, Lock):
        return {"låsning": "öppet"}
    covered = counted(changes_in(read), "ändring", "ändringar")
    return {
        "låsning": f"låst {read.day} av {_referred(plan, read.by)}",
        "omfattar": covered,
        "insläppta sena ändringar": _text(len(read.let_in) or None),
    }


def _refusal(plan: Plan, read: object) -> dict[str, str]:
    if not isinstance(read, Refusal):
        return {"avslag": "tillbakataget"}
    return {
        "avslag": f"inte insläppt {read.day} av {_referred(plan, read.by)}",
        "motivering": read.reason,
    }


def _figure(text: str) -> str:
    """A figure as documents have it, with every decimal that is kept; other text as it is."""
    number = decimal_of(text)
    return text if number is None else write_number(number)


_DIRECTION_WORDS = {"up": "upp", "down": "ner"}
"""Which way a measure is better, in the words of the spreadsheet's column."""

_FIGURES = frozenset({"amounts", "baseline", "printed_sums", "target"})
"""Fields that hold figures, which are kept as text."""


def _words(plan: Plan, kind: str, field: str, value: object) -> str:
    if field in _FIGURES and isinstance(value, str | tuple):
        return "; ".join(map(_figure, (value,) if isinstance(value, str) else value))
    if isinstance(value, tuple):
        refers = field in ("goals", "participants")
        return ", ".join(_referred(plan, each) if refers else str(each) for each in value)
    if field == "direction":
        return _DIRECTION_WORDS.get(str(value), _text(value))
    if field == "unit" and kind in ("measure", "budget_table"):
        return _text(value)
    if isinstance(value, str) and not isinstance(value, Enum):
        return _referred(plan, value) if field in _REFERENCES else value
    return _text(value)


_REFERENCES = frozenset(
    {
        "activity",
        "carried_over_from",
        "deputy",
        "entry",
        "focus_area",
        "follows",
        "goal",
        "lead_unit",
        "measure",
        "merged_into",
        "organisation",
        "parent",
        "policy_area",
        "responsible",
        "root",
        "table",
        "unit",
    }
)


def _referred(plan: Plan, entity_id: EntityId) -> str:
    """What a reference points at; its short id while that has not arrived."""
    entity = plan.any_of(entity_id)
    if isinstance(entity, Goal):
        return entity.number
    return name_of(plan, entity) or entity_id[:8]


_SAID: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: "ja" if value else ""),
    (Tertial, lambda value: value.swedish),
    (date, lambda value: value.isoformat()),
    (Enum, lambda value: getattr(value, "swedish", str(value.value))),
)


def _text(value: object) -> str:
    if value is None:
        return ""
    for kind, words in _SAID:
        if isinstance(value, kind):
            return words(value)
    return str(value)
