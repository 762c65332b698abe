"""A network whose regions are drawn together once, so that a closure leaves nearly all of that work standing.

Within a region all arcs are closed together or not at all, as a rule: the railways of a country, the lanes of a sea.
Each region is contracted by itself down to the nodes where it meets others; no way through another region is relied
on. A question puts together the regions that are open. A region that a closure cuts through gives its own arcs
instead, so that the answer is exact for any closure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import overload

import numpy as np

from korpu.kernel.errors import InputError
from korpu.network.ascent import longer
from korpu.network.compiled import compiled
from korpu.network.contraction import HEAD, LEFT, RIGHT, TAIL, contract
from korpu.network.front import Front
from korpu.network.graph import Bools, Graph, Ints, Longs, checked_costs
from korpu.network.pareto import PATIENCE, Pareto

MOST_FRONTS = 16
"""How many answers a network with its closures keeps."""


@dataclass(frozen=True, eq=False)
class Regions:
    """Arcs drawn together: `tail`, `head`, `region` (a), `costs` (a, k), and what they stand for.

    `stands` (a) is a row of `pairs` (p, 2): two further rows, or an own arc and -1. Arcs of no region are not in here.
    """

    tail: Ints
    head: Ints
    region: Ints
    costs: Longs
    stands: Ints
    pairs: Ints


def draw_together(graph: Graph, costs: Longs, region: Ints, kept: Ints) -> Regions:
    """Contract every region of a network with costs (m, k); arcs of `region` (m) -1 stay as they are.

    `kept` are nodes that questions may be asked from or to.
    """
    costs = checked_costs(graph, costs)
    fixed = _met_by_several(graph, region)
    fixed[kept] = True
    order = np.argsort(region, kind="stable").astype(np.int32)
    bounds = np.searchsorted(region[order], np.arange(int(region.max(initial=-1)) + 2))
    none = np.zeros(0, np.int32)
    parts: list[tuple[Ints, Ints, Ints, Ints, Ints, Longs]]
    parts = [(none, none, none, none, none.reshape(0, 2), costs[:0])]
    rows = 0
    for number, (first, last) in enumerate(pairwise(bounds.tolist())):
        parts.append(_drawn(graph, costs, order[first:last], fixed, number, rows=rows))
        rows += len(parts[-1][4])
    tail, head, which, stands, pairs, drawn = (np.concatenate([part[i] for part in parts]) for i in range(6))
    return Regions(tail, head, which, drawn, stands, pairs)


def _drawn(
    graph: Graph, costs: Longs, own: Ints, fixed: Bools, number: int, *, rows: int
) -> tuple[Ints, Ints, Ints, Ints, Ints, Longs]:
    """Contract one region, whose arcs are `own`; its rows of pairs are counted from `rows` on."""
    nodes, inner = _numbered(graph.tail[own], graph.head[own])
    small = contract(inner, costs[own], np.zeros(len(own), np.bool_), fixed[nodes])
    leaf = small.arcs[:, RIGHT] < 0
    pairs = small.arcs[:, [LEFT, RIGHT]] + np.int32(rows)
    pairs[leaf, 0] = own[small.arcs[leaf, LEFT]]
    pairs[leaf, 1] = -1
    core = small.core_arcs
    tail, head = nodes[small.arcs[core, TAIL]], nodes[small.arcs[core, HEAD]]
    return tail, head, np.full(len(core), number, np.int32), core + np.int32(rows), pairs, small.costs[core]


def _numbered(tail: Ints, head: Ints) -> tuple[Ints, Graph]:
    """Return the nodes that arcs join, and the arcs between these, counted anew."""
    nodes, ends = np.unique(np.concatenate((tail, head)), return_inverse=True)
    at = ends.astype(np.int32)
    return nodes.astype(np.int32), Graph(len(nodes), at[: len(tail)], at[len(tail) :])


def _met_by_several(graph: Graph, region: Ints) -> Bools:
    low, high = np.full(graph.n, np.iinfo(np.int32).max), np.full(graph.n, -1)
    for end in (graph.tail, graph.head):
        np.minimum.at(low, end, region)
        np.maximum.at(high, end, region)
    return np.asarray((low != high) | (low < 0))


@dataclass(frozen=True, eq=False)
class Opened:
    """A network of regions with some arcs closed, ready to be asked; answers are in the network's own numbers.

    `costs` (m, k) and `region` (m) are the network's own, those that `regions` was drawn together from.
    """

    graph: Graph
    costs: Longs
    region: Ints
    regions: Regions
    closed: Bools

    def front(self, source: int, target: int, *, epsilon: float = 0.0, patience: int = PATIENCE) -> Front:
        """Return what `Pareto.front` of the whole network returns.

        Both nodes must have been kept, or lie where regions meet, or next to what is closed; otherwise InputError
        KORPU-NETWORK-003.
        """
        nodes, arcs, pareto = self._small
        ends = np.searchsorted(nodes, (source, target))
        for node, at in zip((source, target), ends, strict=True):
            if at == len(nodes) or nodes[at] != node:
                if self._lies_alone(node):
                    return Front(source, target, np.zeros((0, self.costs.shape[1]), np.int64), ())
                raise InputError("KORPU-NETWORK-003", f"The network was not prepared to be asked about node {node}.")
        asked = int(ends[0]), int(ends[1])
        if (*asked, epsilon) not in self._fronts:
            found = pareto.front(*asked, epsilon=epsilon, patience=patience)
            while len(self._fronts) >= MOST_FRONTS:
                self._fronts.pop(next(iter(self._fronts)), None)
            self._fronts[*asked, epsilon] = found
        found = self._fronts[*asked, epsilon]
        return Front(source, target, found.costs, Spelled(self.regions.pairs, arcs, found.ways), epsilon, found.labels)

    @cached_property
    def _fronts(self) -> dict[tuple[int, int, float], Front]:
        return {}

    @cached_property
    def _small(self) -> tuple[Ints, Ints, Pareto]:
        """The nodes that are left, what each arc stands for (a row of pairs, or ~ an own arc), and the search."""
        inside = self.region >= 0
        count = int(self.region.max(initial=-1)) + 1
        whole = np.bincount(self.region[inside], minlength=count)
        shut = np.bincount(self.region[inside & self.closed], minlength=count)
        cut = (shut > 0) & (shut < whole)
        drawn = np.flatnonzero(shut[self.regions.region] == 0)
        own = np.flatnonzero(~self.closed & (~inside | (cut[self.region] if count else False)))
        tail = np.concatenate((self.regions.tail[drawn], self.graph.tail[own]))
        head = np.concatenate((self.regions.head[drawn], self.graph.head[own]))
        nodes, graph = _numbered(tail, head)
        costs = np.concatenate((self.regions.costs[drawn], self.costs[own]))
        return nodes, np.concatenate((self.regions.stands[drawn], ~own.astype(np.int32))), Pareto(graph, costs)

    def _lies_alone(self, node: int) -> bool:
        """Whether every arc at a node is closed."""
        at = (self.graph.tail == node) | (self.graph.head == node)
        return bool(self.closed[at].all())


@dataclass(frozen=True, eq=False)
class Spelled(Sequence[Ints]):
    """Ways over drawn-together arcs, told in the network's own arcs when asked for."""

    pairs: Ints
    stands: Ints
    ways: Sequence[Ints]

    @overload
    def __getitem__(self, index: int) -> Ints: ...
    @overload
    def __getitem__(self, index: slice) -> Spelled: ...
    def __getitem__(self, index: int | slice) -> Ints | Spelled:
        """Return the own arcs of one way, or some of the ways."""
        if isinstance(index, slice):
            return Spelled(self.pairs, self.stands, self.ways[index])
        return _spelled(self.pairs, self.stands, self.ways[index])

    def __len__(self) -> int:
        """Return how many ways there are."""
        return len(self.ways)


@compiled
def _spelled(pairs: Ints, stands: Ints, way: Ints) -> Ints:
    """Return the own arcs that a way over drawn-together arcs stands for, in order."""
    found = np.empty(256, np.int32)
    stack = np.empty(256, np.int32)
    total = 0
    for step in way:
        stack[0] = stands[step]
        depth = 1
        while depth:
            depth -= 1
            row = stack[depth]
            if row < 0 or pairs[row, 1] < 0:
                if total == found.size:
                    found = longer(found)
                found[total] = ~row if row < 0 else pairs[row, 0]
                total += 1
                continue
            if depth + 2 > stack.size:
                stack = longer(stack)
            stack[depth] = pairs[row, 1]
            stack[depth + 1] = pairs[row, 0]
            depth += 2
    return found[:total].copy()
