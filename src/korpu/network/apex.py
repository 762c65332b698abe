"""The search for ways within a proven factor of all best ones: partial ways that are nearly alike go on as one.

After A*pex (Zhang, Salzman, Felner, Kumar and others, 2022). A label stands for several partial ways to a node: its
apex is the least of their costs in each criterion, its representative one of them that is nowhere more than (1 +
epsilon) above the apex. Two labels of a node become one only if a representative of both can be found, so the factor
holds for whole ways and never multiplies from node to node.
"""

from __future__ import annotations

import numpy as np

from korpu.network.compiled import compiled
from korpu.network.graph import Ints, Longs
from korpu.network.labels import BUCKETS, add, drop, wider
from korpu.network.stairs import beaten, keep

NODE, BEFORE, ARC, NEXT, STATE, APEX = 0, 1, 2, 3, 4, 5
"""Columns of the labels. From APEX on the least that the ways through a label cost, then what the representative
costs, each less the least of all ways. BEFORE and ARC are those of the representative."""
OPEN, DONE, MERGED = 0, 1, 2
SLOTS = 1 << 18
"""Labels that wait are found again by node and size of their costs in a table of so many places, without probing:
a pair that misses each other there is only not merged."""


@compiled
def _slot(labels: Ints, label: int, base: Longs, k: int, scale: float) -> int:
    """Return the place where labels of the same node and of nearly the same apex meet."""
    mixed = np.uint64(labels[label, NODE]) * np.uint64(0x9E3779B97F4A7C15)
    for i in range(k):
        size = int(np.log(float(base[i] + labels[label, APEX + i] + 1)) * scale)
        mixed = (mixed ^ np.uint64(size)) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = mixed ^ (mixed >> np.uint64(29))
    return int(mixed % np.uint64(SLOTS))


@compiled
def _merge(labels: Ints, fresh: int, other: int, base: Longs, k: int, slack: float) -> bool:
    """Let `fresh` stand for both labels if one of their ways can represent both; return whether it can."""
    for turn in range(2):
        way = fresh if turn == 0 else other
        fits = True
        for i in range(k):
            least = min(labels[fresh, APEX + i], labels[other, APEX + i])
            if base[i] + labels[way, APEX + k + i] > (base[i] + least) * slack:
                fits = False
        if not fits:
            continue
        for i in range(k):
            labels[fresh, APEX + i] = min(labels[fresh, APEX + i], labels[other, APEX + i])
        if turn == 1:
            labels[fresh, BEFORE] = labels[other, BEFORE]
            labels[fresh, ARC] = labels[other, ARC]
            for i in range(APEX + k, APEX + 2 * k):
                labels[fresh, i] = labels[other, i]
        labels[other, STATE] = MERGED
        return True
    return False


@compiled
def _needless(
    rows: Ints, spans: Ints, node: int, target: int, apex: Ints, base: Longs, slack: float
) -> bool:  # fmt: skip
    """Whether a way found is within `slack` of what this may become, or a label done at the node covers it."""
    k = apex.size
    fourth = top_fourth = 0
    second = int(apex[1])
    third = int(apex[2])
    top_second = int((second + base[1]) * slack) - int(base[1])
    top_third = int((third + base[2]) * slack) - int(base[2])
    if k == 4:
        fourth = int(apex[3])
        top_fourth = int((fourth + base[3]) * slack) - int(base[3])
    if beaten(rows, spans[target, 0], spans[target, 1], top_second, top_third, top_fourth):
        return True
    return node != target and beaten(rows, spans[node, 0], spans[node, 1], second, third, fourth)


