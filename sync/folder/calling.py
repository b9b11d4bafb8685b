"""Calling the share's file system: bounded retries, and errors that a person understands."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from model.errors import system_reason
from sync.errors import (
    ShareBusy,
    ShareError,
    ShareFailing,
    ShareFull,
    ShareGone,
    ShareLinked,
    ShareRefused,
)

T = TypeVar("T")

PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between tries: a virus scanner or sync client lets go within that."""

_HELD_BY_ANOTHER = frozenset({5, 32, 33})
"""Windows: access denied (also for a file that is being removed), sharing and lock violation."""

_BUSY = frozenset({errno.EBUSY, errno.EAGAIN, errno.EINTR, errno.ETXTBSY, errno.EDEADLK})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset(
    {
        errno.ENOENT,
        errno.ENOTDIR,
        errno.EINVAL,
        errno.ENODEV,
        errno.ENXIO,
        errno.ENOTCONN,
        errno.ECONNRESET,
        errno.ECONNABORTED,
        errno.ECONNREFUSED,
        errno.EHOSTDOWN,
        errno.EHOSTUNREACH,
        errno.ENETDOWN,
        errno.ENETUNREACH,
        errno.ETIMEDOUT,
        errno.ESTALE,
    }
)
_GONE_ON_WINDOWS = frozenset({21, 51, 53, 55, 59, 64, 67, 121, 1231, 1232, 1236})


def call(address: str, what: Callable[[], T], pause: Callable[[float], None] = time.sleep) -> T:
    """Do something on a share; raises a `ShareError`.

    `FileNotFoundError` and `FileExistsError` come through: what they mean the caller knows.
    """
    for wait in (*PAUSES, None):
        try:
            return what()
        except OSError as error:
            if isinstance(error, FileNotFoundError | FileExistsError) and not _is_gone(error):
                raise
            if wait is None or not _may_pass(error):
                raise share_error(address, error) from error
            pause(wait)
    raise AssertionError("the last try gives or raises")


def _may_pass(error: OSError) -> bool:
    return _windows_code(error) in _HELD_BY_ANOTHER or error.errno in _BUSY


def _is_gone(error: OSError) -> bool:
    """Windows says of a lost server that the file is not found; the code tells which."""
    return _windows_code(error) in _GONE_ON_WINDOWS


def _windows_code(error: OSError) -> int | None:
    code: int | None = getattr(error, "winerror", None)
    return code


def share_error(address: str, error: OSError) -> ShareError:
    """The typed error for what the system said."""
    windows = _windows_code(error)
    if _is_gone(error):
        return ShareGone(address)
    if windows in _HELD_BY_ANOTHER and windows != 5:
        return ShareBusy(address)
    for codes, kind in ((_BUSY, ShareBusy), (_FULL, ShareFull), (_GONE, ShareGone)):
        if error.errno in codes:
            return kind(address)
    if error.errno == errno.ELOOP:
        return ShareLinked(address, Path(error.filename).name if error.filename else "")
    if error.errno in _REFUSED:
        return ShareRefused(address)
    return ShareFailing(address, system_reason(error))
