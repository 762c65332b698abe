"""The answer of a search by several criteria: the ways that none beats, with their costs."""

from __future__ import annotations

from dataclasses import dataclass

from korpu.network.graph import Ints, Longs


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
    ways: tuple[Ints, ...]
    epsilon: float = 0.0
    labels: int = 0
    """How many partial ways the search looked at; a measure of the work done."""

    def __len__(self) -> int:
        return len(self.ways)
