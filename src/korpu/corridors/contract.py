"""Chains of points that only pass through are drawn together into one edge; its length and its line are kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from korpu.corridors.arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class Contracted:
    """The points kept (k, old numbers) and the edges drawn together (m): new ends, km, the first old edge of each.

    `start` (m + 1) and `through` say which old points an edge passes, both ends included, in order from tail to head.
    """

    kept: Ints
    tail: Ints
    head: Ints
    km: Floats
    sample: Ints
    start: Ints
    through: Ints


def contract(n: int, tail: Ints, head: Ints, km: Floats, *, kind: Ints, protected: Bools) -> Contracted:
    """Draw chains together. Edges (m) may be joined only if their `kind` is equal; `protected` points (n) stay."""
    degree = np.bincount(tail, minlength=n) + np.bincount(head, minlength=n)
    order = np.argsort(np.concatenate((tail, head)), kind="stable")
    edge_of = np.tile(np.arange(len(tail)), 2)[order]
    first = np.concatenate(([0], np.cumsum(degree)))
    inner = (degree == 2) & ~protected
    two = np.flatnonzero(inner)
    inner[two] = kind[edge_of[first[two]]] == kind[edge_of[first[two] + 1]]
    return _walk(tail, head, km, inner=inner, edge_of=edge_of, first=first)


def _walk(tail: Ints, head: Ints, km: Floats, *, inner: Bools, edge_of: Ints, first: Ints) -> Contracted:
    """Follow every chain from its end; what is left over are rings, which are cut at their first point."""
    tails, heads, lengths = tail.tolist(), head.tolist(), km.tolist()
    passing, edges, begin = inner.tolist(), edge_of.tolist(), first.tolist()
    used = bytearray(len(tails))
    out_tail: list[int] = []
    out_head: list[int] = []
    out_km: list[float] = []
    sample: list[int] = []
    start = [0]
    through: list[int] = []

    def follow(origin: int, edge: int) -> None:
        at, length = origin, 0.0
        through.append(origin)
        sample.append(edge)
        while True:
            used[edge] = 1
            length += lengths[edge]
            at = heads[edge] if tails[edge] == at else tails[edge]
            through.append(at)
            if not passing[at] or at == origin:
                break
            one, two = edges[begin[at]], edges[begin[at] + 1]
            edge = two if one == edge else one
        out_tail.append(origin)
        out_head.append(at)
        out_km.append(length)
        start.append(len(through))

    for node in np.flatnonzero(~inner).tolist():
        for k in range(begin[node], begin[node + 1]):
            if not used[edges[k]]:
                follow(node, edges[k])
    for edge in range(len(used)):
        if not used[edge]:
            passing[tails[edge]] = False
            inner[tails[edge]] = False
            follow(tails[edge], edge)
    kept = np.flatnonzero(~inner)
    new = np.full(len(inner), -1, dtype=np.int64)
    new[kept] = np.arange(len(kept))
    return Contracted(
        kept, new[np.array(out_tail)], new[np.array(out_head)], np.array(out_km), np.array(sample),
        np.array(start), np.array(through),
    )  # fmt: skip
