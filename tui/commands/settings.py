"""`tertial settings`: how this device is set, and what can be changed."""

from __future__ import annotations

import click
from msgspec.structs import replace

from model.errors import ModelError
from model.swedish.letters import without_rings_and_dots
from model.swedish.visible import visible
from tui.line_mode.listing import show_list
from tui.line_mode.output import Record, column, print_json, say, text_column
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


class SettingRefused(ModelError):
    """A setting does not exist, cannot be changed here, or cannot have that value."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason} Inget är ändrat.")


@line_command(
    "settings",
    help=(
        "Visa eller ändra den här datorns inställningar.\n\n"
        "Utan namn visas alla, med namn visas en, och med namn och värde ändras den. Det som går "
        "att ändra är theme (mork, ljus, hogkontrast) och name. Det du redan har skrivit står "
        "sedan under det nya namnet. Enhet och roll ändras med ”tertial setup”, som också används "
        "när någon annan tar över datorn."
    ),
)
@click.argument("key", required=False, type=TEXT, metavar="NAMN", help="Inställningens namn.")
@click.argument("value", required=False, type=TEXT, metavar="VÄRDE", help="Nytt värde.")
@with_session
def command(session: Session, *, key: str | None, value: str | None) -> None:
    """Show all settings or one, or change one."""
    if value is not None:
        _change(session, key or "", value)
    records = _records(session)
    if key is None:
        columns = [
            column("Namn", "id"),
            text_column("Värde", "value"),
            text_column("Betyder", "meaning"),
        ]
        show_list(session, records, columns, empty="")
        return
    found = next((record for record in records if record["id"] == key), None)
    if found is None:
        raise SettingRefused(_unknown(key, records))
    if session.as_json:
        print_json(found)
    else:
        say(str(found["value"]))


def _change(session: Session, key: str, value: str) -> None:
    """Change one setting; raises `SettingRefused` or what the rule says."""
    if key == "theme":
        from model.home.config import change_config

        theme = _theme(value)
        session.config = change_config(session.home, lambda present: replace(present, theme=theme))
    elif key == "name":
        _rename(session, value)
    elif key in {"unit", "role", "share"}:
        raise SettingRefused(f"Ändra med ”tertial setup --{key}”.")
    else:
        raise SettingRefused(f"Inställningen ”{visible(key)}” finns inte eller går inte att ändra.")


def _theme(value: str) -> str:
    from model.home.config import THEMES

    theme = without_rings_and_dots(value.casefold()).replace(" ", "")
    if theme not in THEMES:
        listed = ", ".join(THEMES)
        raise SettingRefused(f"Temat ”{visible(value)}” finns inte. Välj bland {listed}.")
    return theme


def _rename(session: Session, name: str) -> None:
    from model.actions.people import rename_person
    from model.plan.entities import Person

    person = session.plan.find(Person, session.config.profile.person)
    if person is None:
        raise SettingRefused("Det finns ingen person att byta namn på.")
    with session.workspace.edit() as edit:
        rename_person(edit, person, name)


def _unknown(key: str, records: list[Record]) -> str:
    from model.swedish.search import nearest

    near = nearest(key, [str(record["id"]) for record in records])
    meant = f" Menade du {' eller '.join(near)}?" if near else ""
    return f"Inställningen ”{visible(key)}” finns inte.{meant}"


def _records(session: Session) -> list[Record]:
    from model.plan.entities import Person

    config, home = session.config, session.home
    person = session.plan.find(Person, config.profile.person)
    values = {
        "theme": (config.theme, "utseende: mork, ljus eller hogkontrast"),
        "name": (person.name if person else "", "ditt namn"),
        "unit": (", ".join(unit.name for unit in session.units), "dina enheter"),
        "role": (config.profile.role.value, config.profile.role.swedish),
        "share": (", ".join(config.shares), "delningar som används"),
        "config": (str(home.config), "filen med de här inställningarna"),
        "database": (str(home.database), "filen med planen"),
        "log": (str(home.log), "filen med det som har gått fel"),
    }
    return [
        {"id": key, "value": value, "meaning": meaning} for key, (value, meaning) in values.items()
    ]
