from __future__ import annotations

import numpy as np
import pytest

from korpu.kernel.errors import InputError
from korpu.network.cut import narrowest
from korpu.network.graph import BLOCKED, Graph
from korpu.network.plain import Plain


def test_the_cut_is_as_narrow_as_what_can_pass_and_separates() -> None:
    rng = np.random.default_rng(2)
    for _ in range(30):
        n, m = 10, 35
        graph = Graph(n, rng.integers(0, n, m), rng.integers(0, n, m))
        capacity = rng.integers(0, 9, m)
        cut = narrowest(graph, capacity, [0, 1], [8, 9])
        assert cut.capacity == capacity[cut.arcs].sum()
        costs = np.where(capacity > 0, 1, BLOCKED)
        costs[cut.arcs] = BLOCKED
        assert (Plain(graph).metric(costs).matrix([0, 1], [8, 9]) == BLOCKED).all()


def test_what_is_not_whole_or_overlaps_is_refused() -> None:
    graph = Graph(2, np.array([0]), np.array([1]))
    for capacity, ends in (([0.5], [1]), ([-1], [1]), ([1], [0, 1])):
        with pytest.raises(InputError, match="KORPU-NETWORK-005"):
            narrowest(graph, capacity, [0], ends)
