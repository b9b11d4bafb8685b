"""Saving a handover: whose, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from model.plan.entities import Person
from model.plan.identifiers import EntityId
from model.swedish.visible import visible
from model.views.handover import namesakes_elsewhere, one_person
from report.export import Written, write_document
from report.stationery import stationery_of
from tui.app.screens.person_picker import PersonPicker
from tui.app.screens.saving import Asking, ask_where
from tui.documents import DOCUMENT_FORMS

if TYPE_CHECKING:
    from tui.app.app import TertialApp


def hand_over(app: TertialApp, unit: EntityId) -> None:
    """Choose somebody, those of a unit first, and save what they answer for."""
    plan = app.session.plan

    def picked(key: str | None) -> None:
        person = plan.find(Person, key)
        if person is not None:
            _ask(app, person)

    app.push_screen(PersonPicker(plan, unit, may_be_new=False), picked)


def _ask(app: TertialApp, person: Person) -> None:
    session = app.session
    plan, today, folder = session.plan, session.today, session.home.config_folder

    def save(path: Path) -> Written:
        from report.handover import handover

        document = handover(plan, one_person(plan, person), today)
        return write_document(document, path, stationery=stationery_of(plan, folder))

    others = namesakes_elsewhere(plan, person)
    if others:
        name, where = visible(person.name), visible(" och ".join(others))
        app.notify(
            f"{name} finns också i {where}. Det som hör dit är inte med. Gör en överlämning till, "
            "om det är samma person.",
            timeout=10,
        )
    asking = Asking(f"Spara överlämning från {person.name}", DOCUMENT_FORMS, save)
    ask_where(app, asking, f"Överlämning {person.name}.docx")
