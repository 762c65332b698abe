"""The cheapest way of every demand under prices that change, found again and again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from korpu.network.graph import Graph, Ints

Floats = npt.NDArray[np.float64]
SMALL = 100_000
"""Up to so many nodes times demands scipy is as fast, and the compiler's 50 MB are saved."""
_LEAST = 1e-12
"""Stands for a cost of nothing, which a sparse matrix would take for no arc."""


@dataclass(frozen=True, eq=False)
class Demands:
    """What is to go from where to where: nodes (d), quantities (d), and the cost of leaving a unit behind (d)."""

    origin: Ints
    destination: Ints
    quantity: Floats
    unmet: Floats


@dataclass(frozen=True, eq=False)
class Found:
    """For each demand the least cost (d), infinite above its limit, and its arcs: arcs[begin[i]:begin[i + 1]]."""

    cost: Floats
    arcs: Ints
    begin: Ints


class Pricer:
    """Ways between fixed pairs of nodes (origin and destination, d each) under arc costs never below `floor` (m)."""

    def __init__(self, graph: Graph, floor: Floats, origin: Ints, destination: Ints, limit: Floats) -> None:
        self.graph, self.floor, self.limit = graph, floor, limit
        self.origin, self.destination = origin.astype(np.int32), destination.astype(np.int32)
        self.order = np.lexsort((floor, graph.head, graph.tail)).astype(np.int32)
        self.tail, self.head = graph.tail[self.order], graph.head[self.order]
        self.start = np.zeros(graph.n + 1, np.int32)
        np.cumsum(np.bincount(graph.tail, minlength=graph.n), out=self.start[1:])
        self.small = graph.n * origin.size <= SMALL
        if not self.small:
            ends, self.row = np.unique(self.destination, return_inverse=True)
            back = self._matrix(floor, backwards=True)
            self.remaining = dijkstra(back, indices=ends) * (1.0 - 1e-12)

    def ways(self, cost: Floats) -> Found:
        """Return the cheapest ways under these costs (m)."""
        return self._by_scipy(cost) if self.small else self._compiled(cost)

    def _matrix(self, cost: Floats, *, backwards: bool = False) -> csr_matrix:
        """The cheapest of parallel arcs each, in a sparse matrix; remembers which arc that is."""
        order = np.lexsort((cost, self.graph.head, self.graph.tail))
        tail, head = self.graph.tail[order], self.graph.head[order]
        first = np.ones(order.size, np.bool_)
        first[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
        ends = (head[first], tail[first]) if backwards else (tail[first], head[first])
        self.chosen = order[first].astype(np.int32)
        self.key = tail[first].astype(np.int64) * self.graph.n + head[first]
        return csr_matrix((np.maximum(cost[self.chosen], _LEAST), ends), shape=(self.graph.n, self.graph.n))

    def _by_scipy(self, cost: Floats) -> Found:
        sources, row = np.unique(self.origin, return_inverse=True)
        far, before = dijkstra(self._matrix(cost), indices=sources, return_predecessors=True)
        least = far[row, self.destination]
        least[least >= self.limit] = np.inf
        arcs: list[int] = []
        begin = [0]
        for i, v in enumerate(self.destination.tolist()):
            steps: list[int] = []
            if least[i] < np.inf:
                node = v
                back = before[row[i]]
                while node != self.origin[i]:
                    last = int(back[node])
                    steps.append(last * self.graph.n + node)
                    node = last
            arcs += self.chosen[np.searchsorted(self.key, steps[::-1])].tolist()
            begin.append(len(arcs))
        return Found(least, np.array(arcs, np.int32), np.array(begin, np.int32))

    def _compiled(self, cost: Floats) -> Found:
        from korpu.network.astar import cheapest  # noqa: PLC0415  (the compiler is heavy)

        sorted_cost = cost[self.order]
        halves = np.array_split(np.arange(self.origin.size), 2)

        def part(some: Ints) -> tuple[Floats, Ints, Ints]:
            return cheapest(
                self.start, self.head, sorted_cost, self.remaining, self.row[some].astype(np.int32),
                self.origin[some], self.destination[some], self.limit[some],
            )  # fmt: skip

        with ThreadPoolExecutor(2) as threads:
            (cost_1, arcs_1, begin_1), (cost_2, arcs_2, begin_2) = threads.map(part, halves)
        arcs = self.order[np.concatenate([arcs_1, arcs_2])]
        return Found(np.concatenate([cost_1, cost_2]), arcs, np.concatenate([begin_1, begin_1[-1] + begin_2[1:]]))
