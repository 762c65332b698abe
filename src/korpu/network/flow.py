"""What flows where when many demands share limited capacities, at least cost, and what one more unit is worth.

Minimum-cost multicommodity flow over ways: a linear programme over the ways known so far (`master`) and, under its
prices, the cheapest way of every demand (`pricing`) take turns until no way is missing. Any prices give a lower bound
on the cost (Lagrange), so the gap to the best answer is proven at every step. On large networks the prices are first
moved along the overloads towards the bound (subgradient steps), which finds most of the ways before a programme is
solved.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from korpu.kernel.errors import InputError
from korpu.network.graph import Graph, Ints
from korpu.network.master import Column, Master, Solved, load_of, repaired
from korpu.network.prices import FINAL, approach, steps
from korpu.network.pricing import Demands, Floats, Found, Pricer

EXACT = 1e-9
"""A relative gap that counts as none."""


@dataclass(frozen=True, eq=False)
class Allocation:
    """An answer with its proof: no answer costs less than `bound`.

    `ways` are (demand, amount, arcs); `unmet` (d) what stays behind; `load` (m) what flows over each arc; `price` (m)
    what one more unit of an arc's capacity would save; `worth` (d) what one unit more of a demand would cost.
    """

    cost: float
    bound: float
    ways: list[tuple[int, float, Ints]]
    unmet: Floats
    load: Floats
    price: Floats
    worth: Floats
    rounds: int

    @property
    def gap(self) -> float:
        """How far the cost may be above the least possible, relative to it."""
        return max(self.cost - self.bound, 0.0) / max(abs(self.cost), 1e-12)


def allocate(
    graph: Graph, cost: npt.ArrayLike, capacity: npt.ArrayLike, demands: Demands, *,
    gap: float = EXACT, seconds: float | None = None,
) -> Allocation:  # fmt: skip
    """Return the allocation of least cost, or the best found when its gap is proven or the seconds are over.

    Cost and capacity are per arc (m). Raises InputError KORPU-NETWORK-005 for negative or missing figures.
    """
    return _Search(graph, *_checked(graph, cost, capacity, demands), gap, seconds).run()


def _checked(
    graph: Graph, cost: npt.ArrayLike, capacity: npt.ArrayLike, demands: Demands
) -> tuple[Floats, Floats, Demands]:
    costs, room = np.asarray(cost, np.float64), np.asarray(capacity, np.float64)
    quantity = np.asarray(demands.quantity, np.float64)
    unmet = np.broadcast_to(np.asarray(demands.unmet, np.float64), quantity.shape)
    ends = np.concatenate([demands.origin, demands.destination]).astype(np.int64)
    fits = costs.shape == room.shape == (graph.m,) and ends.size == 2 * quantity.size
    if not fits or not all(bool(np.all(x >= 0) and np.all(np.isfinite(x))) for x in (costs, room, quantity, unmet)):
        raise InputError("KORPU-NETWORK-005", "A cost, capacity or demand of the flow is negative or missing.")
    if ends.size and not 0 <= int(ends.min()) <= int(ends.max()) < graph.n:
        raise InputError("KORPU-NETWORK-003", "A demand of the flow names a node that is not there.")
    return costs, room, Demands(np.asarray(demands.origin), np.asarray(demands.destination), quantity, unmet)


@dataclass(eq=False)
class _Search:
    graph: Graph
    cost: Floats
    capacity: Floats
    demands: Demands
    gap: float
    seconds: float | None
    known: dict[tuple[int, bytes], Column] = field(default_factory=dict)
    bound: float = -np.inf
    best: float = np.inf
    rounds: int = 0
    answer: Allocation | None = None

    def run(self) -> Allocation:
        started = time.perf_counter()
        self.until = np.inf if self.seconds is None else started + self.seconds
        d = self.demands
        self.pricer = Pricer(self.graph, self.cost, d.origin, d.destination, d.unmet)
        self.prices = np.zeros(self.graph.m)
        self.tight = np.zeros(0, np.int32)
        if not self.pricer.small:
            start = approach(self)
            if self.done() and self.answer is not None:
                return replace(self.answer, bound=min(self.bound, self.answer.cost), rounds=self.rounds)
            return self._columns(start)
        self.fresh(self.price(self.prices))
        return self._columns(list(self.known.values()))

    def price(self, prices: Floats) -> Found:
        """Find the cheapest ways under these prices on top of the costs; improve the bound by them."""
        found = self.pricer.ways(self.cost + prices)
        self.rounds += 1
        least = np.minimum(found.cost, self.demands.unmet)
        bound = float(least @ self.demands.quantity - prices @ self.capacity)
        self.latest = bound
        if bound > self.bound:
            self.bound, self.prices, self.least = bound, prices, least
        return found

    def fresh(self, found: Found) -> list[Column]:
        """Return the ways that were not known, and know them."""
        new: list[Column] = []
        for i in np.flatnonzero(np.isfinite(found.cost)).tolist():
            arcs = found.arcs[found.begin[i] : found.begin[i + 1]]
            key = (i, arcs.tobytes())
            if key not in self.known:
                self.known[key] = (i, arcs)
                new.append((i, arcs))
        return new

    def done(self) -> bool:
        """Whether the proven gap is small enough or the time is over."""
        return self.best - self.bound <= self.gap * abs(self.best) or time.perf_counter() > self.until

    def master(self, columns: list[Column], solver: str) -> Master:
        """Return a programme over these columns with rows for the arcs that have a price."""
        d = self.demands
        master = Master(self.cost, self.capacity, d.quantity, d.unmet, solver=solver)
        # A row that is missing costs another solution, one that is not needed costs a little.
        master.limit(np.union1d(np.flatnonzero(self.prices > 0), self.tight).astype(np.int32))
        master.add(columns)
        return master

    def feasible(self, columns: list[Column], solved: Solved) -> None:
        """Take note of an answer, cut back to what is feasible, if it is the best so far."""
        amount = repaired(columns, solved.amount, self.capacity, self.demands.quantity)
        answer = self._answer(columns, amount, solved.price, solved.worth)
        if answer.cost < self.best:
            self.best, self.answer = answer.cost, answer

    def _columns(self, start: list[Column]) -> Allocation:
        self.known = {(demand, arcs.tobytes()): (demand, arcs) for demand, arcs in start}
        master = self.master(start, "simplex" if self.pricer.small else "both")
        while True:
            solved = master.solve()
            self.best = min(self.best, solved.cost)
            found = self.price(solved.price)
            missing = found.cost < solved.worth - 1e-9 * np.maximum(1.0, np.abs(solved.worth))
            known = len(self.known)
            new = self.fresh(Found(np.where(missing, found.cost, np.inf), found.arcs, found.begin))
            if not new or self.done():
                break
            if not self.pricer.small:
                steps(self, FINAL)
                new = list(self.known.values())[known:]
            master.add(new)
        return self._answer(master.columns, solved.amount, solved.price, solved.worth)

    def _answer(self, columns: list[Column], amount: Floats, price: Floats, worth: Floats) -> Allocation:
        load = load_of(columns, amount, self.graph.m)
        ways = [(columns[j][0], float(amount[j]), columns[j][1]) for j in np.flatnonzero(amount > 1e-9).tolist()]
        met = np.zeros(self.demands.quantity.size)
        for demand, much, _ in ways:
            met[demand] += much
        unmet = np.maximum(self.demands.quantity - met, 0.0)
        cost = float(load @ self.cost + unmet @ self.demands.unmet)
        return Allocation(cost, min(self.bound, cost), ways, unmet, load, price, worth, self.rounds)
