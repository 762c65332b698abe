"""The front on the network that a user builds, against a second implementation in plain Python."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.unit.network.oracles import best, by_setting, covered

from korpu.corridors import cargo, costs, raw, services, store
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
