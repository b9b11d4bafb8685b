"""From the address of a share to the share itself."""

from __future__ import annotations

import re
from pathlib import Path

from sync.errors import NotAnAddress
from sync.files import DiskFiles, Files
from sync.folder.share import FolderShare

_OTHER_KIND = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
"""A scheme such as `https:`; a single letter is a Windows drive."""


def whole_address(address: str) -> str:
    """The address as it is remembered: of a folder the whole path; raises `NotAnAddress`."""
    return str(_folder(address))


def share_at(address: str, files: Files | None = None) -> FolderShare:
    """The share that an address names; nothing is looked for yet. Raises `NotAnAddress`."""
    return FolderShare(address, _folder(address), files or DiskFiles())


def _folder(address: str) -> Path:
    given = address.strip()
    if not given or "\0" in given or _OTHER_KIND.match(given):
        raise NotAnAddress(address)
    try:
        return Path(given).expanduser().absolute()
    except RuntimeError as error:
        raise NotAnAddress(address) from error
