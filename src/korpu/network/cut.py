"""The narrowest place between two groups of nodes: which capacities together limit what can pass."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from korpu.kernel.errors import InputError
from korpu.network.graph import BLOCKED, Graph, Ints


@dataclass(frozen=True, eq=False)
class Cut:
    """The most that can pass, and the arcs that together hold it back; closing them separates the groups."""

    capacity: int
    arcs: Ints


def narrowest(graph: Graph, capacity: npt.ArrayLike, sources: npt.ArrayLike, targets: npt.ArrayLike) -> Cut:
    """Return the minimum cut between sources and targets under whole-number capacities (m).

    Maximum flow by Dinic's algorithm (scipy). Raises InputError KORPU-NETWORK-005 for a negative capacity, one that is
    no whole number or BLOCKED and more, and for groups that share a node.
    """
    room = np.asarray(capacity, np.float64)
    begin, end = np.unique(np.asarray(sources)), np.unique(np.asarray(targets))
    if room.shape != (graph.m,) or not bool(np.all((room >= 0) & (room < BLOCKED) & (room == np.rint(room)))):
        raise InputError("KORPU-NETWORK-005", "A capacity of the network is negative, missing or no whole number.")
    if np.intersect1d(begin, end).size:
        raise InputError("KORPU-NETWORK-005", "What is to be separated has a place in common.")
    source, target = graph.n, graph.n + 1
    # Parallel capacities add up, which is what the sparse matrix does with them.
    tail = np.concatenate([graph.tail, np.full(begin.size, source), end])
    head = np.concatenate([graph.head, begin, np.full(end.size, target)])
    open_ends = np.full(begin.size + end.size, min(int(room.sum()), BLOCKED))
    table = csr_matrix(
        (np.concatenate([room, open_ends]).astype(np.int32), (tail, head)), shape=(graph.n + 2, graph.n + 2)
    )
    found = maximum_flow(table, source, target, method="dinic")
    left = table - found.flow
    left.eliminate_zeros()
    near = np.zeros(graph.n + 2, np.bool_)
    near[breadth_first_order(left, source, return_predecessors=False)] = True
    arcs = np.flatnonzero(near[graph.tail] & ~near[graph.head] & (room > 0)).astype(np.int32)
    return Cut(int(found.flow_value), arcs)
