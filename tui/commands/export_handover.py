"""`tertial export handover`: what one person answers for, for who takes over."""

from __future__ import annotations

from pathlib import Path

import click

from tui.line_mode.exporting import FORMS, export_document, output_option
from tui.line_mode.output import note
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "handover",
    help=(
        "Överlämning: allt som en person är ansvarig eller ersättare för, för den som tar över."
        f"\n\n{FORMS} Varje aktivitet står med mål, läge, senaste kommentarer, nästa steg och vem "
        "mer som vet, och de som saknar ersättare räknas upp. Det är ett arbetspapper."
    ),
)
@output_option
@click.option("--person", required=True, type=TEXT, metavar="NAMN", help="Namn eller id.")
@with_session
def command(session: Session, *, output: Path, person: str) -> None:
    """Write the handover of one person."""
    from model.plan.entities import OrganisationUnit
    from model.views.handover import people_named
    from report.handover import handover

    people = people_named(session.plan, person)
    found = [(one, session.plan.find(OrganisationUnit, one.unit)) for one in people]
    if len({one.unit for one in people}) > 1:
        each = "; ".join(f"{one.id[:8]} {row.name}" for one, row in found if row is not None)
        note(f"Flera heter så, och alla är med: {each}. Ange id för en av dem.")
    export_document(
        session,
        output,
        lambda: handover(session.plan, people, session.today),
        person=people[0].name,
    )
