"""Commands and groups that know the options of all commands, and groups that load no command.

A group's help comes from the registry; a command's module is imported when it is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TypeVar

import click

from tui.line_mode.common_options import COMMON_OPTIONS
from tui.line_mode.entries import Section

F = TypeVar("F", bound=Callable[..., int | None])

_OPTIONS_METAVAR = "[VAL]"
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LineCommand(click.Command):
    """A command that takes the options of all commands beside its own."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The command's own parameters, then those that every command has."""
        return [*super().get_params(ctx), *COMMON_OPTIONS]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The command's own options first, then those that every command has."""
        _write_options(self, ctx, formatter)


def line_command(name: str, *, help: str) -> Callable[[F], LineCommand]:  # noqa: A002  click's word
    """Make a function a command. It gives back an exit code, or None for 0; `help` is Swedish."""
    return click.command(
        name,
        cls=LineCommand,
        help=help,
        options_metavar=_OPTIONS_METAVAR,
        context_settings=_SETTINGS,
    )


class LineGroup(click.Group):
    """A group of commands from the registry."""

    def __init__(
        self,
        name: str,
        sections: Sequence[Section],
        *,
        help: str,  # noqa: A002  click's word
        params: Sequence[click.Parameter] = (),
        callback: Callable[..., int | None] | None = None,
        epilog: str | None = None,
    ) -> None:
        """A group with a callback may stand without a command; without one it shows its help."""
        super().__init__(
            name,
            help=help,
            params=list(params),
            callback=callback,
            epilog=epilog,
            invoke_without_command=callback is not None,
            no_args_is_help=callback is None,
            options_metavar=_OPTIONS_METAVAR,
            subcommand_metavar="KOMMANDO …",
            context_settings=_SETTINGS,
        )
        self._sections = tuple(sections)
        self._entries = {entry.name: entry for part in sections for entry in part.entries}

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The group's own parameters, then those that every command has."""
        return [*super().get_params(ctx), *COMMON_OPTIONS]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the registry."""
        return list(self._entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The one command that is asked for; its module is imported now."""
        entry = self._entries.get(cmd_name)
        if entry is None:
            return None
        if entry.entries:
            below = (Section("Kommandon", entry.entries),)
            return LineGroup(entry.name, below, help=entry.help)
        command: click.Command = import_module(entry.module).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words name; a name that is none is told with its neighbours."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as unknown:
            name = unknown.command_name
            raise click.NoSuchCommand(name, possibilities=self._entries, ctx=ctx) from None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by section, then the options that every command has."""
        for part in self._sections:
            with formatter.section(part.heading):
                formatter.write_dl([(entry.name, entry.help) for entry in part.entries])
        _write_options(self, ctx, formatter)


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    common = [param for param in command.get_params(ctx) if param not in command.params]
    _write_records(ctx, formatter, "Val", command.params)
    _write_records(ctx, formatter, "Gäller alla kommandon", common)


def _write_records(
    ctx: click.Context,
    formatter: click.HelpFormatter,
    heading: str,
    params: Iterable[click.Parameter],
) -> None:
    options = (param for param in params if isinstance(param, click.Option))
    rows = [record for option in options if (record := option.get_help_record(ctx)) is not None]
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)
