"""`tertial plan ideas`: ready-made activities against sickness absence."""

from __future__ import annotations

from tui.line_mode.listing import show_list
from tui.line_mode.output import Record, column, text_column
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "ideas",
    help=(
        "Visa färdiga förslag mot sjukfrånvaro.\n\n"
        "Planera ett av dem med ”tertial plan add --idea ID”."
    ),
)
@with_session
def command(session: Session) -> None:
    """List the ideas by health factor, with dates of this year."""
    from tui.line_mode.ideas import named_ideas

    year = session.today.year
    records: list[Record] = [
        {
            "id": each.key,
            "title": each.idea.title,
            "description": each.idea.description,
            "goals": " ".join(each.goals),
            "start_date": each.idea.period(year).start.isoformat(),
            "end_date": each.idea.period(year).end.isoformat(),
            "health_factor": each.factor.name,
            "why": each.factor.why,
        }
        for each in named_ideas(session)
    ]
    columns = [
        column("Id", "id"),
        text_column("Förslag", "title"),
        text_column("Friskfaktor", "health_factor"),
        column("Start", "start_date"),
        column("Slut", "end_date"),
    ]
    show_list(session, records, columns, empty="Det finns inga förslag.")
