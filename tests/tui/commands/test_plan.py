"""Planning at a prompt: add, show, edit, cancel, carry over, and ready-made ideas."""

from __future__ import annotations

import io

import pytest

from tests.tui.line_mode.prompt import Prompt

ADD = ("plan", "add", "--title", "Dialog med lokala producenter", "--goal", "3.4.5")
DATES = ("--start", "2024-01-01", "--end", "2024-09-30")


def added(tertial: Prompt, *more: str) -> str:
    """Plan an activity; gives its whole id."""
    answer = tertial(*ADD, *DATES, *more, "--json")
    assert answer.code == 0, answer.err
    return str(answer.json["id"])


def test_an_activity_is_planned_and_listed(tertial: Prompt) -> None:
    """Everything that was given stands in the list, under the field's own identifiers."""
    people = ("--responsible", "Åsa Öst", "--deputy", "Bo Ek")
    given = ("--goal", "4.1", "--description", "Två möten.", *people)
    identity = added(tertial, *given)
    assert len(identity) == 36
    (row,) = tertial.json("plan", "list")
    assert row == {
        "id": identity,
        "title": "Dialog med lokala producenter",
        "goals": "3.4.5 4.1",
        "start_date": "2024-01-01",
        "end_date": "2024-09-30",
        "revised_end_date": None,
        "origin": "own",
        "status": None,
        "status_tertial": None,
        "unit": "Kostenheten",
        "year": 2024,
        "responsible": "Åsa Öst",
        "deputy": "Bo Ek",
        "description": "Två möten.",
        "carried_over_from": None,
        "cancel_reason": None,
    }


def test_the_receipt_has_the_short_id(tertial: Prompt) -> None:
    """People get a line with the id to type next."""
    answer = tertial(*ADD, *DATES)
    identity = tertial.id_of("Dialog med lokala producenter")
    assert answer.out == f"Planerad: Dialog med lokala producenter (id {identity[:8]})\n"


def test_dates_are_typed_as_people_type_them(tertial: Prompt) -> None:
    """A day without a year is this year's."""
    assert tertial(*ADD, "--start", "1 feb", "--end", "30/9").code == 0
    (row,) = tertial.json("plan", "list")
    assert (row["start_date"], row["end_date"]) == ("2024-02-01", "2024-09-30")


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (("plan", "add"), "--title, --goal, --start, --end"),
        (ADD, "--start, --end"),
        ((*ADD, "--start", "1/2"), "--end"),
    ],
)
def test_everything_that_is_missing_is_told_at_once(
    tertial: Prompt, words: tuple[str, ...], missing: str
) -> None:
    """Wrong use, with the names of all that is missing."""
    answer = tertial(*words)
    assert answer.code == 2
    assert f"Det saknas {missing}." in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--goal", "3.4.55"), "Menade du ”3.4.5”"),
        (("--goal", "3.4"), "fullmäktigemål"),
        (("--goal", "3.4.5", "--end", "2023-12-31"), "före startdatum"),
        (("--goal", "3.4.5", "--title", "  "), "behöver en rubrik"),
        (("--goal", "3.4.5", "--title", "x" * 501), "för lång"),
    ],
)
def test_a_rule_refuses_and_nothing_is_planned(
    tertial: Prompt, words: tuple[str, ...], said: str
) -> None:
    """The reason is told in Swedish, and the plan is as it was."""
    answer = tertial("plan", "add", "--title", "Ny", *DATES, *words)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert tertial.json("plan", "list") == []


def test_a_new_person_is_entered_and_told_of(tertial: Prompt) -> None:
    """A slip of the finger in a name is noticed."""
    answer = tertial(*ADD, *DATES, "--responsible", "Åsa Ost")
    assert answer.code == 0
    assert "Åsa Ost är ny i registret för Kostenheten. Menade du Åsa Öst" in answer.err


def test_a_personal_number_is_warned_for_and_saved(tertial: Prompt) -> None:
    """In a script the warning is on stderr, never with the number in it."""
    answer = tertial(*ADD, *DATES, "--description", "Ring 850709-9805.")
    assert answer.code == 0
    assert "personnummer" in answer.err
    assert "850709" not in answer.err
    assert len(tertial.json("plan", "list")) == 1


def test_what_the_report_leaves_out_is_a_tip_and_no_block(tertial: Prompt) -> None:
    """Training belongs to running work (R8), yet it may lead towards a goal."""
    answer = tertial(*ADD, *DATES, "--title", "Fortbildning i hygien", "--description", "En dag.")
    assert answer.code == 0
    assert "Tips: ”Fortbildning”: enhetens rapport tar inte upp" in answer.err
    again = tertial(*ADD, *DATES, "--title", "Fortbildning i hygien", "--description", "En dag.")
    assert "Planen har redan ”Fortbildning i hygien”." in again.err


