"""The best way by one criterion whose costs change often: an order of nodes is made once, costs are poured over it.

A thin port over customizable contraction hierarchies (pyroutingkit); where that is not installed, scipy's Dijkstra
gives the same answers more slowly (`korpu.network.plain`).
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from korpu.network.graph import BLOCKED, Graph, Ints, Longs, checked_costs, checked_node
from korpu.network.plain import Plain


class Metric(Protocol):
    """A network under one set of costs. Costs are whole numbers; a whole way must stay below BLOCKED."""

    def update(self, arcs: npt.ArrayLike, costs: npt.ArrayLike) -> None:
        """Change the costs of a few arcs; BLOCKED closes one."""

    def route(self, source: int, target: int) -> tuple[int, Ints] | None:
        """Return (cost, arcs in order) of a cheapest way, None if there is none."""

    def matrix(self, sources: npt.ArrayLike, targets: npt.ArrayLike) -> Longs:
        """Return the least costs int64[s, t], BLOCKED where there is no way."""


class Hierarchy(Protocol):
    """What does not depend on costs; made once for a network."""

    def metric(self, costs: npt.ArrayLike) -> Metric:
        """Return the network under these costs, (m), rounded to whole numbers.

        Raises InputError KORPU-NETWORK-002 for costs that do not fit the network.
        """


def prepare(graph: Graph, latitude: npt.ArrayLike, longitude: npt.ArrayLike, folder: Path | None = None) -> Hierarchy:
    """Return the hierarchy of a network whose nodes lie at these degrees (they only help to order it).

    With a folder, the order is kept there under the network's digest and read back the next time.
    """
    if find_spec("pyroutingkit") is None:
        return Plain(graph)
    return Contracted(graph, latitude, longitude, folder)


class Contracted:
    """A customizable contraction hierarchy."""

    def __init__(
        self, graph: Graph, latitude: npt.ArrayLike, longitude: npt.ArrayLike, folder: Path | None = None
    ) -> None:
        import pyroutingkit  # noqa: PLC0415  (heavy, and optional)

        self.graph = graph
        self.topology: Any = pyroutingkit.CCHTopology()
        kept = folder / digest(graph) if folder else None
        if kept and (kept / "done").exists():
            self.topology.load(str(kept))
            return
        self.topology.build(
            graph.tail.astype(np.uint32),
            graph.head.astype(np.uint32),
            np.asarray(latitude, np.float32),
            np.asarray(longitude, np.float32),
            graph.n,
        )
        if kept:
            kept.mkdir(parents=True, exist_ok=True)
            self.topology.save(str(kept))
            (kept / "done").touch()

    def metric(self, costs: npt.ArrayLike) -> Metric:
        """Return the network under these costs."""
        return _Poured(self, costs)


class _Poured:
    def __init__(self, hierarchy: Contracted, costs: npt.ArrayLike) -> None:
        import pyroutingkit  # noqa: PLC0415

        self.graph = hierarchy.graph
        self.kernel: Any = pyroutingkit.CCHMetric(hierarchy.topology)
        # One thread: with two the pouring is ten times slower on a busy machine.
        self.kernel.customize(checked_costs(self.graph, costs)[:, 0].astype(np.uint32), thread_count=1)

    def update(self, arcs: npt.ArrayLike, costs: npt.ArrayLike) -> None:
        changed = np.atleast_1d(np.asarray(arcs)).astype(np.uint32)
        values = np.rint(np.minimum(np.broadcast_to(costs, changed.shape), BLOCKED)).astype(np.uint32)
        self.kernel.update_weights(changed, values)

    def route(self, source: int, target: int) -> tuple[int, Ints] | None:
        cost, _, arcs = self.kernel.query(checked_node(self.graph, source), checked_node(self.graph, target))
        return None if cost >= BLOCKED else (int(cost), np.asarray(arcs, np.int32))

    def matrix(self, sources: npt.ArrayLike, targets: npt.ArrayLike) -> Longs:
        found = self.kernel.distances_many_to_many(np.asarray(sources, np.uint32), np.asarray(targets, np.uint32))
        return np.minimum(np.asarray(found, np.int64), BLOCKED)


def digest(graph: Graph, *more: npt.NDArray[Any]) -> str:
    """Return a name for the network's shape, and what else is given, hexadecimal."""
    shape = hashlib.sha256(str(graph.n).encode())
    for part in (graph.tail, graph.head, *more):
        shape.update(np.ascontiguousarray(part).tobytes())
    return shape.hexdigest()[:32]
