"""Opening the database: wherever the folder lies, whatever state the file is in."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from model.errors import ModelError
from model.store import local
from model.store.database import APPLICATION_ID, FORMAT, Database
from model.store.errors import (
    DiskFull,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreNewer,
    StoreReadOnly,
    StoreUnreachable,
    store_error,
)

OPEN_FILES = Path("/proc/self/fd")
HARD_NAME = "Åsas 50% plan? #1 %41 & ö=?mode=ro"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new database that waits for others for a twentieth of a second."""
    with closing(Database(tmp_path / "tertial.sqlite3", lock_wait=0.05)) as made:
        yield made


def mark(database: Database, value: str) -> None:
    """Write something."""
    with database.writing() as connection:
        local.set_mark(connection, "test", value)


def marked(database: Database) -> str | None:
    """What was written."""
    with database.reading() as connection:
        return local.marks(connection).get("test")


def pragma(database: Database, name: str) -> object:
    """How a connection is set."""
    with database.reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def raw(path: Path, *statements: str) -> None:
    """What another program does to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_power_cut_can_take_nothing_that_was_saved(database: Database) -> None:
    """Rollback journal and EXTRA: what alone kept every commit when it was measured."""
    assert pragma(database, "synchronous") == 3
    assert pragma(database, "journal_mode") == "delete"
    with database.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 3
    assert pragma(database, "application_id") == APPLICATION_ID
    assert pragma(database, "user_version") == FORMAT


def test_a_database_that_was_put_in_another_mode_is_put_back(tmp_path: Path) -> None:
    """A tool for databases may have set a write-ahead log, which stays with the file."""
    path = tmp_path / "tertial.sqlite3"
    Database(path).close()
    raw(path, "PRAGMA journal_mode=WAL", "INSERT INTO meta VALUES ('test', 'kvar')")
    with closing(Database(path)) as database:
        assert pragma(database, "journal_mode") == "delete"
        assert marked(database) == "kvar"


@pytest.mark.parametrize("name", ["å ä ö", HARD_NAME])
def test_the_folder_may_be_called_anything(tmp_path: Path, name: str) -> None:
    """Swedish letters, blanks, and signs that mean something in an address."""
    name = name if sys.platform != "win32" else name.replace("?", "")
    with closing(Database(tmp_path / name / "tertial.sqlite3")) as database:
        mark(database, "sparat")
    assert [file.name for file in tmp_path.iterdir()] == [name]
    with closing(Database(tmp_path / name / "tertial.sqlite3")) as database:
        assert marked(database) == "sparat"


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    """A program that only looks does not write."""
    path = tmp_path / "tertial.sqlite3"
    with closing(Database(path)) as database:
        mark(database, "sparat")
    before = path.read_bytes()
    with closing(Database(path)) as database:
        assert marked(database) == "sparat"
    assert path.read_bytes() == before


def test_an_edit_that_fails_leaves_nothing(database: Database) -> None:
    """All or nothing."""
    mark(database, "före")

    def fail() -> None:
        with database.writing() as connection:
            local.set_mark(connection, "test", "efter")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert marked(database) == "före"


def test_reading_does_not_see_half_an_edit(tmp_path: Path, database: Database) -> None:
    """Another program reads while this one writes."""
    mark(database, "före")
    with (
        closing(Database(tmp_path / "tertial.sqlite3", lock_wait=0.05)) as other,
        database.writing() as connection,
    ):
        local.set_mark(connection, "test", "efter")
        assert marked(other) == "före"
    assert marked(database) == "efter"


def test_any_thread_may_use_it_one_after_the_other(database: Database) -> None:
    """The app calls it from a worker, and not always the same one."""
    seen: list[str | None] = []

    def work(number: int) -> None:
        mark(database, str(number))
        seen.append(marked(database))

    for number in range(3):
        thread = threading.Thread(target=work, args=(number,))
        thread.start()
        thread.join()
    assert seen == ["0", "1", "2"]


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    """Another program in the middle of its writing."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def test_who_waits_too_long_is_told_to_try_again(tmp_path: Path, database: Database) -> None:
    """Nothing is half done, and it works once the other is ready."""
    with (
        write_lock(tmp_path / "tertial.sqlite3"),
        pytest.raises(StoreBusy, match=r"inte klart på 0\.05 sekunder.*Försök igen"),
    ):
        mark(database, "nytt")
    assert marked(database) is None
    mark(database, "nytt")
    assert marked(database) == "nytt"


def test_who_reads_for_long_makes_a_writer_wait(tmp_path: Path, database: Database) -> None:
    """The commit is what waits then; it fails whole."""
    path = tmp_path / "tertial.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM meta").fetchall()
        with pytest.raises(StoreBusy):
            mark(database, "nytt")
    assert marked(database) is None


def test_five_seconds_are_waited_unless_said(tmp_path: Path) -> None:
    """Long enough for another program's import."""
    with closing(Database(tmp_path / "tertial.sqlite3")) as database:
        assert pragma(database, "busy_timeout") == 5000


