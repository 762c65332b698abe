"""The front on the network that a user builds, against a second implementation in plain Python."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.unit.network.oracles import best, by_setting, covered

from korpu.corridors import cargo, closures, costs, raw, services, store
from korpu.corridors.ready import ready
from korpu.kernel.errors import KorpuError
from korpu.network.graph import Graph
from korpu.network.pareto import Pareto

PAIRS = 20
LABELS = 150
"""Pairs with more partial ways than this take plain Python minutes."""


@pytest.mark.slow
@pytest.mark.skipif(not raw.installed(), reason="scgraph-data and searoute are not installed")
def test_twenty_pairs_equal_the_second_implementation(tmp_path: Path) -> None:
    network = store.built(tmp_path)
    terms = costs.terms(network, services.by_id(services.services()), cargo.Cargo())
    whole = np.rint(np.column_stack([terms.hours * 60, terms.usd, terms.kg])).astype(np.int64)
    tail, head = network.arcs()
    pareto = Pareto(Graph(network.points, tail, head), whole)
    chance = np.random.default_rng(7)
    checked = several = 0
    for _ in range(200):
        source, target = map(int, chance.choice(network.terminal_point, 2, replace=False))
        front = pareto.front(source, target)
        if front.labels > LABELS or not len(front):
            continue
        rows = [tuple(row) for row in front.costs.tolist()]
        assert rows == by_setting(network.points, tail, head, whole, source=source, target=target)
        assert rows == best(set(rows))
        for epsilon in (0.01, 0.1):
            assert covered(pareto.front(source, target, epsilon=epsilon).costs, front.costs, epsilon)
        checked += 1
        several += len(rows) > 1
        if checked == PAIRS:
            break
    assert checked == PAIRS
    assert several >= PAIRS // 4


@pytest.mark.slow
@pytest.mark.skipif(not raw.installed(), reason="scgraph-data and searoute are not installed")
def test_regions_give_what_the_whole_network_gives(tmp_path: Path) -> None:
    """Four criteria with the closures of a day: what is put together from regions equals the network as it is."""
    network, day = store.built(tmp_path), date(2025, 6, 2)
    made = ready(network, store.services_of(network), cargo.Cargo(), day)
    shut, _ = closures.closed(network, closures.from_tables(), day, "container")
    shut |= np.random.default_rng(7).random(network.edges) < 0.0005
    opened, pareto = made.opened(shut), Pareto(made.graph, made.costs, np.repeat(shut, 2))
    chance = np.random.default_rng(11)
    compared = 0
    for _ in range(60):
        source, target = map(int, chance.choice(network.terminal_point, 2, replace=False))
        try:
            front = pareto.front(source, target, patience=20_000)
        except KorpuError:
            continue
        found = opened.front(source, target, patience=200_000)
        assert found.costs.tolist() == front.costs.tolist()
        for row, way in zip(found.costs[:3], found.ways[:3], strict=True):
            assert made.costs[way].sum(axis=0).tolist() == row.tolist()
            assert not np.repeat(shut, 2)[way].any()
        compared += len(front) > 0
    assert compared >= 10
