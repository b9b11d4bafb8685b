"""`tertial search`: find by any words."""

from __future__ import annotations

import click

from tui.line_mode.listing import show_list
from tui.line_mode.output import Column, Record, column, plain, text_column
from tui.line_mode.records import short
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "search",
    help=(
        "Sök bland aktiviteter, mål och kommentarer.\n\n"
        "Alla ord ska finnas med, i vilken ordning som helst. Ett målnummer som 3.4 hittar också "
        "3.4.5."
    ),
)
@click.argument("words", nargs=-1, required=True, type=TEXT, metavar="ORD …", help="Ord att söka.")
@click.option("--limit", type=int, default=50, metavar="ANTAL", help="Högst så många träffar.")
@with_session
def command(session: Session, *, words: tuple[str, ...], limit: int) -> None:
    """Find what has all of the words, best first."""
    from model.views.search import SearchIndex

    index = SearchIndex(session.plan, session.config.profile.units)
    records: list[Record] = [
        {
            "id": hit.activity or hit.id,
            "kind": hit.kind.value,
            "title": hit.title,
            "where": hit.where,
            "tertial": plain(hit.tertial),
            "found": hit.kind.swedish,
        }
        for hit in index.find(" ".join(words), limit=max(limit, 1))
    ]
    columns = [
        Column("Id", short),
        column("Sort", "found"),
        text_column("Träff", "title"),
        text_column("Var", "where"),
    ]
    show_list(session, records, columns, empty="Inga träffar. Pröva färre eller kortare ord.")
