from __future__ import annotations

import numpy as np
import pytest
from tests.unit.network.test_exactness import grid

from korpu.kernel.errors import InputError
from korpu.network.graph import Graph
from korpu.network.pareto import Pareto
from korpu.network.regions import Opened, draw_together

SIDE = 8


def regional(rng: np.random.Generator, criteria: int) -> tuple[Graph, np.ndarray, np.ndarray]:
    """A grid whose quarters are regions, with some arcs of none."""
    n, tail, head, costs = grid(rng, SIDE, criteria)
    quarter = 2 * (np.minimum(tail, head) // SIDE // 4) + (np.minimum(tail, head) % SIDE) // 4
    region = np.where(rng.random(tail.size // 2) < 0.05, -1, quarter[: tail.size // 2])
    return Graph(n, tail, head), costs, np.tile(region, 2).astype(np.int32)


@pytest.mark.parametrize("criteria", [1, 2, 3, 4])
def test_any_closure_gives_what_the_network_as_a_whole_gives(criteria: int) -> None:
    rng = np.random.default_rng(criteria)
    for round_ in range(6):
        graph, costs, region = regional(rng, criteria)
        kept = rng.choice(graph.n, 6, replace=False)
        regions = draw_together(graph, costs, region, kept)
        shut = rng.random(graph.m) < 0.04 if round_ % 2 else np.isin(region, [round_ % 4])
        source, target = int(kept[0]), int(kept[1])
        opened = Opened(graph, costs, region, regions, shut)
        expected = Pareto(graph, costs, shut).front(source, target)
        if shut[(graph.tail == source) | (graph.head == source)].all():
            assert not len(opened.front(source, target))
            continue
        found = opened.front(source, target)
        assert found.costs.tolist() == expected.costs.tolist()
        for row, way in zip(found.costs, found.ways, strict=True):
            assert costs[way].sum(axis=0).tolist() == row.tolist()
            assert [source, *graph.head[way].tolist()] == [*graph.tail[way].tolist(), target]
            assert not shut[way].any()


def test_a_node_that_was_drawn_in_cannot_be_asked_about() -> None:
    graph, costs, region = regional(np.random.default_rng(1), 2)
    opened = Opened(
        graph, costs, region, draw_together(graph, costs, region, np.array([0, 63])), np.zeros(graph.m, bool)
    )
    inner = next(v for v in range(graph.n) if v not in opened._small[0])
    with pytest.raises(InputError, match="KORPU-NETWORK-003"):
        opened.front(0, inner)


def test_a_node_with_every_arc_closed_has_no_way() -> None:
    graph, costs, region = regional(np.random.default_rng(2), 2)
    regions = draw_together(graph, costs, region, np.array([0, 63]))
    shut = (graph.tail == 63) | (graph.head == 63)
    assert len(Opened(graph, costs, region, regions, shut).front(0, 63)) == 0
