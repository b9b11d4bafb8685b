"""What holds on every kind of share: folder, SQLite file, PostgreSQL."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from model.plan.identifiers import random_id
from model.plan.vocabulary import Role
from sync.address import share_at, whole_address
from sync.bundle.reading import read_bundle
from sync.bundle.writing import write_bundle
from sync.errors import ShareError, ShareGone, ShareSwapped
from sync.exchange import Exchange, Outcome
from sync.segment import SegmentName
from sync.syncing import create_share
from tests.postgres_server import Server
from tests.sync.checking import check_home
from tests.sync.homes import KITCHEN, LIBRARY, Clock, HomeOf, fresh_folder
from tests.sync.kinds import Folder, Kind, OneFile, Postgres


class Meeting:
    """Anna and Bo of the kitchen, and a share of some kind."""

    def __init__(self, kind: Kind) -> None:
        homes = fresh_folder()
        clock = Clock()
        self.kind = kind
        self.anna = HomeOf(homes / "anna", "anna", clock=clock)
        self.bo = HomeOf(homes / "bo", "bo", clock=clock)
        self.anna.plan("möten", title="Möten")
        self.share = create_share(self.anna.workspace.database, kind.address)
        self.sync(self.anna)
        self.sync(self.bo)

    def sync(self, home: HomeOf) -> Outcome:
        """A home exchanges with the share."""
        return Exchange(home.workspace, share_at(self.kind.address), mark=home.mark).run()

    def segments(self) -> dict[SegmentName, int]:
        """What lies in the kitchen's scope, with sizes."""
        with closing(share_at(self.kind.address)) as share:
            return {each.name: each.size for each in share.listing(KITCHEN)}

    def problem(self) -> ShareError:
        """The one thing that is wrong when Anna has something to send; it waits."""
        self.anna.plan("frukost", title="Frukost")
        outcome = self.sync(self.anna)
        assert (outcome.sent, outcome.received) == (0, 0)
        assert outcome.waiting.count >= 1
        (problem,) = outcome.problems
        assert "sparat på den här datorn" in str(problem)
        return problem


@pytest.fixture
def meeting(kind: Kind) -> Iterator[Meeting]:
    """Two homes that have met."""
    meeting = Meeting(kind)
    assert meeting.bo.title("möten") == "Möten"
    yield meeting
    for home in (meeting.anna, meeting.bo):
        check_home(home)
        home.close()


def test_each_gets_what_the_other_wrote(meeting: Meeting) -> None:
    """Both edit the same activity: both titles are kept, until somebody chooses."""
    meeting.anna.plan("möten", title="Annas möten")
    meeting.bo.plan("möten", title="Bos möten")
    for home in (meeting.anna, meeting.bo, meeting.anna):
        assert not meeting.sync(home).problems
    assert meeting.anna.tables() == meeting.bo.tables()
    assert meeting.anna.tables()["activity", "möten"].conflicts


def test_nothing_new_means_nothing_sent_and_nothing_received(meeting: Meeting) -> None:
    """However often it is done."""
    for home in (meeting.anna, meeting.bo, meeting.anna):
        outcome = meeting.sync(home)
        assert (outcome.sent, outcome.received, outcome.put_back) == (0, 0, 0)
        assert not outcome.problems


def test_a_share_that_is_gone_comes_back(meeting: Meeting) -> None:
    """What waited is sent then; nobody makes a new share meanwhile."""
    meeting.kind.take_away()
    problem = meeting.problem()
    meeting.kind.bring_back()
    if not isinstance(meeting.kind, Postgres):
        assert isinstance(problem, ShareGone)
    assert meeting.sync(meeting.anna).sent == 1


def test_a_share_restored_from_last_week(meeting: Meeting) -> None:
    """What it lacks is put back by those who have it, also what somebody else wrote."""
    meeting.kind.back_up()
    meeting.anna.plan("frukost", title="Frukost")
    meeting.sync(meeting.anna)
    meeting.sync(meeting.bo)
    before = meeting.segments()
    meeting.kind.restore()
    assert meeting.sync(meeting.bo).put_back == 1
    assert meeting.segments() == before
    assert meeting.sync(meeting.anna).put_back == 0


def test_another_share_at_the_same_address(meeting: Meeting) -> None:
    """Nothing goes to the wrong place and nothing wrong comes in."""
    meeting.kind.clear()
    there = share_at(meeting.kind.address)
    there.create(random_id())
    assert isinstance(meeting.problem(), ShareSwapped)
    assert not there.scopes()
    there.close()


def test_a_share_that_was_emptied_is_made_again(meeting: Meeting) -> None:
    """The same person says so, it keeps its id, and everybody goes on and fills it."""
    meeting.kind.clear()
    assert create_share(meeting.anna.workspace.database, meeting.kind.address) == meeting.share
    outcome = meeting.sync(meeting.bo)
    assert not outcome.problems
    assert outcome.put_back == 1


def test_making_a_share_twice_changes_nothing(meeting: Meeting) -> None:
    """Whoever comes second uses what is there."""
    assert create_share(meeting.bo.workspace.database, meeting.kind.address) == meeting.share


