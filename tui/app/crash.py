"""What should not have happened: the app ends, and whoever started it logs the error and tells."""

from __future__ import annotations

from textual.app import App
from textual.worker import WorkerFailed


class EndsQuietly(App[int]):
    """An app that prints no traceback when something in it fails.

    Textual has no public hook for this: `_fatal_error` and `panic` make what it prints at the end
    of a failed run.
    """

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """End the run as after any other error; what Textual would show is for programmers."""
        self._close_messages_no_wait()

    @property
    def unexpected(self) -> Exception | None:
        """The first error that nothing had foreseen."""
        error = self._exception
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            return error.error
        return error
