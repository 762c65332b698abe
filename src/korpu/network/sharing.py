"""What flows where when freight of several kinds shares room: each kind has its own costs and its own closed arcs.

`flow` has one cost an arc and one capacity an arc. Here a unit of each kind takes so much of each room (a wagon deck,
a port, a border), a room may be met on many arcs, and a way may meet several. A linear programme over the ways known so
far and, under its prices, the cheapest way of each demand on the whole network take turns until no way is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from korpu.kernel.errors import InputError
from korpu.network.graph import BLOCKED, Ints, Longs
from korpu.network.hierarchy import Metric
from korpu.network.rooms import Column, Floats, Solved, solve

ROUNDS = 1000
"""More rounds than any answer needs; each adds a way, and there are finitely many."""


@dataclass(frozen=True, eq=False)
class Kind:
    """One kind of freight: its network as a metric, the costs (m) poured over it, and where it takes room.

    A unit that goes along `arcs[i]` takes `takes[i]` of room `room[i]` (k each); an arc may be named for several rooms.
    """

    metric: Metric
    cost: Longs
    arcs: Ints
    room: Ints
    takes: Floats


@dataclass(frozen=True)
class Demand:
    """What is to go: kind, nodes, units, and what leaving a unit behind costs."""

    kind: int
    origin: int
    destination: int
    quantity: float
    unmet: float


@dataclass(frozen=True, eq=False)
class Shared:
    """An answer: no answer costs less than `bound`.

    `ways` are (demand, units, arcs). `unmet` (d) are the units left behind, `cheapest` (d) what the way that a unit
    would take if it were alone costs, infinite if none is open; `use` (r) is what is taken of each room and `price` (r)
    what one more unit of room would save.
    """

    cost: float
    bound: float
    ways: list[tuple[int, float, Ints]]
    unmet: Floats
    cheapest: list[float]
    use: Floats
    price: Floats
    rounds: int


@dataclass(eq=False)
class Sharing:
    """A question that can be asked again with other rooms: what was found before is used again.

    Raises InputError KORPU-NETWORK-005 for a negative quantity, room or cost of leaving behind.
    """

    kinds: Sequence[Kind]
    demands: Sequence[Demand]
    room: Sequence[float]
    columns: list[Column] = field(default_factory=list)
    _known: set[tuple[int, bytes]] = field(default_factory=set)
    say: Callable[[str], None] = lambda _: None

    def __post_init__(self) -> None:
        figures = [*self.room, *(f for d in self.demands for f in (d.quantity, d.unmet))]
        taken = [takes for kind in self.kinds for takes in kind.takes.tolist()]
        if not all(0 <= figure < float("inf") for figure in (*figures, *taken)):
            raise InputError("KORPU-NETWORK-005", "A cost, capacity or demand of the flow is negative or missing.")
        self._quantity = np.array([d.quantity for d in self.demands], np.float64)
        self._unmet = np.array([d.unmet for d in self.demands], np.float64)

    def solve(self, room: Sequence[float] | None = None) -> Shared:
        """Return the least costly answer, with other rooms than its own where these are given."""
        limits = np.asarray(self.room if room is None else room, np.float64)
        price, rounds, best = np.zeros(len(limits)), 0, -np.inf
        found = self._cheapest(price)
        self._learn(found)
        cheapest = [cost for cost, _ in found]
        while True:
            rounds += 1
            self.say(f"allocating {len(self.demands):,} rows, round {rounds}, {len(self.columns):,} ways")
            solved = solve(self.columns, self._quantity, self._unmet, limits)
            found = self._cheapest(solved.price)
            least = [min(cost, d.unmet) * d.quantity for (cost, _), d in zip(found, self.demands, strict=True)]
            best = max(best, float(sum(least) - solved.price @ limits))
            if not self._learn(found, solved) or rounds == ROUNDS:
                return self._answer(solved, best, cheapest, rounds)

    def _cheapest(self, price: Floats) -> list[tuple[float, Ints]]:
        """Return for each demand the least cost under prices, never more than it is, and the way (none: infinite)."""
        found: list[tuple[float, Ints]] = [(np.inf, np.zeros(0, np.int32))] * len(self.demands)
        for number, kind in enumerate(self.kinds):
            mine = [i for i, d in enumerate(self.demands) if d.kind == number]
            arcs, at = np.unique(kind.arcs, return_inverse=True)
            extra = np.zeros(len(arcs))
            np.add.at(extra, at, price[kind.room] * kind.takes)
            dearest = max((self.demands[i].unmet for i in mine), default=0.0)
            # Rounded down, so that what is found bounds the answer from below; a way dearer than leaving the goods
            # behind is never used, so that a weight need not be more.
            weight = kind.cost[arcs] + np.floor(np.minimum(extra, dearest + 1.0)).astype(np.int64)
            if arcs.size:
                kind.metric.update(arcs, np.minimum(weight, BLOCKED - 1))
            for i in mine:
                way = kind.metric.route(self.demands[i].origin, self.demands[i].destination)
                if way is not None:
                    found[i] = float(way[0]), way[1]
            if arcs.size:
                kind.metric.update(arcs, kind.cost[arcs])
        return found

    def _learn(self, found: list[tuple[float, Ints]], solved: Solved | None = None) -> int:
        """Add ways that are not known yet, of a solved programme only those that could better it; return how many."""
        new: list[Column] = []
        for i, (cost, arcs) in enumerate(found):
            key = i, arcs.tobytes()
            if not np.isfinite(cost) or key in self._known or cost > self.demands[i].unmet:
                continue
            if solved is not None and cost >= solved.worth[i] - 1e-9 * max(1.0, abs(solved.worth[i])):
                continue
            self._known.add(key)
            kind = self.kinds[self.demands[i].kind]
            new.append(Column(i, arcs, float(kind.cost[arcs].sum()), self._takes(kind, arcs)))
        self.columns += new
        return len(new)

    @staticmethod
    def _takes(kind: Kind, arcs: Ints) -> dict[int, float]:
        met = np.flatnonzero(np.isin(kind.arcs, arcs))
        taken: dict[int, float] = {}
        for row in met.tolist():
            room = int(kind.room[row])
            taken[room] = taken.get(room, 0.0) + float(kind.takes[row])
        return taken

    def _answer(self, solved: Solved, bound: float, cheapest: list[float], rounds: int) -> Shared:
        ways = [
            (self.columns[j].demand, float(a), self.columns[j].arcs) for j, a in enumerate(solved.amount) if a > 1e-9
        ]
        use = np.zeros(len(self.room))
        for column, amount in zip(self.columns, solved.amount, strict=True):
            for room, takes in column.takes.items():
                use[room] += takes * amount
        return Shared(solved.cost, min(bound, solved.cost), ways, solved.unmet, cheapest, use, solved.price, rounds)
