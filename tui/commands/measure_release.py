"""`tertial measure release`: let the units see the measures."""

from __future__ import annotations

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "release",
    help=(
        "Visa måtten för enheterna, så som dokumenten visar dem i dag.\n\n"
        "Utfall och antal anställda stannar hos staben tills de visas så här. Det som skulle tala "
        "om högst tio anställda följer aldrig med. Skriv in alla utfall och antal för en dag "
        "först: en siffra som har visats går inte att ta tillbaka."
    ),
)
@with_session
def command(session: Session) -> None:
    """Release the measures, and say which."""
    from model.actions.measuring import release
    from model.views.entity_names import name_of

    with session.workspace.edit() as edit:
        written = release(edit)
    named = [
        {
            "id": each.id,
            "measure": each.root,
            "as_of": each.as_of.isoformat() if each.as_of is not None else None,
            "released": not each.removed,
        }
        for each in written
    ]
    if session.as_json:
        print_json(named)
        return
    for each in written:
        day = f" per {each.as_of}" if each.as_of is not None else ""
        shown = "visas inte längre" if each.removed else "visas för enheterna"
        say(f"{name_of(session.plan, session.plan.any_of(each.root))}{day}: {shown}")
