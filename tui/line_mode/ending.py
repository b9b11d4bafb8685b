"""How a run ends: exit codes, messages on stderr, and a log of what should not have happened.

0 done; 1 refused, or findings that must be dealt with; 2 wrong use; 130 interrupted.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence

import click

REFUSED = 1
INTERRUPTED = 130
BROKEN_PIPE = 141


def run_safely(run: Callable[[], int], words: Sequence[str]) -> int:
    """Run a command and give back its exit code; no exception reaches the user as a traceback.

    `words` are those of the command line, which may say where the log is.
    """
    try:
        code = run()
        sys.stdout.flush()
        return code
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        return _say_wrong_use(wrong)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return BROKEN_PIPE
    except Exception as error:  # noqa: BLE001  the last stop: logged, and told in Swedish
        return _say_refused(error, words)


def _say_wrong_use(wrong: click.ClickException) -> int:
    said = io.StringIO()
    wrong.show(said)
    _tell(said.getvalue().rstrip("\n"))
    return wrong.exit_code


def _say_refused(error: Exception, words: Sequence[str]) -> int:
    from model.errors import ModelError
    from report.errors import ReportError
    from sync.errors import SyncError

    if isinstance(error, ModelError | ReportError | SyncError):
        _tell(str(error))
    else:
        from tui.log import log_unexpected

        _tell(log_unexpected(error, words))
    return REFUSED


def _tell(message: str) -> None:
    from model.swedish.visible import visible_lines

    with contextlib.suppress(OSError):
        click.echo(visible_lines(message), err=True)


def _forget_output() -> None:
    """Let nothing more be written to a pipe that nobody reads, also when Python ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
