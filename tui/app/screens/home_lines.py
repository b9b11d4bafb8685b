"""What the first screen says in words: its two top lines and the lines of its list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from model.plan.entities import Goal
from model.plan.identifiers import CENTRAL
from model.plan.plan import Plan
from model.plan.requirement import Bucket
from model.swedish.date_text import day_and_month, short_date
from model.swedish.numbers import counted
from model.swedish.visible import visible
from model.views.home import ActivityRow, HomeView
from model.views.late import LateEntry
from model.views.naming import reporter_name
from tui.actions import EVERYWHERE, action
from tui.app.meter_words import met_text, short_name
from tui.app.screens.fitting import bar, spread
from tui.app.sending_words import Saved
from tui.app.widgets.row_list import Cell, ListRow
from tui.app.widgets.tones import SHORT_WORDS, tone_of

STATUS_WIDTH = 24
SHORT_STATUS_WIDTH = 2 + max(map(len, SHORT_WORDS.values()))


NEED_AN_ACTIVITY = ("quick_status", "status(1)", "unchanged", "comment", "hand_in", "edit_activity")
"""Keys that are of no use in an empty plan."""
ONLY_OPEN = ("quick_status", "status(1)", "unchanged", "comment", "hand_in")
"""Keys that are of no use when the tertial is locked."""
ONLY_A_UNIT = ("new_activity", "edit_activity", "hand_in", "report")
"""Keys that are of no use for what the centre reports itself."""
NOTICE_WIDTH = 56
"""How wide the lines of a notice are, so that none is cut beside the details."""


LOCKED_WIDTH = 48
"""So that no line is cut in a window of 100 columns."""
_ONLY_THE_CENTRE = (
    "Status och inlämning går inte att ändra. Är något fel: hör av dig till stab eller controller."
)


class Counts(NamedTuple):
    """How many findings stand: those that call for action, and the others."""

    urgent: int = 0
    others: int = 0


Part = Content | str | tuple[str, str]


def title_line(plan: Plan, view: HomeView, saved: Saved, width: int) -> Content:
    """Unit and year to the left, close of the tertial and what is saved and sent to the right."""
    name = f"{visible(reporter_name(plan, view.unit)) or 'okänd enhet'} · {view.tertial.year}"
    named = Content(name)
    long, short = (_closing(view, is_short=is_short) for is_short in (False, True))
    full, brief, mark = saved.parts()
    return spread(
        Content.assemble(("tertial", "bold $primary"), f"   {name}"),
        Content.assemble(long, "   ", full),
        width,
        (named, Content.assemble(long, "   ", full)),
        (named, Content.assemble(long, "   ", brief)),
        (named, Content.assemble(short, "   ", brief)),
        (named, Content.assemble(short, "  ", mark)),
    )


def _closing(view: HomeView, *, is_short: bool) -> Content:
    """When the tertial closes, or that it is handed in or locked."""
    tertial = f"T{view.tertial.number}"
    if view.is_locked:
        return Content(f"{tertial} är låst" if is_short else f"{tertial} är {view.locked}")
    if view.is_handed_in:
        when = f" {day_and_month(view.handed_in_on)}" if view.handed_in_on else ""
        changed = sum(row.changed_since_hand_in for row in view.rows)
        after = f" · {changed} ändrad efter inlämning" if changed else ""
        if is_short:
            when, after = "", f" ✎ {changed}" if changed else ""
        return Content.styled(f"✔ {tertial} inlämnat{when}{after}", "$success")
    day = day_and_month(view.deadline)
    if view.days_left < 0:
        late = f"{counted(-view.days_left, 'dag', 'dagar')} sen"
        text = f"▲ {tertial}: {late}" if is_short else f"▲ {tertial} stängde {day} · {late}"
        return Content.styled(text, "$error")
    if view.days_left == 0:
        return Content.styled(f"▲ {tertial} stänger i dag", "$warning")
    left = f"{counted(view.days_left, 'dag', 'dagar')} kvar"
    return Content(f"{tertial}: {left}" if is_short else f"{tertial} stänger {day} · {left}")


def second_line(plan: Plan, view: HomeView, findings: Counts, width: int) -> Content:
    """The minimum requirement to the left, how much is reported to the right.

    When the tertial is locked nothing of it can be mended, so nothing calls for it.
    """
    findings = Counts() if view.is_locked else findings
    full, brief, marks = (_requirement(plan, view, form) for form in ("full", "brief", "marks"))
    done = f"{len(view.reported)} av {view.total}"
    tertial = (f"T{view.tertial.number}  ", "$muted")
    shown = bar(len(view.reported), view.total)
    long, short = _found(findings, is_short=False), _found(findings, is_short=True)
    with_bar = Content.assemble(tertial, shown, f"  {done} rapporterade", long)
    without = Content.assemble(tertial, f"{done} rapporterade", long)
    least = Content.assemble(tertial, f"{done} rapporterade", short)
    return spread(
        full,
        with_bar,
        width,
        (full, without),
        (brief, without),
        (brief, least),
        (marks, least),
    )


def _found(findings: Counts, *, is_short: bool) -> Content:
    """What is to be mended, and beside it what may be looked at."""
    parts: list[Part] = []
    if findings.urgent:
        words = f"▲ {findings.urgent}" if is_short else f"▲ {findings.urgent} att åtgärda"
        parts.append((f"   {words}", "$warning"))
    if findings.others and not is_short:
        lead = " · " if findings.urgent else "   "
        parts.append((f"{lead}{findings.others} övriga", "$muted"))
    return Content.assemble(*parts)


def _requirement(plan: Plan, view: HomeView, form: str) -> Content:
    """How the minimum requirement stands, in more or fewer words."""
    if not view.requirement.applies:
        return Content("")
    parts: list[Part] = [("Krav  ", "$muted")]
    for bucket in view.requirement.buckets:
        parts.append(("✔", "$success") if bucket.is_met else ("▲", "$warning"))
        if form == "marks" and bucket.is_met:
            parts.append(" ")
            continue
        label = visible(_bucket_name(plan, bucket, is_brief=form != "full"))
        parts.append(f" {label} {met_text(bucket, form)}{'   ' if form == 'full' else '  '}")
    is_said = form == "marks" and not all(each.is_met for each in view.requirement.buckets)
    if view.requirement.lacks_total and not is_said:
        total, least = view.requirement.total, view.requirement.minimum
        parts += [("▲", "$warning"), f" tillsammans {total} (minst {least})"]
    return Content.assemble(*parts)


def _bucket_name(plan: Plan, bucket: Bucket, *, is_brief: bool) -> str:
    goal = plan.find(Goal, bucket.goal)
    if goal is not None:
        return short_name(goal.text)
    return "KS-mål" if is_brief else bucket.label


def useless_keys(view: HomeView) -> tuple[str, ...]:
    """Keys that the bar leaves out, as there is nothing that they could be used for."""
    if not view.rows:
        return NEED_AN_ACTIVITY
    locked = ONLY_OPEN if view.is_locked else ()
    return (*locked, *ONLY_A_UNIT) if view.unit == CENTRAL else locked


def list_rows(view: HomeView, conflicts: int = 0) -> list[ListRow]:
    """The list under its headings; an empty part says what to do."""
    tertial = f"T{view.tertial.number}"
    rows = [*goals_rows(view.goals_notice, conflicts), *_locked_rows(view), *_notice_rows(view)]
    if not view.rows:
        return [*rows, *_how_to_begin(view)]
    if view.missing:
        lacks = (
            f"Utan status när {tertial} låstes"
            if view.is_locked
            else f"Saknar status för {tertial}"
        )
        rows.append(heading(f"{lacks} ({len(view.missing)})"))
        rows += _activity_rows(view, view.missing)
    elif view.total:
        rows.append(heading(f"✔ Alla har status för {tertial}{_what_is_left(view)}"))
    elif view.unit == CENTRAL or view.is_locked:
        rows.append(heading(f"Inget att rapportera för {tertial}."))
    else:
        key = action("home", "new_activity").shown_key
        rows.append(heading(f"Inget att rapportera för {tertial}. Tryck {key} för att planera."))
    if view.reported:
        rows.append(heading(f"Rapporterade ({len(view.reported)})"))
        rows += _activity_rows(view, view.reported)
    if view.cancelled:
        rows.append(heading(f"Utgår ({len(view.cancelled)})"))
        rows += _activity_rows(view, view.cancelled)
    return rows


def _locked_rows(view: HomeView) -> list[ListRow]:
    """That nothing can be reported any more, since when, by whose doing, and whom to turn to."""
    if not view.is_locked:
        return []
    rows = [heading(f"T{view.tertial.number} är {view.locked}")]
    if view.unit != CENTRAL:
        rows += [note(f"  {line}", "muted") for line in wrap(_ONLY_THE_CENTRE, LOCKED_WIDTH)]
    return rows


def _what_is_left(view: HomeView) -> str:
    """Whether it is handed in, or how it is; nobody hands in what the centre reports itself."""
    if view.unit == CENTRAL:
        return ""
    if view.is_locked:
        return " – inlämnat" if view.is_handed_in else " – inte inlämnat när det låstes"
    key = action("home", "hand_in").shown_key
    return " – inlämnat" if view.is_handed_in else f" – tryck {key} för att lämna in"


def late_rows(late: Sequence[LateEntry]) -> list[ListRow]:
    """What a unit wrote that is not in what was locked, and why not where that is decided."""
    if not late:
        return []
    rows = [heading(f"Kom efter låsningen ({len(late)})")]
    for each in late:
        said = next((field.after for field in each.fields), "")
        rows.append(note(f"  {each.title or each.what}: {said}", "warn"))
        rows.append(note(f"    {_decided(each)}", "muted"))
    return rows


def _decided(late: LateEntry) -> str:
    if late.refusal is None:
        return "Väntar på besked från stab eller controller."
    return f"Inte med, {late.refusal.day}: {late.refusal.reason}"


def _notice_rows(view: HomeView) -> list[ListRow]:
    """When the unit reports to a committee, or what one decided, and what follows."""
    rows: list[ListRow] = []
    for notice in view.notices:
        rows.append(heading(notice.headline))
        rows += [note(f"  {line}", "muted") for line in wrap(notice.next_step, NOTICE_WIDTH)]
    return rows


def goals_rows(notice: str, conflicts: int = 0) -> list[ListRow]:
    """Where somebody has to choose, and that another year's goals are used, where that is so."""
    goals = [ListRow((Cell(f"▲ {notice}", None, "warn"),))] if notice else []
    return [*conflict_rows(conflicts), *goals]


