"""`tertial share allow`: give a login its rights on a share in PostgreSQL."""

from __future__ import annotations

import click

from model.plan.vocabulary import Role
from tui.line_mode.listing import show_list
from tui.line_mode.output import Column, column, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "allow",
    help=(
        "Ge ett konto rättigheter i en delning som är en PostgreSQL-databas.\n\n"
        "KONTO är en inloggning eller grupp som finns i databasen. Alla med rättigheter läser det "
        "centrala. En enhet läser och skriver sitt eget, en avdelning läser dessutom enheterna "
        "under sig, och central läser och skriver allt. Körs kommandot igen gäller det som anges "
        "då. Bara den som skapade delningen kan ge rättigheter."
    ),
)
@click.argument("login", type=TEXT, metavar="KONTO", help="Inloggning eller grupp i databasen.")
@click.option(
    "--unit",
    "units",
    type=TEXT,
    multiple=True,
    metavar="ENHET",
    help="Enhetens namn, nyckel eller id. Upprepa för flera enheter.",
)
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.UNIT.value,
    metavar="ROLL",
    help="unit (om inget annat anges), department eller central.",
)
@click.option("--share", type=TEXT, metavar="ADRESS", help="Behövs när flera delningar är valda.")
@with_session
def command(
    session: Session, *, login: str, units: tuple[str, ...], role: str, share: str | None
) -> None:
    """Set what a login may do, and show it."""
    from model.plan.entities import OrganisationUnit
    from model.views.naming import find_unit
    from sync.address import is_server, server_at
    from sync.database.postgres_access import allow, rights
    from sync.errors import NoShare
    from sync.syncing import remembered

    known = session.config.shares
    if not known:
        raise NoShare
    fitting = [address for address in known if is_server(address)] or list(known)
    if share is None and len(fitting) > 1:
        raise click.UsageError("Flera delningar är valda. Ange en med --share.", session.ctx)
    if not units and role != Role.CENTRAL.value:
        raise click.UsageError("Det saknas --unit.", session.ctx)
    server = server_at(remembered(known, share or fitting[0]), session.home.database)
    chosen = tuple(dict.fromkeys(find_unit(session.plan, unit).id for unit in units))
    may = rights(session.plan, chosen, Role(role))
    allow(server, login, may, Role(role))
    names = {row.id: row.name for row in session.plan.of(OrganisationUnit)}
    if not session.as_json:
        say(f"Kontot {login} har fått sina rättigheter, utöver att läsa det centrala:")
    show_list(
        session,
        [
            {"id": scope, "unit": names.get(scope, scope), "may_write": may_write}
            for scope, may_write in may.items()
        ],
        [
            column("Enhet", "unit"),
            Column("Får", lambda record: "läsa och skriva" if record["may_write"] else "läsa"),
        ],
        empty="Det läser och skriver allt.",
    )
