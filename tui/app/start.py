"""Starting the full-screen app."""

from __future__ import annotations

import gc
from datetime import date

from model.home.paths import Home


def run_app(home: Home, today: date) -> int:
    """Run the app until the person leaves it; gives back the exit code.

    What nothing in the app had foreseen is raised when the terminal is as it was before.
    """
    # Collecting garbage while hundreds of modules load costs a tenth of the start.
    gc.disable()
    from tui.app.app import TertialApp
    from tui.app.pasting import use_in_drivers

    use_in_drivers()
    app = TertialApp(home, today)
    app.call_later(_collect_again)
    code = app.run()
    if app.unexpected is not None:
        raise app.unexpected
    return code or 0


def _collect_again() -> None:
    gc.freeze()
    gc.enable()
