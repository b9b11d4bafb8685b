"""What a catalogue may hold: its tables and keys, and the journal field that each one is.

Reading, export, preview and every error message use this one declaration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.catalogue.table import Column, Form, Shape, Table
from model.plan.entities import Outcome, Period
from model.plan.vocabulary import GoalLevel, OrganisationLevel, Role, SizeClass

if TYPE_CHECKING:
    import msgspec

FORMAT = 1
"""The version of the file's form that this program reads and writes."""


PARTED: dict[str, type[msgspec.Struct]] = {"period": Period, "outcome": Outcome}
"""Fields that several keys make up, and what they are together."""

_KEY = Column(key="key", shape=Shape.KEY, swedish="nyckel", required=True)
_NAME = Column(key="name", shape=Shape.LINE, swedish="namn", required=True)
_GOAL_LEVELS = {level.value: level.swedish for level in GoalLevel}
_LEVELS = {level.value: level.swedish for level in OrganisationLevel}
_ROLES = {role.value: role.swedish for role in Role}
_SIZES = {
    SizeClass.SMALL.value: "liten",
    SizeClass.NORMAL.value: "vanlig",
    SizeClass.LARGE.value: "stor",
}
_DIRECTIONS = {"": "ingen", "up": "upp", "down": "ner"}
_BUDGET_SIGNS = {"positive": "kostnader utan minustecken", "negative": "kostnader med minustecken"}
_REQUIREMENT_LEVELS = {"unit": "enhet", "department": "avdelning"}

_YEAR = Column(key="year", shape=Shape.YEAR, swedish="år")


def _choice(key: str, swedish: str, choices: dict[str, str], *, required: bool = False) -> Column:
    return Column(key=key, shape=Shape.CHOICE, swedish=swedish, choices=choices, required=required)


def _reference(key: str, swedish: str, refers: str) -> Column:
    return Column(key=key, shape=Shape.REFERENCE, swedish=swedish, refers=refers, is_optional=True)


def _date(key: str, swedish: str) -> Column:
    return Column(key=key, shape=Shape.DATE, swedish=swedish, is_optional=True)


MUNICIPALITY = Table(
    name="municipality",
    kind="municipality",
    form=Form.SINGLE,
    swedish="kommun",
    heading="Kommunen",
    columns=(_KEY, _NAME),
)

SETTINGS = Table(
    name="settings",
    kind="setting",
    form=Form.PAIRS,
    swedish="inställning",
    heading="Inställningar",
    columns=(
        _choice("requirement_level", "kravnivå", _REQUIREMENT_LEVELS),
        Column(
            key="count_plan_activities", shape=Shape.YES_NO, swedish="räkna planens aktiviteter"
        ),
        *(
            Column(
                key=f"expected_activities_{size}",
                shape=Shape.COUNT,
                swedish=f"förväntat antal aktiviteter, {word} enhet",
            )
            for size, word in _SIZES.items()
        ),
        _choice("budget_sign", "tecken i budgeten", _BUDGET_SIGNS),
        *(
            Column(key=key, shape=Shape.COUNT, swedish=words)
            for key, words in {
                "assessment_met_percent": "gräns för uppfyllt, procent",
                "assessment_partly_met_percent": "gräns för delvis uppfyllt, procent",
                "assessment_barely_met_percent": "gräns för knappt uppfyllt, procent",
                "assessment_on_plan_percent": "vikt för det som pågår enligt plan, procent",
                "assessment_deviating_percent": "vikt för det som avviker, procent",
            }.items()
        ),
        Column(
            key="show_assessments_early",
            shape=Shape.YES_NO,
            swedish="visa bedömningar innan tertialet är låst",
        ),
        Column(key="letterhead", shape=Shape.LINE, swedish="brevmall för Word"),
        Column(key="logo", shape=Shape.LINE, swedish="logotyp"),
    ),
)
"""Settings are columns here for their type's sake; each is an entity whose value is text."""

TEXTS = Table(
    name="texts",
    kind="fixed_text",
    form=Form.PAIRS,
    swedish="fast text",
    heading="Fasta texter i kommunens egna ord",
    columns=(Column(key="text", shape=Shape.TEXT, swedish="text"),),
)
"""Keys are free, since the documents declare them; the one column is what each stands for."""

