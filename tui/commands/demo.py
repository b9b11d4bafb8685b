"""`tertial demo`: the example municipality in a home that is thrown away afterwards."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from model.plan.vocabulary import Role
from tui.line_mode.common_options import given_home, given_today
from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.starting import open_app, refuse_without_terminal
from tui.line_mode.value_types import TEXT


@line_command(
    "demo",
    help=(
        "Öppna exempelkommunen i en tillfällig mapp.\n\n"
        "Det du gör där är borta när programmet stängs. Dagen är 2024-04-23 om inte --today "
        "anger en annan."
    ),
)
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.UNIT.value,
    metavar="ROLL",
    help="unit (enhetschef), department (avdelningschef) eller central (stab, controller).",
)
@click.option("--unit", type=TEXT, metavar="ENHET", help="En annan enhet än Kostenheten.")
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAPP",
    help="Skapa exemplet i den här mappen i stället, och låt den vara kvar.",
)
@click.option("--no-app", is_flag=True, help="Öppna inte programmet. Kräver --keep.")
@with_session
def command(
    session: Session, *, role: str, unit: str | None, keep: Path | None, no_app: bool
) -> int:
    """Build the demo and open the app on it."""
    _check(session, keep, no_app=no_app)
    folder = keep or Path(tempfile.mkdtemp(prefix="tertial-demo-"))
    try:
        return _open(session, folder, Role(role), unit, no_app=no_app)
    finally:
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)


def _check(session: Session, keep: Path | None, *, no_app: bool) -> None:
    wrong = None
    if given_home(session.ctx) is not None:
        wrong = "Exemplet har en egen mapp. Ange --keep MAPP i stället för --home."
    elif no_app and keep is None:
        wrong = "--no-app kräver --keep med en mapp."
    elif session.as_json and not no_app:
        wrong = "--json kräver --no-app."
    elif keep is not None and keep.exists() and any(keep.iterdir()):
        wrong = f"Mappen {keep} är inte tom. Ange en ny mapp."
    if wrong is not None:
        raise click.UsageError(wrong, session.ctx)
    if not no_app:
        refuse_without_terminal(session.ctx)


def _open(session: Session, folder: Path, role: Role, unit: str | None, *, no_app: bool) -> int:
    from model.example.demo import DEMO_DAY, build_demo
    from model.home.paths import home_at

    home = home_at(folder)
    today = given_today(session.ctx) or DEMO_DAY
    build_demo(home, role=role, unit=unit, today=today)
    if not no_app:
        return open_app(home, today, session.ctx)
    if session.as_json:
        print_json({"id": str(home.data), "home": str(home.data), "today": today.isoformat()})
    else:
        say(
            f"Exemplet ligger i {home.data}.\nÖppna det: tertial --home {home.data} --today {today}"
        )
    return 0
