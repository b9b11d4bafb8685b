"""Percentiles, and ratios within a round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figures import Figures, percentile, ratio
from benchmarks.load import cleanly
from benchmarks.reading import NotSeenError
from benchmarks.rounds import Measured
from benchmarks.targets import Target, verdict

_TIMES = st.lists(st.floats(0.1, 1000), min_size=1)


def test_percentiles_are_measured_values_at_the_nearest_rank() -> None:
    forty = [float(number) for number in range(1, 41)]
    assert percentile(forty, 0.50) == 20
    assert percentile(forty, 0.95) == 38
    assert percentile(forty, 1.0) == 40


@given(_TIMES, st.floats(0.01, 1.0))
def test_a_percentile_has_its_share_of_values_at_or_below_it(
    values: list[float], share: float
) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values)


def test_no_values_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_a_ratio_is_the_median_of_the_rounds_ratios_not_the_ratio_of_medians() -> None:
    rounds = [
        {"app": {"first": 200.0}, "bare": {"first": 100.0}},
        {"app": {"first": 900.0}, "bare": {"first": 600.0}},
        {"app": {"first": 300.0}, "bare": {"first": 100.0}},
    ]
    found = ratio(rounds, ("app", "first"), ("bare", "first"))
    assert found is not None
    assert (found.low, found.middle, found.high) == (1.5, 2.0, 3.0)
    assert found.value == 300.0
    assert found.rounds == 3


def test_a_round_without_the_metric_does_not_count() -> None:
    rounds = [
        {"app": {"first": 200.0}, "bare": {"first": 100.0}},
        {"app": {}, "bare": {"first": 100.0}},
    ]
    found = ratio(rounds, ("app", "first"), ("bare", "first"))
    assert found is not None
    assert found.rounds == 1
    assert ratio(rounds, ("app", "memory"), ("bare", "memory")) is None


def test_of_two_runs_the_one_with_less_foreign_load_is_kept_even_if_slower() -> None:
    runs = iter([({"first": 1.0}, 0.9), ({"first": 2.0}, 0.1)])
    assert cleanly(dict, lambda _: next(runs)) == ({"first": 2.0}, 0.1)


def test_a_clean_run_is_not_repeated() -> None:
    runs = iter([({"first": 1.0}, 0.2)])
    assert cleanly(dict, lambda _: next(runs)) == ({"first": 1.0}, 0.2)


def test_a_verdict_tells_the_aim_from_the_must() -> None:
    target = Target(must=1.5, aim=1.1)
    assert [verdict(target, ratio) for ratio in (1.1, 1.5, 1.51)] == ["reached", "ok", "missed"]
    assert verdict(Target(must=1.5), 1.0) == "ok"
    assert verdict(None, 9.0) == ""


def test_a_run_whose_screen_did_not_follow_is_made_once_more_and_then_tells() -> None:
    runs = iter(["no form", "form", "no form", "still no form"])

    def watch(_: object) -> tuple[Figures, float]:
        seen = next(runs)
        if seen != "form":
            raise NotSeenError(seen, "")
        return {"form": 1.0}, 0.1

    assert cleanly(dict, watch) == ({"form": 1.0}, 0.1)
    with pytest.raises(NotSeenError, match="still no form"):
        cleanly(dict, watch)


def test_figures_of_a_disturbed_machine_say_that_they_are_not_to_be_quoted() -> None:
    assert "not to be quoted: 1 of 3 runs" in Measured(foreign=[0.1, 1.2, 0.0]).told()
    assert Measured(foreign=[0.1, 0.2]).told().startswith("quiet")
