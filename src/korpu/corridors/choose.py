"""Of many ways that none beats, the few that really differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from korpu.corridors.arrays import Arcs, Floats, Ints
from korpu.corridors.model import Network
from korpu.network.alternatives import shared

ALIKE = 0.8
"""Two ways are alike if they share this much of the shorter one's kilometres."""
DEAR = 3.0
"""A way of more than so many times the worth of the best is no choice that a person wants to see."""
LOOKED_AT = 300
"""How many ways are looked at before those found must do."""


def chosen(network: Network, way: Callable[[int], Ints], worth: Floats, best: Sequence[int], most: int) -> list[int]:
    """Return the numbers of at most `most` ways that differ: the one of least `worth` first, then the others by worth.

    `way` gives the arcs of a numbered way; `best` are ways to be looked at before the others, such as the cheapest.
    """
    order = np.argsort(worth, kind="stable").tolist()
    queue = dict.fromkeys([*order[:1], *best, *order[1:LOOKED_AT]])
    length = network.km.astype(np.float64)
    kept: list[int] = []
    seen: list[tuple[Arcs, tuple[int, ...]]] = []
    for i in queue:
        if len(kept) == most:
            break
        if kept and worth[i] > DEAR * worth[kept[0]]:
            continue
        arcs = np.asarray(way(i))
        edges, calls = np.unique(arcs // 2).astype(np.int32), _calls(network, arcs)
        if any(calls == other or shared(edges, line, length) >= ALIKE for line, other in seen):
            continue
        kept.append(i)
        seen.append((edges, calls))
    return [*kept[:1], *sorted(kept[1:], key=lambda i: worth[i])]


def _calls(network: Network, arcs: Ints) -> tuple[int, ...]:
    """The changes of mode a way makes, with the edges before which it makes them."""
    modes = network.mode[arcs // 2]
    turns = np.flatnonzero(modes[1:] != modes[:-1]) + 1
    return (int(modes[0]), *(int(x) for t in turns for x in (arcs[t] // 2, modes[t])))
