"""Nodes 0..n-1 and directed arcs 0..m-1, with each node's leaving and entering arcs side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from korpu.kernel.errors import InputError

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

BLOCKED = 2**31 - 1
"""The cost of an arc that cannot be used; every real cost is below it."""


@dataclass(frozen=True, eq=False)
class Graph:
    """A directed network: arc i leads from `tail[i]` to `head[i]`; parallel arcs and loops are allowed.

    Raises InputError KORPU-NETWORK-001 if the arrays differ in length or name a node that is not there.
    """

    n: int
    tail: Ints
    head: Ints

    def __post_init__(self) -> None:
        for name in ("tail", "head"):
            ends = np.ascontiguousarray(getattr(self, name))
            if ends.ndim != 1 or (ends.size and not 0 <= int(ends.min()) <= int(ends.max()) < self.n):
                raise InputError("KORPU-NETWORK-001", "An arc of the network names a node that is not there.")
            object.__setattr__(self, name, ends.astype(np.int32))
        if self.tail.size != self.head.size:
            raise InputError("KORPU-NETWORK-001", "The arcs of the network do not have two ends each.")

    @property
    def m(self) -> int:
        """The number of arcs."""
        return int(self.tail.size)

    @cached_property
    def leaving(self) -> tuple[Ints, Ints]:
        """Arcs by tail as (start int32[n+1], arc int32[m]): node v's are arc[start[v]:start[v+1]]."""
        return _grouped(self.tail, self.n)

    @cached_property
    def entering(self) -> tuple[Ints, Ints]:
        """Arcs by head as (start int32[n+1], arc int32[m])."""
        return _grouped(self.head, self.n)


def _grouped(key: Ints, n: int) -> tuple[Ints, Ints]:
    start = np.zeros(n + 1, np.int32)
    np.cumsum(np.bincount(key, minlength=n), out=start[1:])
    return start, np.argsort(key, kind="stable").astype(np.int32)


def checked_costs(graph: Graph, costs: npt.ArrayLike) -> Longs:
    """Return costs as int64[m, k], rounded to the nearest whole number.

    An arc with BLOCKED or more in any criterion cannot be used. Raises InputError KORPU-NETWORK-002 for a missing,
    negative or unordered (NaN) cost or a matrix of another shape.
    """
    given = np.asarray(costs)
    table = given[:, None] if given.ndim == 1 else given
    if table.ndim != 2 or len(table) != graph.m or table.shape[1] == 0:
        raise InputError("KORPU-NETWORK-002", f"The network has {graph.m} arcs but {len(table)} have costs.")
    if table.size and not bool(np.all(table >= 0)):
        raise InputError("KORPU-NETWORK-002", "A cost in the network is negative or missing.")
    return np.ascontiguousarray(np.rint(np.minimum(table, BLOCKED))).astype(np.int64)


def checked_node(graph: Graph, node: int) -> int:
    """Return the node; raise InputError KORPU-NETWORK-003 if the network has no such node."""
    if not 0 <= node < graph.n:
        raise InputError("KORPU-NETWORK-003", f"The network has no node {node}.")
    return int(node)
