"""Other ways to the same answers, written without the code under test: all ways by trying, and Martins' algorithm."""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

Vector = tuple[int, ...]


def best(vectors: set[Vector]) -> list[Vector]:
    """The vectors that no other is at most equal to in every part, sorted."""
    return sorted(
        one
        for one in vectors
        if not any(other != one and all(a <= b for a, b in zip(other, one, strict=True)) for other in vectors)
    )


def by_trying(
    n: int, tail: list[int], head: list[int], costs: list[Vector], *, source: int, target: int
) -> list[Vector]:
    """The front from all ways that meet no node twice."""
    leaving: list[list[int]] = [[] for _ in range(n)]
    for a, v in enumerate(tail):
        leaving[v].append(a)
    found: set[Vector] = set()

    def go(v: int, met: frozenset[int], spent: Vector) -> None:
        if v == target:
            found.add(spent)
            return
        for a in leaving[v]:
            if head[a] not in met:
                go(head[a], met | {head[a]}, tuple(x + y for x, y in zip(spent, costs[a], strict=True)))

    go(source, frozenset([source]), (0,) * len(costs[0]))
    return best(found)


def by_correcting(
    n: int, tail: list[int], head: list[int], costs: list[Vector], *, source: int, target: int
) -> list[Vector]:
    """The front by correcting labels until nothing changes (after Martins 1984): no order, no bounds."""
    leaving: list[list[int]] = [[] for _ in range(n)]
    for a, v in enumerate(tail):
        leaving[v].append(a)
    at: list[set[Vector]] = [set() for _ in range(n)]
    at[source] = {(0,) * len(costs[0])}
    waiting = deque([source])
    while waiting:
        v = waiting.popleft()
        for a in leaving[v]:
            w = head[a]
            reached = {tuple(x + y for x, y in zip(spent, costs[a], strict=True)) for spent in at[v]}
            merged = set(best(at[w] | reached))
            if merged != at[w]:
                at[w] = merged
                if w not in waiting:
                    waiting.append(w)
    return sorted(at[target])


def covered(front: np.ndarray, exact: np.ndarray, epsilon: float) -> bool:
    """Whether every exact row has a row of the front at most (1 + epsilon) times it in every criterion."""
    return all(bool(np.any(np.all(front <= (1 + epsilon) * row, axis=1))) for row in exact)


def by_setting(
    n: int, tail: np.ndarray, head: np.ndarray, costs: np.ndarray, *, source: int, target: int
) -> list[Vector]:
    """The front by setting labels in order of their sums on the network as it is, in plain Python.

    Bounds come from scipy's Dijkstra; labels are compared in all criteria, one after the other. It shares neither
    code nor contraction, order or dominance check with the search under test.
    """
    out: list[list[int]] = [[] for _ in range(n)]
    order = np.lexsort((costs.sum(axis=1), head, tail))
    for a in order.tolist():
        out[tail[a]].append(a)
    least = np.column_stack([_remaining(n, tail, head, column, target) for column in costs.T]).tolist()
    ends, rows = head.tolist(), costs.tolist()
    kept: list[list[Vector]] = [[] for _ in range(n)]
    if least[source][0] == np.inf:
        return []
    start = tuple(int(x) for x in least[source])
    heap = [(sum(start), start, source)]
    while heap:
        _, through, v = heappop(heap)
        if _beaten(kept[v], through) or _beaten(kept[target], through):
            continue
        kept[v].append(through)
        if v == target:
            continue
        for a in out[v]:
            w = ends[a]
            if least[w][0] == np.inf:
                continue
            steps = zip(through, least[v], rows[a], least[w], strict=True)
            onward = tuple(int(g - here + c + there) for g, here, c, there in steps)
            if not _beaten(kept[w], onward) and not _beaten(kept[target], onward):
                heappush(heap, (sum(onward), onward, w))
    return sorted(kept[target])


def _beaten(rows: list[Vector], cost: Vector) -> bool:
    return any(all(a <= b for a, b in zip(row, cost, strict=True)) for row in rows)


def _remaining(n: int, tail: np.ndarray, head: np.ndarray, cost: np.ndarray, target: int) -> np.ndarray:
    order = np.lexsort((cost, head, tail))
    first = np.ones(order.size, np.bool_)
    first[1:] = (np.diff(tail[order]) != 0) | (np.diff(head[order]) != 0)
    own = order[first]
    back = csr_matrix((cost[own].astype(float), (head[own], tail[own])), shape=(n, n))
    return np.asarray(dijkstra(back, indices=target))
