"""A home of one municipality and a share of another: they are never mixed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.journal.change import Change, record
from model.plan.entities import Municipality
from model.plan.identifiers import CENTRAL, random_id
from model.plan.vocabulary import Role
from model.store.journal import Source
from sync.address import share_at
from sync.bundle.errors import OtherMunicipality
from sync.bundle.reading import read_bundle
from sync.bundle.writing import write_bundle
from sync.errors import ShareOfAnother
from sync.exchange import Exchange, Outcome
from sync.syncing import create_share
from tests.sync.checking import check_home
from tests.sync.homes import LIBRARY, Clock, HomeOf, fresh_folder
from tests.sync.kinds import Kind


class Neighbours:
    """Alby's centre has put its goals on a share; Eva is a unit of Ekby."""

    def __init__(self, kind: Kind) -> None:
        homes, self.clock = fresh_folder(), Clock()
        self.kind, self.homes = kind, homes
        self.alby = HomeOf(homes / "cia", "cia", role=Role.CENTRAL, units=(), clock=self.clock)
        self.eva = HomeOf(homes / "eva", "eva", units=(LIBRARY,), clock=self.clock)
        self.found(self.alby, "alby", "Alby kommun")
        self.alby.set_goal("1", text="Trygga barn")
        create_share(self.alby.workspace.database, kind.address)
        assert not self.sync(self.alby).problems

    def found(self, home: HomeOf, key: str, name: str) -> None:
        """A centre writes which municipality it is."""
        with home.workspace.edit() as edit:
            edit.save(Municipality(id=f"kommunen {key}", key=key, name=name))

    def loads_goals(self, home: HomeOf, key: str, name: str) -> None:
        """A unit begins with goals from a file, which stand in until the centre's come."""
        entry = record(
            Change(
                scope=CENTRAL,
                author=home.profile.person,
                time=home.workspace.clock.tick(),
                action=random_id(),
                entity=Municipality.kind,
                id=f"kommunen {key}",
                fields={"key": key, "name": name},
            )
        )
        home.workspace.write([entry], Source.STAND_IN)
        home.workspace.refresh()

    def sync(self, home: HomeOf) -> Outcome:
        """A home exchanges with Alby's share."""
        return Exchange(home.workspace, share_at(self.kind.address), mark=home.mark).run()

    def there(self) -> dict[str, list[str]]:
        """What lies on the share, by scope."""
        share = share_at(self.kind.address)
        try:
            return {
                scope: [each.name.file for each in share.listing(scope)] for scope in share.scopes()
            }
        finally:
            share.close()

    def is_stopped(self, home: HomeOf) -> str:
        """Nothing goes there and nothing comes, however often it is tried; gives what is told."""
        before, own = self.there(), home.entries()
        told = {self._refusal(home) for _ in range(2)}
        assert self.there() == before
        assert home.entries() == own
        return told.pop()

    def _refusal(self, home: HomeOf) -> str:
        outcome = self.sync(home)
        (problem,) = outcome.problems
        assert isinstance(problem, ShareOfAnother)
        assert outcome.share is None
        assert (outcome.sent, outcome.put_back, outcome.received) == (0, 0, 0)
        assert outcome.waiting.count == 0, "nothing of this waits for that share"
        return str(problem)


@pytest.fixture
def neighbours(kind: Kind) -> Iterator[Neighbours]:
    """Two municipalities on every kind of share."""
    both = Neighbours(kind)
    yield both
    for home in (both.alby, both.eva):
        check_home(home)
        home.close()


def test_what_is_written_to_other_goals_does_not_go_there(neighbours: Neighbours) -> None:
    """The message names both, says that all is safe, and how to work in the other."""
    neighbours.loads_goals(neighbours.eva, "ekby", "Ekby kommun")
    neighbours.eva.plan("möten", title="Möten")
    told = neighbours.is_stopped(neighbours.eva)
    assert "hör till en annan kommun (Alby kommun) än den här datorns plan (Ekby kommun)" in told
    assert "Inget är skickat dit eller hämtat därifrån." in told
    assert "sparat på den här datorn" in told
    assert "--home" in told


