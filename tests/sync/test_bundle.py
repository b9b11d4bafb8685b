"""A bundle: one file for mail or a stick, written whole, read again and again, never believed."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.plan.entities import Municipality
from model.plan.identifiers import CENTRAL
from model.plan.vocabulary import Role
from sync.bundle.container import FORMAT, MANIFEST, Bundle, pack
from sync.bundle.errors import (
    BundleDamaged,
    BundleError,
    BundleNewer,
    BundleNotWritten,
    BundleUnreachable,
    NotABundle,
    NothingToPassOn,
    OtherMunicipality,
)
from sync.bundle.reading import Unpacked, read_bundle
from sync.bundle.writing import Packed, write_bundle
from sync.errors import ExchangeUnderWay
from sync.segment import START, cut, encode
from sync.turn import turn
from tests.sync.checking import check_home
from tests.sync.homes import KITCHEN, LIBRARY, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import MemoryFiles
from tests.sync.test_hostile import FILES, LINES, MALLORY, SHOWN_LINES, bomb, change


class Post:
    """The centre, Anna and Bo of the kitchen and Eva of the library, who send each other files."""

    def __init__(self, folder: Path) -> None:
        homes, clock = fresh_folder(), Clock()
        self.folder = folder
        self.cia = HomeOf(homes / "cia", "cia", role=Role.CENTRAL, units=(), clock=clock)
        self.anna = HomeOf(homes / "anna", "anna", clock=clock)
        self.bo = HomeOf(homes / "bo", "bo", clock=clock)
        self.eva = HomeOf(homes / "eva", "eva", units=(LIBRARY,), clock=clock)
        self.homes = (self.cia, self.anna, self.bo, self.eva)
        self.anna.plan("möten", title="Möten")

    def write(self, home: HomeOf, name: str = "paket") -> Packed:
        """Somebody writes a bundle."""
        return write_bundle(home.workspace, self.folder / name, mark=home.mark)

    def read(self, home: HomeOf, path: Path) -> Unpacked:
        """Somebody reads one."""
        return read_bundle(home.workspace, path, now=home.now)


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    """Four homes without any share."""
    post = Post(tmp_path)
    yield post
    for home in post.homes:
        check_home(home)
        home.close()


def test_what_one_wrote_the_other_gets(post: Post) -> None:
    """Without a share; again it changes nothing."""
    packed = post.write(post.anna)
    assert packed.path == post.folder / "paket.tertial"
    assert (packed.changes, packed.scopes, packed.replaced) == (1, 1, False)
    assert packed.size == packed.path.stat().st_size
    assert post.read(post.bo, packed.path).received == 1
    assert post.bo.title("möten") == "Möten"
    before = post.bo.entries()
    assert post.read(post.bo, packed.path) == Unpacked(0, (), 0, 0)
    assert post.bo.entries() == before


def test_the_same_content_gives_the_same_bytes(post: Post) -> None:
    """Once each change has its place, a bundle is written alike each time."""
    first = post.write(post.anna, "ett").path.read_bytes()
    assert post.write(post.anna, "två").path.read_bytes() == first


def test_what_others_wrote_is_passed_on_byte_for_byte(post: Post) -> None:
    """The centre carries everything to everybody, from whomever it came."""
    post.cia.set_goal("mål", text="Fler ska trivas")
    post.eva.plan("sagor", title="Sagor")
    for home in (post.anna, post.eva):
        post.read(post.cia, post.write(home).path)
    packed = post.write(post.cia)
    assert packed.scopes == 3
    assert post.read(post.bo, packed.path) == Unpacked(2, (), 0, 1)
    assert set(post.bo.tables()) == {("goal", "mål"), ("activity", "möten")}
    lines = {entry.line for entry in post.bo.entries().values()}
    assert lines <= {entry.line for entry in post.cia.entries().values()}


def test_nothing_counts_as_sent(post: Post) -> None:
    """A file may never arrive: what waits for the share waits, and is sent once."""
    files = MemoryFiles()
    new_share(files)
    post.anna.sync(files)
    post.anna.plan("frukost", title="Frukost")
    packed = post.write(post.anna)
    outcome = post.anna.sync(files)
    assert (outcome.sent + outcome.put_back, outcome.waiting.count) == (1, 0)
    assert post.bo.sync(files).received == 2
    assert post.read(post.bo, packed.path).received == 0
    assert post.anna.sync(files).put_back == 0


def test_what_came_in_a_bundle_goes_on_to_the_share(post: Post) -> None:
    """Whoever has both puts it there, under the name that it had."""
    files = MemoryFiles()
    new_share(files)
    post.read(post.bo, post.write(post.anna).path)
    assert post.bo.sync(files).put_back == 1
    outcome = post.anna.sync(files)
    assert (outcome.sent, outcome.put_back, outcome.waiting.count) == (0, 0, 0)


def test_a_laptop_set_back_after_a_bundle(post: Post) -> None:
    """Two different works never get one name."""
    copy = post.anna.copy_to(post.folder / "kopia")
    post.anna.plan("frukost", title="Frukost")
    first = post.write(post.anna, "ett").path
    post.anna.put_back(copy)
    post.anna.plan("besök", title="Besök")
    second = post.write(post.anna, "två").path
    for path in (first, second):
        post.read(post.bo, path)
    assert {"möten", "frukost", "besök"} <= {key for _, key in post.bo.tables()}


def test_another_municipalitys_bundle(post: Post) -> None:
    """Never mixed in; goals that only stand in do not count as one's own municipality."""
    with post.cia.workspace.edit() as edit:
        edit.save(Municipality(id="k", key="Ekby", name="Ekby"))
    other = post.folder / "annan.tertial"
    with other.open("wb") as stream:
        pack(other, stream, "Alby", [entry(change(scope=CENTRAL), CENTRAL)])
    with pytest.raises(OtherMunicipality, match="Alby"):
        post.read(post.cia, other)
    packed = post.write(post.cia)
    assert post.read(post.anna, packed.path).received == 1
    with pytest.raises(OtherMunicipality):
        post.read(post.anna, other)