@pytest.mark.parametrize(("typed", "saved"), [("j\n", 1), ("ja\n", 1), ("n\n", 0), ("", 0)])
def test_at_a_terminal_a_personal_number_is_asked_about(
    tertial: Prompt, monkeypatch: pytest.MonkeyPatch, typed: str, saved: int
) -> None:
    """Only a yes saves it."""
    monkeypatch.setattr("tui.line_mode.free_text.is_interactive", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    answer = tertial(*ADD, *DATES, "--description", "Ring 850709-9805.")
    assert "Spara ändå? [j/N]" in answer.err
    assert answer.code == (0 if saved else 1)
    assert len(tertial.json("plan", "list")) == saved


def test_any_unambiguous_prefix_names_an_activity(demo: Prompt) -> None:
    """One letter more than is needed, or the whole id, in capitals too."""
    identity = demo.id_of("Hälsotema på APT")
    for prefix in (identity[:5], identity[:8].upper(), identity):
        assert demo.json("plan", "show", prefix)["id"] == identity
    unknown = demo("plan", "show", "zzzz")
    assert unknown.code == 1
    assert "Inget har ett id som börjar på ”zzzz”." in unknown.err
    ambiguous = demo("plan", "show", "")
    assert ambiguous.code == 1


def test_show_tells_everything(demo: Prompt) -> None:
    """Goals in words, people, dates, and what was reported each tertial."""
    answer = demo("plan", "show", demo.id_of("Måltidsvärdar på särskilda boenden"))
    for said in ("3.2.1 Skapa", "Kostenheten", "2024-02-01", "Pågående med avvikelse", "T1 2024"):
        assert said in answer.out


def test_edit_changes_only_what_is_given(tertial: Prompt) -> None:
    """The rest stays; empty text takes a value away."""
    identity = added(tertial, "--description", "Två möten.", "--deputy", "Bo Ek")
    before = tertial.json("plan", "show", identity)
    assert tertial("plan", "edit", identity[:8], "--end", "2024-10-31").code == 0
    after = tertial.json("plan", "show", identity)
    assert after == {**before, "end_date": "2024-10-31"}
    words = ("--description", "", "--deputy", "", "--goal", "4.1", "--title", "Ny rubrik")
    assert tertial("plan", "edit", identity, *words).code == 0
    after = tertial.json("plan", "show", identity)
    assert (after["description"], after["deputy"]) == ("", None)
    assert (after["goals"], after["title"]) == ("4.1", "Ny rubrik")


def test_edit_without_anything_to_change_is_wrong_use(tertial: Prompt) -> None:
    """It says what could be given."""
    answer = tertial("plan", "edit", added(tertial))
    assert answer.code == 2
    assert "Ange vad som ska ändras" in answer.err


def test_an_activity_of_the_plan_is_not_a_unit_s_to_change(demo: Prompt) -> None:
    """Its dates are the centre's; who answers for it in the unit is the unit's."""
    assert demo("setup", "--unit", "HR-enheten").code == 0
    identity = demo.id_of("Aktualisera personalpolicy för kommunen")
    refused = demo("plan", "edit", identity, "--end", "2024-12-31")
    assert refused.code == 1
    assert "verksamhetsplanen" in refused.err
    assert demo("plan", "cancel", identity).code == 1
    assert demo("plan", "edit", identity, "--responsible", "Ny Person").code == 0
    assert demo.json("plan", "show", identity)["responsible"] == "Ny Person"


def test_cancel_and_take_up_again(tertial: Prompt) -> None:
    """A cancelled activity stays in the plan with its reason."""
    identity = added(tertial)
    answer = tertial("plan", "cancel", identity, "--reason", "Pengarna räcker inte.", "--json")
    assert answer.json["status"] == "cancelled"
    (row,) = tertial.json("plan", "list")
    assert (row["status"], row["cancel_reason"]) == ("cancelled", "Pengarna räcker inte.")
    assert tertial("plan", "cancel", identity, "--revive").code == 0
    (row,) = tertial.json("plan", "list")
    assert (row["status"], row["cancel_reason"]) == (None, None)


def test_carry_over_links_the_years(tertial: Prompt) -> None:
    """Once only; the second time it is told where the new one is."""
    identity = added(tertial)
    answer = tertial("plan", "carry-over", identity, "--json")
    assert (answer.code, answer.json["year"]) == (0, 2025)
    assert answer.json["carried_over_from"] == identity
    assert answer.json["end_date"] == "2025-09-30"
    again = tertial("plan", "carry-over", identity)
    assert again.code == 1
    assert answer.json["id"][:8] in again.err
    assert tertial("plan", "carry-over", identity, "--year", "2024").code == 1
    assert [row["id"] for row in tertial.json("plan", "list", "--year", "2025")] == [
        answer.json["id"]
    ]


def test_ideas_become_activities(tertial: Prompt) -> None:
    """All eight health factors have ideas, and one of them is planned with a single word."""
    ideas = tertial.json("plan", "ideas")
    assert len({idea["health_factor"] for idea in ideas}) == 8
    assert all(idea["goals"] == "4.1" and idea["description"] for idea in ideas)
    answer = tertial("plan", "add", "--idea", "delaktighet-2", "--end", "2024-11-15", "--json")
    assert answer.code == 0, answer.err
    idea = next(each for each in ideas if each["id"] == "delaktighet-2")
    for key in ("title", "description", "start_date", "goals"):
        assert answer.json[key] == idea[key]
    assert answer.json["end_date"] == "2024-11-15"
    unknown = tertial("plan", "add", "--idea", "delaktighet-22")
    assert unknown.code == 2
    assert "delaktighet-2" in unknown.err


def test_a_year_without_goals_uses_the_latest_and_says_so(tertial: Prompt) -> None:
    """The catalogue is often a year behind when planning begins."""
    tertial.today = "2026-02-01"
    dates = ("--start", "2026-03-01", "--end", "2026-09-30")
    answer = tertial(*ADD, *dates, "--json")
    assert "Målkatalogen saknar 2026, målen för 2024 används." in answer.err
    assert (answer.json["year"], answer.json["goals"]) == (2026, "3.4.5")
    assert [row["title"] for row in tertial.json("plan", "list")] == [answer.json["title"]]


def test_an_empty_list_says_what_to_do(tertial: Prompt) -> None:
    """People get a sentence, programs an empty array."""
    assert tertial("plan", "list").out == (
        "Inga aktiviteter 2024. Planera en med ”tertial plan add”.\n"
    )
    assert tertial.json("plan", "list") == []
