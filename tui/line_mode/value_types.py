"""How values are read from the command line, each refusing in Swedish what it cannot read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from model.plan.vocabulary import AssessmentLevel, Cause, Ruling, StatusValue


META = "tertial."
"""Before the names of values that every command has, in click's `ctx.meta`."""


def machine_today() -> date:
    """The machine's own day; business dates follow `--today` where that is given."""
    return date.today()  # noqa: DTZ011  a plan's days are the user's local days


def business_day(ctx: click.Context | None) -> date:
    """The day given with `--today`, else the machine's."""
    given: date | None = ctx.meta.get(f"{META}today") if ctx is not None else None
    return given or machine_today()


class _Day(click.ParamType[date, str | date]):
    """A day in any of the ways that people type it; steps count from `--today`."""

    name = "datum"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        from model.swedish.dates import UnreadableDate, parse_date

        try:
            return parse_date(value, near=business_day(ctx))
        except UnreadableDate as error:
            self.fail(str(error), param, ctx)


class _Status(click.ParamType["StatusValue", str]):
    """One of the eight statuses, by identifier or in Swedish words."""

    name = "status"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> StatusValue:
        from model.plan.vocabulary import StatusValue, status_from

        found = status_from(value)
        if found is None:
            known = ", ".join(f"{each} ({each.swedish.lower()})" for each in StatusValue)
            self.fail(f"”{value}” är ingen status. Välj bland {known}.", param, ctx)
        return found


class _Level(click.ParamType["AssessmentLevel", str]):
    """One of the four levels of an assessment, by identifier or in Swedish words."""

    name = "nivå"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> AssessmentLevel:
        from model.plan.vocabulary import AssessmentLevel, assessment_from

        found = assessment_from(value)
        if found is None:
            known = ", ".join(f"{each} ({each.swedish.lower()})" for each in AssessmentLevel)
            self.fail(f"”{value}” är ingen bedömning. Välj bland {known}.", param, ctx)
        return found


class _Ruling(click.ParamType["Ruling", str]):
    """What a committee decided, by identifier or in Swedish words."""

    name = "beslut"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Ruling:
        from model.plan.vocabulary import Ruling, ruling_from

        found = ruling_from(value)
        if found is None:
            known = ", ".join(f"{each} ({each.swedish.lower()})" for each in Ruling)
            self.fail(f"”{value}” är inget beslut. Välj bland {known}.", param, ctx)
        return found


class _Cause(click.ParamType["Cause | Literal['']", str]):
    """Why something waits or slips, by identifier or in Swedish words; empty for none."""

    name = "orsak"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Cause | Literal[""]:
        from model.plan.vocabulary import Cause, cause_from

        if not value.strip():
            return ""
        found = cause_from(value)
        if found is None:
            known = ", ".join(f"{each} ({each.swedish})" for each in Cause)
            self.fail(f"”{value}” är ingen orsak. Välj bland {known}.", param, ctx)
        return found


class _Tertial(click.ParamType["Tertial", str]):
    """A tertial such as `2024-T1`, `T1 2024` or `T1`: without a year the one begun last."""

    name = "tertial"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Tertial:
        from model.plan.calendar import tertial_from

        today = business_day(ctx)
        found = tertial_from(value, year=today.year)
        earlier = tertial_from(value, year=today.year - 1)
        if found is None or earlier is None:
            self.fail(
                f"”{value}” är inget tertial. Skriv till exempel {today.year}-T1.", param, ctx
            )
        return found if found.first_day <= today else earlier


class _Year(click.ParamType[int, str | int]):
    """A calendar year that plans may have."""

    name = "år"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        from model.swedish.dates import FIRST_YEAR, LAST_YEAR

        text = str(value).strip()
        if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:9]) <= LAST_YEAR):
            self.fail(
                f"”{value}” är inget år som går att använda. Skriv {FIRST_YEAR}–{LAST_YEAR}.",
                param,
                ctx,
            )
        return int(text)


class _Text(click.ParamType[str, str]):
    """Free text; what is not text in UTF-8 cannot be kept."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            self.fail("Texten går inte att läsa som UTF-8. Skriv om den.", param, ctx)
        return value


DAY = _Day()
STATUS = _Status()
LEVEL = _Level()
RULING = _Ruling()
CAUSE = _Cause()
TERTIAL = _Tertial()
TEXT = _Text()
YEAR = _Year()
