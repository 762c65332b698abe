"""The part of a contracted network that one question needs: up from the source, the core, down to the target."""

from __future__ import annotations

import numpy as np

from korpu.network.compiled import compiled
from korpu.network.contraction import ENTERING, HEAD, LEAVING, LEFT, RANK, RIGHT, TAIL
from korpu.network.graph import Ints


@compiled
def cone(nodes: Ints, arcs: Ints, origin: int, side: int, place: Ints, base: int) -> tuple[Ints, Ints]:
    """Return (nodes, arcs) met when climbing from `origin` out of the core, and number them from `base` in `place`.

    Climbs along leaving arcs, or against entering ones if `side` is ENTERING. Nothing for a node of the core.
    """
    met = np.empty(64, np.int32)
    used = np.empty(256, np.int32)
    count = total = 0
    if nodes[origin, RANK] >= 0:
        met[0] = origin
        place[origin] = base
        count = 1
    at = 0
    while at < count:
        a = nodes[met[at], side]
        at += 1
        while a >= 0:
            if total == used.size:
                used = longer(used)
            used[total] = a
            total += 1
            w = arcs[a, 1 - side]
            if nodes[w, RANK] >= 0 and place[w] < 0:
                if count == met.size:
                    met = longer(met)
                met[count] = w
                place[w] = base + count
                count += 1
            a = arcs[a, 4 + side]
    return met[:count], used[:total]


@compiled
def longer(list_: Ints) -> Ints:
    """Return a list of twice the room with the same numbers."""
    grown = np.empty(2 * list_.size, list_.dtype)
    grown[: list_.size] = list_
    return grown


@compiled
def local(
    nodes: Ints, arcs: Ints, core: Ints, core_arcs: Ints, source: int, target: int
) -> tuple[Ints, Ints, Ints, int, int]:
    """Return (start, head, arc, source, target) of the small network for one question, arcs sorted by tail.

    The core's nodes come first, then those above the source, then those below the target; a node that is both above
    and below is there twice, so that no way climbs again after it has begun to descend.
    """
    place = np.full(nodes.shape[0], -1, np.int32)
    for i in range(core.size):
        place[core[i]] = i
    below = place.copy()
    above_nodes, above_arcs = cone(nodes, arcs, source, LEAVING, place, core.size)
    below_nodes, below_arcs = cone(nodes, arcs, target, ENTERING, below, core.size + above_nodes.size)
    n = core.size + above_nodes.size + below_nodes.size
    m = core_arcs.size + above_arcs.size
    most = m + 2 * below_arcs.size + below_nodes.size
    tails = np.empty(most, np.int32)
    heads = np.empty(most, np.int32)
    kept = np.empty(most, np.int32)
    for i in range(m):
        a = core_arcs[i] if i < core_arcs.size else above_arcs[i - core_arcs.size]
        tails[i] = place[arcs[a, TAIL]]
        heads[i] = place[arcs[a, HEAD]]
        kept[i] = a
    for i in range(below_arcs.size):
        a = below_arcs[i]
        tails[m] = below[arcs[a, TAIL]]
        heads[m] = below[arcs[a, HEAD]]
        kept[m] = a
        m += 1
    for i in range(below_nodes.size):
        v = below_nodes[i]
        if place[v] >= 0:  # also above the source: a step of no cost from the climbing to the descending copy
            tails[m] = place[v]
            heads[m] = below[v]
            kept[m] = -1
            m += 1
    start = np.zeros(n + 1, np.int32)
    for i in range(m):
        start[tails[i] + 1] += 1
    for v in range(n):
        start[v + 1] += start[v]
    at = start.copy()
    head = np.empty(m, np.int32)
    arc = np.empty(m, np.int32)
    for i in range(m):
        head[at[tails[i]]] = heads[i]
        arc[at[tails[i]]] = kept[i]
        at[tails[i]] += 1
    return start, head, arc, place[source], below[target]


@compiled
def unpack(arcs: Ints, labels: Ints, label: int) -> Ints:
    """Return the network's own arcs of the way that ends with a label, from its beginning."""
    steps = np.empty(64, np.int32)
    count = 0
    while labels[label, 1] >= 0:
        if count == steps.size:
            steps = longer(steps)
        steps[count] = labels[label, 2]
        count += 1
        label = labels[label, 1]
    way = np.empty(256, np.int32)
    stack = np.empty(64, np.int32)
    total = 0
    for j in range(count - 1, -1, -1):
        stack[0] = steps[j]
        depth = 1 if steps[j] >= 0 else 0
        while depth:
            depth -= 1
            a = stack[depth]
            if arcs[a, RIGHT] < 0:
                if total == way.size:
                    way = longer(way)
                way[total] = arcs[a, LEFT]
                total += 1
                continue
            if depth + 2 > stack.size:
                stack = longer(stack)
            stack[depth] = arcs[a, RIGHT]
            stack[depth + 1] = arcs[a, LEFT]
            depth += 2
    return way[:total].copy()
