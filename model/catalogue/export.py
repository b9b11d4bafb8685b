"""The plan's central part as a catalogue: a new file, or an existing one brought up to date.

An existing file keeps its comments, its order and its way of writing: only values that differ
are written anew, rows that are missing come in, and the stamp is renewed. The TOML library
would gather tables that stand apart, so the text itself is changed, place by place.
"""

from __future__ import annotations

import msgspec

from model.catalogue.arranging import arranged
from model.catalogue.cells import YEARS
from model.catalogue.faults import CatalogueError, Fault, FaultyCatalogue
from model.catalogue.history import CentralHistory
from model.catalogue.layout import FORMAT, MUNICIPALITY, STAMP
from model.catalogue.literals import row_text
from model.catalogue.names import Names, names_in
from model.catalogue.patching import Patch
from model.catalogue.places import find_places
from model.catalogue.preview import preview_of
from model.catalogue.reading import rows_of
from model.catalogue.rows import CatalogueFile, Row
from model.catalogue.showing import Showing
from model.catalogue.stamp import stamp_state, stamp_text
from model.catalogue.syntax import Source, parse
from model.catalogue.updating import updated
from model.catalogue.wording import name_of
from model.plan.entities import Activity, Goal, Municipality
from model.plan.plan import Plan
from model.swedish.visible import visible
from model.views.measures import NOTHING_WITHHELD, withheld

_MOST_NAMED = 12


class NothingToExport(CatalogueError):
    """There is no municipality to write a catalogue of."""

    def __init__(self) -> None:
        super().__init__(
            "Det finns inga mål att exportera än. Läs in en målkatalog först, "
            "till exempel med ”tertial goals import FIL”."
        )


class UnreadEdits(CatalogueError):
    """The file has edits that nobody has imported, and an export would write over them."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        shown = "\n".join(lines[:_MOST_NAMED])
        more = f"\n… och {len(lines) - _MOST_NAMED} till." if len(lines) > _MOST_NAMED else ""
        super().__init__(
            "Filen har ändringar som inte är inlästa. Den är lämnad orörd. Läs in den först med "
            f"”tertial goals import”, eller exportera till en ny fil.\n{shown}{more}"
        )


class Exported(msgspec.Struct, frozen=True):
    """A catalogue to write to a file."""

    content: bytes
    left_out: tuple[str, ...]
    """What the plan has but a file cannot show, as people call it."""
    faults: tuple[Fault, ...]
    """What must be corrected before the file can be imported; two goals with one number, say."""
    withheld: int = 0
    """How many figures are left out because they would tell of few people."""


def export(
    history: CentralHistory, existing: bytes | None = None, *, whole: bool = False
) -> Exported:
    """Write the present central state as a catalogue.

    `existing` is what the file holds now. Figures that would tell of few people are left out, and
    left as an existing file has them, unless it is to be `whole`: a file is passed on.

    Raises `NothingToExport`, `UnreadEdits` when the existing file has edits that were never
    imported, or another `CatalogueError` when it cannot be read.
    """
    plan = Plan(entity for entity in history.current.values())
    municipality = plan.municipality
    if not municipality.id:
        raise NothingToExport
    names = names_in(plan)
    if existing is None:
        source = parse(_beginning(municipality, _latest_year(plan)))
        file = rows_of(source)
    else:
        source = parse(existing)
        file = rows_of(source, known=names)
        _refuse_unread_edits(file, history)
    hidden = NOTHING_WITHHELD if whole else withheld(plan)
    showing = Showing(history.current, municipality, file.year, hidden)
    text = updated(_ending_in_line(source), file, showing, names, history.current)
    text = arranged(text, file, showing, history.current)
    text = _stamped(text, history)
    left_out = tuple(name_of(entity) for entity in showing.left_out)
    content = source.encode(text)
    figures = len(hidden.outcomes) + len(hidden.baselines)
    return Exported(content, left_out, _faults_of(content, names), figures)


def _latest_year(plan: Plan) -> int:
    years = {goal.year for goal in plan.of(Goal)} | {each.year for each in plan.of(Activity)}
    return max(years.intersection(YEARS), default=YEARS[0])


def _beginning(municipality: Municipality, year: int) -> bytes:
    cells = {"key": municipality.key, "name": municipality.name}
    return (
        f"# Målkatalog för {' '.join(municipality.name.split())}\n"
        "#\n"
        "# Granska efter en ändring med ”tertial goals check FIL” och läs in den med\n"
        "# ”tertial goals import FIL”. En felaktig fil avvisas i sin helhet.\n"
        "\n"
        f"format = {FORMAT}\n"
        f"year = {year}\n"
        "\n"
        f"{row_text(MUNICIPALITY, '', cells)}"
    ).encode()


def _refuse_unread_edits(file: CatalogueFile, history: CentralHistory) -> None:
    """Stop where the file says what the journal has never known."""
    is_stamped = file.stamp is not None and history.state_at(file.stamp) is not None
    as_written = {row.path: row for row in file.rows}
    unread: list[str] = []
    for change in preview_of(file, history).changes:
        row = as_written[change.row.path]
        if is_stamped or not _was_known(row, change.fields, history):
            unread.append(f"Rad {row.line}: {visible(row.name)}")
    if unread:
        raise UnreadEdits(tuple(unread))


def _was_known(row: Row, fields: tuple[str, ...], history: CentralHistory) -> bool:
    """Whether a row without a stamp is merely old: the journal has held all that it says."""
    key = (row.kind, row.id)
    return key in history.current and all(
        history.has_held(key, field, row.fields[field]) for field in fields if field in row.fields
    )


def _ending_in_line(source: Source) -> Source:
    if source.text.endswith("\n"):
        return source
    text = source.text + "\n"
    return msgspec.structs.replace(source, text=text, places=find_places(text))


def _stamped(text: str, history: CentralHistory) -> str:
    """The text with the stamp of the present state, in the place of an older one or last."""
    heads = [
        name
        for entity in history.current.values()
        for names in entity.heads.values()
        for name in names
    ]
    places = find_places(text)
    section = places.section((STAMP,))
    if section is None:
        return f"{text}\n{stamp_text(heads)}"
    patch = Patch(text)
    extent = places.values.get((STAMP, "state"))
    if extent is not None:
        patch.replace(extent, stamp_state(heads))
    else:
        patch.add_line(section, f"state = {stamp_state(heads)}")
    return patch.apply()


def _faults_of(content: bytes, names: Names) -> tuple[Fault, ...]:
    try:
        rows_of(parse(content), known=names)
    except FaultyCatalogue as faulty:
        return faulty.faults
    return ()
