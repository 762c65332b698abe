"""The least that remains: for each node and criterion, the cost of the cheapest way to the target."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from korpu.network.compiled import compiled
from korpu.network.graph import Ints, Longs

UNREACHED = np.int64(2**62)


@compiled
def push(keys: npt.NDArray[Any], nodes: Ints, size: int, key: float, node: int) -> int:
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
def drop(keys: npt.NDArray[Any], nodes: Ints, size: int) -> int:
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
def remaining(start: Ints, head: Ints, costs: Longs, target: int) -> Longs:
    """Return the least cost int64[n, k] from each node to the target, UNREACHED where there is no way.

    Arcs are sorted by tail: node v's are start[v]:start[v+1]. Dijkstra's algorithm backwards, once a criterion.
    """
    n = start.size - 1
    m = head.size
    k = costs.shape[1]
    back = np.zeros(n + 1, np.int32)
    for a in range(m):
        back[head[a] + 1] += 1
    for v in range(n):
        back[v + 1] += back[v]
    at = back[:-1].copy()
    tails = np.empty(m, np.int32)
    turned = np.empty((m, k), np.int64)
    for v in range(n):
        for a in range(start[v], start[v + 1]):
            place = at[head[a]]
            at[head[a]] += 1
            tails[place] = v
            for i in range(k):
                turned[place, i] = costs[a, i]
    least = np.full((n, k), UNREACHED, np.int64)
    keys = np.empty(m + 1, np.int64)
    nodes = np.empty(m + 1, np.int32)
    for i in range(k):
        least[target, i] = 0
        size = push(keys, nodes, 0, 0, target)
        while size:
            key = keys[0]
            v = nodes[0]
            size = drop(keys, nodes, size)
            if key > least[v, i]:
                continue
            for a in range(back[v], back[v + 1]):
                reached = key + turned[a, i]
                w = tails[a]
                if reached < least[w, i]:
                    least[w, i] = reached
                    size = push(keys, nodes, size, reached, w)
    return least
