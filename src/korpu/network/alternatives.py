"""The few ways out of many that really differ, so that a person has a choice and not a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from korpu.network.front import Front
from korpu.network.graph import Ints, Longs

if TYPE_CHECKING:
    from korpu.network.hierarchy import Metric

CANDIDATES = 300
"""Of a front with more ways than this, ways far apart in cost are compared only."""

Weights = npt.NDArray[np.float64]


def shared(one: Ints, other: Ints, weight: Weights) -> float:
    """Return the part, 0 to 1, of the shorter of two ways (arc numbers) that the other has too, by weight (m).

    >>> shared(np.array([0, 1]), np.array([1, 2]), np.array([3.0, 1.0, 4.0]))
    0.25
    """
    both = float(weight[np.intersect1d(one, other)].sum())
    least = min(float(weight[one].sum()), float(weight[other].sum()))
    return both / least if least > 0 else 1.0


def that_differ(
    front: Front, weight: npt.ArrayLike, *, count: int = 5, apart: float = 0.3, edge: npt.ArrayLike | None = None
) -> list[int]:
    """Return the places in a front of up to `count` ways, each at least `apart` (0 to 1) different from the others.

    The first is the way with the best balance of all criteria; each next one differs most from those chosen. `weight`
    (m) says how much an arc counts, such as its length; `edge` (m) which arcs count as the same, for instance one
    line in both directions (every arc is its own otherwise).
    """
    if not len(front):
        return []
    scaled = _scaled(front.costs)
    candidates = _spread(scaled)
    same = np.arange(np.asarray(weight).size) if edge is None else np.asarray(edge)
    heavy = np.zeros(int(same.max(initial=-1)) + 1)
    heavy[same] = weight
    ways = [np.unique(same[front.ways[i]]) for i in candidates]
    chosen = [0]
    nearest = np.array([shared(ways[0], way, heavy) for way in ways])
    while len(chosen) < count:
        best = int(np.argmin(nearest))
        if nearest[best] > 1.0 - apart:
            break
        chosen.append(best)
        nearest = np.maximum(nearest, [shared(ways[best], way, heavy) for way in ways])
    return [candidates[i] for i in chosen]


def _scaled(costs: Longs) -> Weights:
    low, high = costs.min(axis=0), costs.max(axis=0)
    return np.asarray((costs - low) / np.maximum(high - low, 1), np.float64)


def _spread(scaled: Weights) -> list[int]:
    """Return places of rows: the best balanced first, then those farthest from all before, CANDIDATES at most."""
    chosen = [int(np.argmin(scaled.sum(axis=1)))]
    away = np.full(len(scaled), np.inf)
    while len(chosen) < min(CANDIDATES, len(scaled)):
        away = np.minimum(away, np.abs(scaled - scaled[chosen[-1]]).max(axis=1))
        away[chosen] = -1.0
        chosen.append(int(np.argmax(away)))
    return chosen


def detours(
    metric: Metric, costs: npt.ArrayLike, source: int, target: int, *,
    count: int = 3, apart: float = 0.3, longest: float = 1.5, penalty: float = 1.4,
) -> list[tuple[int, Ints]]:  # fmt: skip
    """Return up to `count` ways as (cost, arcs) that differ by `apart`, none above `longest` times the cheapest.

    `costs` (m) must be what the metric holds now. Arcs of ways found are made dearer by `penalty` until another way is
    the cheapest; the metric's costs are as before afterwards. Such ways need not be Pareto-best: they are what remains
    when a person asks "and if not that way?".
    """
    own = np.rint(np.asarray(costs, np.float64))
    raised = own.copy()
    found: list[tuple[int, Ints]] = []
    for _ in range(8 * count):
        step = metric.route(source, target)
        if step is None:
            break
        way = step[1]
        cost = int(own[way].sum())
        if found and cost > longest * found[0][0]:
            break
        if all(shared(way, other, own) <= 1.0 - apart for _, other in found):
            found.append((cost, way))
            if len(found) == count:
                break
        raised[way] = raised[way] * penalty + 1
        metric.update(way, raised[way])
    changed = np.flatnonzero(raised != own)
    metric.update(changed, own[changed])
    return sorted(found, key=lambda one: one[0])