def conflict_rows(count: int) -> list[ListRow]:
    """A line that says that somebody has to choose, where two have written different things."""
    if not count:
        return []
    places = counted(count, "ställe", "ställen")
    key = action("home", "settle").shown_key
    return [ListRow((Cell(f"⚡ På {places} har två skrivit olika. {key} väljer.", None, "warn"),))]


def heading(text: str) -> ListRow:
    """A line that the cursor passes over."""
    return ListRow((Cell(text),))


def note(text: str, tone: str = "") -> ListRow:
    """A line of plain text among the rows."""
    return ListRow((Cell(text, None, tone),), is_note=True)


def waiting_rows(trouble: str) -> list[ListRow]:
    """The list before the plan is read, or when it cannot be."""
    if not trouble:
        return [note("Läser planen …", "muted")]
    return [
        heading("Planen går inte att läsa just nu"),
        note("Programmet försöker igen om några sekunder."),
    ]


def _how_to_begin(view: HomeView) -> list[ListRow]:
    """What somebody sees who has planned nothing yet: what is required, and the way there."""
    rows = [heading(f"Inga aktiviteter än för {view.tertial.year}"), note("")]
    if view.requirement.gaps:
        key = action(EVERYWHERE, "help").shown_key
        rows.append(note(f"Det här krävs av enheten för året ({key} förklarar):"))
        rows += [
            note(f"  ▲ minst {bucket.needed} mot {bucket.label}", "warn")
            for bucket in view.requirement.buckets
            if not bucket.is_met
        ]
        if view.requirement.total < view.requirement.minimum:
            least = view.requirement.minimum
            rows.append(note(f"  ▲ minst {least} olika aktiviteter tillsammans", "warn"))
        rows.append(note(""))
    rows.append(note("Så kommer du i gång:"))
    form = [
        ("home", "new_activity", "planera den första aktiviteten"),
        ("plan", "ideas", "i formuläret: färdiga idéer mot sjukfrånvaro"),
        ("plan", "carry_over", "i formuläret: ta med aktiviteter från tidigare år"),
        ("home", "search", "sök bland målen"),
    ]
    for context, name, words in form:
        rows.append(note(f"  {action(context, name).shown_key.ljust(4)} {words}"))
    rows += [note(""), note("Allt sparas på den här datorn i samma ögonblick.", "muted")]
    return rows


