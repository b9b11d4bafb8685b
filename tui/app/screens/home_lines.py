"""What the first screen says in words: its two top lines and the lines of its list."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from model.plan.entities import Goal, OrganisationUnit
from model.plan.plan import Plan
from model.swedish.date_text import day_and_month, short_date
from model.swedish.numbers import counted
from model.swedish.visible import visible
from model.views.home import ActivityRow, HomeView
from tui.app.widgets.row_list import Cell, ListRow
from tui.app.widgets.tones import tone_of

BAR_WIDTH = 10
STATUS_WIDTH = 24


def title_line(plan: Plan, view: HomeView, saved: str, width: int) -> Content:
    """Unit and year to the left, close of the tertial and what is saved to the right."""
    unit = plan.find(OrganisationUnit, view.unit)
    name = visible(unit.name) if unit else "okänd enhet"
    left = Content.assemble(("tertial", "bold $primary"), f"   {name} · {view.tertial.year}")
    right = Content.assemble(_closing(view), "   ", saved)
    return spread(left, right, width)


def spread(left: Content, right: Content, width: int) -> Content:
    """Two texts at the edges of a line; the right one is cut when there is no room."""
    gap = width - left.cell_length - right.cell_length
    if gap < 1:
        right = right.truncate(max(0, width - left.cell_length - 1), ellipsis=True)
        gap = max(1, width - left.cell_length - right.cell_length)
    return Content.assemble(left, " " * gap, right)


def _closing(view: HomeView) -> Content:
    tertial = f"T{view.tertial.number}"
    if view.is_locked:
        return Content.from_text(f"{tertial} är låst centralt", markup=False)
    if view.is_handed_in:
        when = day_and_month(view.handed_in_on) if view.handed_in_on else ""
        changed = sum(row.changed_since_hand_in for row in view.rows)
        after = f" · {changed} ändrad efter inlämning" if changed else ""
        return Content.styled(f"✔ {tertial} inlämnat {when}{after}", "$success")
    day = day_and_month(view.deadline)
    if view.days_left < 0:
        late = counted(-view.days_left, "dag", "dagar")
        return Content.styled(f"▲ {tertial} stängde {day} · {late} sen", "$error")
    if view.days_left == 0:
        return Content.styled(f"▲ {tertial} stänger i dag", "$warning")
    left = counted(view.days_left, "dag", "dagar")
    return Content.from_text(f"{tertial} stänger {day} · {left} kvar", markup=False)


def second_line(plan: Plan, view: HomeView, findings: int | None, width: int) -> Content:
    """The minimum requirement to the left, how much is reported to the right."""
    parts: list[Content | str | tuple[str, str]] = []
    if view.requirement.applies:
        parts.append(("Krav  ", "$muted"))
        for bucket in view.requirement.buckets:
            mark = ("✔", "$success") if bucket.is_met else ("▲", "$warning")
            goal = plan.find(Goal, bucket.goal)
            label = short_name(goal.text) if goal else bucket.label
            parts += [mark, f" {visible(label)} {bucket.count} av {bucket.needed}   "]
    done, total = len(view.reported), view.total
    filled = BAR_WIDTH * done // total if total else 0
    right: list[Content | str | tuple[str, str]] = [
        (f"T{view.tertial.number}  ", "$muted"),
        ("█" * filled, "$success"),
        ("░" * (BAR_WIDTH - filled), "$muted"),
        f"  {done} av {total} rapporterade",
    ]
    if findings:
        right.append((f"   ▲ {counted(findings, 'anmärkning', 'anmärkningar')}", "$warning"))
    return spread(Content.assemble(*parts), Content.assemble(*right), width)


def short_name(label: str) -> str:
    """An efficiency goal in one word: "Sjukfrånvaron ska minska" is shown as "sjukfrånvaro"."""
    word = label.partition(" ")[0].rstrip(".,")
    return word.removesuffix("n").lower()


def list_rows(view: HomeView, *, wide: bool) -> list[ListRow]:
    """The list under its headings; an empty part says what to do."""
    tertial = f"T{view.tertial.number}"
    rows: list[ListRow] = []
    if view.missing:
        rows.append(_heading(f"Saknar status för {tertial} ({len(view.missing)})"))
        rows += [_row(row, view.tertial.year, wide=wide) for row in view.missing]
    elif view.total:
        done = "inlämnat" if view.is_handed_in else "tryck l för att lämna in"
        rows.append(_heading(f"✔ Alla har status för {tertial} – {done}"))
    else:
        rows.append(_heading("Inga aktiviteter än. Tryck n för att planera den första."))
    if view.reported:
        rows.append(_heading(f"Rapporterade ({len(view.reported)})"))
        rows += [_row(row, view.tertial.year, wide=wide) for row in view.reported]
    if view.cancelled:
        rows.append(_heading(f"Utgår ({len(view.cancelled)})"))
        rows += [_row(row, view.tertial.year, wide=wide) for row in view.cancelled]
    return rows


def _heading(text: str) -> ListRow:
    return ListRow((Cell(text),))


def _row(row: ActivityRow, year: int, *, wide: bool) -> ListRow:
    cells = [Cell(_title(row))]
    if row.status is not None:
        words = row.status.swedish if wide else ""
        shown = f"{row.status.symbol} {words}".strip()
        cells.insert(0, Cell(shown, STATUS_WIDTH if wide else 1, tone_of(row.status)))
    cells.append(Cell(_end(row.end, year), 6 if row.end and row.end.year == year else 11, "muted"))
    cells.append(Cell(row.goal_numbers[0] if row.goal_numbers else "", 5, "muted"))
    return ListRow(tuple(cells), row.activity, row.title)


def _title(row: ActivityRow) -> str:
    marks = [
        "⚡ " if row.is_in_conflict else "",
        row.title,
        "  = oförändrat" if row.is_unchanged else "",
        "  ✎ ändrad efter inlämning" if row.changed_since_hand_in else "",
    ]
    return "".join(marks)


def _end(end: date | None, year: int) -> str:
    return short_date(end, year=year) if end else "datum saknas"
