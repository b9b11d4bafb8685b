"""The marker file: what makes a folder a share, and tells one share from another."""

from __future__ import annotations

import re

import msgspec

from sync.errors import MarkerUnreadable, ShareNewer
from sync.share import ShareId

MARKER = "tertial-share.json"
FORMAT = 1
MAX_BYTES = 65_536

_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class _Marker(msgspec.Struct):
    format: int
    id: ShareId = ""


def marker_content(share: ShareId) -> bytes:
    """The bytes of a new share's marker file."""
    return msgspec.json.format(msgspec.json.encode(_Marker(FORMAT, share)), indent=2) + b"\n"


def share_in(address: str, content: bytes) -> ShareId:
    """The id that a marker file says; raises `MarkerUnreadable` or `ShareNewer`."""
    try:
        marker = msgspec.json.decode(content, type=_Marker)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MarkerUnreadable(address) from error
    if marker.format > FORMAT:
        raise ShareNewer(address)
    if not _UUID.fullmatch(marker.id):
        raise MarkerUnreadable(address)
    return marker.id
