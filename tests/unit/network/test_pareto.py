from __future__ import annotations

import numpy as np
import pytest

from korpu.kernel.errors import InputError, KorpuError
from korpu.network.graph import BLOCKED, Graph
from korpu.network.pareto import Pareto

SQUARE = Graph(4, np.array([0, 0, 1, 2, 0]), np.array([1, 2, 3, 3, 3]))
COSTS = np.array([[1, 5], [2, 1], [1, 5], [2, 1], [9, 9]])


def test_only_ways_that_none_beats_are_returned() -> None:
    front = Pareto(SQUARE, COSTS).front(0, 3)
    assert front.costs.tolist() == [[2, 10], [4, 2]]
    assert [way.tolist() for way in front.ways] == [[0, 2], [1, 3]]


def test_a_closed_arc_is_not_used() -> None:
    front = Pareto(SQUARE, COSTS).without([1]).front(0, 3)
    assert front.costs.tolist() == [[2, 10], [9, 9]]


def test_an_arc_blocked_in_one_criterion_is_closed() -> None:
    costs = COSTS.copy()
    costs[0, 1] = BLOCKED
    assert Pareto(SQUARE, costs).front(0, 3).costs.tolist() == [[4, 2]]


def test_no_way_gives_an_empty_front() -> None:
    assert len(Pareto(SQUARE, COSTS).front(3, 0)) == 0


def test_staying_costs_nothing() -> None:
    front = Pareto(SQUARE, COSTS).front(2, 2)
    assert front.costs.tolist() == [[0, 0]]
    assert front.ways[0].size == 0


@pytest.mark.parametrize(
    ("costs", "code"), [(-COSTS, "-002"), (COSTS * np.nan, "-002"), (COSTS[:3], "-002"), (np.ones((5, 5)), "-002")]
)
def test_costs_that_do_not_fit_are_refused(costs: np.ndarray, code: str) -> None:
    with pytest.raises(InputError) as error:
        Pareto(SQUARE, costs)
    assert error.value.code == "KORPU-NETWORK" + code


def test_an_unknown_node_and_a_negative_factor_are_refused() -> None:
    with pytest.raises(InputError, match="KORPU-NETWORK-003"):
        Pareto(SQUARE, COSTS).front(0, 4)
    with pytest.raises(InputError, match="KORPU-NETWORK-004"):
        Pareto(SQUARE, COSTS).front(0, 3, epsilon=-0.1)


def test_a_search_that_would_not_end_is_given_up() -> None:
    with pytest.raises(KorpuError, match="KORPU-NETWORK-007"):
        Pareto(SQUARE, COSTS).front(0, 3, patience=2)
