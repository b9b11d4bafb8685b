"""Doing what the app asks for: one exchange with each share, in a workspace of its own."""

from __future__ import annotations

from model.errors import ModelError
from model.workspace.opening import open_workspace
from sync import syncing
from sync.address import share_at
from sync.errors import SyncError
from sync.steps import Watch
from sync.syncing import Reach
from tui.exchanging.wire import Answer, Ended, Refused, Request, done

OWN_FAULT = "synkningen gick inte"


def carry_out(request: Request, watch: Watch, reach: Reach = share_at) -> Answer:
    """Exchange, and give what came of it; every foreseen fault is an answer."""
    try:
        workspace = open_workspace(request.home, request.today)
    except ModelError as error:
        return Refused(message=str(error), brief=OWN_FAULT)
    try:
        if request.creates:
            for address in request.addresses:
                syncing.create_share(workspace.database, address, reach)
        outcomes = syncing.sync(
            workspace, request.addresses, watch, sweep=request.sweep, wait=request.wait, reach=reach
        )
        return Ended(tuple(map(done, outcomes)))
    except SyncError as error:
        return Refused(message=str(error))
    except ModelError as error:
        return Refused(message=str(error), brief=OWN_FAULT)
    finally:
        workspace.close()
