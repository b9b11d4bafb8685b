"""The cover memo of a tertial report (domain 2.3): a proposed decision and what it rests on.

A focus area that nobody has written of says so itself, by its own name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.plan.calendar import Tertial
from model.plan.plan import Plan
from model.views.goal_attainment import attainment
from model.views.memo_text import FocusText, memo_view
from report.content import (
    Block,
    BulletList,
    Day,
    Document,
    Fact,
    Heading,
    NumberedList,
    Paragraph,
    Runs,
    Text,
    plain,
)
from report.free_text import one_line, paragraphs
from report.texts import Texts

_ORDINALS = {1: "första", 2: "andra", 3: "tredje"}


def memo(plan: Plan, tertial: Tertial) -> Document:
    """The memo of a tertial; raises `TextError`."""
    return _Memo(plan, tertial).document()


def when_empty(plan: Plan, tertial: Tertial) -> dict[str, str]:
    """What the memo says of each part that nobody has written; raises `TextError`.

    By the part's name in `Memo`, or the id of a focus area.
    """
    return _Memo(plan, tertial).when_empty()


class _Memo:
    """One memo in the making: what every part of it needs to know."""

    def __init__(self, plan: Plan, tertial: Tertial) -> None:
        self.plan = plan
        self.tertial = tertial
        self.texts = Texts(plan.texts)
        self.view = memo_view(plan, tertial)
        self.memo = self.view.memo
        self.municipality = one_line(plan.municipality.name)
        self.bodies = [one_line(body) for body in self.memo.bodies] or [self.line("body")]

    def document(self) -> Document:
        return Document(
            title=one_line(self.memo.title) or self.usual_title(),
            municipality=self.municipality,
            as_of=self.memo.day or self.tertial.as_of,
            is_letter=True,
            facts=tuple(self.facts()),
            blocks=tuple(self.blocks()),
        )

    def when_empty(self) -> dict[str, str]:
        return {
            "title": self.usual_title(),
            "bodies": self.line("body"),
            "proposals": self.line("proposal"),
            "brief": _said(self.usual_brief()),
            "considerations": _said(self.usual_considerations()),
            **{each.area.id: _said(self.no_bearing(each)) for each in self.view.focus},
        }

    def usual_title(self) -> str:
        return self.line("title", nummer=str(self.tertial.number), år=str(self.tertial.year))

    def usual_brief(self) -> Iterator[Paragraph]:
        ordinal = _ORDINALS[self.tertial.number]
        return self.text("brief", ordningstal=ordinal, år=str(self.tertial.year))

    def facts(self) -> Iterator[Fact]:
        """Who the memo is to, and what the archive needs to find it; only what is known."""
        addressee = self.bodies[-1]
        yield Fact("Till", (Text(addressee[:1].upper() + addressee[1:]),))
        if self.memo.day is not None:
            yield Fact("Datum", (Day(self.memo.day),))
        if number := one_line(self.memo.registry_number):
            yield Fact("Diarienummer", (Text(number),))
        if officer := one_line(self.memo.officer):
            yield Fact("Handläggare", (Text(officer),))

    def blocks(self) -> Iterator[Block]:
        yield self.heading("proposal_heading")
        yield from self.text("proposal_lead", instanser=" föreslå ".join(self.bodies))
        yield NumberedList(_items(self.memo.proposals) or (((Text(self.line("proposal")),)),))
        yield self.heading("brief_heading")
        yield from _paragraphs(self.memo.brief) or self.usual_brief()
        yield self.heading("considerations_heading")
        yield from _paragraphs(self.memo.considerations) or self.usual_considerations()
        yield from self.vision()
        for focus in self.view.focus:
            yield from self.focus(focus)
        yield from self.listed("basis_heading", self.memo.basis)
        yield from self.listed("attachments_heading", self.memo.attachments)
        yield from self.listed("sent_to_heading", self.memo.sent_to)

    def usual_considerations(self) -> Iterator[Paragraph]:
        """What the report holds, and what the assessments say where there are any."""
        yield from self.text("considerations")
        found = attainment(self.plan, self.tertial)
        if found.unassessed < found.total:
            yield Paragraph((Text(found.sentences),))

    def vision(self) -> Iterator[Block]:
        """The vision, where the municipality has given it: it is nobody else's to word."""
        runs = self.texts.paragraphs("memo.vision")
        if runs:
            genitive = (
                self.municipality if self.municipality.endswith("s") else f"{self.municipality}s"
            )
            yield self.heading("vision_heading", kommuns=genitive)
            yield from map(Paragraph, runs)

    def focus(self, focus: FocusText) -> Iterator[Block]:
        name = one_line(focus.area.name)
        yield self.heading("focus_heading", område=name)
        yield from _paragraphs(focus.text) or self.no_bearing(focus)

    def no_bearing(self, focus: FocusText) -> Iterator[Paragraph]:
        name = one_line(focus.area.name)
        return self.text("no_bearing", område=name[:1].lower() + name[1:])

    def listed(self, key: str, lines: Iterable[str]) -> Iterator[Block]:
        items = _items(lines)
        if items:
            yield self.heading(key)
            yield BulletList(items)

    def heading(self, key: str, **values: str) -> Heading:
        return Heading(level=1, text=self.line(key, **values), numbered=False)

    def line(self, key: str, **values: str) -> str:
        return self.texts.line(f"memo.{key}", **values)

    def text(self, key: str, **values: str) -> Iterator[Paragraph]:
        for runs in self.texts.paragraphs(f"memo.{key}", **values):
            yield Paragraph(runs)


def _items(lines: Iterable[str]) -> tuple[Runs, ...]:
    return tuple((Text(line),) for line in map(one_line, lines) if line)


def _paragraphs(text: str) -> list[Paragraph]:
    """What somebody has written; nothing where it is blank."""
    return list(map(Paragraph, paragraphs(text))) if text.strip() else []


def _said(written: Iterable[Paragraph]) -> str:
    return "\n\n".join(plain(paragraph.runs) for paragraph in written)
