from __future__ import annotations

from itertools import product

import highspy
import numpy as np
import pytest

from korpu.kernel.errors import InputError
from korpu.network import pricing
from korpu.network.flow import Allocation, Demands, allocate
from korpu.network.graph import Graph
from korpu.network.relief import bottlenecks, carried, relief

Case = tuple[Graph, np.ndarray, np.ndarray, Demands]


def random(rng: np.random.Generator, n: int, m: int, d: int) -> Case:
    graph = Graph(n, rng.integers(0, n, m), rng.integers(0, n, m))
    demands = Demands(rng.integers(0, n, d), rng.integers(0, n, d), rng.integers(1, 20, d), np.full(d, 500.0))
    return graph, rng.integers(0, 60, m).astype(float), rng.integers(0, 15, m).astype(float), demands


def by_arcs(graph: Graph, cost: np.ndarray, capacity: np.ndarray, demands: Demands) -> float:
    """The optimum of the plain formulation: one variable for each arc and demand, given to HiGHS directly."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    d = demands.quantity.size
    flow = {
        (k, a): solver.addVariable(0, float(capacity[a]), float(cost[a])) for k, a in product(range(d), range(graph.m))
    }
    left = [solver.addVariable(0, float(demands.quantity[k]), float(demands.unmet[k])) for k in range(d)]
    for a in range(graph.m):
        solver.addConstr(sum((flow[k, a] for k in range(d)), 0 * left[0]) <= float(capacity[a]))
    for k, v in product(range(d), range(graph.n)):
        if demands.origin[k] == demands.destination[k]:
            solver.addConstr(left[k] <= 0)
            break
        net = 0 * left[k]
        for a in range(graph.m):
            if graph.tail[a] == v:
                net = net + flow[k, a]
            if graph.head[a] == v:
                net = net - flow[k, a]
        sent = float(demands.quantity[k])
        if v == demands.origin[k]:
            solver.addConstr(net + left[k] == sent)
        elif v == demands.destination[k]:
            solver.addConstr(net - left[k] == -sent)
        else:
            solver.addConstr(net == 0)
    solver.run()
    return float(solver.getInfo().objective_function_value)


def feasible(case: Case, found: Allocation) -> None:
    graph, cost, capacity, demands = case
    assert (found.load <= capacity + 1e-6).all()
    met = np.zeros(demands.quantity.size)
    for demand, amount, arcs in found.ways:
        met[demand] += amount
        ends = [demands.origin[demand], *graph.head[arcs]]
        assert ends == [*graph.tail[arcs], demands.destination[demand]]
    assert np.allclose(met + found.unmet, demands.quantity)
    assert found.cost == pytest.approx(float(found.load @ cost + found.unmet @ demands.unmet))
    assert found.bound <= found.cost + 1e-6


@pytest.mark.parametrize("small", [True, False])
def test_random_networks_equal_the_plain_formulation(small: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not small:
        monkeypatch.setattr(pricing, "SMALL", 0)
    rng = np.random.default_rng(17)
    for _ in range(6):
        case = random(rng, 12, 40, 5)
        found = allocate(*case)
        feasible(case, found)
        assert found.gap < 1e-6
        assert found.cost == pytest.approx(by_arcs(*case), abs=1e-4)


def test_the_price_of_a_capacity_is_what_one_more_unit_saves() -> None:
    # Two demands share the cheap arc 0-1; the dear way round takes the rest.
    graph = Graph(3, np.array([0, 0, 2]), np.array([1, 2, 1]))
    demands = Demands(np.array([0]), np.array([1]), np.array([10.0]), np.array([500.0]))
    cost, capacity = np.array([1.0, 5.0, 5.0]), np.array([4.0, 100.0, 100.0])
    found = allocate(graph, cost, capacity, demands)
    assert found.cost == pytest.approx(4 * 1 + 6 * 10)
    assert found.price[0] == pytest.approx(9.0)
    assert found.worth[0] == pytest.approx(10.0)
    more = allocate(graph, cost, capacity + np.array([1.0, 0, 0]), demands)
    assert found.cost - more.cost == pytest.approx(found.price[0])


@pytest.mark.parametrize("small", [True, False])
def test_special_cases_are_solved_by_either_method(small: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not small:
        monkeypatch.setattr(pricing, "SMALL", -1)
    # Parallel arcs, one without capacity; a demand that is at home, one of nothing, one that nothing leads to.
    graph = Graph(4, np.array([0, 0, 0, 1]), np.array([1, 1, 1, 2]))
    demands = Demands(
        np.array([0, 0, 2, 1, 0]), np.array([2, 1, 2, 2, 3]),
        np.array([6.0, 3.0, 4.0, 0.0, 2.0]), np.array([100.0, 90.0, 80.0, 70.0, 60.0]),
    )  # fmt: skip
    case = graph, np.array([1.0, 2.0, 0.0, 1.0]), np.array([3.0, 4.0, 0.0, 5.0]), demands
    found = allocate(*case)
    feasible(case, found)
    # 5 of demand 0 pass the last arc, 7 - 5 of demand 1 find room beside them; a unit of 0 is worth more.
    assert found.cost == pytest.approx(3 * 1 + 4 * 2 + 5 * 1 + 1 * 100 + 1 * 90 + 2 * 60)
    assert found.bound == pytest.approx(found.cost)
    assert found.unmet.tolist() == pytest.approx([1.0, 1.0, 0.0, 0.0, 2.0], abs=1e-6)


def test_nothing_to_carry_costs_nothing() -> None:
    graph = Graph(2, np.array([0]), np.array([1]))
    none = np.zeros(0, np.int64)
    found = allocate(graph, [1.0], [1.0], Demands(none, none, np.zeros(0), np.zeros(0)))
    assert (found.cost, found.bound, found.ways) == (0.0, 0.0, [])


@pytest.mark.parametrize("small", [True, False])
def test_prices_and_worths_prove_the_cost(small: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not small:
        monkeypatch.setattr(pricing, "SMALL", -1)
    rng = np.random.default_rng(5)
    for _ in range(4):
        graph, cost, capacity, demands = random(rng, 10, 30, 6)
        found = allocate(graph, cost, capacity, demands)
        # Strong duality, and no price where room is left (complementary slackness).
        assert found.worth @ demands.quantity - found.price @ capacity == pytest.approx(found.cost, abs=1e-4)
        assert (found.price >= 0).all()
        assert found.price @ (capacity - found.load) == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize("small", [True, False])
def test_a_search_cut_short_returns_its_best_with_a_proven_gap(small: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not small:
        monkeypatch.setattr(pricing, "SMALL", -1)
    case = random(np.random.default_rng(3), 12, 40, 6)
    best = allocate(*case)
    told: list[tuple[float, float]] = []

    def stop(cost: float, bound: float) -> bool:
        told.append((cost, bound))
        return len(told) < 3

    for found in (allocate(*case, seconds=0.0), allocate(*case, progress=stop)):
        feasible(case, found)
        assert found.bound <= best.cost + 1e-6 <= found.cost + 2e-6
    assert len(told) >= 3 or best.rounds < 3
    assert all(bound <= best.cost + 1e-6 <= cost + 2e-6 for cost, bound in told)


def test_more_room_saves_no_more_than_its_price() -> None:
    rng = np.random.default_rng(11)
    for _ in range(5):
        graph, cost, capacity, demands = random(rng, 10, 30, 6)
        found = allocate(graph, cost, capacity, demands)
        for arc in bottlenecks(found, capacity, most=3).tolist():
            more = relief(graph, cost, capacity, demands, found, [arc], 2.0)
            assert more.least <= more.most <= more.price + 1e-4
            room = capacity + 2.0 * (np.arange(graph.m) == arc)
            assert more.most == pytest.approx(found.cost - allocate(graph, cost, room, demands).cost, abs=1e-4)
    with pytest.raises(InputError, match="KORPU-NETWORK-005"):
        relief(graph, cost, capacity, demands, found, [graph.m], 1.0)


def test_what_each_demand_sends_over_each_arc_adds_up_to_its_load() -> None:
    case = random(np.random.default_rng(13), 12, 40, 6)
    found = allocate(*case)
    demand, arc, amount = carried(found, case[0].m)
    assert np.bincount(arc, amount, minlength=case[0].m) == pytest.approx(found.load)
    assert len({*zip(demand.tolist(), arc.tolist(), strict=True)}) == demand.size


def test_what_cannot_go_stays_behind() -> None:
    graph = Graph(3, np.array([0]), np.array([1]))
    demands = Demands(np.array([0, 0]), np.array([1, 2]), np.array([5.0, 3.0]), np.array([50.0, 20.0]))
    found = allocate(graph, [1.0], [2.0], demands)
    assert found.unmet.tolist() == pytest.approx([3.0, 3.0])
    assert found.cost == pytest.approx(2 + 3 * 50 + 3 * 20)


def test_bad_figures_are_refused() -> None:
    graph = Graph(2, np.array([0]), np.array([1]))
    demands = Demands(np.array([0]), np.array([1]), np.array([1.0]), np.array([9.0]))
    with pytest.raises(InputError, match="KORPU-NETWORK-005"):
        allocate(graph, [-1.0], [1.0], demands)
    with pytest.raises(InputError, match="KORPU-NETWORK-005"):
        allocate(graph, [1.0], [1.0, 2.0], demands)
    with pytest.raises(InputError, match="KORPU-NETWORK-003"):
        allocate(graph, [1.0], [1.0], Demands(np.array([5]), np.array([1]), np.array([1.0]), np.array([9.0])))
