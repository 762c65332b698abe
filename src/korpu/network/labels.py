"""The search for all Pareto-best ways: labels in lexicographic order, pruned by what remains at least."""

from __future__ import annotations

import numpy as np

from korpu.network.bounds import UNREACHED
from korpu.network.compiled import compiled
from korpu.network.graph import Ints, Longs
from korpu.network.stairs import beaten, keep

NODE, BEFORE, ARC, NEXT, COST = 0, 1, 2, 3, 4
"""Columns of the labels; from COST on what a way through the label costs at least, less the least of all ways."""
BUCKETS = 1 << 14


@compiled
def add(heap: Longs, size: int, high: int, low: int, label: int) -> None:
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
def drop(heap: Longs, size: int) -> None:
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
def reduced(start: Ints, head: Ints, costs: Longs, least: Longs, limit: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Return (start, head, cost, arc) without arcs that cannot lead to the target.

    The cost of an arc becomes what it adds to the least that a way through it costs in the end; it is never negative.
    """
    n = start.size - 1
    k = costs.shape[1]
    new_start = np.zeros(n + 1, np.int32)
    heads = np.empty(head.size, np.int32)
    dearer = np.empty((head.size, k), np.int32)
    arcs = np.empty(head.size, np.int32)
    count = 0
    for v in range(n):
        for a in range(start[v], start[v + 1]):
            w = head[a]
            if least[w, 0] >= UNREACHED:
                continue
            usable = True
            for i in range(k):
                extra = costs[a, i] + least[w, i] - least[v, i]
                if extra >= limit:
                    usable = False
                else:
                    dearer[count, i] = extra
            if usable:
                heads[count] = w
                arcs[count] = a
                count += 1
        new_start[v + 1] = count
    return new_start, heads[:count], dearer[:count], arcs[:count]


@compiled
def search(
    start: Ints, head: Ints, dearer: Ints, arc: Ints, base: Longs, source: int, target: int,
    limit: int, patience: int,
) -> tuple[Ints, Longs, Ints, int]:  # fmt: skip
    """Return (solutions, costs of solutions, labels, expanded): NAMOA* with dimensionality reduction.

    Arcs are sorted by tail: node v's are start[v]:start[v+1], with `head` (m), reduced costs `dearer` (m, 3 or 4;
    missing criteria are zero) and a number of the caller's, `arc` (m). `base` (3 or 4) is the least a way costs in
    each criterion, `limit` what it must stay below. Each row of `labels` is (node, label before, arc, ...).

    Labels are looked at in lexicographic order of the cost through them, so an earlier label of the same node is never
    worse in the first criterion and dominance needs the others only. They wait in buckets by the first criterion and
    are put in full order when their bucket's turn comes. After `patience` labels the search gives up: `expanded` is
    then above it.
    """
    k = dearer.shape[1]
    n = start.size - 1
    labels = np.empty((1 << 14, COST + k), np.int32)
    heap = np.empty((1 << 10, 3), np.int64)
    rows = np.empty((8 * n + 1024, k - 1), np.int32)
    spans = np.zeros((n, 3), np.int32)
    waiting = np.full(BUCKETS + 1, -1, np.int32)
    solutions = np.empty(64, np.int32)
    end = found = used = size = expanded = 0
    free = -1
    fourth = 0
    most = limit - base
    low_bound = 0
    shift = 0
    while (int(base[0]) + 1024) >> shift > BUCKETS:
        shift += 1
    if base.max() < limit:
        labels[0] = 0
        labels[0, NODE] = source
        labels[0, BEFORE] = -1
        labels[0, ARC] = -1
        labels[0, NEXT] = -1
        waiting[0] = 0
        used = 1
    bucket = -1
    while True:
        if size == 0:
            bucket += 1
            while bucket < BUCKETS and waiting[bucket] < 0:
                bucket += 1
            label = waiting[bucket]
            waiting[bucket] = -1
            if bucket == BUCKETS:
                if label < 0:
                    break
                # Only labels beyond the last bucket are left: begin again at the least of them.
                other = label
                low_bound = int(labels[label, COST])
                while other >= 0:
                    low_bound = min(low_bound, int(labels[other, COST]))
                    other = labels[other, NEXT]
                while label >= 0:
                    other = labels[label, NEXT]
                    at = min((int(labels[label, COST]) - low_bound) >> shift, BUCKETS)
                    labels[label, NEXT] = waiting[at]
                    waiting[at] = label
                    label = other
                bucket = -1
                continue
            while label >= 0:
                other = labels[label, NEXT]
                v = labels[label, NODE]
                second = int(labels[label, COST + 1])
                third = int(labels[label, COST + 2])
                if k == 4:
                    fourth = int(labels[label, COST + 3])
                if beaten(rows, spans[target, 0], spans[target, 1], second, third, fourth) or beaten(
                    rows, spans[v, 0], spans[v, 1], second, third, fourth
                ):
                    labels[label, NEXT] = free
                    free = label
                else:
                    if size == heap.shape[0]:
                        heap = wider(heap)
                    add(heap, size, (int(labels[label, COST]) << 32) | second, (third << 32) | fourth, label)
                    size += 1
                label = other
            continue
        label = int(heap[0, 2])
        size -= 1
        drop(heap, size)
        v = labels[label, NODE]
        first = int(labels[label, COST])
        second = int(labels[label, COST + 1])
        third = int(labels[label, COST + 2])
        if k == 4:
            fourth = int(labels[label, COST + 3])
        if beaten(rows, spans[target, 0], spans[target, 1], second, third, fourth) or beaten(
            rows, spans[v, 0], spans[v, 1], second, third, fourth
        ):
            labels[label, NEXT] = free
            free = label
            continue
        rows, end = keep(rows, spans, end, v, second, third, fourth)
        expanded += 1
        if expanded > patience:
            break
        if v == target:
            if found == solutions.size:
                longer = np.empty(2 * found, np.int32)
                longer[:found] = solutions
                solutions = longer
            solutions[found] = label
            found += 1
            continue
        from_second, from_third, from_fourth = second, third, fourth
        for a in range(start[v], start[v + 1]):
            second = from_second + int(dearer[a, 1])
            third = from_third + int(dearer[a, 2])
            if k == 4:
                fourth = from_fourth + int(dearer[a, 3])
            if beaten(rows, spans[target, 0], spans[target, 1], second, third, fourth):
                continue
            w = head[a]
            if beaten(rows, spans[w, 0], spans[w, 1], second, third, fourth):
                continue
            reached = first + int(dearer[a, 0])
            if reached >= most[0] or second >= most[1] or third >= most[2] or fourth >= most[k - 1]:
                continue
            if free >= 0:
                fresh = free
                free = labels[fresh, NEXT]
            else:
                if used == labels.shape[0]:
                    more = np.empty((2 * used, COST + k), np.int32)
                    more[:used] = labels
                    labels = more
                fresh = used
                used += 1
            labels[fresh, NODE] = w
            labels[fresh, BEFORE] = label
            labels[fresh, ARC] = arc[a]
            labels[fresh, COST] = reached
            labels[fresh, COST + 1] = second
            labels[fresh, COST + 2] = third
            if k == 4:
                labels[fresh, COST + 3] = fourth
            at = min((reached - low_bound) >> shift, BUCKETS)
            if at == bucket:
                if size == heap.shape[0]:
                    heap = wider(heap)
                add(heap, size, (reached << 32) | second, (third << 32) | fourth, fresh)
                size += 1
            else:
                labels[fresh, NEXT] = waiting[at]
                waiting[at] = fresh
    costs_found = np.empty((found, k), np.int64)
    for i in range(found):
        for j in range(k):
            costs_found[i, j] = base[j] + labels[solutions[i], COST + j]
    return solutions[:found].copy(), costs_found, labels[:used], expanded


@compiled
def wider(table: Longs) -> Longs:
    """Return a heap of twice the room with the same rows."""
    grown = np.empty((2 * table.shape[0], table.shape[1]), table.dtype)
    grown[: table.shape[0]] = table
    return grown
