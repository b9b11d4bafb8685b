"""Rows about activities: which activity a row is, and taking in what it says.

A row is the activity that it names by id; else the one with its title and goal, of the same unit
and year. The same title under another goal is the same activity when nothing else differs (a
report repeats it under each of its goals), and another activity when something does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from model.actions.central_planning import plan_activity_key
from model.importing.activity_fields import (
    Cells,
    Row,
    Said,
    change,
    create,
    finish,
    read_fields,
)
from model.importing.cells import CellRefused, plain, text_of, year_of_cell
from model.importing.context import Context
from model.importing.first_word import FirstWord
from model.importing.headings import Heading
from model.importing.standing import same_text, status_of_cell, take_status
from model.importing.tables import SheetRow, day_in
from model.plan.entities import Activity
from model.plan.identifiers import EntityId, born_in, is_born_in
from model.plan.vocabulary import Origin

_TAKES_PART = frozenset({"deltar", "deltagande", "participant"})
_OWN = frozenset({"egen", "own"})
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class ActivityRows:
    """The activity rows of a file, taken in one after the other."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._by_title: dict[tuple[str, int], list[EntityId]] = defaultdict(list)
        for activity in context.edit.plan.of(Activity):
            self._index(activity)
        self.first = FirstWord("Behåll en av raderna, eller ge dem olika rubriker.")

    def take(self, row: SheetRow) -> tuple[str, tuple[str, ...]]:
        """Take a row into the edit; gives what it is called, and what was taken for granted.

        Raises `RuleError` when the row cannot be taken.
        """
        recorded = len(self._context.edit.entries)
        activity, status, notes = self._taken(row.cells)
        written = (entry.change.id for entry in self._context.edit.entries[recorded:])
        for identity in (activity.id, status, *written):
            self.first.about(identity)
        return activity.title, notes

    def _taken(self, cells: Cells) -> tuple[Activity, EntityId, tuple[str, ...]]:
        """Take a row's cells in; gives the activity, its status's id, and what was assumed."""
        if not text_of(cells.get(Heading.TITLE)).strip() and Heading.ID not in cells:
            raise CellRefused("Raden har ingen aktivitet. Fyll i kolumnen Aktivitet.")
        unit = self._unit(cells)
        year = year_of_cell(cells.get(Heading.YEAR)) or self._context.wishes.year
        takes_part = plain(text_of(cells.get(Heading.UNIT_ROLE))) in _TAKES_PART
        identity = text_of(cells.get(Heading.ID)).strip().casefold()
        found = self._context.edit.plan.find(Activity, identity)
        by_id = found is not None
        goals = self._goals(cells, year) if found is None else self._goals_of(found, cells)
        row = Row(cells, unit, year, goals, takes_part)
        if found is None and not self._is_a_new_one(cells, identity, unit):
            found = self._named(row)
            known = found.goals if found is not None else ()
            row = row._replace(goals=tuple(dict.fromkeys((*known, *goals))))
        said = read_fields(self._context, row, _alive(found), by_id=by_id)
        activity, notes = self._made(row, said, found, identity)
        status = take_status(self._context, cells, activity, unit or activity.reporter)
        return finish(self._context, said, activity), status, notes

    def _made(
        self, row: Row, said: Said, found: Activity | None, identity: str
    ) -> tuple[Activity, tuple[str, ...]]:
        """The activity as the row says, new or changed, and what was assumed of a new one."""
        if found is not None and not found.removed:
            return change(self._context, said, found), ()
        if found is None:
            self._check_origin(row.cells)
        new_id = found.id if found is not None else self._new_id(row, said.title, identity)
        predecessor = text_of(row.cells.get(Heading.CARRIED_OVER_FROM)).strip() or None
        activity, notes = create(self._context, said, new_id, predecessor)
        self._index(activity)
        return activity, notes

    # Which activity a row is.

    def _is_a_new_one(self, cells: Cells, identity: str, unit: EntityId | None) -> bool:
        """Whether a row names, by an id of our own, an own activity that is not here."""
        is_own = plain(text_of(cells.get(Heading.ORIGIN))) in _OWN
        return is_own and not self._context.is_central and self._is_of(identity, unit)

    def _is_of(self, identity: str, unit: EntityId | None) -> bool:
        """Whether an id may be that of something of the unit's: not if another unit's has it."""
        units = (unit,) if unit is not None else self._context.edit.author.units
        return bool(_UUID.fullmatch(identity)) and any(
            is_born_in(identity, each) is not False for each in units
        )

    def _named(self, row: Row) -> Activity | None:
        """The activity with the row's title that the row is about; None for a new one."""
        cells, unit, year, goals = row.cells, row.unit, row.year, row.goals
        title = text_of(cells.get(Heading.TITLE))
        known = list(self._candidates(title, unit, year))
        if not goals:
            if len(known) > 1:
                raise CellRefused(
                    "Flera aktiviteter har den rubriken. Fyll i kolumnen Mål eller Id, så att det "
                    "syns vilken raden gäller."
                )
            return known[0] if known else None
        towards = [activity for activity in known if set(goals) & set(activity.goals)]
        if len({activity.unit for activity in towards}) > 1 and unit is None:
            raise CellRefused("Flera enheter har den aktiviteten. Fyll i kolumnen Enhet.")
        if towards:
            return towards[0]
        for activity in known:
            if self._is_same(cells, activity, unit, year):
                return activity
        made = self._new_id(row, title, "")
        return self._context.edit.plan.find(Activity, made)

    def _candidates(self, title: str, unit: EntityId | None, year: int) -> Iterator[Activity]:
        """The activities with a title that a row of the unit may be about, the unit's own first."""
        rows = [
            activity
            for each in self._by_title.get((plain(title), year), ())
            if (activity := self._context.edit.plan.find(Activity, each)) is not None
            and not activity.removed
        ]
        is_central = self._context.is_central
        units = {unit} if unit is not None else set(self._context.edit.author.units)
        theirs = [row for row in rows if units & {row.unit, *row.participants}]
        yield from theirs
        for activity in rows:
            is_open = unit is None or activity.unit is None
            if is_central and activity.origin is Origin.PLAN and is_open and activity not in theirs:
                yield activity

    def _is_same(self, cells: Cells, activity: Activity, unit: EntityId | None, year: int) -> bool:
        """Whether nothing that the row says differs from what the activity has."""
        period = activity.period
        days = (
            (Heading.START, period.start if period else None),
            (Heading.END, period.end if period else None),
        )
        for heading, present in days:
            said = day_in(cells, heading, near=self._context.edit.today, year=year)
            if said is not None and said != present:
                return False
        description = text_of(cells.get(Heading.DESCRIPTION))
        if description.strip() and not same_text(description, activity.description):
            return False
        tertial = self._context.wishes.tertial
        value = status_of_cell(cells.get(Heading.STATUS))
        if value is None or tertial is None:
            return True
        status = self._context.edit.plan.status_of(activity.id, unit or activity.reporter, tertial)
        if status is None or status.standing is None:
            return True
        comment = text_of(cells.get(Heading.COMMENT))
        return status.standing.value is value and same_text(comment, status.comment)

    def _new_id(self, row: Row, title: str, identity: str) -> EntityId:
        """The id of a new activity: the file's own, else one that follows from what it is."""
        plan = self._context.edit.plan
        if self._context.is_central:
            key = plan_activity_key(plan, title, row.goals)
            return plan.id_of(Activity, str(row.year), key)
        if self._is_of(identity, row.unit):
            return identity
        primary = row.goals[0] if row.goals else ""
        unit = row.unit or ""
        made = plan.id_of(Activity, "imported", unit, str(row.year), plain(title), primary)
        return born_in(unit, made) if unit else made

    def _check_origin(self, cells: Cells) -> None:
        """Refuse to make an activity of the other sort than the row says that it is."""
        said = plain(text_of(cells.get(Heading.ORIGIN)))
        if self._context.is_central and said in _OWN:
            raise CellRefused("Enheternas egna aktiviteter läses in av enheten, inte centralt.")
        if not self._context.is_central and said in ("verksamhetsplanen", "plan"):
            raise CellRefused(
                "Aktiviteten finns inte i verksamhetsplanen här. Den läggs till centralt."
            )

    def _index(self, activity: Activity) -> None:
        self._by_title[plain(activity.title), activity.year].append(activity.id)

    # What a row refers to.

    def _unit(self, cells: Cells) -> EntityId | None:
        text = text_of(cells.get(Heading.UNIT))
        if text.strip():
            return self._context.names.find_unit(text).id
        return self._context.wishes.unit

    def _goals(self, cells: Cells, year: int) -> tuple[EntityId, ...]:
        """The goals that a row names, primary first; raises `CellRefused`."""
        found = [self._goal(word, year) for word in self._goal_words(cells, year)]
        return tuple(dict.fromkeys(found))

    def _goals_of(self, activity: Activity, cells: Cells) -> tuple[EntityId, ...]:
        """The goals of an activity that is named by its id, as the row has them."""
        names, year = self._context.names, activity.year
        words = self._goal_words(cells, year)
        if not words or words == [names.goal_word(goal, year) for goal in activity.goals]:
            return activity.goals
        said = tuple(dict.fromkeys(self._goal(word, year) for word in words))
        kept = () if Heading.OTHER_GOALS in cells else activity.goals[1:]
        return (*said, *(goal for goal in kept if goal not in said))

    def _goal(self, word: str, year: int) -> EntityId:
        return self._context.names.find_goal(word, year).id

    def _goal_words(self, cells: Cells, year: int) -> list[str]:
        headings = (Heading.GOAL_NUMBER, Heading.GOAL, Heading.GOAL_TEXT)
        cell = next((cells[heading] for heading in headings if heading in cells), None)
        text = text_of(cell)
        if isinstance(cell, Decimal) and self._context.names.has_goal(f"{text}0", year):
            raise CellRefused(
                f"Det går inte att se om målet är {text} eller {text}0. Gör cellen till text."
            )
        primary = [text] if text.strip() else []
        if text.strip() and not self._context.names.has_goal(text, year):
            primary = _split(text)
        return [*primary, *_split(text_of(cells.get(Heading.OTHER_GOALS)))]


def _alive(activity: Activity | None) -> Activity | None:
    return activity if activity is not None and not activity.removed else None


def _split(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
