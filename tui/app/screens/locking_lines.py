"""What the lock screen says: how the tertial stands, what came late, which units are not ready."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from model.plan.entities import Person
from model.plan.plan import Plan
from model.swedish.date_text import day_and_month, time_text
from model.swedish.numbers import counted
from model.swedish.visible import visible, visible_lines
from model.views.changes import NOBODY
from model.views.late import Decision, LateEntry
from model.views.locking import LockView, UnitReadiness
from tui.actions import action
from tui.app.screens.fitting import spread
from tui.app.screens.home_lines import heading, note
from tui.app.widgets.details_pane import Part
from tui.app.widgets.row_list import Cell, ListRow

WHEN_WIDTH = 16
COUNT_WIDTH = 16


def head_line(view: LockView | None, width: int) -> Content:
    """The tertial to the left, how many have handed in to the right."""
    title = ("Låsning ", "bold $primary")
    if view is None:
        return Content.assemble(title)
    done = f"{view.handed_in} av {len(view.units)} enheter inlämnade"
    left = Content.assemble(title, view.tertial.swedish)
    return spread(left, Content(done), width, (left, Content("")))


def screen_rows(
    view: LockView, late: tuple[LateEntry, ...], lacking: str, *, is_central: bool
) -> list[ListRow]:
    """The state, then what is to be decided, then the units."""
    rows = [*_state(view, is_central=is_central)]
    if lacking:
        rows.append(note(f"▲ {lacking}", "warn"))
    waiting = [each for each in late if each.decision is Decision.WAITING]
    declined = [each for each in late if each.decision is Decision.DECLINED]
    if view.is_locked and not late:
        rows.append(note("Inget har kommit in efter låsningen.", "muted"))
    for title, part in (("Kom efter låsningen", waiting), ("Avslagna", declined)):
        if part:
            rows.append(heading(f"{title} ({len(part)})"))
            rows += [_late_row(each) for each in part]
    rows += _unit_rows(view)
    return rows


def _state(view: LockView, *, is_central: bool) -> list[ListRow]:
    tertial = view.tertial.swedish
    lock, unlock, settle = (action("lock", name).shown_key for name in ("lock", "unlock", "settle"))
    if view.is_in_conflict:
        return [
            heading(f"⚡ Två har låst eller låst upp {tertial} var för sig"),
            note(f"{settle} väljer vilken låsning som gäller. {lock} låser igen.", "warn"),
        ]
    if view.is_locked:
        said = f"{tertial} är låst {day_and_month(view.day)}" if view.day else f"{tertial} är låst"
        keys = f"{lock} låser igen med det som har kommit in, {unlock} låser upp."
        return [heading(f"{said} av {view.who}"), *([note(keys, "muted")] if is_central else [])]
    rows = [heading(f"{tertial} är öppet")]
    if is_central:
        rows.append(note(f"{lock} låser.", "muted"))
    if view.is_running:
        rows.append(note(f"▲ Tertialet slutar först {day_and_month(view.tertial.as_of)}.", "warn"))
    return rows


def _late_row(late: LateEntry) -> ListRow:
    status = next((each for each in late.fields if each.label == "status"), None)
    said = f"{status.before or '–'} → {status.after or '–'}" if status else late.what
    mark, tone = ("✕", "muted") if late.decision is Decision.DECLINED else ("?", "warn")
    title = late.title or late.what
    cells = (
        Cell(mark, 1, tone),
        Cell(f"{late.unit_name}: {title}" if late.unit_name else title),
        Cell(said, max(COUNT_WIDTH, min(len(said), 44)), "muted", ""),
    )
    return ListRow(cells, late.entry, f"{late.unit_name} {title}: {said}")


def _unit_rows(view: LockView) -> list[ListRow]:
    ready = [unit for unit in view.units if unit.is_ready]
    rows = []
    if view.waited_for:
        rows.append(heading(f"Inte klara ({len(view.waited_for)})"))
        rows += [_unit_row(unit) for unit in view.waited_for]
    if ready:
        rows.append(heading(f"Klara ({len(ready)})"))
        rows += [_unit_row(unit) for unit in ready]
    return rows


def _unit_row(unit: UnitReadiness) -> ListRow:
    if unit.missing:
        left = f"▲ {unit.missing} utan status"
    else:
        left = "✔ inlämnat" if unit.is_handed_in else "inte inlämnat"
    tone = "warn" if unit.missing else "good" if unit.is_handed_in else "muted"
    cells = (
        Cell(unit.name),
        Cell(left, COUNT_WIDTH, tone),
        Cell(heard_text(unit.heard), WHEN_WIDTH, "muted"),
    )
    return ListRow(cells, f"unit {unit.unit}", unit.name)


def heard_text(heard: datetime | None) -> str:
    """When a unit was last heard of, in words."""
    return time_text(heard, now=datetime.now().astimezone()) if heard else "aldrig hörd av"


def late_text(plan: Plan, late: LateEntry) -> Content:
    """What was locked and what came late, field by field, from whom, and what was decided."""
    title = late.title or late.what
    parts: list[Part] = [
        (visible(title), "bold"),
        (f"\n{visible(late.unit_name)} · {late.what}\n", "$muted"),
    ]
    for each in late.fields:
        parts += [
            (f"\n{each.label}\n", "$secondary"),
            ("låst  ", "$muted"),
            f"{visible_lines(each.before) or '–'}\n",
            ("sen   ", "$muted"),
            f"{visible_lines(each.after) or '–'}\n",
        ]
    when = time_text(late.time, now=datetime.now().astimezone())
    parts.append((f"\n{visible(late.who)}, {when}", "$muted"))
    if late.refusal is not None:
        person = plan.find(Person, late.refusal.by)
        who = person.name if person is not None and person.name else NOBODY
        reason = visible_lines(late.refusal.reason)
        day = day_and_month(late.refusal.day)
        parts += [("\n\nAvslagen: ", "$warning"), reason, (f"\n{visible(who)}, {day}", "$muted")]
    return Content.assemble(*parts)


def unit_text(unit: UnitReadiness) -> Content:
    """How ready a unit is."""
    handed_in = "Inte inlämnat."
    if unit.handed_in_on is not None:
        handed_in = f"Inlämnat {day_and_month(unit.handed_in_on)}."
    parts: list[Part] = [(visible(unit.name), "bold"), f"\n\n{handed_in}\n"]
    if unit.missing:
        missing = counted(unit.missing, "aktivitet saknar status", "aktiviteter saknar status")
        parts += [("▲ ", "$warning"), f"{missing}.\n"]
    if unit.changed_since:
        changed = counted(unit.changed_since, "status ändrad", "statusar ändrade")
        parts += [("✎ ", "$warning"), f"{changed} efter inlämningen.\n"]
    parts.append((f"\nSenaste ändring hit: {heard_text(unit.heard)}", "$muted"))
    return Content.assemble(*parts)


def fetched_text(fault: str, reached: datetime | None) -> str:
    """How new that is which would be locked: just fetched, or as it was when that went last."""
    if not fault:
        return "Det som låg på delningen är hämtat nu."
    when = time_text(reached, now=datetime.now().astimezone()) if reached is not None else ""
    last = f"senast hämtades allt {when}" if when else "inget har hämtats därifrån än"
    return (
        f"▲ {fault[:1].upper()}{fault[1:]}: {last}. Det som har skickats sedan dess kommer inte "
        "med. Försök igen när delningen svarar, eller lås nu och lås igen då."
    )


def question_text(view: LockView, fetched: str) -> str:
    """What locking means now, with what is missing, and how new it is."""
    lines = [f"{view.handed_in} av {len(view.units)} enheter har lämnat in."]
    missing = [unit.name for unit in view.waited_for]
    if missing:
        shown = ", ".join(missing[:6])
        more = f" och {len(missing) - 6} till" if len(missing) > 6 else ""
        lines.append(f"Inte klara: {shown}{more}.")
    if view.is_running:
        lines.append(f"Tertialet slutar först {day_and_month(view.tertial.as_of)}.")
    lines.append(
        "\nRapporter och översikter för tertialet visar sedan det som har kommit hit nu. Det som "
        "kommer in efteråt visas här och går att släppa in."
    )
    if fetched:
        lines.append(f"\n{fetched}")
    return "\n".join(lines)
