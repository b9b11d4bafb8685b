"""What a status must say: F04 on plan only when it is, F05 status and comment, F06 why it waits."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.asked_for import lacking_facts, needs_comment
from model.checks.dates import end_has_passed
from model.checks.finding import Finding, Severity
from model.checks.material import Material, Row, about_status, shown
from model.plan.entities import Standing
from model.plan.reporting import lacks_status
from model.plan.vocabulary import StatusValue
from model.swedish.status_words import stalling_words


def plan_claimed(material: Material) -> Iterator[Finding]:
    """F04: the status says "enligt plan", but the dates or the comment say otherwise."""
    for row in material.rows:
        if row.status is None or row.standing is None or not row.standing.value.claims_plan:
            continue
        reasons = []
        if end_has_passed(row, material.as_of):
            reasons.append(f"aktiviteten skulle vara klar {row.end}")
        stalling = stalling_words(row.status.comment)
        if stalling:
            reasons.append(f"kommentaren säger ”{shown(stalling[0].of(row.status.comment))}”")
        if reasons:
            yield about_status(
                material,
                row,
                "F04",
                Severity.WARN,
                "status",
                f"Statusen är {row.standing.value.swedish}, men {' och '.join(reasons)}.",
                "Välj en status som stämmer, eller skriv om kommentaren.",
            )


def status_and_comment(material: Material) -> Iterator[Finding]:
    """F05: no status this tertial, or no comment where one is needed.

    A comment is not needed for what was completed on plan, nor for what was reported as
    unchanged: that carries the comment of the tertial before.
    """
    for row in material.rows:
        if row.status is None or row.standing is None:
            if lacks_status(material.plan, row.activity, row.unit, material.tertial):
                yield _lacking(material, row, "status", "Status")
        elif not row.status.comment.strip() and needs_comment(row.standing):
            yield _lacking(material, row, "comment", "Kommentar")


def _lacking(material: Material, row: Row, field: str, what: str) -> Finding:
    advice = {
        "status": "Ange status, eller välj oförändrat om inget har hänt.",
        "comment": "Skriv en mening om vad som har hänt. Bara det som är avslutat enligt plan "
        "behöver ingen kommentar.",
    }[field]
    text = f"{what} saknas för {material.tertial.swedish}."
    return about_status(material, row, "F05", Severity.WARN, field, text, advice)


def waits_without_reason(material: Material) -> Iterator[Finding]:
    """F06: on hold or delayed without cause and a date to look again (A11, A12).

    For what is delayed a new end date is such a date; what is on hold needs a review date.
    """
    for row in material.rows:
        if row.standing is not None and (lacking := lacking_facts(row.standing)):
            yield _waiting(material, row, row.standing, lacking)


def _waiting(
    material: Material, row: Row, standing: Standing, lacking: tuple[tuple[str, str], ...]
) -> Finding:
    advice = "Fyll i fälten, så att orsakerna kan räknas samman."
    if standing.value is StatusValue.ON_HOLD and not standing.awaited.strip():
        advice += " Skriv också vad ni väntar på."
    return about_status(
        material,
        row,
        "F06",
        Severity.ASK,
        lacking[0][0],
        f"{standing.value.swedish} utan {' och '.join(words for _, words in lacking)}.",
        advice,
        key="cause",
    )
