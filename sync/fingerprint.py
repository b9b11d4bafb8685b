"""What tells this database, on this machine, at this place, from a copy of it."""

from __future__ import annotations

import hashlib
import sys
import uuid
from functools import cache
from pathlib import Path

_MACHINE_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def fingerprint(database: Path) -> str:
    """A digest of the machine's id, the database's path and the id of the file itself.

    It never leaves the machine. A copy has another; a copy of a whole machine has the same, and
    is found out by what the share knows of it.
    """
    try:
        file = str(database.stat().st_ino)
    except OSError:
        file = ""
    parts = (_machine(), str(database.absolute()), file)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


@cache
def _machine() -> str:
    try:
        return _own_id()
    except OSError:
        return f"{uuid.getnode():x}"


if sys.platform == "win32":

    def _own_id() -> str:
        import winreg

        key = r"SOFTWARE\Microsoft\Cryptography"
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, access) as opened:
            return str(winreg.QueryValueEx(opened, "MachineGuid")[0])

else:

    def _own_id() -> str:
        for path in _MACHINE_FILES:
            if path.exists():
                return path.read_text(encoding="utf-8", errors="replace").strip()
        return f"{uuid.getnode():x}"
