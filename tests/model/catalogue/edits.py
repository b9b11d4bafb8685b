"""Edits that somebody may make of the small catalogue, in the file and on the screen alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import tomlkit
from hypothesis import strategies as st

from model.plan.budget import BudgetLine, BudgetTable
from model.plan.entities import (
    Activity,
    Entity,
    FixedText,
    Goal,
    Measure,
    MeasureValue,
    Municipality,
    OrganisationUnit,
    Outcome,
    Period,
    Person,
    PolicyArea,
    Setting,
    TertialDates,
)
from model.plan.identifiers import natural_id
from model.plan.memo import FocusArea
from model.plan.oversight import OversightItem
from model.plan.vocabulary import SizeClass
from tests.model.catalogue.centre import Centre

Value = Any
"""A value of an entity's field, or of a key of the file."""


def _id(kind: type[Entity], *key: str) -> str:
    return natural_id("lillstad", kind.kind, *key)


KITCHEN = _id(OrganisationUnit, "kostenheten")
OFFICE = _id(OrganisationUnit, "forvaltningen")
G34, G345, G41 = (_id(Goal, "2024", number) for number in ("3.4", "3.4.5", "4.1"))
SICK = _id(Measure, "sjuk")
FIGURE = _id(MeasureValue, SICK, "2023-09-30")
FIRST = _id(Activity, "2024", "3.4.5-frukost")
START = date(2024, 1, 1)


class Cell(msgspec.Struct, frozen=True):
    """A field with some values: as the file writes each, and as the plan holds it."""

    kind: type[Entity]
    id: str
    field: str
    path: tuple[str | int, ...]
    choices: tuple[tuple[Value, Value], ...]

    def __hash__(self) -> int:
        return hash(self.path)


def _same(*values: Value) -> tuple[tuple[Value, Value], ...]:
    return tuple((value, value) for value in values)


_TEXTS = _same("Ny lydelse.", 'Med "citat" och \\', "Två\n\nstycken [bold]å[/]", "\u202eåäö 🚀", "")

CELLS = (
    Cell(Municipality, _id(Municipality, "lillstad"), "name", ("municipality", "name"),
         _same("Lillstads stad", "Storstad")),
    Cell(Setting, _id(Setting, "requirement_level"), "value", ("settings", "requirement_level"),
         _same("department")),
    Cell(Setting, _id(Setting, "count_plan_activities"), "value",
         ("settings", "count_plan_activities"), ((False, "false"),)),
    Cell(Setting, _id(Setting, "expected_activities_large"), "value",
         ("settings", "expected_activities_large"), ((5, "5"), (7, "7"))),
    Cell(FixedText, _id(FixedText, "unit_report.purpose"), "text",
         ("texts", "unit_report.purpose"), _TEXTS),
    Cell(PolicyArea, _id(PolicyArea, "tillvaxt"), "name", ("policy_area", 0, "name"),
         _same("Växt", "Näring")),
    Cell(OrganisationUnit, KITCHEN, "name", ("organisation_unit", 1, "name"),
         _same("Måltid", "Kost och städ")),
    Cell(OrganisationUnit, KITCHEN, "aliases", ("organisation_unit", 1, "aliases"),
         (([], ()), (["Kost", "Köksan"], ("Kost", "Köksan")))),
    Cell(OrganisationUnit, KITCHEN, "size_class", ("organisation_unit", 1, "size_class"),
         (("large", SizeClass.LARGE), ("normal", SizeClass.NORMAL))),
    Cell(OrganisationUnit, KITCHEN, "valid_to", ("organisation_unit", 1, "valid_to"),
         ((date(2024, 6, 30), date(2024, 6, 30)), ("", None))),
    Cell(OrganisationUnit, KITCHEN, "parent", ("organisation_unit", 1, "parent"), (("", None),)),
    Cell(Person, _id(Person, "asa-ostlund"), "title", ("person", 0, "title"),
         _same("kökschef", "chef")),
    Cell(Person, _id(Person, "asa-ostlund"), "unit", ("person", 0, "unit"),
         (("forvaltningen", OFFICE), ("", None))),
    Cell(Goal, G345, "text", ("goal", 1, "text"), _TEXTS[:-1]),
    Cell(Goal, G345, "interpretation", ("goal", 1, "interpretation"), _TEXTS),
    Cell(Goal, G345, "lead_unit", ("goal", 1, "lead_unit"), (("kostenheten", KITCHEN),)),
    Cell(Goal, G345, "policy_area", ("goal", 1, "policy_area"),
         (("aldre", _id(PolicyArea, "aldre")), ("", None))),
    Cell(Activity, FIRST, "title", ("activity", 0, "title"), _same("Frukost", "Möten 2024")),
    Cell(Activity, FIRST, "description", ("activity", 0, "description"), _TEXTS),
    Cell(Activity, FIRST, "period", ("activity", 0, "end"),
         tuple((day, Period(START, day)) for day in (date(2024, 5, 1), date(2026, 2, 28)))),
    Cell(Activity, FIRST, "goals", ("activity", 0, "goals"),
         ((["4.1"], (G41,)), (["3.4.5", "3.4"], (G345, G34)))),
    Cell(Activity, FIRST, "unit", ("activity", 0, "unit"), (("forvaltningen", OFFICE), ("", None))),
    Cell(Activity, FIRST, "participants", ("activity", 0, "participants"),
         ((["forvaltningen"], (OFFICE,)), ([], ()))),
    Cell(Measure, SICK, "target", ("measure", 0, "target"), _same("4.5", "")),
    Cell(Measure, SICK, "goal", ("measure", 0, "goal"), (("3.4", G34), ("", None))),
    Cell(MeasureValue, FIGURE, "outcome", ("measure", 0, "values", 0, "value"),
         tuple((v, Outcome(v, "personalsystemet", 900)) for v in ("8", "-0.25"))),
    Cell(BudgetTable, _id(BudgetTable, "ramar"), "columns", ("budget_table", 0, "columns"),
         ((["I fjol", "I år"], ("I fjol", "I år")),)),
    Cell(BudgetTable, _id(BudgetTable, "ramar"), "printed_sums",
         ("budget_table", 0, "printed_sums"), (([], ()), (["1", "2.50"], ("1", "2.50")))),
    Cell(BudgetLine, _id(BudgetLine, "ramar-stab"), "amounts", ("budget_line", 1, "amounts"),
         ((["-8.25", "0"], ("-8.25", "0")),)),
    Cell(FocusArea, _id(FocusArea, "halsa"), "name", ("focus_area", 0, "name"),
         _same("Hälsa", "Hållbart liv")),
    Cell(OversightItem, _id(OversightItem, "kost-var"), "committee", ("oversight", 0, "committee"),
         _same("Utbildningsutskottet", "Kommunstyrelsen")),
    Cell(OversightItem, _id(OversightItem, "kost-host"), "day", ("oversight", 1, "date"),
         _same(date(2024, 11, 12), date(2024, 12, 10))),
    Cell(OversightItem, _id(OversightItem, "kost-host"), "follows", ("oversight", 1, "follows"),
         (("", None), ("kost-var", _id(OversightItem, "kost-var")))),
    Cell(TertialDates, _id(TertialDates, "2024-T1"), "entry_deadline",
         ("tertials", "2024-T1", "entry_deadline"),
         ((date(2024, 5, 10), date(2024, 5, 10)), ("", None))),
)  # fmt: skip

