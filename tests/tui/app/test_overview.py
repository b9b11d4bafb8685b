"""The overview of a department head and of the centre: units as rows, a glance per column."""

from __future__ import annotations

from model.home.paths import Home
from tests.tui.app.person import NARROW, at_the_screen


async def test_a_department_head_sees_the_units_below(department_home: Home) -> None:
    """Who has planned what is required, reported and handed in."""
    async with at_the_screen(department_home) as person:
        assert person.context == "overview"
        assert "Sammanställning T1 2024" in person.lines[0]
        assert "0 av 6 enheter inlämnade" in person.lines[0]
        for unit in ("Fritidsenheten", "Gata och park", "Kostenheten", "Lokalvården"):
            assert unit in person.screen
        assert "Socialavdelningen" not in person.screen
        row = next(line for line in person.lines if "Lokalvården" in line)
        assert "▲ saknas" in row
        assert "3 av 3" in row


async def test_the_centre_sees_everything_and_the_columns_keep_their_names(
    central_home: Home,
) -> None:
    """Also when the list is scrolled to its end, at 80 columns."""
    async with at_the_screen(central_home, size=NARROW) as person:
        assert "3 av 19 enheter inlämnade" in person.lines[0]
        await person.presses("end")
        assert "Enhet" in person.lines[2]
        assert "Rapporterat" in person.lines[2]
        column = person.lines[2].index("Rapporterat")
        rows = [line for line in person.lines[3:-2] if " av " in line]
        assert all(line[column - 1 : column + 8].strip()[0].isdigit() for line in rows)


async def test_enter_opens_a_unit_and_esc_comes_back(department_home: Home) -> None:
    """The cursor stands where it stood."""
    async with at_the_screen(department_home) as person:
        await person.goes_to("Kostenheten")
        await person.does("open")
        assert person.context == "home"
        assert "Kostenheten · 2024" in person.lines[0]
        await person.does("leave")
        assert person.context == "overview"
        assert person.chosen == "Kostenheten"


async def test_another_units_plan_is_read_and_not_changed(department_home: Home) -> None:
    """Each key that would change it says whose it is."""
    async with at_the_screen(department_home) as person:
        await person.goes_to("Kostenheten")
        await person.does("open")
        for each in (
            "status(2)",
            "unchanged",
            "comment",
            "new_activity",
            "edit_activity",
            "hand_in",
        ):
            await person.does(each)
            assert person.context == "home", each
            assert "Du läser en annan enhets plan." in person.told, each
        await person.does("open_details")
        assert person.context == "details"
        await person.does("status")
        assert person.context == "details"
        await person.does("back", "findings")
        assert person.context == "findings"
        await person.does("waive")
        assert person.context == "findings"
        assert "Du läser en annan enhets plan." in person.told


async def test_the_tertial_before_shows_who_handed_in(central_home: Home) -> None:
    """One key to the tertial before and back."""
    async with at_the_screen(central_home) as person:
        await person.does("next_tertial")
        assert "Sammanställning T3 2023" in person.lines[0]
        await person.does("next_tertial")
        assert "Sammanställning T1 2024" in person.lines[0]


async def test_search_from_the_overview_opens_what_is_found(central_home: Home) -> None:
    """An activity opens as its own unit reads it."""
    async with at_the_screen(central_home) as person:
        await person.does("search")
        await person.types("värmevagn")
        await person.presses("enter")
        assert person.context == "details"
        assert "Kostenheten" in person.lines[0]
        await person.does("back")
        assert person.context == "overview"


OWN = "Verksamhetsplan utan enhet"


async def test_the_centre_reports_the_plans_activities_without_a_unit(central_home: Home) -> None:
    """Opened from the overview like a unit; what only a unit does says so."""
    async with at_the_screen(central_home) as person:
        await person.goes_to(OWN)
        await person.does("open")
        assert f"{OWN} · 2024" in person.lines[0]
        assert "0 av 23 rapporterade" in person.lines[1]
        for each in ("new_activity", "edit_activity", "hand_in", "report"):
            await person.does(each)
            assert person.context == "home", each
            assert "ändras i målkatalogen" in person.told, each
        title = person.chosen
        await person.does("status(2)")
        assert person.context == "queue"
        assert person.answering == title
        await person.presses("enter", "escape")
        assert "1 av 23 rapporterade" in person.lines[1]
        await person.does("leave")
        assert (person.context, person.chosen) == ("overview", OWN)


async def test_findings_lead_to_what_the_centre_reports(central_home: Home) -> None:
    """A missing status opens where it is set, and the wording is told to be the catalogue's."""
    async with at_the_screen(central_home) as person:
        await person.goes_to(OWN)
        await person.does("open", "findings")
        assert person.context == "findings"
        await person.goes_to("Mental träning i skola och förskola")
        await person.does("open")
        assert person.context == "queue"
        assert person.answering == "Mental träning i skola och förskola"
        await person.does("choose(2)")
        await person.presses("enter")
        assert person.context == "findings"
        await person.does("waive")
        assert "för din enhet" in person.told


async def test_a_finding_says_whose_it_is_and_opens_the_row(central_home: Home) -> None:
    """What a unit reports is read as the unit reads it, with its name; who mends it is said."""
    async with at_the_screen(central_home) as person:
        await person.does("findings")
        await person.goes_to("Införa hälsosamma scheman")
        assert "Socialavdelningen" in person.text
        await person.does("open")
        assert person.context == "details"
        assert "Socialavdelningen" in person.lines[0]
        assert "Införa hälsosamma scheman" in person.screen
        assert "Den ändras av Socialavdelningen." in person.told
        await person.does("back")
        assert person.context == "findings"
        assert "Införa hälsosamma scheman" in person.chosen
