"""Flows of several kinds that share room, on networks small enough to check on paper."""

from __future__ import annotations

import numpy as np
import pytest

from korpu.kernel.errors import InputError
from korpu.network.cut import narrowest
from korpu.network.flow import allocate
from korpu.network.graph import Graph
from korpu.network.plain import Plain
from korpu.network.pricing import Demands
from korpu.network.sharing import Demand, Kind, Sharing


def kind(graph: Graph, cost: list[int], takes: list[tuple[int, int, float]]) -> Kind:
    arcs, room, much = (np.array([row[i] for row in takes]) for i in range(3))
    return Kind(
        Plain(graph).metric(np.array(cost)), np.array(cost, np.int64), arcs.astype(np.int32), room.astype(np.int32),
        much.astype(float),
    )  # fmt: skip


def test_two_kinds_share_a_ship_and_the_dearer_detour_stays_on_board() -> None:
    # Arc 0 is the ship (room 10); arc 1 is a detour. A container takes 1 of the ship, a truck 2.
    graph = Graph(2, np.array([0, 0]), np.array([1, 1]))
    containers, trucks = kind(graph, [5, 8], [(0, 0, 1.0)]), kind(graph, [5, 25], [(0, 0, 2.0)])
    asked = Sharing([containers, trucks], [Demand(0, 0, 1, 8, 1000), Demand(1, 0, 1, 4, 1000)], [10.0])
    found = asked.solve()
    # A truck on board saves 20 with 2 of room, a container 3 with 1: trucks first (8 of room), then two containers.
    assert found.cost == pytest.approx(4 * 5 + 2 * 5 + 6 * 8)
    assert found.price.tolist() == pytest.approx([3.0])
    assert found.use.tolist() == pytest.approx([10.0])
    assert found.bound == pytest.approx(found.cost)
    wider = asked.solve([11.0])
    assert found.cost - wider.cost == pytest.approx(3.0)
    assert asked.solve().cost == pytest.approx(found.cost)


def test_what_has_no_room_stays_behind_and_what_has_no_way_is_told_apart() -> None:
    graph = Graph(3, np.array([0]), np.array([1]))
    one = kind(graph, [5], [(0, 0, 0.5)])
    found = Sharing([one], [Demand(0, 0, 1, 8, 1000), Demand(0, 0, 2, 3, 1000)], [2.0]).solve()
    assert found.unmet.tolist() == pytest.approx([4.0, 3.0])
    assert found.cheapest == [5.0, float("inf")]
    assert found.price.tolist() == pytest.approx([2 * (1000 - 5)])


def test_it_is_cheaper_to_leave_behind_than_to_go_a_dear_way() -> None:
    graph = Graph(2, np.array([0]), np.array([1]))
    found = Sharing([kind(graph, [50], [(0, 0, 1.0)])], [Demand(0, 0, 1, 8, 30)], [100.0]).solve()
    assert found.unmet.tolist() == pytest.approx([8.0])
    assert found.ways == []


def test_a_way_through_two_rooms_takes_of_both() -> None:
    graph = Graph(3, np.array([0, 1]), np.array([1, 2]))
    found = Sharing([kind(graph, [1, 1], [(0, 0, 1.0), (1, 1, 0.5)])], [Demand(0, 0, 2, 9, 100)], [6.0, 2.0]).solve()
    assert found.use.tolist() == pytest.approx([4.0, 2.0])
    assert found.price.tolist() == pytest.approx([0.0, 2 * 98])


@pytest.mark.parametrize("seed", range(40))
def test_one_kind_with_a_room_for_each_arc_is_the_flow_of_the_other_module(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, m, d = 8, 24, 5
    graph = Graph(n, rng.integers(0, n, m), rng.integers(0, n, m))
    cost, room = rng.integers(1, 30, m), rng.integers(0, 12, m).astype(float)
    ends = rng.permuted(np.tile(np.arange(n), (d, 1)), axis=1)[:, :2]
    quantity = rng.integers(1, 15, d).astype(float)
    one = kind(graph, cost.tolist(), [(i, i, 1.0) for i in range(m)])
    found = Sharing([one], [Demand(0, a, b, q, 500) for (a, b), q in zip(ends.tolist(), quantity, strict=True)], room)
    wanted = Demands(ends[:, 0], ends[:, 1], quantity, np.full(d, 500.0))
    answer = found.solve()
    assert answer.cost == pytest.approx(allocate(graph, cost, room, wanted).cost)
    # Prices are rounded down while ways are looked for, at most one for each arc of a way.
    assert answer.cost - answer.bound <= n * quantity.sum()
    assert bool((answer.use <= room + 1e-6).all())


def test_a_negative_quantity_is_refused() -> None:
    graph = Graph(2, np.array([0]), np.array([1]))
    with pytest.raises(InputError, match="KORPU-NETWORK-005"):
        Sharing([kind(graph, [1], [])], [Demand(0, 0, 1, -1, 5)], [])


@pytest.mark.parametrize("seed", range(25))
def test_what_passes_between_two_places_is_the_minimum_cut(seed: int) -> None:
    rng = np.random.default_rng(100 + seed)
    n, m = 9, 30
    graph = Graph(n, rng.integers(0, n, m), rng.integers(0, n, m))
    room = rng.integers(0, 9, m)
    cut = narrowest(graph, room, [0], [n - 1])
    one = kind(graph, [1] * m, [(i, i, 1.0) for i in range(m)])
    found = Sharing([one], [Demand(0, 0, n - 1, 1000, 1e6)], room).solve()
    assert 1000 - found.unmet[0] == pytest.approx(cut.capacity)
    # Every arc with a price is full, and the prices of a way of the least cost add up to what leaving behind costs.
    priced = np.flatnonzero(found.price > 1e3)
    assert bool((found.use[priced] >= room[priced] - 1e-6).all())
    assert float(found.price[priced] @ room[priced]) == pytest.approx(1e6 * cut.capacity, rel=1e-4, abs=100)
