"""The overview and its lists as records and tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from tui.line_mode.listing import show_list
from tui.line_mode.output import Column, Record, column, plain, print_json, say, text_column
from tui.line_mode.session import Session

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from model.plan.identifiers import EntityId
    from model.plan.plan import Plan
    from model.views.department import Overview, UnitRow
    from model.views.follow_up import FollowedUp

LISTS = ("missing", "goals", "causes", "without-deputy", "slipped")
"""What can be listed in place of the overview, by the names of the options."""


def root_of(session: Session) -> EntityId | None:
    """The department of a department head; everything for the centre."""
    from model.plan.vocabulary import Role

    profile = session.config.profile
    if profile.role is Role.CENTRAL or not profile.units:
        return None
    return profile.units[0]


def show_overview(session: Session, tertial: Tertial) -> None:
    """Print the units as rows, with the findings to mend of each."""
    from model.checks.counting import to_mend
    from model.views.department import filled_in, overview

    profile, plan = session.config.profile, session.plan_of(tertial)
    bare = overview(plan, tertial, root_of(session))
    units = [row.unit for row in bare.rows if not row.is_sum]
    findings = {unit: to_mend(plan, unit, tertial, profile) for unit in units}
    view = filled_in(bare, findings, session.workspace.last_heard())
    sums = {row.unit for row in view.rows if row.is_sum}
    records = [_unit_record(row) for row in view.rows]
    columns = [
        Column("Enhet", lambda record: _indented(record, sums)),
        column("Plan", "planned"),
        Column("Krav", _met_words),
        Column("Rapporterat", lambda record: f"{record['reported']} av {record['activities']}"),
        Column("Inlämnad", _handed_in_words),
        Column("Anm.", lambda record: str(record["findings"] or "–")),
        Column("Senast hörd", _heard_words),
    ]
    show_list(session, records, columns, empty="Inga enheter under den här.")
    if records and not session.as_json:
        say(f"\n{tertial.swedish}: {view.handed_in} av {view.units} enheter har lämnat in.")


def _unit_record(row: UnitRow) -> Record:
    """A unit or a sum; `findings` are those to mend, `last_heard` is in UTC."""
    return {
        "id": row.unit,
        "unit": row.name,
        "level": plain(row.level),
        "depth": row.depth,
        "is_sum": row.is_sum,
        "planned": row.planned,
        "minimum_met": row.requirement.is_met if row.requirement.applies else None,
        "reported": row.reported,
        "activities": row.total,
        "handed_in": row.handed_in,
        "units": row.units,
        "handed_in_on": plain(row.handed_in_on),
        "changed_after_hand_in": row.changed_since,
        "findings": row.findings,
        "last_heard": row.last_heard.isoformat(timespec="minutes") if row.last_heard else None,
    }


def _indented(record: Record, sums: set[EntityId]) -> str:
    """A unit below its department; what a department whose sum stands above does itself."""
    is_own = record["id"] in sums and not record["is_sum"]
    name = "egna aktiviteter" if is_own else str(record["unit"])
    return "· " * int(record["depth"] or 0) + name


def _met_words(record: Record) -> str:
    met = record["minimum_met"]
    return "" if met is None else "✔" if met else "▲ saknas"


def _heard_words(record: Record) -> str:
    from tui.line_mode.exchanges import local

    heard = record["last_heard"]
    return local(datetime.fromisoformat(str(heard))) if heard is not None else "–"


def _handed_in_words(record: Record) -> str:
    changed = " ✎" if record["changed_after_hand_in"] else ""
    if record["is_sum"]:
        return f"{record['handed_in']} av {record['units']}{changed}"
    return f"✔ {record['handed_in_on']}{changed}" if record["handed_in_on"] else f"–{changed}"


def show_list_of(session: Session, tertial: Tertial, wanted: str) -> None:
    """Print one of the lists."""
    from model.views.department import overview

    plan = session.plan_of(tertial)
    _SHOWN[wanted](session, plan, overview(plan, tertial, root_of(session)))


def _show_missing(session: Session, plan: Plan, view: Overview) -> None:
    from model.views.missing import mail_text, missing_units

    missing = missing_units(plan, view)
    if session.as_json:
        print_json(
            [
                {
                    "id": unit.unit,
                    "unit": unit.name,
                    "department": unit.department,
                    "head": unit.head or None,
                    "reported": unit.reported,
                    "activities": unit.total,
                }
                for unit in missing
            ]
        )
    else:
        say(mail_text(plan, view.tertial, missing))


def _show_goals(session: Session, plan: Plan, view: Overview) -> None:
    from model.views.goal_matrix import goal_matrix

    matrix = goal_matrix(plan, view)
    numbers = [goal.number for goal in matrix.goals]
    records: list[Record] = [
        {
            "id": row.unit,
            "unit": row.name,
            "depth": row.depth,
            "is_sum": row.is_sum,
            **dict(zip(numbers, row.counts, strict=True)),
        }
        for row in matrix.rows
    ]
    sums = {row.unit for row in matrix.rows if row.is_sum}
    columns = [
        Column("Enhet", lambda record: _indented(record, sums)),
        *(Column(number, _count_of(number)) for number in numbers),
    ]
    show_list(session, records, columns, empty="Inga enheter under den här.")
    if matrix.unworked and not session.as_json:
        say("\nIngen enhet arbetar mot:")
        for goal in matrix.unworked:
            say(f"  {goal.number} {goal.text}")


def _count_of(number: str) -> Callable[[Record], str]:
    return lambda record: str(record[number] or "·")


def _show_followed_up(session: Session, plan: Plan, view: Overview, wanted: str) -> None:
    from model.views.follow_up import follow_up, units_of

    found = follow_up(plan, units_of(view, whole=root_of(session) is None), view.tertial)
    if wanted == "causes":
        groups = [(cause.swedish, rows) for cause, rows in found.by_cause.items()]
        groups.append(("orsak saknas", found.without_cause))
        records = [_followed(row, cause) for cause, rows in groups for row in rows]
    else:
        rows = found.slipped if wanted == "slipped" else found.without_deputy
        records = [_followed(row) for row in rows]
    columns = [
        *([column("Väntar på", "cause")] if wanted == "causes" else []),
        column("Enhet", "unit"),
        column("Mål", "goals"),
        text_column("Aktivitet", "title"),
        *([text_column("Läge", "words")] if wanted != "without-deputy" else []),
    ]
    empty = {
        "causes": "Inget väntar.",
        "slipped": "Inget har halkat efter.",
        "without-deputy": "Alla aktiviteter har en ersättare.",
    }[wanted]
    show_list(session, records, columns, empty=empty)


def _followed(row: FollowedUp, cause: str | None = None) -> Record:
    return {
        "id": row.activity,
        "unit": row.unit_name,
        "goals": " ".join(row.goal_numbers),
        "title": row.title,
        "cause": cause,
        "words": row.words,
    }


_SHOWN: dict[str, Callable[[Session, Plan, Overview], None]] = {
    "missing": _show_missing,
    "goals": _show_goals,
    **{name: partial(_show_followed_up, wanted=name) for name in LISTS[2:]},
}
