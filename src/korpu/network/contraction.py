"""Makes a network small without losing a single best way: nodes are taken out and their through-ways become arcs.

Whatever node is taken out, each pair of an entering and a leaving arc is replaced by one arc with the sum of their
costs, unless an arc or way that remains is nowhere dearer. So between the nodes that remain the Pareto-best costs stay
the same. Several arcs with different costs may then join the same two nodes. The nodes left over at the end (the core)
are few; a way between any two nodes climbs to the core, crosses it and descends.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from korpu.network.bounds import drop, push
from korpu.network.compiled import compiled
from korpu.network.graph import Bools, Graph, Ints, Longs

TAIL, HEAD, LEFT, RIGHT, ALIVE, SAME = 0, 1, 2, 3, 6, 7
"""Columns of the arcs, beside 4 and 5, the next arc leaving the same tail and entering the same head. LEFT and RIGHT
are the two arcs that an arc stands for; RIGHT is -1 if it stands for the network's own arc LEFT. SAME is scratch."""
RANK, LEVEL, TO = 2, 3, 4
"""Columns of the nodes, beside 0 and 1, the first leaving and the first entering arc. RANK is -1 in the core."""
LEAVING, ENTERING = 0, 1
COSTLIEST = 200
"""A node stays if taking it out would add more arcs than this; found by trial on networks of 86,000 nodes."""
SETTLED = 200
"""How many nodes the search for a way that makes a new arc needless looks at."""


@dataclass(frozen=True, eq=False)
class Contraction:
    """`nodes` int32[n, 5], `arcs` int32[a, 8], `costs` int64[a, k], and the core: its nodes and the arcs within."""

    nodes: Ints
    arcs: Ints
    costs: Longs
    core: Ints
    core_arcs: Ints


def contract(graph: Graph, costs: Longs, closed: Bools, fixed: Bools | None = None) -> Contraction:
    """Contract a network with costs (m, k) whose arcs are open unless `closed` (m); `fixed` nodes (n) stay."""
    own = np.flatnonzero(~closed & (graph.tail != graph.head))
    mean = np.maximum(costs[own].mean(axis=0), 1e-9) if own.size else np.ones(costs.shape[1])
    order = own[np.argsort(graph.tail[own], kind="stable")].astype(np.int32)
    stay = np.zeros(graph.n, np.bool_) if fixed is None else fixed
    nodes, arcs, all_costs = _contract(graph.n, graph.tail, graph.head, costs, order, 1.0 / mean, stay)
    core = np.flatnonzero(nodes[:, RANK] < 0).astype(np.int32)
    inside = (arcs[:, ALIVE] == 1) & (nodes[arcs[:, TAIL], RANK] < 0) & (nodes[arcs[:, HEAD], RANK] < 0)
    return Contraction(nodes, arcs, all_costs, core, np.flatnonzero(inside).astype(np.int32))


@compiled
def _live(nodes: Ints, arcs: Ints, v: int, side: int, found: Ints) -> int:
    """List a node's living arcs to nodes that are still there; take the others off its list; return how many."""
    count = 0
    before = -1
    a = nodes[v, side]
    while a >= 0:
        following = arcs[a, 4 + side]
        if arcs[a, ALIVE] == 0 or nodes[arcs[a, 1 - side], RANK] >= 0:
            if before < 0:
                nodes[v, side] = following
            else:
                arcs[before, 4 + side] = following
        else:
            if count < found.size:
                found[count] = a
            count += 1
            before = a
        a = following
    return count


@compiled
def _needless(arcs: Ints, costs: Longs, first: int, cost: Longs) -> bool:
    """Whether an arc on the list is nowhere above this cost."""
    a = first
    while a >= 0:
        if arcs[a, ALIVE] == 1:
            for i in range(cost.size):
                if costs[a, i] > cost[i]:
                    break
            else:
                return True
        a = arcs[a, SAME]
    return False


@compiled
def _outdone(arcs: Ints, costs: Longs, first: int, cost: Longs) -> None:
    """Let the arcs on the list die that are nowhere below this cost."""
    a = first
    while a >= 0:
        for i in range(cost.size):
            if costs[a, i] < cost[i]:
                break
        else:
            arcs[a, ALIVE] = 0
        a = arcs[a, SAME]


@compiled
def _link(nodes: Ints, arcs: Ints, a: int, tail: int, head: int, left: int, right: int) -> None:
    """Write arc `a` and put it on the lists of its ends."""
    arcs[a, TAIL] = tail
    arcs[a, HEAD] = head
    arcs[a, LEFT] = left
    arcs[a, RIGHT] = right
    arcs[a, ALIVE] = 1
    arcs[a, 4] = nodes[tail, LEAVING]
    nodes[tail, LEAVING] = a
    arcs[a, 5] = nodes[head, ENTERING]
    nodes[head, ENTERING] = a
    arcs[a, SAME] = nodes[head, TO]
    nodes[head, TO] = a


