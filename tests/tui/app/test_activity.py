"""One activity with everything that stands of it, and its history."""

from __future__ import annotations

from model.actions.planning import cancel_activity
from model.home.paths import Home
from model.workspace.edit import Edit
from tests.tui.app.person import NARROW, at_the_screen
from tests.tui.app.programs import does_elsewhere
from tests.tui.app.stories import called

OLD = "Dialog med lokala producenter"


async def test_it_shows_everything_the_newest_report_first(home: Home) -> None:
    """Goals, people, the year, and each tertial's status with its comment."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("open_details")
        text = person.text
        assert "3.4.5 Förbättra näringslivsklimatet" in text
        assert "Ersättare ▲ saknas" in text
        assert "Från 2024-01-01 till 2024-09-30." in text
        assert text.index("T3 2023") < text.index("T2 2023")
        assert "Första mötet hölls i november." in text


async def test_its_keys_lead_to_where_it_is_changed(home: Home) -> None:
    """And back to it, with what was changed."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("open_details", "status")
        assert person.answering == OLD
        await person.does("choose(4)", "next")
        assert person.context == "details"
        assert "T1 2024 ▼ Försenad" in person.text
        await person.does("edit")
        assert person.context == "plan"
        await person.presses("escape")
        await person.does("history")
        assert person.context == "history"
        assert "status T1 2024" in person.text
        await person.does("back")
        assert person.context == "details"


async def test_a_long_one_is_scrolled(home: Home) -> None:
    """At 80 columns and 24 lines too."""
    async with at_the_screen(home, size=(80, 14)) as person:
        await person.goes_to(OLD)
        await person.does("open_details")
        assert "Inbjudan är skriven" not in person.text
        await person.presses("end")
        assert "Inbjudan är skriven" in person.text


async def test_one_that_is_cancelled_elsewhere_is_not_reported(home: Home) -> None:
    """The screen follows what another program did, and the key says why."""

    def cancel(edit: Edit) -> None:
        cancel_activity(edit, called(edit.plan, OLD), "Inga medel")

    async with at_the_screen(home, size=NARROW) as person:
        await person.goes_to(OLD)
        await person.does("open_details")
        does_elsewhere(home, cancel)
        person.app.look_for_others()
        await person.waits()
        await person.does("status")
        assert "Aktiviteten utgår och rapporteras inte." in person.told