def test_a_full_disk_is_said_and_takes_nothing(database: Database) -> None:
    """What was saved is there; with room again the same edit goes through."""
    mark(database, "före")
    pages = pragma(database, "page_count")

    def keep(room: object) -> None:
        with database.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count={room}")
            local.keep_draft(connection, "text", "lång text " * 10_000)

    with pytest.raises(DiskFull, match=r"Disken är full.*din text står kvar"):
        keep(pages)
    assert marked(database) == "före"
    keep(1_000_000)
    with database.reading() as connection:
        assert local.draft(connection, "text") == "lång text " * 10_000


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    """It may be somebody's only copy of something."""
    path = tmp_path / "tertial.sqlite3"
    path.write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(StoreDamaged, match="lämnad orörd"):
        Database(path)
    assert path.read_bytes() == b"Dear diary, " * 1000


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    """The very first start was cut off."""
    (tmp_path / "tertial.sqlite3").touch()
    with closing(Database(tmp_path / "tertial.sqlite3")) as database:
        mark(database, "sparat")
        assert marked(database) == "sparat"


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    """Pointed at by mistake with --home."""
    path = tmp_path / "tertial.sqlite3"
    raw(path, "CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="hör inte till tertial"):
        Database(path)
    assert path.read_bytes() == before


def test_a_damaged_database_is_said_to_be_so(tmp_path: Path) -> None:
    """A sync client or a dying disk has overwritten the middle of it."""
    path = tmp_path / "tertial.sqlite3"
    Database(path).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xaa" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="skadad"), closing(Database(path)) as database:
        marked(database)


def test_a_database_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    """Two versions on two computers with one home, or after going back to an older one."""
    path = tmp_path / "tertial.sqlite3"
    Database(path).close()
    raw(path, f"PRAGMA user_version={FORMAT + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreNewer, match="Uppdatera programmet"):
        Database(path)
    assert path.read_bytes() == before


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="the system does not tell what is open")
def test_a_database_that_is_refused_is_let_go(tmp_path: Path) -> None:
    """Else nobody could move the file away on Windows."""
    path = tmp_path / "tertial.sqlite3"
    Database(path).close()
    raw(path, f"PRAGMA user_version={FORMAT + 1}")
    with pytest.raises(StoreNewer):
        Database(path)
    assert path not in [link.resolve() for link in OPEN_FILES.iterdir() if link.exists()]


def test_where_no_folder_can_be_made_it_says_so(tmp_path: Path) -> None:
    """A file lies where the folder should be."""
    (tmp_path / "home").write_text("en fil", encoding="utf-8")
    with pytest.raises(StoreUnreachable, match="går inte att nå"):
        Database(tmp_path / "home" / "tertial.sqlite3")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    """Somebody made a folder with the file's name."""
    (tmp_path / "tertial.sqlite3").mkdir()
    with pytest.raises(StoreUnreachable):
        Database(tmp_path / "tertial.sqlite3")


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
@pytest.mark.parametrize("how", ["moved", "deleted", "replaced", "folder deleted"])
def test_nothing_is_saved_into_a_file_that_is_gone(tmp_path: Path, how: str) -> None:
    """Else the text would vanish when the program ends, having been said to be saved."""
    path = tmp_path / "home" / "tertial.sqlite3"
    with closing(Database(path)) as database:
        mark(database, "före")
        if how == "moved":
            path.rename(tmp_path / "elsewhere")
        elif how == "deleted":
            path.unlink()
        elif how == "replaced":
            Database(tmp_path / "backup").close()
            (tmp_path / "backup").replace(path)
        else:
            shutil.rmtree(path.parent)
        with pytest.raises(StoreUnreachable, match="Inget nytt är sparat"):
            mark(database, "efter")


@contextmanager
def without_rights(path: Path) -> Iterator[None]:
    """Take the right to write away, also from an administrator, who has every right."""
    mode = path.stat().st_mode
    path.chmod(mode & ~0o222)
    administrator = hasattr(os, "geteuid") and os.geteuid() == 0
    if administrator:
        os.seteuid(65534)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)
        path.chmod(mode)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept another way there")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_only_be_read_can_be_read(open_folder: Path, what: str) -> None:
    """On a share, or a restored backup: the plan is shown, and an edit is refused."""
    path = open_folder / "home" / "tertial.sqlite3"
    with closing(Database(path)) as database:
        mark(database, "före")
    path.chmod(0o666 if what == "folder" else 0o444)
    path.parent.chmod(0o777)
    protected = path if what == "file" else path.parent
    with without_rights(protected), closing(Database(path)) as database:
        assert marked(database) == "före"
        with pytest.raises(StoreReadOnly, match="går bara att läsa"):
            mark(database, "efter")


@pytest.mark.parametrize("number", [sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_READ])
def test_a_device_that_fails_is_named_with_its_reason(number: int, tmp_path: Path) -> None:
    """What the person on call needs to know."""
    said = sqlite3.OperationalError("disk I/O error")
    said.sqlite_errorcode, said.sqlite_errorname = number, "SQLITE_IOERR"
    error = store_error(said, tmp_path, 5)
    assert isinstance(error, StoreUnreachable)
    assert "SQLITE_IOERR: disk I/O error" in str(error)


def test_every_error_is_one_of_the_stores_and_says_what_is_safe(tmp_path: Path) -> None:
    """What happened, what is safe, what to do."""
    errors = [
        StoreBusy(5),
        DiskFull(),
        StoreReadOnly(tmp_path),
        StoreDamaged(tmp_path),
        StoreNewer(tmp_path),
        StoreUnreachable(tmp_path, "x"),
    ]
    safe = ("kvar", "orörd", "Inget nytt är sparat")
    act = ("Försök", "försök", "Frigör", "Kontrollera", "Kör", "Uppdatera")
    for error in errors:
        assert isinstance(error, StoreError)
        assert isinstance(error, ModelError)
        assert any(word in str(error) for word in safe)
        assert any(word in str(error) for word in act)
