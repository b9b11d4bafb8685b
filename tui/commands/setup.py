"""`tertial setup`: who uses this device, for which units, and with which goals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from model.plan.vocabulary import Role
from tui.line_mode.output import is_interactive, note, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT

if TYPE_CHECKING:
    from model.plan.plan import Plan
    from model.setup.first_start import Wishes


@line_command(
    "setup",
    help=(
        "Ställ in namn, enhet och mål på den här datorn.\n\n"
        "Första gången behövs namn och enhet. Med --share kommer målen från kommunens delning, "
        "och den som sköter dem centralt kan lägga dit dem med --goals. Utan båda används "
        "exemplets målkatalog. Körs kommandot igen ändras bara det som anges, och planen är kvar."
    ),
)
@click.option("--name", type=TEXT, metavar="NAMN", help="Ditt namn.")
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
    metavar="ROLL",
    help="unit (enhetschef), department (avdelningschef) eller central (stab, controller).",
)
@click.option(
    "--goals",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Målkatalog att börja med.",
)
@click.option(
    "--leave-unsent",
    is_flag=True,
    help="Byt från central roll även om det finns centrala ändringar som inte är skickade.",
)
@click.option("--share", type=TEXT, metavar="ADRESS", help="Adress till kommunens delning.")
@with_session
def command(
    session: Session,
    *,
    name: str | None,
    units: tuple[str, ...],
    role: str | None,
    goals: Path | None,
    share: str | None,
    leave_unsent: bool,
) -> int:
    """Set up this home, or change how it is set up."""
    from model.catalogue.files import read_file
    from model.example.catalogue import example_catalogue
    from model.setup.first_start import Wishes, set_up
    from sync.address import kept_address
    from sync.syncing import check_leaves_nothing
    from tui.commands.setup_questions import ask_what_is_missing
    from tui.commands.setup_share import exchange_first
    from tui.joining import known_words, plan_on
    from tui.line_mode.catalogue_files import known_texts

    is_first = not session.home.is_set_up
    if is_first and not (name and units) and not is_interactive():
        raise _missing(session, name=name, units=units)
    catalogue = read_file(goals) if goals is not None else None
    plan = None
    if share is not None:
        share = kept_address(share, session.home.database)
        plan = plan_on(session.home, share, session.today, has_goals=goals is not None)
    elif is_first and catalogue is None:
        catalogue = example_catalogue()
    wishes = Wishes(
        name=name,
        units=units or None,
        role=Role(role) if role else None,
        catalogue=catalogue,
        known_texts=known_texts(),
        share=share,
    )
    if is_first and not (name and units):
        wishes = ask_what_is_missing(wishes, plan, ask_goals=goals is None and share is None)
    if not is_first and not leave_unsent and wishes.role not in {None, Role.CENTRAL}:
        check_leaves_nothing(session.workspace, session.config.shares)
    is_known = is_first and plan is not None and _is_known(session, wishes, plan)
    set_up(session.home, wishes, session.today)
    _tell(session, is_first=is_first)
    if is_known:
        note(known_words(wishes.name or ""))
    return exchange_first(session, share) if share is not None else 0


def _is_known(session: Session, wishes: Wishes, plan: Plan) -> bool:
    """Whether somebody of the name plans in the units already, by what the share has of them."""
    from tui.joining import is_known_there

    if wishes.share is None or wishes.role is Role.CENTRAL:
        return False
    name, units = wishes.name or "", wishes.units or ()
    return is_known_there(session.home, wishes.share, session.today, plan, name, units)


def _missing(session: Session, *, name: str | None, units: tuple[str, ...]) -> click.UsageError:
    missing = [option for option, given in (("--name", name), ("--unit", units)) if not given]
    return click.UsageError(f"Det saknas {' och '.join(missing)}.", session.ctx)


def _tell(session: Session, *, is_first: bool) -> None:
    from model.plan.entities import Person

    person = session.plan.find(Person, session.config.profile.person)
    name = person.name if person else ""
    if session.as_json:
        print_json(
            {
                "id": session.config.profile.person,
                "name": name,
                "unit": ", ".join(unit.name for unit in session.units),
                "role": session.config.profile.role.value,
                "home": str(session.home.data),
            }
        )
        return
    units = " och ".join(unit.name for unit in session.units)
    role = session.config.profile.role
    works = f", {role.swedish}" if role is not Role.UNIT else ""
    say(f"{'Klart' if is_first else 'Ändrat'}: {name}, {units}{works}.")
    if is_first:
        say("Starta programmet med ”tertial”, eller se ”tertial --help”.")