EDITS = st.dictionaries(st.sampled_from(CELLS), st.integers(0, 4), max_size=6)
"""Cells with the number of the value that each gets."""


def written(edits: dict[Cell, int], content: bytes) -> bytes:
    """A file after somebody has edited it with another program."""
    document: Value = tomlkit.parse(content.decode("utf-8"))
    for cell, number in edits.items():
        table = document
        for step in cell.path[:-1]:
            table = table[step]
        table[cell.path[-1]] = cell.choices[number % len(cell.choices)][0]
    return tomlkit.dumps(document).encode("utf-8")


def typed(edits: dict[Cell, int], centre: Centre) -> None:
    """The same edits made on the screen."""
    edit = centre.edit()
    for cell, number in edits.items():
        value = value_of(cell, number)
        present = edit.plan.find(cell.kind, cell.id)
        blank: Value = present or cell.kind(id=cell.id)
        if present is None:
            blank = msgspec.structs.replace(blank, key=cell.path[-1])
        edit.save(msgspec.structs.replace(blank, **{cell.field: value}), present)
    centre.keep(edit)


def value_of(cell: Cell, number: int) -> Value:
    """The value that the plan holds after an edit."""
    return cell.choices[number % len(cell.choices)][1]


def held(cell: Cell, centre: Centre) -> Value:
    """What the plan holds in a cell; a blank where there is no row."""
    entity = centre.plan.find(cell.kind, cell.id) or cell.kind(id=cell.id)
    return getattr(entity, cell.field)


def candidates(cell: Cell, centre: Centre) -> set[str]:
    """All values that a cell's heads hold: several where somebody has to choose."""
    entity = centre.plan.find(cell.kind, cell.id)
    heads = entity.heads.get(cell.field, ()) if entity is not None else ()
    default = msgspec.to_builtins(getattr(cell.kind(id=""), cell.field))
    values = [centre.entries[name].change.fields[cell.field] for name in heads] or [default]
    return set(map(as_kept, values))


def as_kept(value: object) -> str:
    """A value as the journal keeps it."""
    return msgspec.json.encode(value, order="sorted").decode()
