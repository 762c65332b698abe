"""The same answers as the hierarchy by scipy's Dijkstra: always there, and what the hierarchy is tested against."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from korpu.network.graph import BLOCKED, Graph, Ints, Longs, checked_costs, checked_node


class Plain:
    """A network without preparation."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def metric(self, costs: npt.ArrayLike) -> PlainMetric:
        """Return the network under these costs."""
        return PlainMetric(self.graph, checked_costs(self.graph, costs)[:, 0])


class PlainMetric:
    """A network under one set of costs, as a sparse matrix made anew after each change."""

    def __init__(self, graph: Graph, costs: Longs) -> None:
        self.graph = graph
        self.costs = costs.copy()
        self._pour()

    def _pour(self) -> None:
        order = np.lexsort((self.costs, self.graph.head, self.graph.tail))
        tail, head = self.graph.tail[order], self.graph.head[order]
        first = np.ones(order.size, np.bool_)
        first[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
        first &= self.costs[order] < BLOCKED
        self.arcs = order[first]
        self.start = np.zeros(self.graph.n + 1, np.int64)
        np.cumsum(np.bincount(tail[first], minlength=self.graph.n), out=self.start[1:])
        shape = (self.graph.n, self.graph.n)
        self.table = csr_matrix((self.costs[self.arcs].astype(np.float64), head[first], self.start), shape=shape)

    def update(self, arcs: npt.ArrayLike, costs: npt.ArrayLike) -> None:
        """Change the costs of a few arcs."""
        self.costs[np.asarray(arcs)] = np.rint(np.minimum(costs, BLOCKED)).astype(np.int64)
        self._pour()

    def route(self, source: int, target: int) -> tuple[int, Ints] | None:
        """Return (cost, arcs) of a cheapest way, None if there is none."""
        checked_node(self.graph, source)
        checked_node(self.graph, target)
        cost, before = dijkstra(self.table, indices=source, return_predecessors=True)
        if not cost[target] < BLOCKED:
            return None
        arcs: list[int] = []
        node = target
        while node != source:
            last = int(before[node])
            row = slice(self.start[last], self.start[last + 1])
            arcs.append(int(self.arcs[row][self.table.indices[row] == node][0]))
            node = last
        return int(cost[target]), np.array(arcs[::-1], np.int32)

    def matrix(self, sources: npt.ArrayLike, targets: npt.ArrayLike) -> Longs:
        """Return the least costs int64[s, t], BLOCKED where there is no way."""
        found = dijkstra(self.table, indices=np.asarray(sources))[:, np.asarray(targets)]
        return np.asarray(np.minimum(found, BLOCKED), np.int64)
