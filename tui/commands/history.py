"""`tertial history`: who changed what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.output import Record, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command

if TYPE_CHECKING:
    from model.views.changes import HistoryLine


@line_command(
    "history",
    help=(
        "Visa vem som har ändrat vad, och när.\n\n"
        "ID är en aktivitets, ett måls, en enhets eller en persons id. En aktivitets historik har "
        "också dess statusar. Numret inom hakparentes kan ges till ”tertial undo”."
    ),
)
@click.argument("entity_id", metavar="ID", help="Id, eller början på det.")
@with_session
def command(session: Session, *, entity_id: str) -> None:
    """Tell the history of an entity and of what belongs to it, oldest first."""
    from model.plan.identifiers import CENTRE_ONLY, UnknownId, resolve_id
    from model.plan.vocabulary import Role
    from model.views.changes import belonging, describe

    plan = session.plan
    is_central = session.config.profile.role is Role.CENTRAL
    shown = (each.id for each in plan.everything() if is_central or each.scope != CENTRE_ONLY)
    entity = plan.any_of(resolve_id(entity_id, shown))
    if entity is None:
        raise UnknownId(entity_id)
    entries = [
        entry for each in belonging(plan, entity) for entry in session.workspace.entries_of(each)
    ]
    lines = describe(entries, plan)
    if session.as_json:
        print_json([record for line in lines for record in _records(line)])
        return
    for line in lines:
        say(_told(line))


def _records(line: HistoryLine) -> list[Record]:
    """One record for each field, since records are flat; `id` is the action's."""
    return [
        {
            "id": line.action,
            "time": f"{line.time:%Y-%m-%dT%H:%M:%S}Z",
            "author": line.who,
            "entity": line.entity,
            "kind": line.kind,
            "what": line.what,
            "title": line.title,
            "field": field.label,
            "from": field.before or None,
            "to": field.after or None,
            "undoes": line.is_undoing,
        }
        for field in line.fields
    ]


def _told(line: HistoryLine) -> str:
    """A line of history with its fields below."""
    when = f"{line.time.astimezone():%Y-%m-%d %H:%M}"
    told = [f"{when}  {line.who}: {line.headline}  [{line.action[:8]}]"]
    for field in line.fields:
        if field.before and field.after:
            told.append(f"    {field.label}: {field.before} → {field.after}")
        elif field.after:
            told.append(f"    {field.label}: {field.after}")
        else:
            told.append(f"    {field.label}: {field.before} → (tomt)")
    return "\n".join(told)
