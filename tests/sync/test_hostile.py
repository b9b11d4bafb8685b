"""Whatever lies on a share: never executed, never fatal, and never in the way of the rest."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.journal.change import name_of
from model.plan.vocabulary import Role
from sync import pulling
from sync.exchange import Exchange
from sync.segment import START, Segment, SegmentName, chain_over, cut, encode, name_from
from tests.sync.checking import check_home
from tests.sync.homes import KITCHEN, LIBRARY, SHARE, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import MemoryFiles

MALLORY = "ab" * 10


@pytest.fixture
def files() -> MemoryFiles:
    """A share that anybody may write on."""
    files = MemoryFiles()
    new_share(files)
    files.folders |= {SHARE / KITCHEN, SHARE / "central"}
    return files


@pytest.fixture
def anna(files: MemoryFiles) -> Iterator[HomeOf]:
    """A home with something to lose."""
    home = HomeOf(fresh_folder(), "anna", clock=Clock())
    home.plan("möten", title="Möten")
    yield home
    home.close()


def lay(files: MemoryFiles, *lines: bytes, scope: str = KITCHEN) -> Path:
    """A well-formed segment with these lines; gives its path."""
    (segment,) = cut(scope, MALLORY, 0, START, lines)
    path = SHARE / scope / segment.name.file
    files.content[path] = encode(segment)
    return path


def lay_raw(files: MemoryFiles, content: bytes, name: SegmentName | None = None) -> Path:
    """Bytes under the name of a segment."""
    given = name or SegmentName(MALLORY, 1, 1, "cd" * 20)
    path = SHARE / KITCHEN / given.file
    files.content[path] = content
    return path


def change(**more: object) -> bytes:
    """A change as a line, with whatever the hostile one puts in."""
    values = {
        "scope": KITCHEN,
        "author": "mallory",
        "time": "2024-04-22T08:00:00.000Z-0000",
        "action": "a",
        "entity": "activity",
        "id": "ond",
        "fields": {"title": "Ond"},
    }
    return json.dumps({**values, **more}).encode("utf-8")


def nested(depth: int) -> bytes:
    """JSON lists in each other."""
    return b"[" * depth + b"]" * depth


LINES: dict[str, bytes] = {
    "no JSON": b"DROP TABLE journal; --",
    "deep": change().replace(b'"Ond"', nested(100_000)),
    "deep by itself": nested(400_000),
    "empty": b"",
    "nothing but bytes": bytes(range(11, 256)),
    "half a letter": change(id="\ud800"),
    "foreign scope": change(scope=LIBRARY),
    "the centre's scope": change(scope="central", entity="goal", fields={"text": "Ond"}),
    "scope as a path": change(scope="../../etc"),
    "twice the same key": change().replace(b'"scope"', b'"scope": "central", "scope"'),
    "endless number": change().replace(b'"Ond"', b"1e999"),
    "wrong kinds": change(fields=[1], bases={"a": 1}),
}
SHOWN_LINES: dict[str, bytes] = {
    "SQL": change(id="'; DROP TABLE journal; --", fields={"title": "' OR 1=1 --"}),
    "terminal": change(fields={"title": "\x1b]0;ond\x07\x1b[2J"}),
    "long": change(fields={"title": "x" * 900_000}),
    "zero": change(id="a\0b", fields={"title": "\0"}),
    "time from nowhere": change(time="alltid"),
    "time far away": change(time="9999-12-31T23:59:59.999Z-9999"),
    "a future kind": change(entity="sqlite_master", id="x"),
    "a future field": change(fields={"__class__": {"a": [1]}}),
    "a huge number": change(fields={"year": 10**30}),
    "bases of others": change(bases=["0" * 40] * 1000),
}


@pytest.mark.parametrize("name", LINES)
def test_a_line_that_is_no_change_of_this_scope(
    files: MemoryFiles, anna: HomeOf, name: str
) -> None:
    """Kept, told of, passed on, and not shown; what came in the same file is."""
    lines = (change(id="god", fields={"title": "God"}), LINES[name])
    if b"\n" in LINES[name]:
        lines = (lines[0], LINES[name].replace(b"\n", b" "))
    path = lay(files, *lines)
    outcome = anna.sync(files)
    assert not outcome.problems
    assert not outcome.unread
    assert anna.title("god") == "God"
    assert not anna.title("ond") or name in {"twice the same key", "endless number"}
    assert outcome.not_shown + len(anna.entries()) == 3
    check_home(anna)
    lost = files.content.pop(path)
    assert anna.sync(files).put_back == 2
    assert zlib.decompress(files.content[path], 31) == zlib.decompress(lost, 31), "byte for byte"


@pytest.mark.parametrize("name", SHOWN_LINES)
def test_a_line_with_words_that_mean_something_elsewhere(
    files: MemoryFiles, anna: HomeOf, name: str
) -> None:
    """It is text, kept as it is; the database and the plan go on."""
    lay(files, SHOWN_LINES[name])
    outcome = anna.sync(files)
    assert not outcome.problems
    assert outcome.received == 1
    assert anna.title("möten") == "Möten"
    check_home(anna)
    anna.plan("frukost", title="Frukost")
    assert anna.sync(files).sent == 1


def bomb() -> bytes:
    """Some kilobytes that unpack to twice of what is read at most."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(bytes(1 << 20)) for _ in range(128)]
    return b"".join([*parts, packer.flush()])


