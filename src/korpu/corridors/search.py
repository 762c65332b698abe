"""The best ways from a point to others by one criterion, by scipy's Dijkstra."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from korpu.corridors.arrays import Bools, Ints


class Prepared:
    """A network with one criterion, made ready to be asked from several points.

    Weights are whole numbers of at least 0; a zero is raised to one, as scipy takes zeros for missing arcs.
    """

    def __init__(self, points: int, tail: Ints, head: Ints, weight: Ints, *, shut: Bools) -> None:
        """Keep the cheapest open arc of every pair of points."""
        open_arcs = np.flatnonzero(~shut)
        order = np.lexsort((weight[open_arcs], head[open_arcs], tail[open_arcs]))
        arcs = open_arcs[order]
        first = np.ones(len(arcs), dtype=bool)
        first[1:] = (tail[arcs[1:]] != tail[arcs[:-1]]) | (head[arcs[1:]] != head[arcs[:-1]])
        self._arcs = arcs[first]
        self._tail, self._head = tail[self._arcs], head[self._arcs]
        data = np.maximum(weight[self._arcs], 1).astype(float)
        self._graph = csr_matrix((data, (self._tail, self._head)), shape=(points, points))

    def ways(self, source: int, targets: Sequence[int]) -> list[list[int]]:
        """Return the arcs of the cheapest way from a point to each of these, [] where there is none: one search."""
        _, before = dijkstra(self._graph, indices=source, return_predecessors=True)
        return [self._way(before, source, target) for target in targets]

    def _way(self, before: Ints, source: int, target: int) -> list[int]:
        if before[target] < 0:
            return []
        nodes = [target]
        while nodes[-1] != source:
            nodes.append(int(before[nodes[-1]]))
        nodes.reverse()
        return [self._arc(a, b) for a, b in pairwise(nodes)]

    def _arc(self, a: int, b: int) -> int:
        low, high = np.searchsorted(self._tail, [a, a + 1])
        return int(self._arcs[low + np.searchsorted(self._head[low:high], b)])


def best(points: int, tail: Ints, head: Ints, weight: Ints, *, shut: Bools, source: int, target: int) -> list[int]:
    """Return the arcs of the cheapest way from source to target by one criterion, [] where there is none."""
    return Prepared(points, tail, head, weight, shut=shut).ways(source, [target])[0]