POLICY_AREA = Table(
    name="policy_area",
    kind="policy_area",
    form=Form.ROWS,
    swedish="målområde",
    heading="Målområden",
    is_ordered=True,
    columns=(_KEY, _NAME),
)

ORGANISATION_UNIT = Table(
    name="organisation_unit",
    kind="organisation_unit",
    form=Form.ROWS,
    swedish="organisation",
    heading="Organisationen",
    columns=(
        _KEY,
        _NAME,
        Column(key="aliases", shape=Shape.WORDS, swedish="andra namn"),
        _choice("level", "nivå", _LEVELS),
        _reference("parent", "överordnad", "organisation_unit"),
        _choice("size_class", "storlek", _SIZES),
        _date("valid_from", "gäller från"),
        _date("valid_to", "gäller till"),
        _reference("merged_into", "uppgår i", "organisation_unit"),
    ),
)

PERSON = Table(
    name="person",
    kind="person",
    form=Form.ROWS,
    swedish="person",
    heading="Personer",
    columns=(
        _KEY,
        _NAME,
        _choice("role", "roll", _ROLES),
        Column(key="title", shape=Shape.LINE, swedish="titel"),
        _reference("unit", "enhet", "organisation_unit"),
        _reference("deputy", "ersättare", "person"),
    ),
)

GOAL = Table(
    name="goal",
    kind="goal",
    form=Form.ROWS,
    swedish="mål",
    heading="Målen",
    is_yearly=True,
    is_ordered=True,
    columns=(
        Column(key="key", shape=Shape.KEY, swedish="nyckel"),
        _YEAR,
        Column(key="number", shape=Shape.KEY, swedish="nummer", required=True),
        _choice("level", "nivå", _GOAL_LEVELS, required=True),
        _reference("parent", "överordnat mål", "goal"),
        _reference("policy_area", "målområde", "policy_area"),
        _reference("lead_unit", "ansvarig", "organisation_unit"),
        Column(key="interpretation", shape=Shape.TEXT, swedish="tolkning"),
        Column(key="decision_ref", shape=Shape.LINE, swedish="beslut"),
        _date("valid_to", "gäller till"),
        Column(key="text", shape=Shape.TEXT, swedish="text", required=True),
    ),
)

ACTIVITY = Table(
    name="activity",
    kind="activity",
    form=Form.ROWS,
    swedish="aktivitet",
    heading="Verksamhetsplanens aktiviteter, det viktigaste målet först",
    is_yearly=True,
    is_ordered=True,
    columns=(
        _KEY,
        _YEAR,
        Column(key="title", shape=Shape.LINE, swedish="rubrik", required=True),
        Column(key="description", shape=Shape.TEXT, swedish="beskrivning"),
        Column(
            key="start",
            shape=Shape.DATE,
            swedish="startdatum",
            field="period",
            part="start",
            required=True,
        ),
        Column(
            key="end",
            shape=Shape.DATE,
            swedish="slutdatum",
            field="period",
            part="end",
            required=True,
        ),
        Column(key="goals", shape=Shape.REFERENCES, swedish="mål", refers="goal", required=True),
        _reference("unit", "enhet", "organisation_unit"),
        Column(
            key="participants",
            shape=Shape.REFERENCES,
            swedish="deltagare",
            refers="organisation_unit",
        ),
    ),
)

MEASURE = Table(
    name="measure",
    kind="measure",
    form=Form.ROWS,
    swedish="mått",
    heading="Mått",
    is_ordered=True,
    columns=(
        _KEY,
        _NAME,
        Column(key="unit", shape=Shape.LINE, swedish="enhet"),
        _reference("goal", "mål", "goal"),
        _reference("organisation", "organisation", "organisation_unit"),
        _reference("parent", "ingår i", "measure"),
        Column(key="direction", shape=Shape.CHOICE, swedish="riktning", choices=_DIRECTIONS),
        Column(key="target", shape=Shape.DECIMAL, swedish="målvärde"),
        Column(key="baseline", shape=Shape.DECIMAL, swedish="utgångsvärde"),
    ),
)

