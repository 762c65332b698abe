"""Many ways side by side, in the order of the demands they serve."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from korpu.network.graph import Bools, Ints, Longs

Floats = npt.NDArray[np.float64]
Column = tuple[int, Ints]
"""A way that a demand can use: the demand and the arcs."""


class Pool:
    """Ways (c) as arrays: way p serves demand[p] over arcs[begin[p]:begin[p + 1]]."""

    def __init__(self, demands: int) -> None:
        self.demands = demands
        self.demand: Longs = np.zeros(0, np.int64)
        self.arcs: Ints = np.zeros(0, np.int32)
        self.begin: Longs = np.zeros(1, np.int64)

    def take(self, columns: Sequence[Column]) -> Longs:
        """Add ways; return where each place (c) was before: new ways were behind all others."""
        demand = np.concatenate([self.demand, np.array([k for k, _ in columns], np.int64)])
        arcs = np.concatenate([self.arcs, *(way for _, way in columns)])
        size = np.concatenate([np.diff(self.begin), np.array([way.size for _, way in columns], np.int64)])
        self.demand, self.arcs, self.begin = demand, arcs, np.concatenate([[0], np.cumsum(size)])
        order: Longs = np.argsort(demand, kind="stable")
        self.keep(order)
        return order

    def keep(self, chosen: Longs) -> None:
        """Keep the chosen ways only, in this order."""
        size, first = np.diff(self.begin)[chosen], self.begin[:-1][chosen]
        self.demand = self.demand[chosen]
        self.begin = np.concatenate([[0], np.cumsum(size)])
        self.arcs = self.arcs[np.repeat(first - self.begin[:-1], size) + np.arange(self.begin[-1])]

    def along(self, values: Floats) -> Floats:
        """Return the sum of arc values (m) along each way (c)."""
        way = np.repeat(np.arange(self.demand.size), np.diff(self.begin))
        return np.asarray(np.bincount(way, values[self.arcs], minlength=self.demand.size), np.float64)

    def load(self, amount: Floats, arcs: int) -> Floats:
        """Return what flows over each arc (m) when `amount` (c) goes by each way."""
        each = np.repeat(amount, np.diff(self.begin))
        return np.asarray(np.bincount(self.arcs, each, minlength=arcs), np.float64)

    def of_demand(self, amount: Floats) -> Floats:
        """Return the sum of what goes by the ways of each demand (d)."""
        return np.asarray(np.bincount(self.demand, amount, minlength=self.demands), np.float64)

    def rows(self, chosen: Longs, arcs: int) -> csr_matrix:
        """Return which way (c) uses which of the chosen arcs (r), of `arcs` in all, as a matrix of ones."""
        row = np.full(arcs, -1)
        row[chosen] = np.arange(chosen.size)
        found: Longs = row[self.arcs]
        used: Bools = found >= 0
        begin = np.concatenate([[0], np.cumsum(used)])[self.begin]
        found = found[used]
        matrix = csr_matrix((np.ones(found.size), found, begin), shape=(self.demand.size, chosen.size))
        matrix.sort_indices()
        return matrix

    def frozen(self) -> Pool:
        """Return the pool as it is now; ways added later do not change it."""
        return copy(self)  # taking ways replaces the arrays, never writes into them

    def columns(self, chosen: Longs) -> list[Column]:
        """Return these ways one by one."""
        return [(int(self.demand[p]), self.arcs[self.begin[p] : self.begin[p + 1]]) for p in chosen.tolist()]
