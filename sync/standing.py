"""How it stands with sending, over all chosen shares: what may be said at the top of a screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from model.workspace.workspace import Workspace
from sync.syncing import share_state

HELD_BACK = "centrala ändringar skickas inte"
"""What is wrong where a home keeps central work that it may not send any more."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What waits for the shares, when they were reached, and what is wrong with one."""

    shares: int = 0
    """How many are chosen."""
    waiting: int = 0
    """How many changes the share lacks that lacks most."""
    since: datetime | None = None
    """When the oldest of what waits was made."""
    reached: datetime | None = None
    """When all shares have last been reached and read; None if one never was."""
    fault: str = ""
    """What the latest try met, in a few words; empty if all went well."""


def standing(workspace: Workspace, addresses: Sequence[str]) -> Standing:
    """How it stands; no share is touched. Raises a `StoreError`."""
    states = [share_state(workspace, address) for address in addresses]
    times = [state.reached for state in states]
    made = [state.waiting.since for state in states if state.waiting.since is not None]
    faults = [state.tried.brief for state in states if state.tried is not None]
    if any(state.held_back for state in states):
        faults.append(HELD_BACK)
    return Standing(
        shares=len(states),
        waiting=max((state.waiting.count for state in states), default=0),
        since=min(made, default=None),
        reached=min((each for each in times if each is not None), default=None)
        if None not in times
        else None,
        fault=next((brief for brief in faults if brief), ""),
    )