VALUES = Table(
    name="values",
    kind="measure_value",
    form=Form.INLINE,
    swedish="utfall",
    columns=(
        Column(key="as_of", shape=Shape.DATE, swedish="datum", required=True),
        Column(
            key="value",
            shape=Shape.DECIMAL,
            swedish="värde",
            field="outcome",
            part="value",
            required=True,
        ),
        Column(key="source", shape=Shape.LINE, swedish="källa", field="outcome", part="source"),
        Column(
            key="headcount",
            shape=Shape.COUNT,
            swedish="antal anställda",
            field="outcome",
            part="headcount",
        ),
    ),
)
"""The outcomes of a measure, listed in its row under the key `values`."""

BUDGET_TABLE = Table(
    name="budget_table",
    kind="budget_table",
    form=Form.ROWS,
    swedish="budgettabell",
    heading="Budgettabellerna",
    is_ordered=True,
    columns=(
        _KEY,
        Column(key="year", shape=Shape.YEAR, swedish="år", required=True),
        _NAME,
        Column(key="lead", shape=Shape.TEXT, swedish="inledning"),
        Column(key="heading", shape=Shape.LINE, swedish="första kolumnens rubrik"),
        Column(key="columns", shape=Shape.WORDS, swedish="kolumner", required=True),
        Column(key="unit", shape=Shape.LINE, swedish="enhet"),
        Column(key="printed_sums", shape=Shape.DECIMALS, swedish="tryckta summor"),
    ),
)

BUDGET_LINE = Table(
    name="budget_line",
    kind="budget_line",
    form=Form.ROWS,
    swedish="budgetrad",
    heading="Budgettabellernas rader, ett belopp för varje kolumn",
    is_ordered=True,
    columns=(
        _KEY,
        Column(
            key="table",
            shape=Shape.REFERENCE,
            swedish="tabell",
            refers="budget_table",
            required=True,
        ),
        _NAME,
        Column(key="amounts", shape=Shape.DECIMALS, swedish="belopp", required=True),
    ),
)

FOCUS_AREA = Table(
    name="focus_area",
    kind="focus_area",
    form=Form.ROWS,
    swedish="fokusområde",
    heading="Visionens fokusområden",
    is_ordered=True,
    columns=(_KEY, _NAME),
)

OVERSIGHT = Table(
    name="oversight",
    kind="oversight_item",
    form=Form.ROWS,
    swedish="redovisning",
    heading="Uppsiktsplanen: vilken enhet som redovisar för vilket utskott, och när",
    columns=(
        _KEY,
        Column(
            key="unit",
            shape=Shape.REFERENCE,
            swedish="enhet",
            refers="organisation_unit",
            required=True,
        ),
        Column(key="committee", shape=Shape.LINE, swedish="utskott", required=True),
        Column(key="date", shape=Shape.DATE, swedish="datum", field="day", required=True),
        _reference("follows", "kompletterar", "oversight_item"),
    ),
)
"""What a committee decided is entered when it has, and is in no file."""

TERTIALS = Table(
    name="tertials",
    kind="tertial",
    form=Form.NAMED,
    swedish="tertial",
    heading="Tertialens datum",
    columns=(_date("entry_deadline", "sista inlämning"),),
)

TABLES = (
    MUNICIPALITY,
    SETTINGS,
    TEXTS,
    POLICY_AREA,
    ORGANISATION_UNIT,
    PERSON,
    GOAL,
    ACTIVITY,
    MEASURE,
    BUDGET_TABLE,
    BUDGET_LINE,
    FOCUS_AREA,
    OVERSIGHT,
    TERTIALS,
)
"""All tables, in the order in which an export writes them."""

BY_KIND = {table.kind: table for table in (*TABLES, VALUES)}

STAMP = "stamp"
HEADINGS: dict[str, str] = {
    "format": "format",
    "year": "year",
    "år": "year",
    **{table.name: table.name for table in TABLES},
    **{table.swedish: table.name for table in TABLES},
    STAMP: STAMP,
}
"""What may stand at the top of the file, with the Swedish words that somebody may try."""
