from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from korpu.kernel.errors import InputError
from korpu.network.graph import BLOCKED, Graph
from korpu.network.hierarchy import Contracted, prepare
from korpu.network.plain import Plain

pytest.importorskip("pyroutingkit")


def random(rng: np.random.Generator) -> tuple[Graph, np.ndarray]:
    n, m = int(rng.integers(1, 12)), int(rng.integers(0, 30))
    return Graph(n, rng.integers(0, n, m), rng.integers(0, n, m)), rng.integers(0, 8, m)


def test_hierarchy_and_dijkstra_agree_before_and_after_closures() -> None:
    rng = np.random.default_rng(11)
    for _ in range(100):
        graph, costs = random(rng)
        nodes = np.arange(graph.n)
        fast = Contracted(graph, rng.random(graph.n), rng.random(graph.n)).metric(costs)
        plain = Plain(graph).metric(costs)
        for _ in range(3):
            assert fast.matrix(nodes, nodes).tolist() == plain.matrix(nodes, nodes).tolist()
            for source in nodes:
                for target in nodes:
                    one, two = fast.route(source, target), plain.route(source, target)
                    assert (one is None) == (two is None)
                    if one and two:
                        assert one[0] == two[0] == costs[one[1]].sum() == costs[two[1]].sum()
            if graph.m:
                arc, cost = rng.integers(0, graph.m, 1), rng.choice([BLOCKED, 5], 1)
                fast.update(arc, cost)
                plain.update(arc, cost)
                costs = costs.copy()
                costs[arc] = cost


def test_costs_are_rounded_and_not_cut_off() -> None:
    graph = Graph(2, np.array([0]), np.array([1]))
    for metric in (Contracted(graph, [0, 1], [0, 1]).metric([2.7]), Plain(graph).metric([2.7])):
        found = metric.route(0, 1)
        assert found is not None and found[0] == 3
        metric.update([0], [1.6])
        found = metric.route(0, 1)
        assert found is not None and found[0] == 2


def test_the_order_is_kept_and_read_back(tmp_path: Path) -> None:
    graph = Graph(3, np.array([0, 1]), np.array([1, 2]))
    for _ in range(2):
        metric = prepare(graph, [0, 1, 2], [0, 0, 0], tmp_path).metric([4, 5])
        assert metric.matrix([0], [2]).tolist() == [[9]]
    assert len(list(tmp_path.glob("*/done"))) == 1


def test_bad_costs_and_nodes_are_refused() -> None:
    graph = Graph(2, np.array([0]), np.array([1]))
    with pytest.raises(InputError, match="KORPU-NETWORK-002"):
        prepare(graph, [0, 0], [0, 1]).metric([-1])
    with pytest.raises(InputError, match="KORPU-NETWORK-003"):
        prepare(graph, [0, 0], [0, 1]).metric([1]).route(0, 2)
