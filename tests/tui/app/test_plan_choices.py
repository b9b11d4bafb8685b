"""What is chosen from lists while planning: goals, people, ideas, last year's activities."""

from __future__ import annotations

import asyncio

from model.home.paths import Home
from model.plan.entities import Activity, Goal
from tests.tui.app.person import NARROW, Person, at_the_screen
from tests.tui.app.planning import fills_in
from tui.app.screens.plan_form import PlanFormScreen, open_plan_form


def chosen_goals(person: Person) -> list[str]:
    """The numbers of the goals in the form, primary first."""
    screen = person.app.screen
    assert isinstance(screen, PlanFormScreen)
    assert screen.state is not None
    found = (person.app.session.plan.find(Goal, goal) for goal in screen.state.text.goals)
    return [goal.number for goal in found if goal is not None]


async def picks(person: Person, query: str) -> None:
    """Choose one goal by what is typed."""
    await person.does("pick_goals")
    await person.types(query)
    await person.presses("enter")


async def test_a_goal_is_found_by_number_words_and_policy_area(home: Home) -> None:
    """As people remember it."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "pick_goals")
        await person.types("näringsliv")
        assert person.chosen.startswith("3.4.5 ")
        await person.empties_field()
        await person.types("3.3")
        assert person.chosen.startswith("3.3.1 ")
        await person.empties_field()
        await person.types("äldre kollektivtrafik")
        assert person.chosen.startswith("3.2.2 ")
        await person.empties_field()
        await person.types("rymdfärd")
        assert "Inget stämmer med det du skrivit." in person.text


async def test_council_goals_are_headings_and_cannot_be_chosen(home: Home) -> None:
    """An activity leads to one of the board's goals under them."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "pick_goals")
        assert "3.4 Ånge ska år 2026" in person.text
        await person.types("3.4")
        assert person.chosen.startswith("3.4.1 ")


async def test_several_goals_are_marked_and_taken_at_once(home: Home) -> None:
    """In the order in which they were marked, and the list says what Enter takes."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "pick_goals")
        await person.types("3.4.5")
        await person.does("mark")
        await person.empties_field()
        await person.types("4.1")
        await person.does("mark")
        assert "Enter tar 3.4.5, 4.1" in person.text
        await person.presses("enter")
        assert chosen_goals(person) == ["3.4.5", "4.1"]


async def test_marked_goals_are_taken_also_where_nothing_fits_what_is_typed(home: Home) -> None:
    """A slip of the finger does not lose the marks."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "pick_goals")
        await person.types("3.4.5")
        await person.does("mark")
        await person.types("xyz")
        await person.presses("enter")
        assert chosen_goals(person) == ["3.4.5"]


async def test_a_second_goal_is_added_and_can_be_put_first_or_taken_away(home: Home) -> None:
    """The first goal is the primary one."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await picks(person, "3.4.5")
        await picks(person, "4.1")
        assert chosen_goals(person) == ["3.4.5", "4.1"]
        await person.presses("enter", "down")
        await person.does("primary_goal")
        assert chosen_goals(person) == ["4.1", "3.4.5"]
        await person.does("remove_goal")
        assert chosen_goals(person) == ["3.4.5"]


async def test_leaving_the_list_of_goals_changes_none(home: Home) -> None:
    """Marks are taken by Enter and by nothing else."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "pick_goals")
        await person.does("mark", "cancel")
        assert chosen_goals(person) == []


async def test_a_new_activity_towards_a_goal_has_it_from_the_start(home: Home) -> None:
    """Where one comes from a goal."""
    async with at_the_screen(home) as person:
        [unit] = person.app.session.units
        goal = next(goal for goal in person.app.session.plan.goals(2024) if goal.number == "3.2.1")
        await open_plan_form(person.app, unit, goal=goal.id)
        await person.waits()
        assert chosen_goals(person) == ["3.2.1"]


async def test_letters_typed_while_a_screen_comes_up_reach_it(home: Home) -> None:
    """Whoever knows the keys is faster than the screen."""
    async with at_the_screen(home) as person:
        await hits_and_types_on(person, "n", "Prov")
        assert "Prov" in person.screen
        await hits_and_types_on(person, "f4", "4.1")
        await person.presses("enter")
        assert chosen_goals(person) == ["4.1"]


async def hits_and_types_on(person: Person, key: str, text: str) -> None:
    """Press a key, and type on before the screen that it opens is ready."""
    before = person.app.screen
    person.hits(key)
    while person.app.screen is before:  # noqa: ASYNC110  no screen tells that it is on its way
        await asyncio.sleep(0)
    await person.types(text)


