"""The search for all Pareto-best ways: labels in lexicographic order, pruned by what remains at least."""

from __future__ import annotations

import numpy as np

from korpu.network.bounds import UNREACHED
from korpu.network.compiled import compiled
from korpu.network.graph import Ints, Longs
from korpu.network.stairs import beaten, keep


@compiled
def _add(heap: Longs, size: int, high: int, low: int, label: int) -> None:
    """Put a label with its sort key (high, low) on the binary heap of `size` rows, which has room."""
    i = size
    while i > 0:
        above = (i - 1) >> 1
        if heap[above, 0] < high or (heap[above, 0] == high and heap[above, 1] <= low):
            break
        heap[i] = heap[above]
        i = above
    heap[i, 0] = high
    heap[i, 1] = low
    heap[i, 2] = label


@compiled
def _drop(heap: Longs, size: int) -> None:
    """Take the least row off the heap; its last row, number `size` afterwards, moves into place."""
    high, low, label = heap[size]
    i = 0
    while True:
        below = 2 * i + 1
        if below >= size:
            break
        if below + 1 < size and (
            heap[below + 1, 0] < heap[below, 0]
            or (heap[below + 1, 0] == heap[below, 0] and heap[below + 1, 1] < heap[below, 1])
        ):
            below += 1
        if high < heap[below, 0] or (high == heap[below, 0] and low <= heap[below, 1]):
            break
        heap[i] = heap[below]
        i = below
    heap[i, 0] = high
    heap[i, 1] = low
    heap[i, 2] = label


@compiled
def _wider(table: Longs) -> Longs:
    grown = np.empty((2 * table.shape[0], table.shape[1]), table.dtype)
    grown[: table.shape[0]] = table
    return grown


@compiled
def _wider_ints(table: Ints) -> Ints:
    grown = np.empty((2 * table.shape[0], table.shape[1]), table.dtype)
    grown[: table.shape[0]] = table
    return grown


@compiled
def search(
    start: Ints, head: Ints, costs: Longs, least: Longs, source: int, target: int, slack: float, limit: int
) -> tuple[Ints, Longs, Ints, int]:
    """Return (solutions, costs of solutions, labels, expanded): NAMOA* with dimensionality reduction.

    Arcs are sorted by tail: node v's are start[v]:start[v+1], with `head` (m) and `costs` (m, 3 or 4; missing criteria
    are zero). `least` (n, 3 or 4) is the least remaining cost in each criterion, UNREACHED without a way; ways of
    `limit` or more in a criterion do not count. Each row of `labels` is (node, label before, arc).

    Labels leave the heap in lexicographic order of the cost through them, so an earlier label of the same node is
    never worse in the first criterion and dominance needs the others only. A label is dropped when a way already
    found is within `slack` (1 + epsilon, slightly rounded down) of the least it can still become: that way is part of
    the answer itself, so factors never multiply.
    """
    k = costs.shape[1]
    n = start.size - 1
    labels = np.empty((4096, 3), np.int32)
    through = np.empty((4096, k), np.int64)
    heap = np.empty((4096, 3), np.int64)
    rows = np.empty((4 * n + 1024, k - 1), np.int64)
    spans = np.zeros((n, 3), np.int64)
    end = 0
    solutions = np.empty((64, 1), np.int32)
    found = used = size = expanded = 0
    fourth = 0
    loose = slack > 1.0
    if least[source].max() < limit:
        labels[0] = (source, -1, -1)
        through[0] = least[source]
        _add(heap, 0, (through[0, 0] << 32) | through[0, 1], through[0, 2], 0)
        used = size = 1
    while size:
        label = heap[0, 2]
        size -= 1
        _drop(heap, size)
        v = labels[label, 0]
        second = int(through[label, 1])
        third = int(through[label, 2])
        if k == 4:
            fourth = int(through[label, 3])
        if beaten(rows, spans[v, 0], spans[v, 1], second, third, fourth):
            continue
        if loose:
            second, third, fourth = int(second * slack), int(third * slack), int(fourth * slack)
        if beaten(rows, spans[target, 0], spans[target, 1], second, third, fourth):
            continue
        if loose:
            second, third = int(through[label, 1]), int(through[label, 2])
            if k == 4:
                fourth = int(through[label, 3])
        rows, end = keep(rows, spans, end, v, second, third, fourth)
        expanded += 1
        if v == target:
            if found == solutions.shape[0]:
                solutions = _wider_ints(solutions)
            solutions[found, 0] = label
            found += 1
            continue
        for a in range(start[v], start[v + 1]):
            w = head[a]
            if least[w, 0] >= UNREACHED:
                continue
            first = int(through[label, 0] - least[v, 0] + costs[a, 0] + least[w, 0])
            second = int(through[label, 1] - least[v, 1] + costs[a, 1] + least[w, 1])
            third = int(through[label, 2] - least[v, 2] + costs[a, 2] + least[w, 2])
            if k == 4:
                fourth = int(through[label, 3] - least[v, 3] + costs[a, 3] + least[w, 3])
            if max(first, second, third, fourth) >= limit:
                continue
            if beaten(rows, spans[w, 0], spans[w, 1], second, third, fourth):
                continue
            if loose:
                hidden = beaten(
                    rows, spans[target, 0], spans[target, 1],
                    int(second * slack), int(third * slack), int(fourth * slack),
                )  # fmt: skip
            else:
                hidden = beaten(rows, spans[target, 0], spans[target, 1], second, third, fourth)
            if hidden:
                continue
            if used == labels.shape[0]:
                labels = _wider_ints(labels)
                through = _wider(through)
            if size == heap.shape[0]:
                heap = _wider(heap)
            labels[used, 0] = w
            labels[used, 1] = label
            labels[used, 2] = a
            through[used, 0] = first
            through[used, 1] = second
            through[used, 2] = third
            low = third
            if k == 4:
                through[used, 3] = fourth
                low = (third << 32) | fourth
            _add(heap, size, (first << 32) | second, low, used)
            size += 1
            used += 1
    costs_found = np.empty((found, k), np.int64)
    for i in range(found):
        costs_found[i] = through[solutions[i, 0]]
    return solutions[:found, 0].copy(), costs_found, labels[:used], expanded
