"""Which scopes are worth listing: a share's marks say where something may have come.

A mark only ever saves a listing. It may be coarse, cached or wrong, so a scope is listed until
its mark has stood still for a while, and at least hourly whatever the mark says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from model.plan.identifiers import Scope
from sync.share import Mark
from sync.state.looks import Look

ABSENT: Mark = ""
"""The mark of a scope in which nobody has published anything."""

STANDING_SECONDS = 15.0
"""For how long a mark must have been the same: clients show listings that are 10 s old."""

SWEEP_SECONDS = 3600.0
"""How old a listing may be at most."""


class Hints:
    """What the marks say in one exchange."""

    def __init__(
        self,
        marks: Mapping[Scope, Mark],
        looks: Mapping[Scope, Look],
        restless: Collection[Scope] | None,
        now: float,
    ) -> None:
        """`looks` are the last ones; `restless` scopes are listed whatever they say, None: all."""
        self._marks = marks
        self._looks = looks
        self._restless = restless
        self._now = now

    def is_quiet(self, scope: Scope) -> bool:
        """Whether nothing can be expected in a scope that was listed lately."""
        look = self._looks.get(scope)
        if look is None or self._restless is None or scope in self._restless:
            return False
        if look.mark != self._mark(scope):
            return False
        if not 0 <= self._now - look.listed < SWEEP_SECONDS:
            return False
        return look.listed - look.since >= STANDING_SECONDS

    def look(self, scope: Scope) -> Look:
        """What to remember when a scope has been listed now."""
        mark = self._mark(scope)
        before = self._looks.get(scope)
        if before is None or before.mark != mark or before.since > self._now:
            return Look(mark, self._now, self._now)
        return Look(mark, before.since, self._now)

    def _mark(self, scope: Scope) -> Mark:
        return self._marks.get(scope, ABSENT)
