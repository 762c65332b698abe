"""One cheapest way for each of many pairs, led by what remains at least under the lowest costs (A*)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from korpu.network.bounds import drop, push
from korpu.network.compiled import compiled
from korpu.network.graph import Ints

Floats = npt.NDArray[np.float64]


@compiled
def cheapest(
    start: Ints, head: Ints, cost: Floats, remaining: Floats, row: Ints,
    origin: Ints, destination: Ints, limit: Floats,
) -> tuple[Floats, Ints, Ints]:  # fmt: skip
    """Return (least cost, arcs, begin) for each pair; infinite and no arcs where it is not below the pair's limit.

    Arcs are sorted by tail: node v's are start[v]:start[v+1]. `remaining[row[i]]` (n) is never more than what is left
    to the destination of pair i.
    """
    n = start.size - 1
    pairs = origin.size
    far = np.empty(n)
    seen = np.full(n, -1, np.int32)
    before = np.empty(n, np.int32)
    by = np.empty(n, np.int32)
    keys = np.empty(head.size + 1)
    queue = np.empty(head.size + 1, np.int32)
    least = np.full(pairs, np.inf)
    arcs = np.empty(64 * pairs + n, np.int32)
    begin = np.zeros(pairs + 1, np.int32)
    total = 0
    for i in range(pairs):
        begin[i + 1] = total
        left = remaining[row[i]]
        v = origin[i]
        end = destination[i]
        if left[v] >= limit[i]:
            continue
        seen[v] = i
        far[v] = 0.0
        by[v] = -1
        size = push(keys, queue, 0, left[v], v)
        while size:
            key = keys[0]
            v = queue[0]
            size = drop(keys, queue, size)
            if v == end:
                least[i] = far[v]
                break
            if key > far[v] + left[v]:
                continue
            for a in range(start[v], start[v + 1]):
                w = head[a]
                reached = far[v] + cost[a]
                estimate = reached + left[w]
                if estimate < limit[i] and (seen[w] != i or reached < far[w]):
                    seen[w] = i
                    far[w] = reached
                    before[w] = v
                    by[w] = a
                    size = push(keys, queue, size, estimate, w)
        if least[i] < np.inf:
            count = 0
            v = end
            while by[v] >= 0:
                count += 1
                v = before[v]
            if total + count > arcs.size:
                more = np.empty(2 * arcs.size, np.int32)
                more[:total] = arcs[:total]
                arcs = more
            at = total + count
            v = end
            while by[v] >= 0:
                at -= 1
                arcs[at] = by[v]
                v = before[v]
            total += count
        begin[i + 1] = total
    return least, arcs[:total].copy(), begin
