"""All Pareto-best ways between two nodes, exactly or within a proven factor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from korpu.kernel.errors import InputError
from korpu.network import bounds, labels
from korpu.network.front import Front
from korpu.network.graph import BLOCKED, Bools, Graph, Ints, Longs, checked_costs, checked_node

MOST_CRITERIA = 4


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

    def front(self, source: int, target: int, *, epsilon: float = 0.0) -> Front:
        """Return the Pareto front from source to target, or ways within (1 + epsilon) of it in every criterion.

        Raises InputError KORPU-NETWORK-003 for a node that is not there, -004 for a negative epsilon.
        """
        checked_node(self.graph, source)
        checked_node(self.graph, target)
        if not epsilon >= 0:
            raise InputError("KORPU-NETWORK-004", "The factor that routes may differ by is negative or missing.")
        start, arc = self.graph.leaving
        least = self._least(target)
        found, estimates, origins, count = labels.search(
            start, arc, self.graph.head, self.costs, self._closed, least, source, target
        )
        ways = tuple(_way(origins, int(label)) for label in found)
        return Front(source, target, estimates[found], ways, 0.0, count)

    @property
    def _closed(self) -> Bools:
        return np.zeros(self.graph.m, np.bool_) if self.closed is None else self.closed

    def _least(self, target: int) -> Longs:
        start, arc = self.graph.entering
        tails = self.graph.tail[arc]
        columns = [
            bounds.distances(start, arc, tails, np.ascontiguousarray(self.costs[:, i]), self._closed, target)
            for i in range(self.costs.shape[1])
        ]
        return np.column_stack(columns)


def _way(origins: Longs, label: int) -> Ints:
    arcs: list[int] = []
    while label >= 0:
        arcs.append(int(origins[label, 2]))
        label = int(origins[label, 1])
    return np.array(arcs[-2::-1], np.int32)
