"""Other ways to the same answers, written without the code under test: all ways by trying, and Martins' algorithm."""

from __future__ import annotations

from collections import deque

import numpy as np

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
