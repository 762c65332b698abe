"""The best ways between two points: one for each criterion, by scipy's Dijkstra."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from korpu.corridors.arrays import Bools, Ints


def best(points: int, tail: Ints, head: Ints, weight: Ints, *, shut: Bools, source: int, target: int) -> list[int]:
    """Return the arcs of the cheapest way from source to target by one criterion, [] where there is none.

    Weights are whole numbers of at least 0; a zero is raised to one, as scipy takes zeros for missing arcs.
    """
    open_arcs = np.flatnonzero(~shut)
    order = np.lexsort((weight[open_arcs], head[open_arcs], tail[open_arcs]))
    arcs = open_arcs[order]
    first = np.ones(len(arcs), dtype=bool)
    first[1:] = (tail[arcs[1:]] != tail[arcs[:-1]]) | (head[arcs[1:]] != head[arcs[:-1]])
    arcs = arcs[first]
    data = np.maximum(weight[arcs], 1).astype(float)
    graph = csr_matrix((data, (tail[arcs], head[arcs])), shape=(points, points))
    _, before = dijkstra(graph, indices=source, return_predecessors=True)
    if before[target] < 0:
        return []
    by_ends = {}
    nodes = [target]
    while nodes[-1] != source:
        nodes.append(int(before[nodes[-1]]))
    wanted = {(b, a) for a, b in pairwise(nodes)}
    start = np.searchsorted(tail[arcs], [a for a, _ in wanted])
    for (a, b), i in zip(wanted, start, strict=True):
        k = int(i)
        while head[arcs[k]] != b:
            k += 1
        by_ends[a, b] = int(arcs[k])
    nodes.reverse()
    return [by_ends[pair] for pair in pairwise(nodes)]