def renamed(make: Callable[[SegmentName], SegmentName]) -> tuple[bytes, SegmentName]:
    """A sound segment under another segment's name."""
    (segment,) = cut(KITCHEN, MALLORY, 0, START, [change()])
    return encode(segment), make(segment.name)


def header(**more: object) -> bytes:
    """A file that is nothing but a header."""
    return gzip.compress(json.dumps({"format": 1, **more}).encode("utf-8") + b"\n")


FILES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"hej",
    "bomb": bomb,
    "header only": header,
    "deep header": lambda: gzip.compress(nested(200_000) + b"\n"),
    "negative": lambda: header(first=-1, last=-5),
    "words for numbers": lambda: header(first="1", last="många"),
    "a huge format": lambda: header(format=10**40),
    "no line ends": lambda: gzip.compress(b"x" * 5_000_000),
    "only line ends": lambda: gzip.compress(b"\n" * 5_000_000),
    "a huge line": lambda: gzip.compress(b'{"format":1}\n' + b"x" * 2_000_000 + b"\n"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_segment(files: MemoryFiles, anna: HomeOf, name: str) -> None:
    """Left where it is and told of; everything else is exchanged."""
    lay_raw(files, FILES[name]())
    outcome = anna.sync(files)
    assert not outcome.problems
    assert len(outcome.unread) == 1
    assert outcome.sent == 1


def test_more_changes_than_a_file_may_have(files: MemoryFiles, anna: HomeOf) -> None:
    """A few kilobytes that are millions of lines are turned away before they are told apart."""
    count = 15_000_000
    head = {"format": 1, "scope": KITCHEN, "writer": MALLORY, "first": 1, "last": count}
    start = json.dumps({**head, "before": START}).encode("utf-8")
    name = SegmentName(MALLORY, 1, count, "cd" * 20)
    lay_raw(files, gzip.compress(start + b"\n" * (count + 1)), name)
    outcome = anna.sync(files)
    assert [each.reason for each in outcome.unread] == ["filen har fler ändringar än en fil får ha"]
    assert outcome.sent == 1


def test_large_files_are_taken_in_one_at_a_time(
    files: MemoryFiles, anna: HomeOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are, they are never in memory all at once."""
    monkeypatch.setattr(pulling, "BYTES_AT_A_TIME", 1_000)
    for number in range(3):
        lay(files, change(id=f"nr {number}", fields={"title": "x" * 1_000}))
    taken_in: list[int] = []
    Exchange(
        anna.workspace, anna.share(files), watch=lambda step: taken_in.append(step.received)
    ).run()
    assert {0, 1, 2, 3} <= set(taken_in)


def test_a_newer_format_is_left_alone(files: MemoryFiles, anna: HomeOf) -> None:
    """The message says to upgrade; the file stays for when that is done."""
    path = lay_raw(files, header(format=2, new="things"))
    before = files.content[path]
    outcome = anna.sync(files)
    assert "uppdatera programmet" in outcome.unread[0].reason
    assert files.content[path] == before
    assert outcome.sent == 1


@pytest.mark.parametrize(
    "make",
    [
        lambda name: SegmentName(name.writer, 2, 2, name.chain),
        lambda name: SegmentName("cd" * 10, name.first, name.last, name.chain),
        lambda name: SegmentName(name.writer, 1, 2, name.chain),
        lambda name: SegmentName(name.writer, 1, 1, "ef" * 20),
    ],
)
def test_a_file_with_the_name_of_another(
    files: MemoryFiles, anna: HomeOf, make: Callable[[SegmentName], SegmentName]
) -> None:
    """The name says what the content must be."""
    lay_raw(files, *renamed(make))
    outcome = anna.sync(files)
    assert len(outcome.unread) == 1
    assert anna.title("ond") == ""


def test_a_segment_of_another_scope_is_not_taken_for_this_one(
    files: MemoryFiles, anna: HomeOf
) -> None:
    """A file copied between the folders of units counts in neither wrongly."""
    path = lay(files, change(scope=LIBRARY), scope=LIBRARY)
    files.content[SHARE / KITCHEN / path.name] = files.content.pop(path)
    assert [each.reason for each in anna.sync(files).unread] == ["innehållet hör till en annan fil"]


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "..seg",
        f"{MALLORY}-1-1-{'cd' * 20}.SEG",
        f"{MALLORY}-1-1-{'cd' * 20}.seg ",
        f"{MALLORY}-1-1-{'cd' * 20}.seg\n",
        f"{MALLORY}-01-1-{'cd' * 20}.seg",
        f"{MALLORY}-2-1-{'cd' * 20}.seg",
        f"{MALLORY}-1-9999999999-{'cd' * 20}.seg",
        f"{MALLORY}-1-1-{'cd' * 20}.seg.tmp",
        f"{MALLORY}-1-1-{'cd' * 20} (1).seg",
        f"{MALLORY}-1-1-{'CD' * 20}.seg",
        f"{MALLORY}-١-1-{'cd' * 20}.seg",
        "desktop.ini",
        "~$plan.docx",
        "",
    ],
)
def test_only_names_of_our_own_form_are_read(files: MemoryFiles, anna: HomeOf, name: str) -> None:
    """What sync clients, systems and people leave in a folder is ignored."""
    assert name_from(name) is None
    files.content[SHARE / KITCHEN / (name or "tom")] = b"x"
    outcome = anna.sync(files)
    assert not outcome.unread
    assert not outcome.problems


def test_folders_that_are_no_scopes_are_passed_over(files: MemoryFiles) -> None:
    """The centre reads every scope there is, and nothing else."""
    cia = HomeOf(fresh_folder(), "cia", role=Role.CENTRAL, units=(), clock=Clock())
    files.folders |= {SHARE / name for name in ("..", "CON", "con", "Delade bilder", "-x", "$bin")}
    share = cia.share(files)
    assert list(share.scopes()) == sorted(["central", KITCHEN])
    assert not cia.sync(files).problems
    cia.close()


def test_a_name_that_claims_everything_of_somebody_else(files: MemoryFiles, anna: HomeOf) -> None:
    """Nothing is taken for known, and no time is lost on it."""
    anna.sync(files)
    (mine,) = [path for path in files.content if path.parent.name == KITCHEN]
    name = name_from(mine.name)
    assert name is not None
    for first, last in ((1, 999_999_999), (1, 2), (2, 2)):
        claimed = SegmentName(name.writer, first, last, name.chain)
        lay_raw(files, encode_of(change(), claimed), claimed)
    outcome = anna.sync(files)
    assert len(outcome.unread) == 3
    assert anna.title("ond") == ""
    anna.plan("frukost", title="Frukost")
    assert anna.sync(files).sent == 1


def encode_of(line: bytes, name: SegmentName) -> bytes:
    """A file whose header says what its name says, whatever it holds."""
    return encode(Segment(KITCHEN, name, START, (name_of(line),), (line,)))


def test_a_single_flipped_bit_is_always_noticed(files: MemoryFiles, anna: HomeOf) -> None:
    """Nothing that differs from what was written is ever shown."""
    chance = random.Random(1)  # noqa: S311  places to flip, no secret
    line = change(fields={"title": "Rätt"})
    for _ in range(60):
        path = lay(files, line)
        content = bytearray(files.content[path])
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        files.content[path] = bytes(content)
        anna.sync(files)
        assert anna.title("ond") in ("", "Rätt")
    lay(files, line)
    anna.sync(files)
    assert anna.title("ond") == "Rätt"


def test_the_clock_of_a_hostile_device_pulls_no_other_along(
    files: MemoryFiles, anna: HomeOf
) -> None:
    """A change from the year 9999 does not date everybody's next ones so."""
    lay(files, change(time="9999-12-31T23:59:59.999Z-9999"))
    outcome = anna.sync(files)
    assert any("en av klockorna går fel" in text for text in outcome.clocks)
    entry = anna.write_raw(KITCHEN, {"title": "Nu"})
    assert entry.change.time.startswith("2024-04-22")


def test_chain_and_name_belong_together() -> None:
    """The name of a segment depends on every change before, in order."""
    names = [name_of(change(id=str(number))) for number in range(3)]
    assert chain_over(START, names) == chain_over(chain_over(START, names[:1]), names[1:])
    assert chain_over(START, names) != chain_over(START, reversed(names))


def test_more_files_than_one_question_takes(files: MemoryFiles, anna: HomeOf) -> None:
    """A folder that somebody filled with rubbish is told of, and forgotten when it is cleaned."""
    for number in range(1, 35_000):
        lay_raw(files, b"", SegmentName(MALLORY, number, number, "cd" * 20))
    assert len(anna.sync(files).unread) == 34_999
    for path in [path for path in files.content if path.name.startswith(MALLORY)]:
        del files.content[path]
    outcome = anna.sync(files)
    assert not outcome.unread
    assert not outcome.problems
