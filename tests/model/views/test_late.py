"""What came after the lock: only what reports the tertial, and only where it says another thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from model.actions.handing_in import submit
from model.actions.locking import decline
from model.actions.planning import cancel_activity
from model.actions.statuses import set_status
from model.journal.change import Entry
from model.plan.calendar import Tertial
from model.plan.entities import Entity, Person
from model.plan.plan import Plan
from model.plan.vocabulary import Role, StatusValue
from model.views.as_of import AsLocked, locked_until, plan_as_of
from model.views.late import Decision, LateEntry, late_entries, still_refused
from model.workspace.edit import Edit
from tests.model.actions.editing import editing
from tests.model.building import KITCHEN, T1, T2, T3_2023, activity, day, locked, plan, standing

DIALOGUE = activity()
ANNA = Person(id="anna", name="Anna Ek", scope=KITCHEN)


class Story:
    """Edits one after the other; the lock comes at some point, and nobody has heard of it."""

    def __init__(self, *more: Entity) -> None:
        self.plan = plan(DIALOGUE, ANNA, *more)
        self.entries: list[Entry] = []
        self.locked = Plan()
        self.names: frozenset[str] = frozenset()

    def does(self, action: Callable[[Edit], object], role: Role = Role.UNIT) -> None:
        """Somebody does one thing."""
        edit = editing(self.plan, role=role, today="2024-05-08")
        action(edit)
        self.plan = edit.plan
        self.entries += edit.entries

    def reports(
        self,
        comment: str,
        value: StatusValue = StatusValue.ONGOING_ON_PLAN,
        tertial: Tertial = T1,
    ) -> None:
        """The unit reports its activity."""
        self.does(
            lambda edit: set_status(edit, DIALOGUE, KITCHEN, tertial, standing(value), comment)
        )

    def locks(self) -> None:
        """The centre locks T1, of which the unit has not heard."""
        self.locked = self.plan.replacing([locked(T1)])
        self.names = frozenset(entry.name for entry in self.entries)

    def entries_of(self, row: Entity) -> Iterable[Entry]:
        """The changes of an entity."""
        return [entry for entry in self.entries if entry.change.id == row.id]

    @property
    def late(self) -> list[LateEntry]:
        """What is late."""
        return list(late_entries(self.plan, self.locked, T1, self.names, self.entries_of_all))

    def entries_of_all(self, rows: Iterable[Entity]) -> list[Iterable[Entry]]:
        """The changes of several."""
        return [self.entries_of(row) for row in rows]


def told(late: LateEntry) -> dict[str, tuple[str, str]]:
    """What a late entry would change."""
    return {each.label: (each.before, each.after) for each in late.fields}


def test_a_late_status_says_what_it_would_change_and_by_whom() -> None:
    """Field by field, in words; every change of it belongs to it."""
    story = Story()
    story.reports("Går bra.")
    story.locks()
    story.reports("Går trögt.")
    story.reports("Går inte.", StatusValue.DELAYED)
    (late,) = story.late
    assert (late.title, late.unit_name, late.who) == (DIALOGUE.title, "Kostenheten", "Anna Ek")
    assert told(late) == {
        "status": ("Pågående enligt plan", "Försenad"),
        "kommentar": ("Går bra.", "Går inte."),
    }
    assert len(late.changes) == 2
    assert late.decision is Decision.WAITING


def test_a_status_that_is_new_is_late_too() -> None:
    """Nothing was locked where nothing was reported."""
    story = Story()
    story.locks()
    story.reports("Går bra.")
    (late,) = story.late
    assert told(late)["kommentar"] == ("", "Går bra.")


def test_a_late_hand_in_is_listed() -> None:
    """It reports the tertial as a status does."""
    story = Story()
    story.reports("Går bra.")
    story.locks()
    story.does(lambda edit: submit(edit, KITCHEN, T1))
    (late,) = story.late
    assert late.what == "inlämning"
    assert told(late) == {"inlämning": ("", "inlämnat 2024-05-08")}


def test_other_edits_are_never_late() -> None:
    """Planning goes on, and so does the next tertial."""
    story = Story()
    story.reports("Går bra.")
    story.locks()
    story.reports("Nytt tertial.", tertial=T2)
    story.does(lambda edit: cancel_activity(edit, DIALOGUE, "Ingen tid."))
    assert story.late == []


def test_what_says_the_same_as_what_was_locked_is_not_late() -> None:
    """Back and forth leaves nothing to decide."""
    story = Story()
    story.reports("Går bra.")
    story.locks()
    story.reports("Går trögt.")
    story.reports("Går bra.")
    assert story.late == []


def test_a_refusal_is_of_what_was_seen() -> None:
    """What is written after it waits again."""
    story = Story()
    story.reports("Går bra.")
    story.locks()
    story.reports("Går trögt.")
    (late,) = story.late
    with_lock = story.plan.replacing([locked(T1)])
    edit = editing(with_lock, role=Role.CENTRAL)
    decline(edit, T1, late.entry, late.changes, "Redan beslutat.")
    story.plan = edit.plan.without([("lock", locked(T1).id)])
    (late,) = story.late
    assert late.decision is Decision.DECLINED
    assert late.refusal is not None
    assert late.refusal.reason == "Redan beslutat."
    assert still_refused(story.plan, T1, story.entries_of) == set(late.changes)
    story.reports("Går inte alls.")
    (late,) = story.late
    assert late.decision is Decision.WAITING
    assert still_refused(story.plan, T1, story.entries_of) == frozenset()


def test_a_report_of_an_open_tertial_tells_the_locked_one_as_it_was_locked() -> None:
    """In May the statuses of T1 are those that were locked; the plan is today's."""
    story = Story()
    story.reports("Går bra.")
    story.locks()
    story.reports("Går trögt.")
    story.does(lambda edit: cancel_activity(edit, DIALOGUE, "Ingen tid."))
    present = story.plan.replacing([locked(T1), locked(T3_2023)])
    assert locked_until(present, day("2024-05-20")) == (T3_2023, T1)
    assert locked_until(present, day("2024-04-20")) == (T1,)
    known = {T1: AsLocked(story.locked, story.names)}
    shown = plan_as_of(present, day("2024-05-20"), known)
    status = shown.status_of(DIALOGUE.id, KITCHEN, T1)
    assert status is not None
    assert status.comment == "Går bra."
    found = shown.find(type(DIALOGUE), DIALOGUE.id)
    assert found is not None
    assert found.cancelled
    assert plan_as_of(present, day("2024-04-20"), known) is story.locked


def test_a_status_that_was_not_there_is_not_told() -> None:
    """A first status that came late is left out, not shown as locked."""
    story = Story()
    story.locks()
    story.reports("Går bra.")
    present = story.plan.replacing([locked(T1)])
    shown = plan_as_of(present, day("2024-05-20"), {T1: AsLocked(story.locked, story.names)})
    assert shown.status_of(DIALOGUE.id, KITCHEN, T1) is None
