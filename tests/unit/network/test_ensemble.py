from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from korpu.network.ensemble import distances, independent, write
from korpu.network.graph import BLOCKED, Graph
from korpu.network.plain import Plain


def network(rng: np.random.Generator) -> tuple[Graph, np.ndarray, np.ndarray]:
    n, m = 60, 240
    return Graph(n, rng.integers(0, n, m), rng.integers(0, n, m)), rng.random((2, n)), rng.integers(1, 50, m)


def test_serial_and_pooled_are_the_same_and_right(tmp_path: Path) -> None:
    graph, (lat, lon), costs = network(np.random.default_rng(5))
    name = write(tmp_path, graph, lat, lon, costs)
    closures = [independent(i, np.full(graph.m, 0.1), seed=7) for i in range(45)]
    ends = (np.arange(10), np.arange(20, 40))
    serial = np.array(list(distances(None, tmp_path, name, closures, *ends)))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        pooled = np.array(list(distances(pool, tmp_path, name, closures, *ends)))
    assert serial.shape == (45, 10, 20)
    assert serial.tobytes() == pooled.tobytes()
    for row, closed in zip(serial, closures, strict=True):
        shut = costs.copy()
        shut[closed] = BLOCKED
        assert row.tolist() == Plain(graph).metric(shut).matrix(*ends).tolist()


def test_a_disruption_is_the_same_whenever_it_is_drawn() -> None:
    chance = np.array([0.0, 0.5, 1.0] * 30)
    one = independent(3, chance, seed=7)
    assert one.tolist() == independent(3, chance, seed=7).tolist()
    assert one.tolist() != independent(4, chance, seed=7).tolist()
    assert set(np.flatnonzero(chance == 1.0)) <= set(one.tolist())
    assert not set(np.flatnonzero(chance == 0.0)) & set(one.tolist())
