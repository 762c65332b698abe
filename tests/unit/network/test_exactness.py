from __future__ import annotations

import numpy as np
import pytest
from tests.unit.network.oracles import by_correcting, by_trying, covered

from korpu.network.graph import Graph
from korpu.network.pareto import Pareto

Case = tuple[int, np.ndarray, np.ndarray, np.ndarray]


def small(rng: np.random.Generator, criteria: int) -> Case:
    """A network of 2 to 8 nodes with loops, parallel arcs, ties and zero costs."""
    n = int(rng.integers(2, 9))
    m = int(rng.integers(1, 22))
    high = int(rng.choice([3, 9, 40]))
    return n, rng.integers(0, n, m), rng.integers(0, n, m), rng.integers(0, high, (m, criteria))


def grid(rng: np.random.Generator, side: int, criteria: int) -> Case:
    """A grid with streets in both directions, so that there are many ways."""
    node = np.arange(side * side).reshape(side, side)
    one = np.concatenate([node[:, :-1].ravel(), node[:-1].ravel()])
    two = np.concatenate([node[:, 1:].ravel(), node[1:].ravel()])
    tail, head = np.concatenate([one, two]), np.concatenate([two, one])
    return side * side, tail, head, rng.integers(1, 30, (tail.size, criteria))


def lists(case: Case) -> tuple[int, list[int], list[int], list[tuple[int, ...]]]:
    n, tail, head, costs = case
    return n, tail.tolist(), head.tolist(), [tuple(row) for row in costs.tolist()]


def test_500_small_networks_equal_trying_every_way() -> None:
    rng = np.random.default_rng(20261123)
    for round_ in range(500):
        case = small(rng, criteria=2 + round_ % 3)
        n, tail, head, costs = case
        pareto = Pareto(Graph(n, tail, head), costs)
        front = pareto.front(0, n - 1)
        expected = by_trying(*lists(case), source=0, target=n - 1)
        assert [tuple(row) for row in front.costs.tolist()] == expected, f"round {round_}"
        for row, way in zip(front.costs, front.ways, strict=True):
            assert costs[way].sum(axis=0).tolist() == row.tolist()
            assert [0, *head[way].tolist()] == [*tail[way].tolist(), n - 1]
        for epsilon in (0.02, 0.3):
            near = pareto.front(0, n - 1, epsilon=epsilon)
            assert covered(near.costs, front.costs, epsilon)
            for row, way in zip(near.costs, near.ways, strict=True):
                assert costs[way].sum(axis=0).tolist() == row.tolist()


@pytest.mark.parametrize("criteria", [2, 3, 4])
def test_grids_equal_a_second_algorithm(criteria: int) -> None:
    rng = np.random.default_rng(criteria)
    for _ in range(3):
        case = grid(rng, 5, criteria)
        n, tail, head, costs = case
        pareto = Pareto(Graph(n, tail, head), costs)
        front = pareto.front(0, n - 1)
        assert [tuple(row) for row in front.costs.tolist()] == by_correcting(*lists(case), source=0, target=n - 1)
        for epsilon in (0.01, 0.1):
            assert covered(pareto.front(0, n - 1, epsilon=epsilon).costs, front.costs, epsilon)


def test_a_closure_gives_what_the_network_without_the_arcs_gives() -> None:
    rng = np.random.default_rng(3)
    n, tail, head, costs = grid(rng, 7, 3)
    shut = rng.choice(tail.size, 12, replace=False)
    left = np.setdiff1d(np.arange(tail.size), shut)
    one = Pareto(Graph(n, tail, head), costs).without(shut).front(0, n - 1)
    other = Pareto(Graph(n, tail[left], head[left]), costs[left]).front(0, n - 1)
    assert one.costs.tolist() == other.costs.tolist()
    assert not any(np.isin(way, shut).any() for way in one.ways)
