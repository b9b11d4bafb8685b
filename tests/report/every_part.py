"""One document with every kind of part, as a board could get it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.plan.vocabulary import StatusValue
from report.activity_table import status_mark
from report.content import (
    AssessmentLine,
    Bar,
    BulletList,
    Chart,
    Column,
    Contents,
    Day,
    Document,
    Fact,
    Heading,
    Mark,
    NumberedList,
    Paragraph,
    Row,
    Scale,
    Table,
    Text,
)
from report.numbering import number_headings

AS_OF = date(2024, 8, 31)
CHART = Chart(
    title="Status för fyra aktiviteter",
    bars=(
        Bar("Försenad", Decimal(3), "3", status_mark(StatusValue.DELAYED)),
        Bar("Övriga", Decimal(1), "1"),
    ),
)
ACTIVITIES = Table(
    title="Aktiviteter: Tryggheten ska öka",
    columns=(
        Column("Verksamhetens aktiviteter", wide=True),
        Column("Status"),
        Column("Slutdatum"),
        Column("Kommentar", wide=True, share=2),
    ),
    rows=(
        Row(
            cells=(
                ((Text("Öppna en badplats"),),),
                ((status_mark(StatusValue.DELAYED),),),
                ((Day(date(2024, 6, 30)),),),
                ((Text("Vattnet är inte godkänt."),), (Text("Ny provtagning i maj."),)),
            ),
            lines=((Text("Deltar: Fritidsenheten"),),),
        ),
        Row(
            cells=(
                ((Text("Bygga en lekplats"),),),
                ((status_mark(StatusValue.ONGOING_ON_PLAN),),),
                ((Day(date(2024, 12, 31)),),),
                (),
            )
        ),
    ),
)
BUDGET = Table(
    title="Ramfördelning",
    caption="Miljoner kronor",
    columns=(Column("Ramfördelning", wide=True), Column("Budget 2024", numeric=True)),
    rows=(
        Row(cells=(((Text("Vuxna"),),), ((Text("74,7"),),))),
        Row(cells=(((Text("Summa"),),), ((Text("74,7"),),)), is_sum=True),
    ),
)


def every_part(words: str = "Här står vanlig text.") -> Document:
    """The document, with the words given in each place where a person may have typed."""
    said = (Text(words),)
    table = Table(
        title=f"Tabell {words}",
        columns=(Column(f"Rubrik {words}", wide=True), Column("Datum")),
        rows=(Row(cells=((said,), ((Day(AS_OF),),)), lines=(said,)),),
    )
    return Document(
        title="Tertialrapport",
        municipality="Ånge kommun",
        subject="Kommunstyrelsen",
        as_of=AS_OF,
        facts=(Fact("Kommun", (Text("Ånge kommun"),)), Fact("Avser", said)),
        blocks=number_headings(
            [
                Contents(),
                Heading(level=1, text="Inledning"),
                Paragraph(said),
                BulletList((said, (Text("två"),))),
                NumberedList(((Text("Godkänna redovisningen."),), said)),
                Heading(level=2, text=f"Mål {words}"),
                AssessmentLine(Mark(Scale.ASSESSMENT, "partly_met", "◐", "Delvis uppfyllt")),
                ACTIVITIES,
                table,
                CHART,
                Heading(level=2, text="Utan nummer", numbered=False),
                BUDGET,
            ]
        ),
    )
