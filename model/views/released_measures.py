"""The measures as the centre has released them: what everybody else reads, and what is due.

A release is a whole table, with the figures that may be shown and nothing besides.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from model.plan.decimals import decimal_of
from model.plan.entities import Measure, OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.measure_release import MeasureRelease, ReleasedFigure, ReleasedLine, ReleasedTable
from model.plan.plan import Plan
from model.views.figures import (
    MISSING,
    SUPPRESSED,
    Figure,
    MeasureLine,
    MeasureTable,
    figure_text,
    label_of,
    meets,
    trend_of,
    written,
)


def released_tables(plan: Plan, until: date) -> tuple[MeasureTable, ...]:
    """The latest release of each measure up to a day, in the order of the catalogue."""
    latest: dict[EntityId, MeasureRelease] = {}
    for release in plan.of(MeasureRelease):
        if release.shown is None or (release.as_of is not None and release.as_of > until):
            continue
        known = latest.get(release.root)
        if known is None or (known.as_of or date.min) < (release.as_of or date.min):
            latest[release.root] = release
    placed = sorted(
        (release.shown.order, root, release.as_of, release.shown)
        for root, release in latest.items()
        if release.shown is not None
    )
    return tuple(
        MeasureTable(
            goal=table.goal,
            as_of=as_of,
            lines=tuple(_read(plan, line, as_of or until) for line in table.lines),
        )
        for _, _, as_of, table in placed
    )


def hidden_before(plan: Plan, day: date) -> frozenset[EntityId]:
    """The measures that were left out when the tables of a day were released."""
    return frozenset(
        line.measure
        for release in plan.of(MeasureRelease)
        if release.shown is not None
        for line in release.shown.lines
        for figure in (line.figure, line.before)
        if figure is not None and figure.is_hidden and figure.as_of == day
    )


def due_releases(plan: Plan, tables: Iterable[MeasureTable]) -> list[MeasureRelease]:
    """The releases to be written for everybody to see these tables as they are, and no others."""
    due = []
    roots = set()
    for table in tables:
        root = table.lines[0].measure
        roots.add(root.id)
        day = table.as_of.isoformat() if table.as_of is not None else ""
        identity = plan.id_of(MeasureRelease, root.id, day)
        present = plan.find(MeasureRelease, identity) or MeasureRelease(id=identity)
        said = ReleasedTable(table.goal, root.order, tuple(_line(each) for each in table.lines))
        new = replace(present, root=root.id, as_of=table.as_of, shown=said, removed=False)
        due += [new] * (new != present)
    gone = (release for release in plan.of(MeasureRelease) if release.root not in roots)
    return due + [replace(release, removed=True) for release in gone]


def _line(line: MeasureLine) -> ReleasedLine:
    measure = line.measure
    hides_baseline = line.baseline == SUPPRESSED
    return ReleasedLine(
        measure=measure.id,
        key=measure.key,
        name=measure.name,
        depth=line.depth,
        unit=measure.unit,
        organisation=measure.organisation,
        direction=measure.direction,
        target=measure.target,
        baseline="" if hides_baseline else measure.baseline,
        hides_baseline=hides_baseline,
        figure=_shown(line.figure),
        before=_shown(line.before) if line.before is not None else None,
    )


def _shown(figure: Figure) -> ReleasedFigure:
    if figure.is_suppressed:
        return ReleasedFigure(figure.as_of, is_hidden=True)
    if figure.value is None:
        return ReleasedFigure()
    return ReleasedFigure(figure.as_of, str(figure.value), source=figure.source)


def _read(plan: Plan, line: ReleasedLine, day: date) -> MeasureLine:
    measure = Measure(
        id=line.measure,
        key=line.key,
        name=line.name,
        unit=line.unit,
        organisation=line.organisation,
        direction=line.direction,
        target=line.target,
        baseline=line.baseline,
    )
    figure = _figure(line.figure, line.unit, day)
    before = _figure(line.before, line.unit, day) if line.before is not None else None
    return MeasureLine(
        measure=measure,
        depth=line.depth,
        label=label_of(measure, plan.find(OrganisationUnit, line.organisation)),
        figure=figure,
        before=before,
        trend=trend_of(measure, figure, before),
        target=written(line.target, line.unit),
        baseline=SUPPRESSED if line.hides_baseline else written(line.baseline, line.unit),
        meets_target=meets(measure, figure),
    )


def _figure(figure: ReleasedFigure, unit: str, day: date) -> Figure:
    value = decimal_of(figure.value)
    text = figure_text(value, unit) if value is not None else MISSING
    return Figure(
        as_of=figure.as_of or day,
        value=value,
        text=SUPPRESSED if figure.is_hidden else text,
        is_suppressed=figure.is_hidden,
        source=figure.source,
    )
