"""A segment: some changes of one writer in one scope, as one immutable file.

The file's name says which: `<writer>-<first>-<last>-<chain>.seg`. The chain is a hash over the
names of all the writer's changes in the scope up to `last`, so a name says what the content
must be, wherever the file came from. Inside is gzip with JSON Lines: a header, then each
change's line byte for byte.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

from model.journal.change import MAX_LINE_BYTES, name_of
from model.plan.entities import ChangeName
from model.plan.identifiers import Scope

FORMAT = 1
START = "0" * 40
"""The chain before a writer's first change in a scope."""

MAX_FILE_BYTES = 16 * 1_048_576
MAX_RAW_BYTES = 16 * 1_048_576
MAX_LINES = 20_000
"""What is read at most of one file, of what it holds unpacked, and of changes in that: each costs
many times its own bytes once it is read."""

SEGMENT_LINES = 5_000
SEGMENT_BYTES = 8 * 1_048_576
"""How much is put into one file, well below what is read."""

Writer = str
"""One incarnation of one local database: 20 random hex digits."""

Chain = str
"""40 hex digits over the names of a writer's changes so far in a scope."""

_FILE = re.compile(r"([0-9a-f]{20})-([1-9][0-9]{0,8})-([1-9][0-9]{0,8})-([0-9a-f]{40})\.seg")


class SegmentName(msgspec.Struct, frozen=True, order=True):
    """Which changes a segment holds: positions `first` to `last` of a writer."""

    writer: Writer
    first: int
    last: int
    chain: Chain

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.writer}-{self.first}-{self.last}-{self.chain}.seg"

    def overlaps(self, other: SegmentName) -> bool:
        """Whether both hold some position of the same writer."""
        same = self.writer == other.writer
        return same and self.first <= other.last and other.first <= self.last


class Segment(msgspec.Struct, frozen=True):
    """A segment that holds what its name says."""

    scope: Scope
    name: SegmentName
    before: Chain
    names: tuple[ChangeName, ...]
    lines: tuple[bytes, ...]


class UnsoundSegment(Exception):
    """A file does not hold what its name says: half-copied or damaged; `reason` is Swedish."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


NEWER = "skriven av en nyare version av tertial; uppdatera programmet"


class NewerSegment(UnsoundSegment):
    """A newer version of the program wrote the file."""

    def __init__(self) -> None:
        super().__init__(NEWER)


class _Header(msgspec.Struct):
    format: int
    scope: Scope = ""
    writer: Writer = ""
    first: int = 0
    last: int = 0
    before: Chain = ""


def name_from(file: str) -> SegmentName | None:
    """The name that a file name says; None for any file that is not a segment."""
    match = _FILE.fullmatch(file)
    if match is None or int(match[3]) < int(match[2]):
        return None
    return SegmentName(match[1], int(match[2]), int(match[3]), match[4])


def chain_over(before: Chain, names: Iterable[ChangeName]) -> Chain:
    """The chain after these changes."""
    chain = before
    for name in names:
        chain = hashlib.sha256(f"{chain}{name}".encode("ascii")).hexdigest()[: len(START)]
    return chain


def cut(
    scope: Scope, writer: Writer, after: int, before: Chain, lines: Sequence[bytes]
) -> Iterable[Segment]:
    """Number lines from `after` + 1 and put them into segments of bounded size."""
    rest = iter(lines)
    while part := _next_part(rest):
        names = tuple(map(name_of, part))
        chain = chain_over(before, names)
        name = SegmentName(writer, after + 1, after + len(part), chain)
        yield Segment(scope, name, before, names, tuple(part))
        after, before = name.last, chain


def _next_part(lines: Iterable[bytes]) -> list[bytes]:
    """Lines for one segment. The last may go over the size by one line, which is bounded."""
    part: list[bytes] = []
    size = 0
    for line in islice(lines, SEGMENT_LINES):
        part.append(line)
        size += len(line)
        if size >= SEGMENT_BYTES:
            break
    return part


def encode(segment: Segment) -> bytes:
    """The bytes of a segment's file."""
    name = segment.name
    header = _Header(FORMAT, segment.scope, name.writer, name.first, name.last, segment.before)
    raw = b"\n".join((msgspec.json.encode(header), *segment.lines, b""))
    return gzip.compress(raw, compresslevel=6, mtime=0)


def decode(content: bytes, scope: Scope, name: SegmentName) -> Segment:
    """The segment in a file that lay in a scope under a name; raises `UnsoundSegment`."""
    raw = _unpacked(content)
    if raw.count(b"\n") > MAX_LINES + 1:
        raise UnsoundSegment("filen har fler ändringar än en fil får ha")
    head, *lines = raw.split(b"\n")
    header = _header(head)
    if not lines or lines.pop() != b"":
        raise UnsoundSegment("filen tar slut mitt i en rad")
    said = (header.scope, header.writer, header.first, header.last)
    if said != (scope, name.writer, name.first, name.last):
        raise UnsoundSegment("innehållet hör till en annan fil")
    if len(lines) != name.last - name.first + 1:
        raise UnsoundSegment("antalet ändringar stämmer inte")
    if any(len(line) > MAX_LINE_BYTES for line in lines):
        raise UnsoundSegment("en rad är för lång")
    if not re.fullmatch("[0-9a-f]{40}", header.before):
        raise UnsoundSegment("filhuvudet går inte att läsa")
    names = tuple(map(name_of, lines))
    if chain_over(header.before, names) != name.chain:
        raise UnsoundSegment("innehållet stämmer inte med filens namn")
    return Segment(scope, name, header.before, names, tuple(lines))


def _unpacked(content: bytes) -> bytes:
    if not content:
        raise UnsoundSegment("filen är tom")
    if len(content) > MAX_FILE_BYTES:
        raise UnsoundSegment("filen är för stor")
    unpacker = zlib.decompressobj(wbits=31)
    try:
        raw = unpacker.decompress(content, MAX_RAW_BYTES + 1)
    except zlib.error as error:
        raise UnsoundSegment("filen är skadad") from error
    if len(raw) > MAX_RAW_BYTES:
        raise UnsoundSegment("innehållet är för stort")
    if not unpacker.eof:
        raise UnsoundSegment("filen är inte färdigkopierad")
    if unpacker.unused_data:
        raise UnsoundSegment("filen har något efter sitt slut")
    return raw


def _header(head: bytes) -> _Header:
    try:
        header = msgspec.json.decode(head, type=_Header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnsoundSegment("filhuvudet går inte att läsa") from error
    if header.format > FORMAT:
        raise NewerSegment
    return header
