"""The options that stand before or after any command: `--home`, `--today` and `--json`.

Each level of the tree of commands takes them; what is given last holds.
"""

from __future__ import annotations

from datetime import date

import click

from tui.line_mode.value_types import DAY, META


def _keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if value:
        ctx.meta[f"{META}{param.name}"] = value


COMMON_OPTIONS = (
    click.Option(
        ["--home"],
        expose_value=False,
        is_eager=True,
        callback=_keep,
        metavar="MAPP",
        help="Använd planen i den här mappen (annars TERTIAL_HOME, annars användarens egen).",
    ),
    click.Option(
        ["--today"],
        expose_value=False,
        is_eager=True,
        callback=_keep,
        type=DAY,
        metavar="DATUM",
        help="Räkna som om det vore den dagen.",
    ),
    click.Option(
        ["--json"],
        expose_value=False,
        is_eager=True,
        callback=_keep,
        is_flag=True,
        help="Skriv svaret som JSON, för program och skript.",
    ),
)
"""The same three for every command and group; their values are kept for whichever runs."""


def given_home(ctx: click.Context) -> str | None:
    """The folder given with `--home`."""
    home: str | None = ctx.meta.get(f"{META}home")
    return home


def given_today(ctx: click.Context) -> date | None:
    """The day given with `--today`."""
    today: date | None = ctx.meta.get(f"{META}today")
    return today


def wants_json(ctx: click.Context) -> bool:
    """Whether `--json` was given."""
    return bool(ctx.meta.get(f"{META}json"))
