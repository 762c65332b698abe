from __future__ import annotations

import numpy as np

from korpu.network.alternatives import detours, shared, that_differ
from korpu.network.graph import Graph
from korpu.network.pareto import Pareto
from korpu.network.plain import Plain

# From 0 to 3: over 1 (two nearly equal last arcs), over 2, and straight.
LADDER = Graph(4, np.array([0, 1, 1, 0, 2, 0]), np.array([1, 3, 3, 2, 3, 3]))
COSTS = np.array([[10, 10], [10, 10], [9, 11], [15, 1], [15, 2], [1, 90]])
KM = np.array([90.0, 10.0, 10.0, 50.0, 50.0, 70.0])


def test_ways_alike_are_told_once() -> None:
    front = Pareto(LADDER, COSTS).front(0, 3)
    assert len(front) == 4
    few = that_differ(front, KM)
    assert len(few) == 3
    ways = [front.ways[i] for i in few]
    assert all(shared(a, b, KM) <= 0.7 for a in ways for b in ways if a is not b)
    assert len(that_differ(front, KM, count=2)) == 2


def test_arcs_of_one_line_count_as_the_same() -> None:
    front = Pareto(LADDER, COSTS).front(0, 3)
    assert len(that_differ(front, KM, edge=[0, 1, 1, 0, 1, 0])) < 3


def test_an_empty_front_has_no_alternatives() -> None:
    assert that_differ(Pareto(LADDER, COSTS).front(3, 0), KM) == []


def test_detours_differ_and_leave_the_costs_as_they_were() -> None:
    costs = np.array([10, 10, 11, 15, 8, 60])
    metric = Plain(LADDER).metric(costs)
    found = detours(metric, costs, 0, 3)
    assert [cost for cost, _ in found] == [20, 21, 23]
    assert [cost for cost, _ in detours(metric, costs, 0, 3, apart=0.6)] == [20, 23]
    again = metric.route(0, 3)
    assert again is not None and again[0] == 20


def test_no_way_no_detour() -> None:
    costs = np.ones(6)
    assert detours(Plain(LADDER).metric(costs), costs, 3, 0) == []