def _activity_rows(view: HomeView, rows: tuple[ActivityRow, ...]) -> list[ListRow]:
    """Rows whose columns are as wide in each part of the list."""
    year = view.tertial.year
    ends = max(cell_len(_end(row.end, year)) for row in view.rows)
    goals = max(cell_len(_goal(row)) for row in view.rows)
    return [_row(row, year, ends, goals) for row in rows]


def _row(row: ActivityRow, year: int, end_width: int, goal_width: int) -> ListRow:
    cells = [Cell(_title(row))]
    if row.status is not None:
        words = f"{row.status.symbol} {row.status.swedish}"
        short = f"{row.status.symbol} {SHORT_WORDS[row.status]}".ljust(SHORT_STATUS_WIDTH)
        cells.insert(0, Cell(words, STATUS_WIDTH, tone_of(row.status), short))
    cells.append(Cell(_end(row.end, year), end_width, "muted"))
    cells.append(Cell(_goal(row), goal_width, "muted"))
    return ListRow(tuple(cells), row.activity, row.title)


def _title(row: ActivityRow) -> str:
    marks = [
        "⚡ " if row.is_in_conflict else "",
        "✎ " if row.changed_since_hand_in else "",
        "= " if row.is_unchanged else "",
        row.title,
    ]
    return "".join(marks)


def _goal(row: ActivityRow) -> str:
    return row.goal_numbers[0] if row.goal_numbers else ""


def _end(end: date | None, year: int) -> str:
    return short_date(end, year=year) if end else "datum saknas"