def test_a_share_that_several_make_at_once(kind: Kind) -> None:
    """One of them makes it, and all use that one."""

    def make(number: int) -> str:
        with closing(share_at(kind.address)) as share:
            return share.create(f"5ba7e000-0000-4000-8000-00000000000{number}")

    with ThreadPoolExecutor(4) as several:
        made = set(several.map(make, range(4)))
    assert len(made) == 1
    with closing(share_at(kind.address)) as share:
        assert {share.open()} == made


def test_a_laptop_set_back_to_an_old_backup(meeting: Meeting) -> None:
    """It goes on under another name, and nothing is written over or lost."""
    copy = meeting.anna.copy_to(meeting.anna.folder / "kopia")
    meeting.anna.plan("frukost", title="Frukost")
    meeting.sync(meeting.anna)
    meeting.anna.put_back(copy)
    meeting.anna.plan("besök", title="Besök")
    meeting.sync(meeting.anna)
    meeting.sync(meeting.bo)
    assert {"möten", "frukost", "besök"} <= {key for _, key in meeting.bo.tables()}
    assert meeting.anna.tables() == meeting.bo.tables()


Meet = Callable[[Sequence[HomeOf]], None]
"""How homes get each other's work."""


def through(kind: Kind) -> Meet:
    """Each exchanges with a share."""

    def meet(homes: Sequence[HomeOf]) -> None:
        for home in homes:
            with closing(share_at(kind.address)) as share:
                share.create("5ba7e000-0000-4000-8000-000000000001")
                assert not home.exchange(share).problems

    return meet


def by_mail(folder: Path) -> Meet:
    """Each sends a bundle to all the others."""

    def meet(homes: Sequence[HomeOf]) -> None:
        for home in homes:
            packed = write_bundle(home.workspace, folder / "brev", mark=home.mark)
            for other in homes:
                assert not read_bundle(other.workspace, packed.path, now=other.now).unread

    return meet


def history(meet: Meet) -> str:
    """One and the same story of three homes; gives a digest of what all of them show at last."""
    homes = fresh_folder()
    clock = Clock()
    cia = HomeOf(homes / "cia", "cia", role=Role.CENTRAL, units=(), clock=clock)
    anna = HomeOf(homes / "anna", "anna", clock=clock)
    eva = HomeOf(homes / "eva", "eva", units=(LIBRARY,), clock=clock)
    cia.set_unit(KITCHEN, "Kostenheten")
    cia.set_unit(LIBRARY, "Biblioteket")
    for turn in range(3):
        cia.set_goal("mål", text=f"Fler ska trivas {turn}")
        anna.plan("möten", title=f"Möten {turn}", description="å ä ö ' ; -- \x1b[2J")
        eva.plan("sagor", title=f"Sagor {turn}")
        meet((cia, anna, eva))
    meet((cia, anna, eva))
    for home in (cia, anna, eva):
        check_home(home)
        home.close()
    assert {key for _, key in cia.tables()} >= {"mål", "möten", "sagor", KITCHEN, LIBRARY}
    assert ("activity", "sagor") not in anna.tables()
    assert anna.tables()["goal", "mål"] == cia.tables()["goal", "mål"]
    # The changes' own names differ each time: they hold what chance gave the action.
    shown = [msgspec.structs.replace(row, heads={}) for _, row in sorted(cia.tables().items())]
    return hashlib.sha256(msgspec.json.encode(shown)).hexdigest()


def test_the_same_history_gives_the_same_tables(tmp_path: Path, server: Server) -> None:
    """By whatever kind of share, or bundle, the changes went."""
    kinds: tuple[Kind, ...] = (Folder(tmp_path), OneFile(tmp_path), Postgres(server))
    ways = [*(through(kind) for kind in kinds), by_mail(tmp_path)]
    assert len({history(way) for way in ways}) == 1


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("sqlite:////srv/plan.db", "sqlite:////srv/plan.db"),
        ("sqlite:////srv/a%20b%3F.db", "sqlite:////srv/a b%3F.db"),
        ("postgres://anna@db/plan", "postgresql://anna@db/plan"),
        ("postgresql://anna:hemligt@db:5433/plan", "postgresql://anna@db:5433/plan"),
        ("postgresql://anna:a%40b@db/plan", "postgresql://anna@db/plan"),
        ("postgresql://anna@db/plan?password=x", "postgresql://anna@db/plan"),
        ("postgresql:///?service=plan", "postgresql:///?service=plan"),
    ],
)
def test_an_address_as_it_is_kept(address: str, whole: str) -> None:
    """Whole, the same each time that it is read, and never with a password."""
    assert whole_address(address) == whole
    assert whole_address(whole) == whole


@pytest.mark.parametrize(
    "address",
    [
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:////srv/plan.db?mode=memory",
        "postgresql://anna@db",
        "postgresql://anna:hemligt@db",
        "postgresql://anna:hem@ligt@db/plan",
        "postgresql://anna:hemligt@db:port/plan",
        "mysql://anna:hemligt@db/plan",
    ],
)
def test_what_is_no_address_is_said_without_the_password(address: str) -> None:
    """At once, before anything is remembered."""
    with pytest.raises(ShareError, match="adressen är ingen mapp") as caught:
        whole_address(address)
    assert "hem" not in str(caught.value)