async def test_somebody_of_the_unit_is_chosen_by_typing(home: Home) -> None:
    """The unit's own people come first."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.presses("tab", "tab")
        await person.types("gun")
        await person.presses("enter")
        assert person.chosen == "Gun-Britt Häggmo"
        await person.presses("enter")
        assert "▸ Spara" in person.screen
        await person.presses("enter")
        saved = next(
            each for each in person.app.session.plan.of(Activity) if each.title == person.chosen
        )
        _, deputy = person.app.session.plan.people_for(saved, saved.unit or "")
        assert deputy is not None
        assert deputy.name == "Gun-Britt Häggmo"


async def test_a_name_that_is_nearly_somebody_s_is_asked_about(home: Home) -> None:
    """A slip of the finger does not become a new person unnoticed."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.presses("tab", "tab")
        await person.types("Gunbritt Häggmo")
        assert "är ny här och läggs till. Menar du Gun-Britt Häggmo?" in person.text


async def test_somebody_new_is_chosen_from_the_list_as_well(home: Home) -> None:
    """Who is in no register yet stands last."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.presses("tab", "tab", "enter")
        await person.types("Karin Åhl")
        assert "Ny i Kostenheten" in person.text
        await person.presses("enter")
        assert "Karin Åhl är ny här och läggs till." in person.text


async def test_an_idea_fills_the_form_and_what_stood_there_comes_back(home: Home) -> None:
    """Title, description, dates and the goal that the ideas are for."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await person.types("Min egen")
        await person.does("ideas")
        assert "Rättvis och öppen organisation" in person.text
        assert "Varför: rättvis och öppen organisation" in person.text
        title = person.chosen
        await person.does("take")
        assert title in person.screen
        assert chosen_goals(person) == ["4.1"]
        assert "2024-02-01" not in person.screen
        assert "2024-04-23" in person.screen, "it begins no earlier than today"
        await person.does("start_over")
        assert "Min egen" in person.screen
        assert title not in person.screen


async def test_an_idea_is_saved_as_any_activity(home: Home) -> None:
    """From Start to a planned activity in four keys."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "ideas", "take", "save")
        assert person.context == "home"
        assert person.chosen == "Gör det tydligt hur ledigheter och pass fördelas"


async def test_last_year_s_activities_are_carried_over_in_one_action(home: Home) -> None:
    """Those that are carried over already are not offered; one undo takes all back."""
    async with at_the_screen(home) as person:
        before = len(person.app.session.plan.of(Activity))
        await person.does("new_activity", "carry_over")
        assert person.chosen == "Rörelsepaus i köken"
        assert "Matråd" not in person.text
        await person.does("mark")
        assert "1 markerad" in person.text
        await person.does("take")
        assert person.context == "home"
        assert "1 aktivitet överförd till 2024." in person.text
        assert person.chosen == "Rörelsepaus i köken"
        assert len(person.app.session.plan.of(Activity)) == before + 1
        await person.does("new_activity", "carry_over")
        assert "Allt från tidigare år är redan överfört." in person.text
        await person.does("take")
        assert person.context == "carry_over"
        await person.does("back", "back", "undo")
        assert len(person.app.session.plan.of(Activity)) == before


async def test_several_are_marked_with_one_key(home: Home) -> None:
    """And with the same key none."""
    async with at_the_screen(home) as person:
        await makes_last_year_longer(person)
        await person.does("new_activity", "carry_over", "mark_all")
        assert "3 markerade" in person.text
        await person.does("mark_all")
        assert "markerade" not in person.text
        await person.does("mark_all", "take")
        assert "3 aktiviteter överförda till 2024." in person.text
        titles = {each.title for each in person.app.session.plan.of(Activity) if each.year == 2024}
        assert {"Ett från i fjol", "Ett till från i fjol", "Rörelsepaus i köken"} <= titles


async def makes_last_year_longer(person: Person) -> None:
    """Two more activities in last year's plan."""
    from msgspec.structs import replace

    from model.plan.entities import Activity as Row

    [unit] = person.app.session.units
    old = next(
        each for each in person.app.session.plan.activities_of(unit) if each.title.startswith("Rör")
    )
    for title in ("Ett från i fjol", "Ett till från i fjol"):
        row: Row = replace(old, id=f"id {title}", title=title, heads={})
        await person.app.write(lambda session, row=row: session.write(lambda e: e.save(row)))  # type: ignore[misc]  # the default binds the loop's value
    await person.waits()


async def test_the_lists_fit_a_narrow_window(home: Home) -> None:
    """The idea below the list instead of beside it."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("new_activity", "ideas")
        assert "Vi skriver ner hur vi fördelar helger" in person.text
        assert "Varför" in person.text
        await person.does("back", "carry_over")
        assert "Rörelsepaus i köken" in person.text
        await person.does("back", "pick_goals")
        assert "3.1.1" in person.text
