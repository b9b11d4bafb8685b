"""Where a database must not lie: on a network drive, or where a sync client copies it.

SQLite's locks do not hold over a network, and a sync client that copies a file while it is
written makes a copy that is not sound.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_SYNCED = re.compile(
    r"onedrive|sharepoint|dropbox|google ?drive|icloud|nextcloud|box sync", re.IGNORECASE
)
_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "afpfs", "9p", "davfs"}
)
_MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4


def location_problem(folder: Path) -> str | None:
    """Why a folder is no place for a database, in Swedish; None when nothing speaks against it."""
    if synced := next((part for part in folder.parts if _SYNCED.search(part)), None):
        return f"Mappen ligger i ”{synced}”, som synkas av ett annat program."
    if str(folder).startswith(("\\\\", "//")) or _is_remote(folder):
        return "Mappen ligger på en nätverksenhet."
    return None


def _is_remote(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return bool(drive == _REMOTE_DRIVE)
    return _mount_type(folder) in _NETWORK_TYPES


def _mount_type(folder: Path) -> str:
    """The type of the file system that a folder lies on, where the system tells; else empty."""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in mounts:
        _, point, found, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if folder.is_relative_to(point) and len(point) > len(best):
            best, kind = point, found
    return kind