def test_nothing_to_put_into_it(post: Post) -> None:
    """No file is left behind, and one that was there stays."""
    (post.folder / "paket.tertial").write_bytes(b"gammal")
    with pytest.raises(NothingToPassOn):
        post.write(post.bo)
    assert [path.name for path in post.folder.iterdir()] == ["paket.tertial"]
    assert (post.folder / "paket.tertial").read_bytes() == b"gammal"


def test_a_file_that_cannot_be_written(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole or not at all, and nothing of what is here is changed."""
    with pytest.raises(BundleNotWritten, match="finns inte"):
        post.write(post.anna, "saknas/paket")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BundleNotWritten, match="utrymmet är slut"):
        post.write(post.anna)
    assert list(post.folder.iterdir()) == []
    monkeypatch.undo()
    assert post.read(post.bo, post.write(post.anna).path).received == 1


def test_another_window_that_exchanges(post: Post) -> None:
    """One at a time: it is said, and done again later."""
    path = post.write(post.anna).path
    with turn(post.bo.path), pytest.raises(ExchangeUnderWay):
        read_bundle(post.bo.workspace, path, wait=0.01)
    with turn(post.anna.path), pytest.raises(ExchangeUnderWay):
        write_bundle(post.anna.workspace, path, wait=0.01)
    assert post.read(post.bo, path).received == 1


# What may come by mail.


def entry(line: bytes, scope: str = KITCHEN) -> tuple[str, bytes]:
    """A well-formed segment with a line, as a bundle has it."""
    (segment,) = cut(scope, MALLORY, 0, START, [line])
    return f"{scope}/{segment.name.file}", encode(segment)


def packed_of(folder: Path, *entries: tuple[str, bytes]) -> Path:
    """A bundle with these, well-formed itself."""
    path = folder / "ond.tertial"
    with path.open("wb") as stream:
        pack(path, stream, "", entries)
    return path


def refused(post: Post, path: Path) -> BundleError:
    """What is said of a file; nothing of it came in."""
    before = post.bo.entries()
    with pytest.raises(BundleError) as caught:
        post.read(post.bo, path)
    assert "Inget är ändrat" in str(caught.value)
    assert post.bo.entries() == before
    return caught.value


@pytest.mark.parametrize("content", [b"", b"hej", b"PK\x05\x06" + b"\0" * 18, b"x" * 70_000])
def test_a_file_that_is_no_bundle(post: Post, content: bytes) -> None:
    """An empty file, a letter, an empty archive."""
    path = post.folder / "brev.tertial"
    path.write_bytes(content)
    assert type(refused(post, path)) is NotABundle


def test_a_file_that_is_not_there(post: Post) -> None:
    """Nor is a folder a file."""
    assert type(refused(post, post.folder / "saknas.tertial")) is BundleUnreachable
    assert type(refused(post, post.folder)) is BundleUnreachable


def test_a_file_cut_short_anywhere(post: Post) -> None:
    """Mail and sticks do that; nothing of it is taken in by halves."""
    whole = post.write(post.anna).path.read_bytes()
    path = post.folder / "halv.tertial"
    for length in range(0, len(whole), 23):
        path.write_bytes(whole[:length])
        assert isinstance(refused(post, path), NotABundle | BundleDamaged)


def test_a_flipped_bit_is_always_noticed(post: Post) -> None:
    """Refused, or told of; never shown."""
    whole = post.write(post.anna).path.read_bytes()
    path = post.folder / "skadad.tertial"
    chance = random.Random(3)  # noqa: S311  places to flip, no secret
    for _ in range(150):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        try:
            post.read(post.bo, path)
        except BundleError:
            continue
        assert post.bo.title("möten") in ("", "Möten")


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"bomb"}))
def test_a_part_that_is_no_segment(post: Post, name: str) -> None:
    """Told of, and the rest is taken in."""
    damaged = (f"{KITCHEN}/{MALLORY}-1-1-{'cd' * 20}.seg", FILES[name]())
    path = packed_of(post.folder, damaged, entry(change(id="god", fields={"title": "God"})))
    unpacked = post.read(post.bo, path)
    assert len(unpacked.unread) == 1
    assert unpacked.received == 1
    assert post.bo.title("god") == "God"


@pytest.mark.parametrize("name", [*LINES, *SHOWN_LINES])
def test_a_line_that_means_something_elsewhere(post: Post, name: str) -> None:
    """As on a share: text, or kept unshown."""
    line = (LINES | SHOWN_LINES)[name].replace(b"\n", b" ")
    unpacked = post.read(post.bo, packed_of(post.folder, entry(line)))
    assert unpacked.received + unpacked.not_shown == 1
    assert post.bo.title("möten") == ""


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        f"../{KITCHEN}/{MALLORY}-1-1-{'cd' * 20}.seg",
        f"/{KITCHEN}/{MALLORY}-1-1-{'cd' * 20}.seg",
        f"con/{MALLORY}-1-1-{'cd' * 20}.seg",
        f"{KITCHEN}\\{MALLORY}-1-1-{'cd' * 20}.seg",
        f"{KITCHEN}/x/{MALLORY}-1-1-{'cd' * 20}.seg",
    ],
)
def test_names_that_are_paths(post: Post, name: str) -> None:
    """Nothing is ever unpacked to a disk, and only our own names are looked at."""
    path = post.folder / "ond.tertial"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(name, b"x")
        packed.writestr(MANIFEST, b'{"format": 1, "segments": 0}')
    assert post.read(post.bo, path) == Unpacked(0, (), 0, 0)
    assert [each.name for each in post.folder.iterdir()] == ["ond.tertial"]


def repacked(edit: Callable[[zipfile.ZipFile], None]) -> bytes:
    """An archive made by another hand."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        edit(packed)
    return stream.getvalue()


def compressed(packed: zipfile.ZipFile) -> None:
    """Everything compressed once more, among it a bomb."""
    packed.writestr(f"{KITCHEN}/{MALLORY}-1-1-{'cd' * 20}.seg", bytes(50_000_000))
    packed.writestr(MANIFEST, b'{"format": 1, "segments": 1}')


def too_few(packed: zipfile.ZipFile) -> None:
    """One segment was taken out."""
    packed.writestr(MANIFEST, b'{"format": 1, "segments": 1}')


def deep(packed: zipfile.ZipFile) -> None:
    """A manifest to fall over."""
    packed.writestr(MANIFEST, b"[" * 60_000)


@pytest.mark.parametrize("edit", [compressed, too_few, deep])
def test_an_archive_made_by_another_hand(
    post: Post, edit: Callable[[zipfile.ZipFile], None]
) -> None:
    """It is not what was sent."""
    path = post.folder / "ompackad.tertial"
    path.write_bytes(repacked(edit))
    assert type(refused(post, path)) is BundleDamaged


def test_a_segment_that_unpacks_to_gigabytes(post: Post) -> None:
    """A bounded part of it comes into memory."""
    name = f"{KITCHEN}/{MALLORY}-1-1-{'cd' * 20}.seg"
    unpacked = post.read(post.bo, packed_of(post.folder, (name, bomb())))
    assert [each.reason for each in unpacked.unread] == ["innehållet är för stort"]


def test_parts_that_lie_in_each_other(post: Post) -> None:
    """All parts together are never larger than the file: nobody is kept busy by a small one."""
    names = [f"{KITCHEN}/{MALLORY}-{number}-{number}-{'cd' * 20}.seg" for number in range(1, 10)]
    path = packed_of(post.folder, *((name, b"x") for name in names))
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    for _ in names:
        content[at + 20 : at + 28] = (500).to_bytes(4, "little") * 2
        at = content.index(b"PK\x01\x02", at + 1)
    path.write_bytes(content)
    assert len(content) < 9 * 500
    assert type(refused(post, path)) is BundleDamaged


def test_a_directory_larger_than_is_read(post: Post) -> None:
    """What an archive says of its own size is not believed."""
    path = packed_of(post.folder, entry(change()))
    content = bytearray(path.read_bytes())
    content[-10:-6] = (1 << 30).to_bytes(4, "little")
    path.write_bytes(content)
    assert type(refused(post, path)) is BundleDamaged
    path.write_bytes(content[:-22] + b"PK\x06\x07" + bytes(16) + bytes(content[-22:]))
    assert type(refused(post, path)) is NotABundle


def test_a_bundle_of_a_newer_version(post: Post) -> None:
    """It is left alone, and the message says to upgrade."""
    path = post.folder / "ny.tertial"
    path.write_bytes(repacked(lambda packed: packed.writestr(MANIFEST, b'{"format": 2}')))
    assert type(refused(post, path)) is BundleNewer
    assert FORMAT == 1


def test_a_bundle_is_read_only(post: Post) -> None:
    """As a share it takes nothing."""
    bundle = Bundle(post.write(post.anna).path)
    (segment,) = cut(KITCHEN, MALLORY, 0, START, [b"x"])
    for refused_call in (
        lambda: bundle.write(KITCHEN, segment.name, b"x"),
        lambda: bundle.create("x"),
    ):
        with pytest.raises(Exception, match="tillåter inte"):
            refused_call()
    bundle.close()
