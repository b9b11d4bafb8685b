"""A file that goes back and forth all year: edited, imported, exported into, by several people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from model.plan.entities import MeasureValue, Outcome, PolicyArea
from model.plan.identifiers import natural_id
from tests.model.catalogue.centre import Centre, lillstad
from tests.model.catalogue.edits import EDITS, SICK, Cell, Value, typed, written
from tests.model.catalogue.writing import SMALL

KEYS = st.sampled_from(["tillvaxt", "aldre", "c", "d", "e"])
DAYS = st.dates(date(2023, 9, 1), date(2023, 9, 30))
STEPS = st.one_of(
    st.tuples(st.just("write"), EDITS),
    st.tuples(st.just("type"), EDITS),
    st.tuples(st.just("add to file"), st.tuples(KEYS, st.integers(0, 4))),
    st.tuples(st.just("add on screen"), st.tuples(KEYS, st.integers(-50, 550))),
    st.tuples(st.just("remove"), st.sampled_from("cde")),
    st.tuples(st.just("measure"), DAYS),
    st.tuples(st.just("take figure back"), DAYS),
    st.tuples(st.just("round"), st.none()),
)


class Year:
    """One file and one plan."""

    def __init__(self) -> None:
        self.centre: Centre = lillstad()
        self.file: bytes = self.centre.export(SMALL.encode()).content

    def step(self, what: str, how: Value) -> None:
        """Do one thing; what a step needs is not always there, and then nothing happens."""
        steps: dict[str, Callable[[Value], None]] = {
            "write": self._write,
            "type": lambda edits: typed(edits, self.centre),
            "add to file": self._add_to_file,
            "add on screen": self._add_on_screen,
            "remove": self._remove,
            "measure": lambda day: self._figure(day, removed=False),
            "take figure back": lambda day: self._figure(day, removed=True),
            "round": lambda _: self.round(),
        }
        steps[what](how)

    def _write(self, edits: dict[Cell, int]) -> None:
        self.file = written(edits, self.file)

    def _add_to_file(self, how: tuple[str, int]) -> None:
        key, position = how
        document = tomlkit.parse(self.file.decode())
        areas = document["policy_area"]
        if key in [area["key"] for area in areas]:
            return
        row = tomlkit.table()
        row.update({"key": key, "name": f"Område {key}"})
        areas.insert(min(position, len(areas)), row)
        self.file = tomlkit.dumps(document).encode()

    def _add_on_screen(self, how: tuple[str, int]) -> None:
        key, order = how
        area = PolicyArea(id=self._area(key), key=key, name=f"Område {key}", order=order)
        edit = self.centre.edit()
        present = self.centre.plan.find(PolicyArea, area.id)
        if present is not None:
            area = msgspec.structs.replace(present, order=order, removed=False)
        edit.save(area, present)
        self.centre.keep(edit)

    def _remove(self, key: str) -> None:
        present = self.centre.plan.find(PolicyArea, self._area(key))
        if present is not None:
            edit = self.centre.edit()
            edit.save(msgspec.structs.replace(present, removed=True), present)
            self.centre.keep(edit)

    def _area(self, key: str) -> str:
        return natural_id("lillstad", "policy_area", key)

    def _figure(self, day: date, *, removed: bool) -> None:
        figure = MeasureValue(
            id=natural_id("lillstad", "measure_value", SICK, day.isoformat()),
            measure=SICK, as_of=day, outcome=Outcome("7.5"), removed=removed,
        )  # fmt: skip
        present = self.centre.plan.find(MeasureValue, figure.id)
        if present is not None or not removed:
            edit = self.centre.edit()
            edit.save(figure, present)
            self.centre.keep(edit)

    def round(self) -> None:
        """Import the file, then export into it."""
        self.centre.load(self.file)
        self.file = self.centre.export(self.file).content


@settings(deadline=None, max_examples=50)
@given(st.lists(STEPS, max_size=8))
def test_after_each_round_file_and_plan_agree(steps: list[tuple[str, Value]]) -> None:
    """Rows added, moved and removed on both sides: the file shows the plan, comments and all."""
    year = Year()
    for what, how in steps:
        year.step(what, how)
    year.round()
    assert year.centre.preview(year.file).changes == ()
    assert year.centre.export(year.file).content == year.file
    fresh = Centre()
    fresh.load(year.centre.export().content)
    again = Centre()
    again.load(year.file)
    names = [[area.name for area in sorted_areas(each)] for each in (fresh, again, year.centre)]
    assert names[0] == names[1] == names[2]
    for comment in ("# Målkatalog för Lillstad", "# ---- Organisation ----", "# en per kvartal"):
        assert comment in year.file.decode()


def sorted_areas(centre: Centre) -> list[PolicyArea]:
    """The policy areas as every list shows them."""
    return sorted(centre.plan.of(PolicyArea), key=lambda area: (area.order, area.key))
