"""What the screen of the shares says: its list, and the chosen row in full."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from model.plan.entities import OrganisationUnit, Person
from model.plan.identifiers import CENTRAL, OF_THE_CENTRE
from model.plan.plan import Plan
from model.swedish.date_text import time_text
from model.swedish.numbers import counted
from model.swedish.visible import visible, visible_lines
from tui.actions import action
from tui.app.in_keys import in_keys
from tui.app.screens.home_lines import heading, note
from tui.app.widgets.details_pane import Part
from tui.app.widgets.row_list import Cell, ListRow

if TYPE_CHECKING:
    from sync.received import Heard
    from sync.renewing import Renewal
    from sync.state.shares import Unread
    from sync.syncing import ShareState

LEFT_ALONE = (
    "Det andra är hämtat. Filen läses igen vid varje synkning, så oftast behövs inget. Går det "
    "inte över: visa det här för den som sköter delningen."
)
WAITS_FOR_UPDATE = (
    "Det andra är hämtat. Filen är hel och lämnas orörd. Den läses in av sig själv när programmet "
    "har uppdaterats på den här datorn; be den som sköter datorn om det."
)
CLOCK = "En klocka går fel"
HELD_BACK_ADVICE = (
    "Bara den som arbetar centralt skickar sådana. Allt är sparat här. Så skickas det: "
    "”tertial setup --role central”, synka, och sedan tillbaka till din roll."
)
NOT_SHOWN = (
    "De är sparade här och skickas vidare som de är, men visas inte. Har en nyare version av "
    "programmet skrivit dem syns de när programmet har uppdaterats här. Annars: säg till den som "
    "sköter delningen."
)


class Sharing(NamedTuple):
    """What this home knows of its shares."""

    states: tuple[ShareState, ...] = ()
    heard: tuple[Heard, ...] = ()
    trouble: str = ""
    """Why it could not be read."""
    is_read: bool = False


def sharing_rows(sharing: Sharing, plan: Plan) -> list[ListRow]:
    """The shares, what cannot be read, what is not shown, and from whom what came."""
    if sharing.trouble:
        return [heading("Det går inte att läsa just nu"), note(in_keys(sharing.trouble), "warn")]
    if not sharing.is_read:
        return [note("Läser …", "muted")]
    rows = _share_rows(sharing)
    renewal = sharing.states[0].renewal if sharing.states else None
    if renewal is not None:
        words = f"{renewal.brief[:1].upper()}{renewal.brief[1:]}"
        rows.append(heading("Den här datorn"))
        rows.append(ListRow((Cell(f"▲ {words}", None, "warn"),), "renewal"))
    for state in sharing.states:
        rows += _unread_rows(state, plan)
    not_shown = sharing.states[0].not_shown if sharing.states else {}
    if not_shown:
        rows.append(heading("Sparat men inte visat"))
        rows += [
            ListRow((Cell(_changes(count), 14, "warn"), Cell(reason)), f"reason {reason}")
            for reason, count in not_shown.items()
        ]
    if sharing.heard:
        rows.append(heading("Hämtat senast"))
        rows += [_heard_row(each, plan) for each in sharing.heard]
    elif sharing.states:
        rows += [heading("Hämtat senast"), note("Inget från någon annan än.", "muted")]
    return rows


def _share_rows(sharing: Sharing) -> list[ListRow]:
    if not sharing.states:
        add, create = (action("sharing", name).shown_key for name in ("add", "create"))
        return [
            heading("Ingen delning är vald"),
            note("Allt sparas bara på den här datorn."),
            note(""),
            note(f"  {add}  börja använda en delning som finns"),
            note(f"  {create}  gör en mapp till delning"),
        ]
    rows = [heading("Delningar")]
    for state in sharing.states:
        words, tone = _in_brief(state)
        rows.append(ListRow((Cell(words, 32, tone), Cell(visible(state.address))), state.address))
    for state in sharing.states:
        if state.tried is not None and state.tried.clocks:
            rows.append(heading("Klockor"))
            rows.append(ListRow((Cell(f"▲ {CLOCK}", None, "warn"),), f"clocks {state.address}"))
    return rows


def _in_brief(state: ShareState) -> tuple[str, str]:
    from sync.standing import HELD_BACK

    count = state.waiting.count
    if state.tried is not None and state.tried.brief:
        return f"▲ {state.tried.brief}", "warn"
    if state.held_back:
        return f"▲ {HELD_BACK}", "warn"
    if count:
        return f"○ {count} väntar", ""
    if state.reached is None:
        return "○ inte nådd än", ""
    return f"● allt skickat {_when(state.reached)}", "good"


def _unread_rows(state: ShareState, plan: Plan) -> list[ListRow]:
    if not state.unread:
        return []
    files = counted(len(state.unread), "fil", "filer")
    return [
        heading(f"{files} går inte att läsa än"),
        *(
            ListRow(
                (Cell(_place(plan, each.scope), 24), Cell(each.reason, None, "warn")),
                f"file {state.address} {each.scope}/{each.file}",
            )
            for each in state.unread
        ),
    ]


def _heard_row(each: Heard, plan: Plan) -> ListRow:
    cells = (
        Cell(_place(plan, each.scope), 24),
        Cell(_name(plan, each.author)),
        Cell(_changes(each.changes), 14, "muted"),
        Cell(_when(each.time), 14, "muted"),
    )
    return ListRow(cells, f"heard {each.scope} {each.author}")


def text_of(sharing: Sharing, plan: Plan, key: str | None) -> Content:
    """The row under the cursor in full."""
    for state in sharing.states:
        parts = _state_text(state, plan, key)
        if parts:
            return Content.assemble(*parts)
    for each in sharing.heard:
        if key == f"heard {each.scope} {each.author}":
            return Content.assemble(*_heard_text(each, plan))
    if key is not None and key.startswith("reason "):
        return Content.assemble((visible(key.removeprefix("reason ")), "bold"), "\n\n", NOT_SHOWN)
    return Content(visible_lines(in_keys(sharing.trouble)))


def _state_text(state: ShareState, plan: Plan, key: str | None) -> list[Part]:
    if key == "renewal" and state.renewal is not None:
        return _renewal_text(state.renewal)
    if key == f"clocks {state.address}" and state.tried is not None:
        return [(CLOCK, "bold"), f"\n\n{visible_lines(state.tried.clocks)}"]
    if state.address == key:
        return _share_text(state)
    for file in state.unread:
        if key == f"file {state.address} {file.scope}/{file.file}":
            return _unread_text(file, plan)
    return []


def _renewal_text(renewal: Renewal) -> list[Part]:
    return [
        (f"{renewal.brief[:1].upper()}{renewal.brief[1:]}", "bold"),
        f"\n{_moment(datetime.fromtimestamp(renewal.at, UTC))}\n\n",
        in_keys(renewal.message),
    ]


def _share_text(state: ShareState) -> list[Part]:
    reached = _moment(state.reached) if state.reached is not None else "aldrig"
    parts: list[Part] = [
        (visible(state.address), "bold"),
        "\n\n",
        ("Nådd och läst  ", "$muted"),
        f"{reached}\n",
    ]
    if state.waiting.count:
        since = f", sedan {_moment(state.waiting.since)}" if state.waiting.since else ""
        parts += [("Väntar         ", "$muted"), f"{_changes(state.waiting.count)}{since}\n"]
    elif state.reached is not None and not state.held_back:
        parts += [("Skickat        ", "$muted"), "allt som är skrivet här\n"]
    if state.held_back:
        parts += [
            (f"\n▲ {_central(state.held_back)} skickas inte", "$warning"),
            f"\n{HELD_BACK_ADVICE}\n",
        ]
    tried = state.tried
    if tried is not None and tried.message:
        since = f" sedan {_moment(datetime.fromtimestamp(tried.since, UTC))}" if tried.since else ""
        parts += [(f"\n▲ {tried.brief}{since}", "$warning"), "\n"]
        parts += [f"{visible_lines(in_keys(tried.message))}\n"]
    if tried is not None and tried.clocks:
        parts += [(f"\n▲ {CLOCK}", "$warning"), f"\n{visible_lines(tried.clocks)}\n"]
    if state.unread:
        files = counted(len(state.unread), "fil", "filer")
        parts += [(f"\n▲ {files} går inte att läsa än", "$warning"), f"\n{LEFT_ALONE}\n"]
    return parts


def _unread_text(file: Unread, plan: Plan) -> list[Part]:
    from sync.segment import NEWER

    since = _moment(datetime.fromtimestamp(file.since, UTC))
    return [
        (_place(plan, file.scope), "bold"),
        f"\n{visible(file.reason)[:1].upper()}{visible(file.reason)[1:]}, sedan {since}.\n\n",
        WAITS_FOR_UPDATE if file.reason == NEWER else LEFT_ALONE,
        "\n\n",
        (f"{visible(file.scope)}/{visible(file.file)}", "$muted"),
    ]


def _heard_text(each: Heard, plan: Plan) -> list[Part]:
    return [
        (_place(plan, each.scope), "bold"),
        f"\n{_name(plan, each.author)}\n\n",
        ("Senast skrivet ", "$muted"),
        f"{_moment(each.time)}\n",
        ("Av det senaste ", "$muted"),
        f"{_changes(each.changes)}\n\n",
        ("Tiden är den som stod på den datorn.", "$muted"),
    ]


def _place(plan: Plan, scope: str) -> str:
    if scope in OF_THE_CENTRE:
        return "det centrala" if scope == CENTRAL else "det som bara staben läser"
    unit = plan.find(OrganisationUnit, scope)
    return visible(unit.name) if unit is not None and unit.name else "okänd enhet"


def _name(plan: Plan, author: str) -> str:
    person = plan.find(Person, author)
    return visible(person.name) if person is not None and person.name else "någon"


def _when(moment: datetime) -> str:
    return time_text(moment, now=datetime.now().astimezone()).removeprefix("i dag ")


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _central(count: int) -> str:
    return counted(count, "central ändring", "centrala ändringar")


def _changes(count: int) -> str:
    return counted(count, "ändring", "ändringar")