def test_who_has_written_nothing_joins(neighbours: Neighbours) -> None:
    """Goals that only stand in give way."""
    neighbours.loads_goals(neighbours.eva, "ekby", "Ekby kommun")
    assert not neighbours.sync(neighbours.eva).problems
    neighbours.eva.workspace.refresh()
    assert neighbours.eva.workspace.plan.municipality.name == "Alby kommun"
    neighbours.eva.plan("möten", title="Möten")
    assert neighbours.sync(neighbours.eva).sent == 1


def test_the_same_municipality_from_another_file_joins(neighbours: Neighbours) -> None:
    """Its key decides, however it is spelt; what was written before goes there."""
    neighbours.loads_goals(neighbours.eva, "ALBY", "Alby")
    neighbours.eva.plan("möten", title="Möten")
    outcome = neighbours.sync(neighbours.eva)
    assert (outcome.problems, outcome.sent) == ((), 1)


def test_another_centre_does_not_publish_there(neighbours: Neighbours) -> None:
    """Nor does a home which has got its goals from a centre, though it has written nothing."""
    ekby = HomeOf(
        neighbours.homes / "bo", "bo", role=Role.CENTRAL, units=(), clock=neighbours.clock
    )
    neighbours.found(ekby, "ekby", "Ekby kommun")
    neighbours.is_stopped(ekby)
    neighbours.eva.workspace.write(ekby.entries().values(), Source.RECEIVED)
    neighbours.eva.workspace.refresh()
    neighbours.is_stopped(neighbours.eva)
    ekby.close()


def test_a_share_without_goals_is_nobodys_yet(neighbours: Neighbours) -> None:
    """Whoever comes first may put things there."""
    neighbours.kind.clear()
    create_share(neighbours.eva.workspace.database, neighbours.kind.address)
    neighbours.loads_goals(neighbours.eva, "ekby", "Ekby kommun")
    neighbours.eva.plan("möten", title="Möten")
    assert neighbours.sync(neighbours.eva).sent == 1


def test_another_centre_comes_to_a_share_that_was_nobodys(neighbours: Neighbours) -> None:
    """Its goals are not taken in by who already works with others; it is told each time."""
    neighbours.kind.clear()
    create_share(neighbours.eva.workspace.database, neighbours.kind.address)
    neighbours.loads_goals(neighbours.eva, "ekby", "Ekby kommun")
    neighbours.eva.plan("möten", title="Möten")
    assert neighbours.sync(neighbours.eva).sent == 1
    orsa = HomeOf(
        neighbours.homes / "bo", "bo", role=Role.CENTRAL, units=(), clock=neighbours.clock
    )
    neighbours.found(orsa, "orsa", "Orsa kommun")
    assert not neighbours.sync(orsa).problems
    orsa.close()
    neighbours.eva.plan("frukost", title="Frukost")
    before = neighbours.eva.entries()
    for _ in range(2):
        outcome = neighbours.sync(neighbours.eva)
        (problem,) = outcome.problems
        assert isinstance(problem, ShareOfAnother)
        assert "Inget mer skickas dit eller hämtas därifrån." in str(problem)
        assert (outcome.sent, outcome.received, outcome.waiting.count) == (0, 0, 0)
        assert neighbours.eva.entries() == before


def test_a_share_that_states_ours_too_goes_on(neighbours: Neighbours) -> None:
    """What another municipality has put beside it does not stop those whose share it is."""
    assert not neighbours.sync(neighbours.eva).problems
    neighbours.found(neighbours.alby, "ekby", "Ekby kommun")
    assert not neighbours.sync(neighbours.alby).problems
    assert not neighbours.sync(neighbours.eva).problems


def test_a_bundle_goes_by_the_same_rule(neighbours: Neighbours, tmp_path: Path) -> None:
    """Goals that stand in give way to a file too, until something is written to them."""
    bo = HomeOf(neighbours.homes / "bo", "bo", clock=neighbours.clock)
    for home in (neighbours.eva, bo):
        neighbours.loads_goals(home, "ekby", "Ekby kommun")
    neighbours.eva.plan("möten", title="Möten")
    path = write_bundle(neighbours.alby.workspace, tmp_path / "paket").path
    own = neighbours.eva.entries()
    with pytest.raises(OtherMunicipality, match=r"\(alby\).*\(ekby\)"):
        read_bundle(neighbours.eva.workspace, path)
    assert neighbours.eva.entries() == own
    assert read_bundle(bo.workspace, path).received == 2
    bo.close()
