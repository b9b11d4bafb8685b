"""Reporting how an activity stands in a tertial."""

from __future__ import annotations

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from model.actions.seen import replaced
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Standing, Status
from model.plan.identifiers import EntityId
from model.plan.reporting import previous_status
from model.plan.rules import FieldRefused, RuleError, check_open, checked_text
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit


class NothingToCarry(RuleError):
    """There is no earlier status to repeat."""

    def __init__(self) -> None:
        super().__init__(
            "Det finns ingen tidigare status att upprepa. Inget är ändrat. Välj en status."
        )


class CommentWritten(RuleError):
    """A comment of its own stands for the tertial, which the repeated one would replace."""

    def __init__(self, tertial: Tertial) -> None:
        super().__init__(
            f"Det finns redan en egen kommentar för {tertial.swedish}. Inget är ändrat, så att "
            "den inte försvinner. Sätt status i stället; då är kommentaren kvar."
        )


def set_status(
    edit: Edit,
    activity: Activity,
    unit: EntityId,
    tertial: Tertial,
    standing: Standing,
    comment: str | None = None,
    *,
    seen: Status | UnsetType | None = UNSET,
) -> Status:
    """Report an activity's status for a tertial (R14); a comment of None leaves the old one.

    `seen` is the status that a form showed, None where it showed that there was none yet;
    without it the plan's present one is meant. Raises `RuleError`.
    """
    _check_reportable(edit, activity, unit, tertial)
    _check_dates(edit, activity, standing)
    identity = edit.plan.id_of(Status, activity.id, unit, str(tertial))
    present = replaced(edit, Status, identity, seen)
    base = present or Status(
        id=identity, scope=unit, activity=activity.id, unit=unit, tertial=tertial
    )
    if comment is None:
        comment = "" if base.removed else base.comment
    text = checked_text("comment", comment)
    return edit.save(replace(base, standing=standing, comment=text, removed=False), present)


def unchanged(
    edit: Edit,
    activity: Activity,
    unit: EntityId,
    tertial: Tertial,
    *,
    seen: Status | UnsetType | None = UNSET,
) -> Status:
    """Report "oförändrat sedan sist": status and comment carried, marked as carried (F05).

    `seen` as in `set_status`. A comment of its own that the person had in front of him is not
    replaced: then `CommentWritten` is raised. Raises `RuleError` also for other reasons.
    """
    earlier = previous_status(edit.plan, activity.id, unit, before=tertial)
    if earlier is None or earlier.standing is None or earlier.tertial is None:
        raise NothingToCarry
    if earlier.activity != activity.id and not earlier.standing.value.is_open:
        raise NothingToCarry
    standing = replace(earlier.standing, unchanged_since=earlier.tertial)
    present = edit.plan.status_of(activity.id, unit, tertial) if seen is UNSET else seen
    if present is not None and present.comment.strip() not in ("", earlier.comment.strip()):
        raise CommentWritten(tertial)
    return set_status(edit, activity, unit, tertial, standing, earlier.comment, seen=seen)


def _check_reportable(edit: Edit, activity: Activity, unit: EntityId, tertial: Tertial) -> None:
    check_open(edit.plan, tertial)
    if unit not in (activity.reporter, *activity.participants):
        raise RuleError("Aktiviteten hör inte till enheten. Inget är ändrat.")
    if activity.removed:
        raise RuleError("Aktiviteten är borttagen och rapporteras inte. Inget är ändrat.")
    if activity.cancelled:
        raise RuleError(
            "Aktiviteten utgår och rapporteras inte. Inget är ändrat. "
            "Ångra att den utgår om den ska rapporteras."
        )
    if tertial.first_day > edit.today:
        raise FieldRefused("tertial", f"{tertial.swedish} har inte börjat.")


def _check_dates(edit: Edit, activity: Activity, standing: Standing) -> None:
    start = activity.period.start if activity.period else None
    if standing.revised_end is not None:
        if start is not None and standing.revised_end < start:
            raise FieldRefused("revised_end_date", "Nytt slutdatum ligger före startdatum.")
        if not standing.value.is_open:
            raise FieldRefused(
                "revised_end_date",
                "Nytt slutdatum anges bara för en aktivitet som pågår. "
                "Ange faktiskt slutdatum för en avslutad.",
            )
    if standing.actual_end is not None:
        if not standing.value.is_completed:
            raise FieldRefused(
                "actual_end_date", "Faktiskt slutdatum anges bara för en avslutad aktivitet."
            )
        if standing.actual_end > edit.today:
            raise FieldRefused("actual_end_date", "Faktiskt slutdatum kan inte ligga i framtiden.")
    if standing.review_date is not None and standing.value is StatusValue.CANCELLED:
        raise FieldRefused("review_date", "En aktivitet som utgår har inget datum att följa upp.")
