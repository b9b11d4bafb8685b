"""What the stories of planning have in common: filling in a form, and looking from elsewhere."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from model.home.paths import Home
from model.plan.entities import Activity
from model.workspace.opening import open_workspace
from tests.tui.app.person import Person

TODAY = date(2024, 4, 23)


async def fills_in(person: Person, title: str = "Provsmakning i matsalen") -> None:
    """Write what an activity needs, from the first field on."""
    await person.types(title)
    await person.presses("enter", "enter")
    await person.types("3.4.5")
    await person.presses("enter")
    await person.types("1 maj")
    await person.presses("enter")
    await person.types("30/9")
    await person.presses("enter")
    await person.types("Elever smakar på nya rätter.")


def planned(home: Home, title: str) -> Activity | None:
    """An activity of the home, as another program finds it."""
    workspace = open_workspace(home, TODAY)
    try:
        found = [each for each in workspace.plan.of(Activity) if each.title == title]
    finally:
        workspace.close()
    return found[0] if found else None


def elsewhere(home: Home, title: str, new_title: str) -> None:
    """Another program of the same person gives an activity another title."""
    workspace = open_workspace(home, TODAY)
    with workspace.edit() as edit:
        seen = next(each for each in edit.plan.of(Activity) if each.title == title)
        edit.save(replace(seen, title=new_title))
    workspace.close()
