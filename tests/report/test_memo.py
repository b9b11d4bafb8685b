"""The memo of T2 2023: the same sentences, and five focus areas that each name themselves."""

from __future__ import annotations

from datetime import date

from model.plan.assessment import Assessment, Verdict
from model.plan.calendar import Tertial
from model.plan.entities import Entity, FixedText, Goal, Municipality
from model.plan.identifiers import natural_id
from model.plan.memo import FocusArea, FocusReason, Memo
from model.plan.plan import Plan
from model.plan.vocabulary import AssessmentLevel, GoalLevel
from report.content import BulletList, Document, Heading, NumberedList, Paragraph, plain
from report.memo import memo

T2 = Tertial(2023, 2)
NAMES = ("vardag", "hälsa", "gemenskap", "kompetens", "natur")
AREAS = [
    FocusArea(id=name, key=name, name=f"Hållbar {name}", order=order)
    for order, name in enumerate(NAMES)
]
VISION = "Vi är en plats för alla."


def written(**fields: object) -> Memo:
    """The memo of T2 2023 with what somebody has written."""
    import msgspec

    empty = Memo(id=natural_id("ange", "memo", str(T2)), tertial=T2)
    return msgspec.structs.replace(empty, **fields)


def document(*more: Entity, tertial: Tertial = T2) -> Document:
    """The memo of Ånge."""
    town = Municipality(id="ange", key="ange", name="Ånge kommun")
    vision = FixedText(id="memo.vision", key="memo.vision", text=VISION)
    return memo(Plan([town, vision, *AREAS, *more]), tertial)


def sections(made: Document) -> dict[str, list[str]]:
    """What stands under each heading."""
    found: dict[str, list[str]] = {}
    heading = ""
    for block in made.blocks:
        if isinstance(block, Heading):
            heading = block.text
            found[heading] = []
        elif isinstance(block, Paragraph):
            found[heading].append(plain(block.runs))
        elif isinstance(block, NumberedList | BulletList):
            found[heading] += [plain(item) for item in block.items]
    return found


def test_the_memo_of_t2_2023_has_the_headings_and_fixed_sentences_of_the_source() -> None:
    """Unnumbered; the first body proposes to the second, which decides."""
    made = document(written(bodies=("koncern- och finansutskottet", "kommunstyrelsen")))
    assert made.title == "Kommunstyrelsens måluppföljning tertialrapport 2"
    found = sections(made)
    assert list(found) == [
        "Förslag till beslut",
        "Ärendet i korthet",
        "Förvaltningens övervägande",
        "Ånge kommuns vision",
        *(f"Fokusområde Hållbar {name}" for name in NAMES),
    ]
    chain = "koncern- och finansutskottet föreslå kommunstyrelsen besluta att"
    assert found["Förslag till beslut"] == [
        f"Kommunförvaltningen föreslår {chain}",
        "Godkänna redovisningen.",
    ]
    assert found["Ärendet i korthet"] == [
        "Ärendet avser årets andra uppföljning av kommunstyrelsens mål för 2023."
    ]
    assert found["Ånge kommuns vision"] == [VISION]
    assert not any(heading.numbered for heading in made.headings)


def test_each_focus_area_names_itself() -> None:
    """The source said "hållbar vardag" under four of them."""
    said = "Styrningen är en del i den demokratiska processen."
    reason = FocusReason(id="r", tertial=T2, focus_area="gemenskap", text=said)
    found = sections(document(reason))
    for name in NAMES:
        expected = said if name == "gemenskap" else f"Ärendet har ingen bärighet på hållbar {name}."
        assert found[f"Fokusområde Hållbar {name}"] == [expected]


def test_what_is_written_replaces_the_documents_own_sentences() -> None:
    """Paragraph by paragraph; the lists that the source lacked come last."""
    made = document(
        written(
            title="Uppföljning", brief="Kort.", considerations="Ett.\n\nTvå.",
            proposals=("Godkänna.", "Skicka vidare."), day=date(2023, 9, 20),
            registry_number="KS 23/1", officer="Controller", basis=("Rapporten",),
            attachments=("Bilaga 1",), sent_to=("Kommunchef",),
        )
    )  # fmt: skip
    found = sections(made)
    assert made.title == "Uppföljning"
    assert found["Förvaltningens övervägande"] == ["Ett.", "Två."]
    assert found["Förslag till beslut"][1:] == ["Godkänna.", "Skicka vidare."]
    assert list(found)[-3:] == ["Beslutsunderlag", "Bilagor", "Expedieras till"]
    facts = {fact.label: plain(fact.runs) for fact in made.facts}
    assert facts == {
        "Till": "Kommunstyrelsen",
        "Datum": "2023-09-20",
        "Diarienummer": "KS 23/1",
        "Handläggare": "Controller",
    }
    assert made.as_of == date(2023, 9, 20)


def test_a_municipality_without_a_vision_has_no_such_section() -> None:
    """Nobody else can word it."""
    town = Municipality(id="ange", key="ange", name="Ånge kommun")
    assert not any("vision" in heading for heading in sections(memo(Plan([town]), T2)))


def test_counts_are_offered_where_nobody_has_written_considerations() -> None:
    """From the assessments, never typed."""
    goal = Goal(id="g", key="1.1", number="1.1", year=2023, level=GoalLevel.BOARD, text="Mål.")
    verdict = Verdict(AssessmentLevel.MET)
    decided = Assessment(id="a", goal="g", tertial=T2, decided=verdict)
    said = sections(document(goal, decided))["Förvaltningens övervägande"]
    assert said[-1].startswith("Av 1 mål är 1 ")
    assert len(sections(document(goal))["Förvaltningens övervägande"]) == 1
