"""All Pareto-best ways between two nodes, exactly or within a proven factor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from korpu.kernel.errors import InputError, KorpuError
from korpu.network import apex, ascent, bounds, labels
from korpu.network.contraction import Contraction, contract
from korpu.network.front import Front, Ways
from korpu.network.graph import BLOCKED, Bools, Graph, Longs, checked_costs, checked_node

MOST_CRITERIA = 4
PATIENCE = 5_000_000
"""Partial ways to look at before giving up: about ten seconds with three criteria."""


@dataclass(frozen=True, eq=False)
class Pareto:
    """A network with its costs, ready to be asked: `Pareto(graph, costs).front(source, target)`.

    `costs` is (m, k) with k = 1, 2, 3 or 4 whole-number criteria, all to be small; `closed` names arcs that cannot be
    used, bool[m]. Raises InputError KORPU-NETWORK-002 for costs that do not fit the network.
    """

    graph: Graph
    costs: Longs
    closed: Bools | None = None

    def __post_init__(self) -> None:
        costs = checked_costs(self.graph, self.costs)
        if costs.shape[1] > MOST_CRITERIA:
            raise InputError("KORPU-NETWORK-002", f"The network has costs of more than {MOST_CRITERIA} criteria.")
        closed = (costs >= BLOCKED).any(axis=1)
        if self.closed is not None:
            closed |= self.closed
        object.__setattr__(self, "costs", costs)
        object.__setattr__(self, "closed", closed)

    def without(self, arcs: npt.ArrayLike) -> Pareto:
        """Return the same network with these arcs (numbers, or bool[m]) closed in addition."""
        closed = np.array(self._closed)
        closed[np.asarray(arcs)] = True
        return Pareto(self.graph, self.costs, closed)

    def front(self, source: int, target: int, *, epsilon: float = 0.0, patience: int = PATIENCE) -> Front:
        """Return the Pareto front from source to target, or ways within (1 + epsilon) of it in every criterion.

        Raises InputError KORPU-NETWORK-003 for a node that is not there, -004 for a negative epsilon, and KorpuError
        KORPU-NETWORK-007 when more than `patience` partial ways would have to be looked at.
        """
        checked_node(self.graph, source)
        checked_node(self.graph, target)
        if not epsilon >= 0:
            raise InputError("KORPU-NETWORK-004", "The factor that routes may differ by is negative or missing.")
        if source == target:
            return Front(source, target, np.zeros((1, self.costs.shape[1]), np.int64), (np.zeros(0, np.int32),))
        small = self._small
        start, head, arc, first, last = ascent.local(
            small.nodes, small.arcs, small.core, small.core_arcs, source, target
        )
        costs = np.where(arc[:, None] < 0, 0, small.costs[arc])
        least = bounds.remaining(start, head, costs, last)
        start, head, dearer, at = labels.reduced(start, head, costs, least, BLOCKED)
        where = start, head, dearer, arc[at], least[first], first, last
        if epsilon:
            slack = (1.0 + epsilon) * (1.0 - 1e-12)
            solutions, found, made, expanded = apex.search(*where, slack, BLOCKED, patience)
        else:
            solutions, found, made, expanded = labels.search(*where, BLOCKED, patience)
        if expanded > patience:
            raise KorpuError(
                "KORPU-NETWORK-007",
                "There are too many best routes to list them all; allow routes that are nearly best.",
            )
        ways = Ways(small.arcs, made, solutions)
        return Front(source, target, found[:, : self.costs.shape[1]], ways, epsilon, expanded)

    @cached_property
    def _small(self) -> Contraction:
        costs = np.zeros((self.graph.m, max(3, self.costs.shape[1])), np.int64)
        costs[:, : self.costs.shape[1]] = self.costs
        return contract(self.graph, costs, self._closed)

    @property
    def _closed(self) -> Bools:
        return np.zeros(self.graph.m, np.bool_) if self.closed is None else self.closed
