"""Of many ways that none beats, the few that really differ."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from korpu.corridors.arrays import Floats, Ints
from korpu.corridors.model import Network

ALIKE = 0.8
"""Two ways are alike if they share this much of the shorter one's kilometres."""


def chosen(network: Network, ways: Sequence[Ints], worth: Floats, best: Sequence[int], most: int) -> list[int]:
    """Return the numbers of at most `most` ways that differ: the one of least `worth` first, then the others by worth.

    `best` are ways to be looked at before the others, such as the fastest and the cheapest.
    """
    order = np.argsort(worth, kind="stable").tolist()
    queue = [order[0], *best, *order[1:]] if order else []
    kept: list[int] = []
    seen: list[tuple[frozenset[int], tuple[int, ...]]] = []
    for i in queue:
        if len(kept) == most:
            break
        edges = frozenset(int(arc) // 2 for arc in ways[i])
        calls = _calls(network, ways[i])
        if any(calls == other_calls or _alike(network, edges, other) for other, other_calls in seen):
            continue
        kept.append(i)
        seen.append((edges, calls))
    return [kept[0], *sorted(kept[1:], key=lambda i: worth[i])] if kept else []


def _calls(network: Network, way: Ints) -> tuple[int, ...]:
    """The changes of mode a way makes, with the points where it makes them."""
    modes = network.mode[np.asarray(way) // 2]
    turns = np.flatnonzero(modes[1:] != modes[:-1])
    return (int(modes[0]), *(int(x) for t in turns for x in (way[t] // 2, modes[t + 1])))


def _alike(network: Network, one: frozenset[int], other: frozenset[int]) -> bool:
    shared = float(network.km[list(one & other)].sum())
    shorter = min(float(network.km[list(one)].sum()), float(network.km[list(other)].sum()))
    return shared >= ALIKE * shorter
