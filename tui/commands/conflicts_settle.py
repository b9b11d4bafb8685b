"""`tertial conflicts settle`: choose what is to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT

if TYPE_CHECKING:
    from model.views.conflicts import FieldConflict


@line_command(
    "settle",
    help=(
        "Välj det som ska gälla.\n\n"
        "NUMMER är det som står framför värdet i ”tertial conflicts show”. Har aktiviteten olika "
        "värden på flera ställen väljs ett i taget, med --field. Valet går att ångra; då står "
        "alla värden kvar att välja på."
    ),
)
@click.argument("entity_id", metavar="ID", help="Id, eller början på det.")
@click.option(
    "--take", type=click.IntRange(min=1), required=True, metavar="NUMMER", help="Vilket värde."
)
@click.option("--field", type=TEXT, metavar="FÄLT", help="I vilket fält, som ”rubrik” eller title.")
@with_session
def command(session: Session, *, entity_id: str, take: int, field: str | None) -> None:
    """Write the chosen value in place of all that stand beside each other."""
    from model.actions.settling import settle
    from model.plan.kinds import KINDS
    from tui.line_mode.conflicts import conflicts_of
    from tui.line_mode.exchanges import iso

    conflict = _one(session, conflicts_of(session, entity_id, field))
    if take > len(conflict.sides):
        raise click.UsageError(f"Det finns bara {len(conflict.sides)} att välja på.", session.ctx)
    side = conflict.sides[take - 1]
    with session.workspace.edit() as edit:
        entity = edit.plan.find(KINDS[conflict.kind], conflict.entity)
        if entity is not None:
            settle(edit, entity, conflict.field, side.value)
    if session.as_json:
        print_json(
            {
                "id": conflict.entity,
                "entity": conflict.kind,
                "field": conflict.field,
                "value": side.value,
                "author": side.who,
                "time": iso(side.time),
            }
        )
    else:
        say(f"Valt: {side.words} ({side.who}). Det skickas vid nästa synk. ”tertial undo” ångrar.")


def _one(session: Session, found: list[FieldConflict]) -> FieldConflict:
    if len(found) > 1:
        fields = ", ".join(each.label for each in found)
        raise click.UsageError(f"Ange --field: {fields}.", session.ctx)
    return found[0]
