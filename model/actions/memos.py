"""Writing the memo of a tertial: its own texts, and how the matter bears on each focus area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict, Unpack

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from model.actions.seen import replaced
from model.plan.calendar import Tertial
from model.plan.memo import FocusArea, FocusReason, Memo
from model.plan.rules import checked_text
from model.workspace.edit import Edit

Lines = Iterable[str]


class MemoFields(TypedDict, total=False):
    """What somebody writes in a memo; what is not given is left as it is."""

    title: str
    bodies: Lines
    proposals: Lines
    brief: str
    considerations: str
    day: date | None
    registry_number: str
    officer: str
    basis: Lines
    attachments: Lines
    sent_to: Lines


def write_memo(
    edit: Edit,
    tertial: Tertial,
    *,
    seen: Memo | UnsetType | None = UNSET,
    **fields: Unpack[MemoFields],
) -> Memo:
    """Write in a tertial's memo; it comes to be with its first text.

    `seen` is the memo that a form showed, None where it showed that there was none; without it
    the plan's present one is meant. Raises `RuleError`.
    """
    identity = edit.plan.id_of(Memo, str(tertial))
    present = replaced(edit, Memo, identity, seen)
    base = Memo(id=identity, tertial=tertial) if present is None or present.removed else present
    return edit.save(replace(base, **_kept(fields)), present)


def write_reason(
    edit: Edit,
    tertial: Tertial,
    area: FocusArea,
    text: str,
    *,
    seen: FocusReason | UnsetType | None = UNSET,
) -> FocusReason:
    """Write how the matter bears on a focus area; an empty text says that it does not."""
    identity = edit.plan.id_of(FocusReason, str(tertial), area.id)
    present = replaced(edit, FocusReason, identity, seen)
    reason = FocusReason(
        id=identity, tertial=tertial, focus_area=area.id, text=checked_text("text", text)
    )
    return edit.save(reason, present)


def _kept(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields as they are kept: names on one line, lists without empty lines."""
    kept: dict[str, object] = {}
    for field, value in fields.items():
        if field in ("brief", "considerations"):
            kept[field] = checked_text(field, str(value)).strip()
        elif isinstance(value, str):
            kept[field] = checked_text(field, " ".join(value.split()))
        elif isinstance(value, Iterable):
            lines = (checked_text(field, " ".join(str(line).split())) for line in value)
            kept[field] = tuple(line for line in lines if line)
        else:
            kept[field] = value
    return kept
