"""Pouring costs over the hierarchy takes one thread unless somebody decides otherwise."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from korpu.network.graph import Graph
from korpu.network.hierarchy import prepare


def test_trap_6_costs_are_poured_by_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads took ten times as long as one on a busy machine of two cores."""
    kernel = pytest.importorskip("pyroutingkit")
    threads: list[Any] = []

    class Spy:
        def __init__(self, topology: Any) -> None:
            self.real = made(topology)

        def customize(self, weights: Any, **options: Any) -> None:
            threads.append(options.get("thread_count"))
            self.real.customize(weights, **options)

    made = kernel.CCHMetric
    monkeypatch.setattr(kernel, "CCHMetric", Spy)
    graph = Graph(3, np.array([0, 1]), np.array([1, 2]))
    prepare(graph, np.zeros(3), np.arange(3.0)).metric(np.array([1, 2]))
    assert threads == [1]
