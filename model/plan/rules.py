"""Why an edit is refused: the root of the errors of all rules, and rules on single fields."""

from __future__ import annotations

from datetime import date

from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.entities import Period, Person
from model.plan.lock import Lock
from model.plan.plan import Plan
from model.swedish.date_text import long_date, short_date

MAX_TITLE = 500
MAX_TEXT = 100_000


class RuleError(ModelError):
    """A rule of the plan refuses an edit; nothing of the action was saved."""


class FieldRefused(RuleError):
    """One field cannot have this value; `field` is where the person should look."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{message} Inget är ändrat.")
        self.field = field
        self.reason = message


class TertialLocked(RuleError):
    """The centre has locked the tertial."""

    def __init__(self, tertial: Tertial, day: date, who: str) -> None:
        super().__init__(
            f"{tertial.swedish} låstes {long_date(day)} av {who}. Inget är ändrat. Hör av dig till "
            "stab eller controller om något måste ändras: de kan låsa upp tertialet. Det som "
            "någon redan har skrivit utan nät kommer fram till dem som en sen ändring."
        )


def check_open(plan: Plan, tertial: Tertial) -> None:
    """Raise `TertialLocked` for a tertial in which units no longer report."""
    row = plan.lock_of(tertial)
    if row is not None and row.lock is not None:
        raise TertialLocked(tertial, row.lock.day, locked_by(plan, row.lock))


class LocksDiffer(RuleError):
    """Two have locked or opened the tertial apart from each other, and nobody has chosen."""

    def __init__(self, tertial: Tertial) -> None:
        super().__init__(
            f"Två har låst eller låst upp {tertial.swedish} var för sig. Inget är ändrat. Välj "
            "vilken låsning som ska gälla, eller lås tertialet igen, innan något fastställs."
        )


def check_settled(plan: Plan, tertial: Tertial) -> None:
    """Raise `LocksDiffer` while two locks stand beside each other: nothing is final then."""
    row = plan.lock_of(tertial)
    if row is not None and row.conflicts:
        raise LocksDiffer(tertial)


def locked_by(plan: Plan, lock: Lock) -> str:
    """The name of who locked a tertial."""
    person = plan.find(Person, lock.by)
    return person.name if person is not None and person.name else "stab eller controller"


def lock_told(plan: Plan, tertial: Tertial) -> str:
    """That a tertial was locked, as a sentence begins: `T1 2024 låstes 8 maj 2024 av Cia Ek`.

    Empty for an open one.
    """
    row = plan.lock_of(tertial)
    if row is None or row.lock is None:
        return ""
    return f"{tertial.swedish} låstes {long_date(row.lock.day)} av {locked_by(plan, row.lock)}"


def locked_words(plan: Plan, tertial: Tertial, today: date) -> str:
    """That a tertial is locked, when and by whom: `låst 8 maj av Cia Ek`; empty for an open one."""
    row = plan.lock_of(tertial)
    if row is None or row.lock is None:
        return ""
    return f"låst {short_date(row.lock.day, year=today.year)} av {locked_by(plan, row.lock)}"


def checked_title(text: str) -> str:
    """A title on one line, without surrounding space; raises `FieldRefused`."""
    title = " ".join(text.split())
    if not title:
        raise FieldRefused("title", "Aktiviteten behöver en rubrik.")
    if len(title) > MAX_TITLE:
        raise FieldRefused(
            "title", f"Rubriken är för lång ({len(title)} tecken, högst {MAX_TITLE})."
        )
    return title


def checked_text(field: str, text: str) -> str:
    """A free text without trailing space; raises `FieldRefused` when it is too long."""
    if len(text) > MAX_TEXT:
        raise FieldRefused(field, f"Texten är för lång ({len(text)} tecken, högst {MAX_TEXT}).")
    return text.rstrip()


def checked_period(period: Period) -> Period:
    """A period that ends no earlier than it starts (F12); raises `FieldRefused`."""
    if period.end < period.start:
        raise FieldRefused(
            "end_date", f"Slutdatum {period.end} ligger före startdatum {period.start}."
        )
    return period
