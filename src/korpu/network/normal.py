"""The inner loops of the interior point: its normal matrix, and amounts made to fit the capacities."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from korpu.network.compiled import compiled
from korpu.network.graph import Ints

Floats = npt.NDArray[np.float64]


@compiled
def gather(matrix: Floats, weight: Floats, first: int, last: int, begin: Ints, rows: Ints) -> None:
    """Add weight[p] a a' to `matrix` for the columns first..last-1; a is one in rows[begin[p]:begin[p + 1]].

    The rows of a column are in order; only entries [i, j] with i <= j are kept.
    """
    for p in range(first, last):
        w = weight[p]
        for i in range(begin[p], begin[p + 1]):
            line = matrix[rows[i]]
            for j in range(i, begin[p + 1]):
                line[rows[j]] += w


@compiled
def take_away(matrix: Floats, first: int, last: int, begin: Ints, rows: Ints, values: Floats) -> None:
    """Subtract b b' from `matrix` for the rows first..last-1 of a sparse matrix; see `gather`."""
    for k in range(first, last):
        for i in range(begin[k], begin[k + 1]):
            line = matrix[rows[i]]
            value = values[i]
            for j in range(i, begin[k + 1]):
                line[rows[j]] -= value * values[j]


@compiled
def fitted(
    amount: Floats, demand: Ints, begin: Ints, arcs: Ints, capacity: Floats, quantity: Floats, order: Ints
) -> Floats:
    """Return amounts near the given ones that keep every capacity and quantity.

    Each is cut back by the fullest of its arcs; then what is left behind goes, in the order given, where room is left.
    """
    left = quantity.copy()
    room = capacity.copy()
    sent = np.zeros(quantity.size)
    load = np.zeros(capacity.size)
    for p in range(amount.size):
        sent[demand[p]] += amount[p]
    fit = np.empty(amount.size)
    for p in range(amount.size):
        fit[p] = amount[p] * min(1.0, quantity[demand[p]] / max(sent[demand[p]], 1e-300))
        for i in range(begin[p], begin[p + 1]):
            load[arcs[i]] += fit[p]
    for p in range(amount.size):
        share = 1.0
        for i in range(begin[p], begin[p + 1]):
            share = min(share, capacity[arcs[i]] / max(load[arcs[i]], 1e-300))
        fit[p] *= share
        left[demand[p]] -= fit[p]
        for i in range(begin[p], begin[p + 1]):
            room[arcs[i]] -= fit[p]
    for p in order:
        more = left[demand[p]]
        for i in range(begin[p], begin[p + 1]):
            more = min(more, room[arcs[i]])
        if more > 0:
            fit[p] += more
            left[demand[p]] -= more
            for i in range(begin[p], begin[p + 1]):
                room[arcs[i]] -= more
    return fit
