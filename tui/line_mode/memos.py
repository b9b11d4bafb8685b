"""The memo as a record and as lines for people."""

from __future__ import annotations

from model.errors import ModelError
from model.plan.memo import FocusArea
from model.plan.plan import Plan
from model.swedish.letters import fold
from model.swedish.search import nearest
from model.swedish.visible import visible
from model.views.memo_text import MemoView
from tui.line_mode.output import Record, plain, print_fields, print_json, say
from tui.line_mode.session import Session


class UnknownArea(ModelError):
    """No focus area is called that."""

    def __init__(self, name: str, names: list[str]) -> None:
        near = nearest(name, names) or names
        listed = ", ".join(f"”{visible(each)}”" for each in near)
        meant = f"Välj bland {listed}." if near else "Målkatalogen har inga fokusområden."
        super().__init__(f"Fokusområdet ”{visible(name)}” finns inte. Inget är ändrat. {meant}")


def find_area(plan: Plan, name: str) -> FocusArea:
    """The focus area with this name or key; `hälsa` is enough for `Hållbar hälsa`.

    Raises `UnknownArea`.
    """
    areas = plan.of(FocusArea)
    wanted = fold(" ".join(name.split()))
    for area in areas:
        if wanted in (fold(area.name), fold(area.key)) or fold(area.name).split()[-1:] == [wanted]:
            return area
    raise UnknownArea(name, [area.name for area in areas])


def memo_record(view: MemoView) -> Record:
    """The memo as one flat object; what has several lines has line breaks."""
    memo = view.memo
    return {
        "tertial": str(view.tertial),
        "title": memo.title,
        "bodies": "\n".join(memo.bodies),
        "proposals": "\n".join(memo.proposals),
        "brief": memo.brief,
        "considerations": memo.considerations,
        "date": plain(memo.day),
        "registry_number": memo.registry_number,
        "officer": memo.officer,
        "basis": "\n".join(memo.basis),
        "attachments": "\n".join(memo.attachments),
        "sent_to": "\n".join(memo.sent_to),
        **{f"focus:{each.area.key}": each.text for each in view.focus},
    }


def show_memo(session: Session, view: MemoView) -> None:
    """Print what is written; what is empty is said to be the document's own sentence."""
    if session.as_json:
        print_json(memo_record(view))
        return
    memo = view.memo
    written = {
        "Rubrik": memo.title,
        "Instanser": "\n".join(memo.bodies),
        "Förslag": "\n".join(memo.proposals),
        "I korthet": memo.brief,
        "Övervägande": memo.considerations,
        "Datum": str(memo.day or ""),
        "Diarienummer": memo.registry_number,
        "Handläggare": memo.officer,
        "Beslutsunderlag": "\n".join(memo.basis),
        "Bilagor": "\n".join(memo.attachments),
        "Expedieras till": "\n".join(memo.sent_to),
    }
    say(f"Tjänsteskrivelse för {view.tertial.swedish}\n")
    print_fields({label: text or "–" for label, text in written.items()})
    say("")
    print_fields({each.area.name: each.text or "–" for each in view.focus} or {"Fokusområden": "–"})
    say("\nDär det står – skriver dokumentet sin egen mening, eller ingenting.")
