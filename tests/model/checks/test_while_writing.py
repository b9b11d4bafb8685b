"""What a unit manager is told of an activity while writing it."""

from msgspec.structs import replace

from model.checks.finding import Severity
from model.checks.while_writing import remarks
from model.plan.entities import Activity
from model.plan.plan import Plan
from tests.model.building import KITCHEN, activity, day, plan

TODAY = day("2024-04-23")


def told(draft: Activity, where: Plan | None = None) -> list[tuple[str, Severity, str]]:
    """Field, severity and text of each remark."""
    found = remarks(where or plan(), draft, KITCHEN, TODAY)
    return [(remark.field, remark.severity, remark.text) for remark in found]


def test_a_well_planned_activity_gets_no_remark() -> None:
    """Silence means that all is well."""
    assert told(activity()) == []


def test_an_activity_without_a_description_is_to_get_one() -> None:
    """The report shows the description below the title (F12)."""
    assert told(activity(description="")) == [("description", Severity.WARN, "Beskrivning saknas.")]


def test_a_status_in_the_title_belongs_elsewhere() -> None:
    """F20 is said while writing, not when the report is printed."""
    [(field, severity, _)] = told(activity("Dialog med producenter, försenad"))
    assert (field, severity) == ("title", Severity.HINT)


def test_a_personal_number_is_warned_of_and_not_repeated() -> None:
    """F17: the warning may end up in a log."""
    found = told(activity(description="Samtal med 19811228-9874 varje vecka."))
    assert found == [("description", Severity.WARN, "Texten innehåller ett personnummer.")]


def test_a_routine_is_hinted_at_and_never_refused() -> None:
    """R8: the unit report leaves running work out."""
    assert told(activity("Skapa rutin för matsvinn")) == [
        ("title", Severity.HINT, "”rutin”: enhetens rapport tar inte upp rutiner.")
    ]


def test_the_same_hint_is_given_once_for_title_and_description() -> None:
    """Title and description mostly use the same words."""
    found = told(activity("Rutin för matsvinn", description="Rutinen tas fram i maj."))
    assert [field for field, *_ in found] == ["title"]


def test_a_title_that_is_in_the_plan_already_is_asked_about() -> None:
    """Two activities with one name are mostly one activity (F07)."""
    other = activity("Dialog med lokala producenter")
    draft = replace(activity("Dialog med de lokala producenterna"), id="ny")
    assert told(draft, plan(other)) == [
        ("title", Severity.ASK, "Planen har redan ”Dialog med lokala producenter”.")
    ]


def test_an_activity_is_not_held_against_itself_or_a_cancelled_one() -> None:
    """Who changes an activity is not told that it exists."""
    one = activity("Dialog med lokala producenter")
    gone = replace(one, id="utgången", cancelled=True)
    assert told(replace(one, description="Tre möten."), plan(one, gone)) == []


def test_the_worst_comes_first() -> None:
    """What must be mended stands above what may be."""
    found = told(activity("Rutin för 19811228-9874", description=""))
    assert [severity for _, severity, _ in found] == [Severity.WARN, Severity.WARN, Severity.HINT]


def test_slips_of_the_pen_are_told_where_they_are_made() -> None:
    """F18: a word that is spelt wrongly, and one that stands twice; an unfinished text is fine."""
    draft = activity("Dialog med Komunens producenter", description="Vi möts möts i utvekling av")
    assert told(draft) == [
        ("title", Severity.HINT, "Felstavat: ”Komunens” (Kommunens)."),
        ("description", Severity.HINT, "Felstavat: ”utvekling” (utveckling)."),
        ("description", Severity.HINT, "Samma ord två gånger: ”möts möts”."),
    ]
