"""Of many ways that none beats, the few that really differ."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from korpu.corridors.arrays import Arcs, Bools, Floats, Ints
from korpu.corridors.model import Network
from korpu.network.alternatives import shared

ALIKE = 0.8
"""Two ways are alike if they share this much of the shorter one's kilometres."""
DEAR = 2.0
"""A way of more than so many times the worth of the best is no choice that a person wants to see."""
LITTLE = 1.25
"""The same for a way that is neither quicker nor cheaper nor safer than the best."""
NEAR = 1.03
"""Two ways whose costs are within such a factor in every criterion are looked at as one."""
CO2E = 2
LOOKED_AT = 300
"""How many ways are looked at before those found must do."""


def chosen(network: Network, way: Callable[[int], Ints], sums: Ints, worth: Floats, most: int) -> list[int]:
    """Return the numbers of at most `most` ways that differ: the one of least `worth` first, then the others by worth.

    `way` gives the arcs of a numbered way, `sums` (r, k) are the costs: hours, money, CO2e, risk. A way of nearly the
    least of each is looked at before the others.
    """
    order = np.argsort(worth, kind="stable")
    size = np.floor(np.log(sums[order] + 1.0) / np.log(NEAR)).astype(np.int64)
    apart = order[np.sort(np.unique(size, axis=0, return_index=True)[1])].tolist()
    best = (_best(sums[:, c], worth) for c in range(sums.shape[1]))
    queue = dict.fromkeys([*apart[:1], *best, *apart[1:LOOKED_AT]])
    usable = _worth_a_look(sums, worth, int(order[0]))
    length = network.km.astype(np.float64)
    kept: list[int] = []
    seen: list[tuple[Arcs, tuple[int, ...]]] = []
    for i in queue:
        if len(kept) == most:
            break
        if not usable[i]:
            continue
        arcs = np.asarray(way(i))
        edges, calls = np.unique(arcs // 2).astype(np.int32), _calls(network, arcs)
        if any(calls == other or shared(edges, line, length) >= ALIKE for line, other in seen):
            continue
        kept.append(i)
        seen.append((edges, calls))
    return [*kept[:1], *sorted(kept[1:], key=lambda i: worth[i])]


def _best(costs: Ints, worth: Floats) -> int:
    """Return the way of least worth among those within NEAR of the least of one criterion."""
    near = np.flatnonzero(costs <= NEAR * costs.min())
    return int(near[worth[near].argmin()])


def _worth_a_look(sums: Ints, worth: Floats, first: int) -> Bools:
    """Which ways are not too dear for what they save: hours, money or risk (not the third criterion, CO2e)."""
    others = [c for c in range(sums.shape[1]) if c != CO2E]
    better = (sums[:, others] < sums[first, others]).any(axis=1)
    return np.asarray(worth <= np.where(better, DEAR, LITTLE) * worth[first])


def _calls(network: Network, arcs: Ints) -> tuple[int, ...]:
    """The changes of mode a way makes, with the edges before which it makes them."""
    modes = network.mode[arcs // 2]
    turns = np.flatnonzero(modes[1:] != modes[:-1]) + 1
    return (int(modes[0]), *(int(x) for t in turns for x in (arcs[t] // 2, modes[t])))
