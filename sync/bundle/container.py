"""The form of a bundle: a zip file, nothing in it compressed, with segments under their names.

There is `<scope>/<segment>` for each, and last a small file that says what it all is. Whoever finds
one in thirty years can open it. It may come from anywhere, so nothing in it is believed: each
segment is verified against its name, and all of them together are no larger than the file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from model.errors import system_reason
from model.plan.identifiers import Scope
from sync.bundle.errors import (
    BundleDamaged,
    BundleNewer,
    BundleTooLarge,
    BundleUnreachable,
    NotABundle,
)
from sync.errors import ShareFailing, ShareRefused
from sync.segment import MAX_FILE_BYTES, SegmentName, name_from
from sync.share import Found, Mark, ShareId, Vanished, is_scope

FORMAT = 1
MANIFEST = "tertial-bundle.json"
MOST_SEGMENTS = 60_000
"""Below what a zip file holds in its plain form."""

_MANIFEST_BYTES = 65_536
_DIRECTORY_BYTES = 16 * 1_048_576
_END = b"PK\x05\x06"
_END_BYTES = 22
_END_OF_LARGE = b"PK\x06\x07"
_END_OF_LARGE_BYTES = 20
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The same content gives the same bytes, whenever it is written."""


class Manifest(msgspec.Struct):
    """What a bundle says of itself."""

    format: int
    municipality: str = ""
    segments: int = 0


def pack(
    path: Path, stream: BinaryIO, municipality: str, segments: Iterable[tuple[str, bytes]]
) -> None:
    """Write a bundle: `<scope>/<segment>` and content for each; raises `BundleTooLarge`."""
    count = 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=False) as packed:
        for name, content in segments:
            count += 1
            if count > MOST_SEGMENTS:
                raise BundleTooLarge(path, MOST_SEGMENTS)
            _add(packed, name, content)
        _add(packed, MANIFEST, msgspec.json.encode(Manifest(FORMAT, municipality, count)))


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _WHEN)
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    packed.writestr(entry, content)


class Bundle:
    """A bundle that is read, as a share that cannot be written on.

    Raises `BundleUnreachable`, `NotABundle`, `BundleDamaged` or `BundleNewer`.
    """

    def __init__(self, path: Path) -> None:
        self.address = str(path)
        self._path = path
        try:
            self._size = _checked_size(path)
            self._packed = zipfile.ZipFile(path)
        except OSError as error:
            raise BundleUnreachable(path, system_reason(error)) from error
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise NotABundle(path) from error
        try:
            self.manifest = self._read_manifest()
            self._entries = self._read_names()
        except BaseException:
            self.close()
            raise

    def _read_manifest(self) -> Manifest:
        try:
            entry = self._packed.getinfo(MANIFEST)
        except KeyError as error:
            raise NotABundle(self._path) from error
        try:
            content = self._content(entry, _MANIFEST_BYTES)
            manifest = msgspec.json.decode(content, type=Manifest)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, *_TORN) as error:
            raise BundleDamaged(self._path) from error
        if manifest.format > FORMAT:
            raise BundleNewer(self._path)
        return manifest

    def _read_names(self) -> dict[Scope, dict[SegmentName, zipfile.ZipInfo]]:
        """The segments by scope. Names that are none of ours are passed over, as in a folder."""
        found: dict[Scope, dict[SegmentName, zipfile.ZipInfo]] = {}
        count = size = 0
        for entry in self._packed.infolist():
            scope, _, file = entry.filename.partition("/")
            name = name_from(file)
            if name is None or not is_scope(scope):
                continue
            if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1:
                raise BundleDamaged(self._path)
            found.setdefault(scope, {})[name] = entry
            count += 1
            size += max(entry.file_size, entry.compress_size)
        if count != self.manifest.segments or size > self._size:
            raise BundleDamaged(self._path)
        return found

    def _content(self, entry: zipfile.ZipInfo, limit: int) -> bytes:
        with self._packed.open(entry) as stream:
            return stream.read(limit)

    def open(self) -> ShareId:
        """See `Share.open`: a bundle has no id, and leaves no trace but what was in it."""
        return "bundle"

    def create(self, _share: ShareId) -> ShareId:
        """See `Share.create`."""
        raise ShareRefused(self.address, "skriva")

    def scopes(self) -> dict[Scope, Mark]:
        """See `Share.scopes`."""
        return {scope: str(len(names)) for scope, names in sorted(self._entries.items())}

    def listing(self, scope: Scope) -> list[Found]:
        """See `Share.listing`."""
        entries = self._entries.get(scope, {})
        return sorted(
            (Found(name, entry.file_size) for name, entry in entries.items()),
            key=lambda each: each.name,
        )

    def expect(self, _scope: Scope, _names: Sequence[SegmentName]) -> None:
        """See `Share.expect`."""

    def read(self, scope: Scope, name: SegmentName) -> bytes:
        """See `Share.read`."""
        entry = self._entries.get(scope, {}).get(name)
        if entry is None:
            raise Vanished
        try:
            return self._content(entry, MAX_FILE_BYTES + 1)
        except _TORN as error:
            raise ShareFailing(self.address, str(error)) from error

    def write(self, _scope: Scope, _name: SegmentName, _content: bytes) -> bool:
        """See `Share.write`."""
        raise ShareRefused(self.address, "skriva")

    def clock_ahead(self, _scope: Scope, _name: SegmentName) -> float | None:
        """See `Share.clock_ahead`."""
        return None

    def close(self) -> None:
        """See `Share.close`."""
        self._packed.close()


_TORN = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
"""What reading a zip file that was tampered with may raise."""


def _checked_size(path: Path) -> int:
    """The file's size, once its end says that its directory is small enough to be read."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_BYTES - _END_OF_LARGE_BYTES))
        tail = file.read()
    end, before = tail[-_END_BYTES:], tail[:-_END_BYTES]
    if not end.startswith(_END) or before.startswith(_END_OF_LARGE):
        raise NotABundle(path)
    if int.from_bytes(end[12:16], "little") > _DIRECTORY_BYTES:
        raise BundleDamaged(path)
    return size
