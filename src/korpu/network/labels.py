"""The search for all Pareto-best ways: labels in lexicographic order, pruned by what remains at least."""

from __future__ import annotations

import numpy as np

from korpu.network.bounds import UNREACHED
from korpu.network.compiled import compiled
from korpu.network.graph import Bools, Ints, Longs


@compiled
def _less(estimates: Longs, a: int, b: int) -> bool:
    for i in range(estimates.shape[1]):
        if estimates[a, i] != estimates[b, i]:
            return bool(estimates[a, i] < estimates[b, i])
    return False


@compiled
def _sift_up(heap: Longs, size: int, estimates: Longs, label: int) -> None:
    i = size
    while i > 0:
        above = (i - 1) >> 1
        if not _less(estimates, label, heap[above]):
            break
        heap[i] = heap[above]
        i = above
    heap[i] = label


@compiled
def _sift_down(heap: Longs, size: int, estimates: Longs) -> None:
    label = heap[size]
    i = 0
    while True:
        below = 2 * i + 1
        if below >= size:
            break
        if below + 1 < size and _less(estimates, heap[below + 1], heap[below]):
            below += 1
        if not _less(estimates, heap[below], label):
            break
        heap[i] = heap[below]
        i = below
    heap[i] = label


@compiled
def _beaten(first: int, following: Longs, estimates: Longs, cost: Longs) -> bool:
    """Whether a kept label is at most `cost` in every criterion but the first, which the order has settled."""
    label = first
    while label >= 0:
        for i in range(1, cost.size):
            if estimates[label, i] > cost[i]:
                break
        else:
            return True
        label = following[label]
    return False


@compiled
def _doubled(table: Longs) -> Longs:
    grown = np.empty((2 * table.shape[0], table.shape[1]), table.dtype)
    grown[: table.shape[0]] = table
    return grown


@compiled
def search(
    start: Ints, arc: Ints, head: Ints, costs: Longs, closed: Bools, least: Longs, source: int, target: int
) -> tuple[Longs, Longs, Longs, int]:
    """Return (solutions, estimates, origins, labels): NAMOA* with dimensionality reduction.

    `least` is int64[n, k], the least remaining cost in each criterion. `solutions` are label numbers in lexicographic
    order; `estimates[label]` the cost through it; `origins[label]` its (node, previous label, arc). Labels leave the
    heap in lexicographic order of estimates, so an earlier label of the same node is never worse in the first
    criterion and dominance needs the others only.
    """
    k = costs.shape[1]
    n = start.size - 1
    estimates = np.empty((1024, k), np.int64)
    origins = np.empty((1024, 4), np.int64)  # node, previous label, arc, next kept label of the same node
    heap = np.empty(1024, np.int64)
    kept = np.full(n, -1, np.int64)
    solutions = np.empty(64, np.int64)
    found = 0
    used = 0
    size = 0
    cost = np.empty(k, np.int64)
    if least[source].max() < UNREACHED:
        estimates[0] = least[source]
        origins[0] = (source, -1, -1, -1)
        heap[0] = 0
        used = size = 1
    while size:
        label = heap[0]
        size -= 1
        _sift_down(heap, size, estimates)
        v = origins[label, 0]
        cost[:] = estimates[label]
        following = origins[:, 3]
        if _beaten(kept[v], following, estimates, cost) or _beaten(kept[target], following, estimates, cost):
            continue
        origins[label, 3] = kept[v]
        kept[v] = label
        if v == target:
            if found == solutions.size:
                grown = np.empty(2 * found, np.int64)
                grown[:found] = solutions
                solutions = grown
            solutions[found] = label
            found += 1
            continue
        for at in range(start[v], start[v + 1]):
            a = arc[at]
            w = head[a]
            if closed[a] or least[w, 0] >= UNREACHED:
                continue
            for i in range(k):
                cost[i] = estimates[label, i] - least[v, i] + costs[a, i] + least[w, i]
            if _beaten(kept[w], following, estimates, cost) or _beaten(kept[target], following, estimates, cost):
                continue
            if used == estimates.shape[0]:
                estimates = _doubled(estimates)
                origins = _doubled(origins)
                following = origins[:, 3]
            if size == heap.size:
                longer = np.empty(2 * size, np.int64)
                longer[:size] = heap
                heap = longer
            estimates[used] = cost
            origins[used, 0] = w
            origins[used, 1] = label
            origins[used, 2] = a
            _sift_up(heap, size, estimates, used)
            size += 1
            used += 1
    return solutions[:found], estimates[:used], origins[:used], used
