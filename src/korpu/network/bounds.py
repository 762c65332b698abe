"""The least that remains: for each node and criterion, the cost of the cheapest way to the target."""

from __future__ import annotations

import numpy as np

from korpu.network.compiled import compiled
from korpu.network.graph import Ints, Longs

UNREACHED = np.int64(2**62)


@compiled
def push(keys: Longs, nodes: Ints, size: int, key: int, node: int) -> int:
    """Put (key, node) on the binary heap and return its new size; the arrays must have room."""
    i = size
    while i > 0:
        above = (i - 1) >> 1
        if keys[above] <= key:
            break
        keys[i] = keys[above]
        nodes[i] = nodes[above]
        i = above
    keys[i] = key
    nodes[i] = node
    return size + 1


@compiled
def drop(keys: Longs, nodes: Ints, size: int) -> int:
    """Take the least entry off the binary heap and return its new size."""
    size -= 1
    key = keys[size]
    node = nodes[size]
    i = 0
    while True:
        below = 2 * i + 1
        if below >= size:
            break
        if below + 1 < size and keys[below + 1] < keys[below]:
            below += 1
        if keys[below] >= key:
            break
        keys[i] = keys[below]
        nodes[i] = nodes[below]
        i = below
    keys[i] = key
    nodes[i] = node
    return size


@compiled
def distances(start: Ints, arc: Ints, end: Ints, cost: Longs, closed: np.ndarray, origin: int) -> Longs:
    """Return the least cost int64[n] from `origin` over arcs grouped by `start`, UNREACHED where there is no way.

    `arc` and `end` are in grouped order (arc number and far end), `cost` and `closed` by arc number. Dijkstra's
    algorithm. Given entering arcs and their tails, it yields the least cost to `origin`.
    """
    n = start.size - 1
    best = np.full(n, UNREACHED, np.int64)
    keys = np.empty(arc.size + 1, np.int64)
    nodes = np.empty(arc.size + 1, np.int32)
    best[origin] = 0
    size = push(keys, nodes, 0, 0, origin)
    while size:
        key = keys[0]
        v = nodes[0]
        size = drop(keys, nodes, size)
        if key > best[v]:
            continue
        for i in range(start[v], start[v + 1]):
            a = arc[i]
            if closed[a]:
                continue
            w = end[i]
            reached = key + cost[a]
            if reached < best[w]:
                best[w] = reached
                size = push(keys, nodes, size, reached, w)
    return best
