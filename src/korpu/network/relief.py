"""What more capacity is worth, and where an allocation is held back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from korpu.kernel.errors import InputError
from korpu.network.flow import Allocation, allocate
from korpu.network.graph import Graph, Ints
from korpu.network.pricing import Demands


@dataclass(frozen=True, eq=False)
class Relief:
    """What more room saves: `least` and `most` are proven, and equal where both searches ended with no gap.

    `price` is what the shadow prices promise for it. It is never too low, and exact as long as more room leads to no
    other ways; `after` is the allocation with the room.
    """

    least: float
    most: float
    price: float
    after: Allocation


def relief(
    graph: Graph, cost: npt.ArrayLike, capacity: npt.ArrayLike, demands: Demands, found: Allocation,
    arcs: npt.ArrayLike, more: float, *, seconds: float | None = None,
) -> Relief:  # fmt: skip
    """Return what `more` room on each of these arcs saves, by allocating again.

    `found` is the allocation without it; what a service carries both ways is two arcs. Raises InputError
    KORPU-NETWORK-005 for room below nothing or an arc that is not there.
    """
    chosen = np.unique(np.asarray(arcs, np.int64))
    if not more >= 0 or (chosen.size and not 0 <= int(chosen.min()) <= int(chosen.max()) < graph.m):
        raise InputError("KORPU-NETWORK-005", "What is to be added to a capacity is negative or has no place.")
    room = np.array(capacity, np.float64)
    room[chosen] += more
    after = allocate(graph, cost, room, demands, seconds=seconds)
    least = max(found.bound - after.cost, 0.0)
    return Relief(least, max(found.cost - after.bound, least), more * float(found.price[chosen].sum()), after)


def bottlenecks(found: Allocation, capacity: npt.ArrayLike, *, most: int = 20) -> Ints:
    """Return the full arcs whose capacity is worth most in all: price times capacity, the dearest first.

    Closing any other arc a little costs nothing; these are the ones that hold the allocation back.
    """
    worth = found.price * np.asarray(capacity, np.float64)
    order = np.argsort(-worth, kind="stable")[:most].astype(np.int32)
    return order[worth[order] > 1e-9 * max(abs(found.cost), 1e-300)]


def carried(found: Allocation, arcs: int) -> tuple[Ints, Ints, npt.NDArray[np.float64]]:
    """Return how much of which demand goes over which arc, as (demand, arc, amount) in the order of both."""
    demand = np.repeat(
        np.array([k for k, _, _ in found.ways], np.int64), np.array([way.size for _, _, way in found.ways], np.int64)
    )
    arc = np.concatenate([np.zeros(0, np.int64), *(way for _, _, way in found.ways)])
    amount = np.repeat(
        np.array([much for _, much, _ in found.ways], np.float64),
        np.array([way.size for _, _, way in found.ways], np.int64),
    )
    pairs, place = np.unique(demand * arcs + arc, return_inverse=True)
    sums = np.asarray(np.bincount(place, amount, minlength=pairs.size), np.float64)
    return (pairs // arcs).astype(np.int32), (pairs % arcs).astype(np.int32), sums
