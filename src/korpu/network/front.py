"""The answer of a search by several criteria: the ways that none beats, with their costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from korpu.network.ascent import unpack
from korpu.network.graph import Ints, Longs


@dataclass(frozen=True, eq=False)
class Ways(Sequence[Ints]):
    """The arcs of each way, from source to target, put together when asked for; a front can hold very many.

    `arcs` are those of the contraction, `labels` and `solutions` those of the search.
    """

    arcs: Ints
    labels: Ints
    solutions: Ints

    @overload
    def __getitem__(self, index: int) -> Ints: ...
    @overload
    def __getitem__(self, index: slice) -> Ways: ...
    def __getitem__(self, index: int | slice) -> Ints | Ways:
        """Return the network's arc numbers of one way, or some of the ways."""
        if isinstance(index, slice):
            return Ways(self.arcs, self.labels, self.solutions[index])
        return unpack(self.arcs, self.labels, self.solutions[index])

    def __len__(self) -> int:
        """Return how many ways there are."""
        return len(self.solutions)


@dataclass(frozen=True, eq=False)
class Front:
    """Ways from one node to another, cheapest in the first criterion first.

    `costs` is int64[r, k], one row a way, in lexicographic order; `ways[i]` are the arc numbers of way i from source
    to target. With `epsilon` 0 the rows are exactly the Pareto front, each cost vector once. Otherwise every way there
    is has a row within (1 + epsilon) of it in each criterion. Empty if the target cannot be reached.
    """

    source: int
    target: int
    costs: Longs
    ways: Sequence[Ints]
    epsilon: float = 0.0
    labels: int = 0
    """How many partial ways the search looked at; a measure of the work done."""

    def __len__(self) -> int:
        return len(self.ways)