@compiled
def _spread(
    nodes: Ints, arcs: Ints, costs: Longs, weight: np.ndarray, u: int, farthest: float,
    reach: np.ndarray, along: Longs, touched: Ints, keys: np.ndarray, queue: Ints,
) -> int:  # fmt: skip
    """Find cheapest ways from `u` by the weighted sum of costs; `reach` and `along` get their sum and costs.

    Returns how many nodes were `touched`; their `reach` must be put back to -1 by the caller.
    """
    reach[u] = 0.0
    along[u] = 0
    touched[0] = u
    count = 1
    size = push(keys, queue, 0, 0.0, u)
    settled = 0
    while size and settled < SETTLED:
        key = keys[0]
        v = queue[0]
        size = drop(keys, queue, size)
        if key > reach[v]:
            continue
        if key > farthest:
            break
        settled += 1
        a = nodes[v, LEAVING]
        while a >= 0:
            w = arcs[a, HEAD]
            if arcs[a, ALIVE] == 1 and nodes[w, RANK] < 0:
                key_w = key
                for i in range(weight.size):
                    key_w += weight[i] * costs[a, i]
                if key_w <= farthest and (reach[w] < 0 or key_w < reach[w]) and size < keys.size:
                    if reach[w] < 0:
                        touched[count] = w
                        count += 1
                    reach[w] = key_w
                    for i in range(weight.size):
                        along[w, i] = along[v, i] + costs[a, i]
                    size = push(keys, queue, size, key_w, w)
            a = arcs[a, 4]
    return count


@compiled
def _contract(
    n: int, tail: Ints, head: Ints, own_costs: Longs, order: Ints, weight: np.ndarray, fixed: Bools
) -> tuple[Ints, Ints, Longs]:
    """Contract all nodes that are cheap to take out, cheapest first; `order` are the open arcs sorted by tail."""
    k = own_costs.shape[1]
    nodes = np.full((n, 5), -1, np.int32)
    nodes[:, LEVEL] = 0
    arcs = np.empty((3 * order.size + 1024, 8), np.int32)
    costs = np.empty((arcs.shape[0], k), np.int64)
    used = 0
    for at in range(order.size):
        a = order[at]
        if at and tail[order[at - 1]] != tail[a]:
            _forget(nodes, arcs, tail[order[at - 1]])
        if not _needless(arcs, costs, nodes[head[a], TO], own_costs[a]):
            _outdone(arcs, costs, nodes[head[a], TO], own_costs[a])
            costs[used] = own_costs[a]
            _link(nodes, arcs, used, tail[a], head[a], a, -1)
            used += 1
    if order.size:
        _forget(nodes, arcs, tail[order[-1]])

    entering = np.empty(1 << 14, np.int32)
    leaving = np.empty(1 << 14, np.int32)
    scratch = np.empty(0, np.int32)
    reach = np.full(n, -1.0)
    along = np.empty((n, k), np.int64)
    touched = np.empty(n, np.int32)
    spread_keys = np.empty(1 << 14, np.float64)
    spread_queue = np.empty(1 << 14, np.int32)
    keys = np.empty(n + 1, np.float64)
    queue = np.empty(n + 1, np.int32)
    cost = np.empty(k, np.int64)
    size = 0
    for v in range(n):
        if fixed[v]:
            continue
        coming = _live(nodes, arcs, v, ENTERING, scratch)
        going = _live(nodes, arcs, v, LEAVING, scratch)
        size = push(keys, queue, size, float(coming * going - coming - going), v)
    rank = 0
    while size:
        v = queue[0]
        size = drop(keys, queue, size)
        coming = _live(nodes, arcs, v, ENTERING, entering)
        going = _live(nodes, arcs, v, LEAVING, leaving)
        key = float(coming * going - coming - going + nodes[v, LEVEL])
        if size and key > keys[0]:
            size = push(keys, queue, size, key, v)
            continue
        if key > COSTLIEST or max(coming, going) > entering.size:
            break
        nodes[v, RANK] = rank
        rank += 1
        for i in range(coming):
            a = entering[i]
            u = arcs[a, TAIL]
            nodes[u, LEVEL] = max(nodes[u, LEVEL], nodes[v, LEVEL] + 1)
            b = nodes[u, LEAVING]
            while b >= 0:
                arcs[b, SAME] = nodes[arcs[b, HEAD], TO]
                nodes[arcs[b, HEAD], TO] = b
                b = arcs[b, 4]
            count = 0
            for j in range(going):
                b = leaving[j]
                w = arcs[b, HEAD]
                if w == u:
                    continue
                nodes[w, LEVEL] = max(nodes[w, LEVEL], nodes[v, LEVEL] + 1)
                for c in range(k):
                    cost[c] = costs[a, c] + costs[b, c]
                if _needless(arcs, costs, nodes[w, TO], cost):
                    continue
                if count == 0:
                    farthest = 0.0
                    for j2 in range(going):
                        far = 0.0
                        for c in range(k):
                            far += weight[c] * (costs[a, c] + costs[leaving[j2], c])
                        farthest = max(farthest, far)
                    count = _spread(
                        nodes, arcs, costs, weight, u, farthest, reach, along, touched, spread_keys, spread_queue
                    )
                if reach[w] >= 0:
                    spared = True
                    for c in range(k):
                        if along[w, c] > cost[c]:
                            spared = False
                    if spared:
                        continue
                _outdone(arcs, costs, nodes[w, TO], cost)
                if used == arcs.shape[0]:
                    more_arcs = np.empty((2 * used, 8), np.int32)
                    more_arcs[:used] = arcs
                    arcs = more_arcs
                    more_costs = np.empty((2 * used, k), np.int64)
                    more_costs[:used] = costs
                    costs = more_costs
                costs[used] = cost
                _link(nodes, arcs, used, u, w, a, b)
                used += 1
            for j in range(count):
                reach[touched[j]] = -1.0
            _forget(nodes, arcs, u)
    return nodes, arcs[:used].copy(), costs[:used].copy()


@compiled
def _forget(nodes: Ints, arcs: Ints, u: int) -> None:
    """Clear the lists of arcs by head that were made for the arcs leaving `u`."""
    a = nodes[u, LEAVING]
    while a >= 0:
        nodes[arcs[a, HEAD], TO] = -1
        a = arcs[a, 4]
