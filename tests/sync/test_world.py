"""Whatever happens to homes and to the share, nothing is lost and all come to show the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.sync.events import EVENTS, ON_A_DRIVE
from tests.sync.world import World, live


class Meetings(RuleBasedStateMachine):
    """A world to which hypothesis lets things happen."""

    @initialize()
    def begin(self) -> None:
        """Two homes and an empty share."""
        self.world = World(lambda _below: 0)

    @rule(event=st.sampled_from([name for name, often in EVENTS for _ in range(often)]),
          data=st.data())  # fmt: skip
    def happen(self, event: str, data: st.DataObject) -> None:
        """One thing happens to one home, file or clock."""
        self.world.pick = lambda below: data.draw(st.integers(0, below - 1))
        getattr(self.world, event)()

    @invariant()
    def nothing_is_written_over(self) -> None:
        """At every moment."""
        self.world.check_always()

    def teardown(self) -> None:
        """In the end everybody meets."""
        try:
            self.world.check_at_last()
        finally:
            self.world.close()


TestMeetings = Meetings.TestCase
TestMeetings.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("seed", range(12))
def test_a_schedule_by_chance(seed: int) -> None:
    """Long schedules, always the same ones."""
    live(seed, steps=40)


@pytest.mark.parametrize("seed", [7, 11, 13, 14, *range(4)])
def test_a_drive_that_comes_and_goes(seed: int) -> None:
    """What is told as sent is on the share, and not where its drive would have been."""
    live(seed, steps=15, events=ON_A_DRIVE)


@pytest.mark.long
@pytest.mark.parametrize("part", range(400))
def test_ten_thousand_schedules(part: int) -> None:
    """The same, for as long as it takes to trust it: 25 in each part."""
    for seed in range(1000 + part * 25, 1025 + part * 25):
        live(seed, steps=20)