@compiled
def search(
    start: Ints, head: Ints, dearer: Ints, arc: Ints, base: Longs, source: int, target: int,
    slack: float, limit: int, patience: int,
) -> tuple[Ints, Longs, Ints, int]:  # fmt: skip
    """Return (solutions, costs of solutions, labels, expanded); arguments and result as of `labels.search`.

    `slack` is (1 + epsilon), slightly rounded down. Every way there is has a solution within `slack` of it in each
    criterion. Labels are looked at in lexicographic order of their apex. After `patience` labels it gives up:
    `expanded` is then above it.
    """
    k = dearer.shape[1]
    n = start.size - 1
    labels = np.zeros((1 << 14, APEX + 2 * k), np.int32)
    heap = np.empty((1 << 10, 3), np.int64)
    rows = np.empty((8 * n + 1024, k - 1), np.int32)
    spans = np.zeros((n, 3), np.int32)
    waiting = np.full(BUCKETS + 1, -1, np.int32)
    slots = np.full(SLOTS, -1, np.int32)
    scale = 1.0 / np.log(1.0 + (slack - 1.0) / 2.0)
    solutions = np.empty(64, np.int32)
    end = found = used = size = expanded = 0
    fourth = 0
    low_bound = 0
    shift = 0
    while (int(base[0]) + 1024) >> shift > BUCKETS:
        shift += 1
    if base.max() < limit:
        labels[0, NODE] = source
        labels[0, BEFORE] = labels[0, ARC] = labels[0, NEXT] = -1
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
                low_bound = _again(labels, label, waiting, shift)
                bucket = -1
                continue
            while label >= 0:
                if labels[label, STATE] == OPEN:
                    if k == 4:
                        fourth = int(labels[label, APEX + 3])
                    if size == heap.shape[0]:
                        heap = wider(heap)
                    second, third = int(labels[label, APEX + 1]), int(labels[label, APEX + 2])
                    add(heap, size, (int(labels[label, APEX]) << 32) | second, (third << 32) | fourth, label)
                    size += 1
                label = labels[label, NEXT]
            continue
        label = int(heap[0, 2])
        size -= 1
        drop(heap, size)
        v = labels[label, NODE]
        if labels[label, STATE] != OPEN:
            continue
        labels[label, STATE] = DONE
        if _needless(rows, spans, v, target, labels[label, APEX : APEX + k], base, slack):
            continue
        shown = APEX + k if v == target else APEX  # what is kept of a solution is the way itself
        if k == 4:
            fourth = int(labels[label, shown + 3])
        second, third = int(labels[label, shown + 1]), int(labels[label, shown + 2])
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
        for a in range(start[v], start[v + 1]):
            if used == labels.shape[0]:
                more = np.zeros((2 * used, labels.shape[1]), np.int32)
                more[:used] = labels
                labels = more
            fresh = used
            within = True
            for i in range(k):
                extra = int(dearer[a, i])
                if int(labels[label, APEX + k + i]) + extra >= limit - base[i]:
                    within = False
                    break
                labels[fresh, APEX + i] = labels[label, APEX + i] + extra
                labels[fresh, APEX + k + i] = labels[label, APEX + k + i] + extra
            w = head[a]
            if not within or _needless(rows, spans, w, target, labels[fresh, APEX : APEX + k], base, slack):
                continue
            labels[fresh, NODE] = w
            labels[fresh, BEFORE] = label
            labels[fresh, ARC] = arc[a]
            labels[fresh, STATE] = OPEN
            used += 1
            slot = _slot(labels, fresh, base, k, scale)
            other = slots[slot]
            if other >= 0 and labels[other, NODE] == w and labels[other, STATE] == OPEN:
                _merge(labels, fresh, other, base, k, slack)
            slots[slot] = fresh
            at = min((int(labels[fresh, APEX]) - low_bound) >> shift, BUCKETS)
            if at == bucket:
                if size == heap.shape[0]:
                    heap = wider(heap)
                if k == 4:
                    fourth = int(labels[fresh, APEX + 3])
                second, third = int(labels[fresh, APEX + 1]), int(labels[fresh, APEX + 2])
                add(heap, size, (int(labels[fresh, APEX]) << 32) | second, (third << 32) | fourth, fresh)
                size += 1
            else:
                labels[fresh, NEXT] = waiting[at]
                waiting[at] = fresh
    costs_found = np.empty((found, k), np.int64)
    for i in range(found):
        for j in range(k):
            costs_found[i, j] = base[j] + labels[solutions[i], APEX + k + j]
    return solutions[:found].copy(), costs_found, labels[:used], expanded


@compiled
def _again(labels: Ints, label: int, waiting: Ints, shift: int) -> int:
    """Put labels that lie beyond the last bucket into buckets from the least of them on; return that least."""
    low_bound = int(labels[label, APEX])
    other = label
    while other >= 0:
        low_bound = min(low_bound, int(labels[other, APEX]))
        other = labels[other, NEXT]
    while label >= 0:
        other = labels[label, NEXT]
        at = min((int(labels[label, APEX]) - low_bound) >> shift, BUCKETS)
        labels[label, NEXT] = waiting[at]
        waiting[at] = label
        label = other
    return low_bound
