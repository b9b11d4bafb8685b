"""What a command works with: the home, the day, and the plan once it is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from tui.line_mode.common_options import given_home, wants_json
from tui.line_mode.value_types import business_day

if TYPE_CHECKING:
    from model.home.config import Config
    from model.home.paths import Home
    from model.plan.calendar import Tertial
    from model.plan.entities import OrganisationUnit
    from model.plan.plan import Plan
    from model.workspace.workspace import Workspace
    from sync.locking import Locks

P = ParamSpec("P")
R = TypeVar("R")


class Session:
    """One run of one command."""

    def __init__(self, ctx: click.Context) -> None:
        self.ctx = ctx
        self.today = business_day(ctx)
        self.as_json = wants_json(ctx)
        self._told_of: set[Tertial] = set()

    @cached_property
    def home(self) -> Home:
        """Where this device's files are."""
        from model.home.paths import find_home

        return find_home(given_home(self.ctx))

    @cached_property
    def config(self) -> Config:
        """The device's settings; raises `NotSetUp` before first start, `ConfigError` if broken."""
        from model.home.config import read_config

        if not self.home.is_set_up:
            from model.setup.first_start import NotSetUp

            raise NotSetUp
        return read_config(self.home)

    @cached_property
    def workspace(self) -> Workspace:
        """The plan's workspace; closed when the command ends."""
        from model.store.database import Database
        from model.workspace.workspace import Workspace

        config = self.config
        workspace = Workspace(Database(self.home.database), config.profile, self.today)
        self.ctx.call_on_close(workspace.close)
        self._say_which_year(workspace.plan)
        return workspace

    @property
    def plan(self) -> Plan:
        """The plan as it stands now."""
        return self.workspace.plan

    @cached_property
    def locks(self) -> Locks:
        """The locked tertials, each folded once."""
        from sync.locking import Locks

        return Locks(self.workspace)

    def plan_of(self, tertial: Tertial) -> Plan:
        """The plan to tell a tertial from: as it was locked, else as it is now.

        What a locked one lacks on this device is noted once.
        """
        if tertial not in self.plan.locked:
            return self.plan
        self._say_what_is_lacking(tertial)
        return self.locks.plan(tertial)

    def plan_as_of(self, day: date) -> Plan:
        """The plan that a report of a day is made from; locked tertials stand as they were locked.

        What a locked one lacks on this device is noted once.
        """
        from model.views.as_of import locked_until

        locked = locked_until(self.plan, day)
        for tertial in locked:
            self._say_what_is_lacking(tertial)
        return self.locks.as_of(day) if locked else self.plan

    def _say_what_is_lacking(self, tertial: Tertial) -> None:
        found = self.locks.locked(tertial)
        if found is not None and found.lacking and tertial not in self._told_of:
            from tui.line_mode.output import note

            self._told_of.add(tertial)
            note(found.lacking_words)

    @property
    def units(self) -> list[OrganisationUnit]:
        """The units that this device plans and reports for."""
        from model.plan.entities import OrganisationUnit

        found = (self.plan.find(OrganisationUnit, unit) for unit in self.config.profile.units)
        return [unit for unit in found if unit is not None]

    def _say_which_year(self, plan: Plan) -> None:
        from model.views.home import goals_notice
        from tui.line_mode.output import note

        notice = goals_notice(plan, self.today.year)
        if notice:
            note(notice)


def with_session(function: Callable[Concatenate[Session, P], R]) -> Callable[P, R]:
    """Give a command its session as first argument."""

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(Session(click.get_current_context()), *args, **kwargs)

    return update_wrapper(run, function)
