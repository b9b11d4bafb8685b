"""The marker file: what makes a folder a share, and tells one share from another."""

from __future__ import annotations

import msgspec

from sync.errors import MarkerUnreadable, ShareNewer
from sync.share import ShareId, is_share_id

MARKER = "tertial-share.json"
FORMAT = 1
MAX_BYTES = 65_536


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
    if not is_share_id(marker.id):
        raise MarkerUnreadable(address)
    return marker.id
