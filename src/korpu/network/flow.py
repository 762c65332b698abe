"""What flows where when many demands share limited capacities, at least cost, and what one more unit is worth.

Minimum-cost multicommodity flow over ways: a programme over the ways known so far and, under its prices, the cheapest
way of every demand (`pricing`) take turns until no way is missing. Any prices give a lower bound on the cost
(Lagrange), so the gap to the best answer is proven at every step, and a search that is cut short returns its best
answer with its gap. On small networks the programme is solved by the simplex method (`master`); on large ones a point
inside it is followed first (`prices`, `interior`), and the simplex method only finishes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from korpu.kernel.errors import InputError
from korpu.network.graph import Graph, Ints
from korpu.network.master import Master, load_of
from korpu.network.pool import Column, Pool
from korpu.network.pricing import Demands, Floats, Found, Pricer

if TYPE_CHECKING:
    from korpu.network.interior import Interior

EXACT = 1e-9
"""A relative gap that counts as none."""
Progress = Callable[[float, float], object]
"""Told the cost of the best answer so far and the bound, again and again; False stops the search."""


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
    gap: float = EXACT, seconds: float | None = None, progress: Progress | None = None,
) -> Allocation:  # fmt: skip
    """Return the allocation of least cost, or the best found when its gap is proven or the seconds are over.

    Cost and capacity are per arc (m). Raises InputError KORPU-NETWORK-005 for negative or missing figures.
    """
    return _Search(graph, *_checked(graph, cost, capacity, demands), gap, seconds, progress).run()


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
    progress: Progress | None
    known: dict[tuple[int, bytes], Column] = field(default_factory=dict)
    answer: Allocation = field(init=False)
    best: float = np.inf
    bound: float = -np.inf
    rounds: int = 0
    stopped: bool = False
    inner: tuple[Pool, Floats] | None = None

    def run(self) -> Allocation:
        d, started = self.demands, time.perf_counter()
        self.until = np.inf if self.seconds is None else started + self.seconds
        self.pricer = Pricer(self.graph, self.cost, d.origin, d.destination, d.unmet)
        self.prices, self.least = np.zeros(self.graph.m), d.unmet
        self.tight = np.zeros(0, np.int32)
        self._note([], np.zeros(0))
        if self.pricer.small or not (d.quantity > 0).any():
            self.fresh(self.price(self.prices))
            self._columns(list(self.known.values()), "simplex")
        else:
            start = self._approach()
            self._columns(start, "both")
        if self.inner is not None:
            pool, amount = self.inner
            used = np.flatnonzero(amount > 1e-9)
            self._note(pool.columns(used), amount[used])
        return replace(self.answer, bound=min(self.bound, self.answer.cost), rounds=self.rounds)

    def _approach(self) -> list[Column]:
        """Come near by an interior point, in which no arc is without room; return the ways to go on with."""
        from threadpoolctl import threadpool_limits  # noqa: PLC0415

        # The matrix of a step is small enough that a second thread costs more in waiting than it computes.
        with threadpool_limits(1, user_api="blas"):
            return self._inside()

    def _inside(self) -> list[Column]:
        from korpu.network.prices import approach  # noqa: PLC0415  (the compiler's 50 MB, for large networks only)

        open_, cost, d = self.capacity > 0, self.cost, self.demands
        if open_.all():
            return approach(self)
        self.cost = np.where(open_, cost, 2.0 * d.unmet.max() + 1.0)  # dearer than leaving anything behind
        self.pricer = Pricer(self.graph, self.cost, d.origin, d.destination, d.unmet)
        start = approach(self)
        if not self.done():  # what room on a closed arc would be worth is found on the way to the end
            self.cost = cost
            self.pricer = Pricer(self.graph, cost, d.origin, d.destination, d.unmet)
        return start

    def price(self, prices: Floats) -> Found:
        """Find the cheapest ways under these prices on top of the costs; improve the bound by them."""
        found = self.pricer.ways(self.cost + prices)
        self.rounds += 1
        least = np.minimum(found.cost, self.demands.unmet)
        bound = float(least @ self.demands.quantity - prices @ self.capacity)
        self.latest = bound
        if bound > self.bound:
            self.bound, self.prices, self.least = bound, prices, least
        if self.progress and self.progress(self.best, self.bound) is False:
            self.stopped = True
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
        near = self.best - self.bound <= self.gap * abs(self.best)
        return near or self.stopped or time.perf_counter() > self.until

    def feasible(self, point: Interior) -> None:
        """Take note of the answer near a point if it is the best so far."""
        amount = point.fitted(self.demands.quantity)
        cost = float(point.pool.along(self.cost) @ amount)
        cost += float((self.demands.quantity - point.pool.of_demand(amount)) @ self.demands.unmet)
        if cost < self.best:
            self.best, self.inner = cost, (point.pool.frozen(), amount)

    def _columns(self, start: list[Column], solver: str) -> None:
        if self.done():
            return
        d = self.demands
        self.known = {(demand, arcs.tobytes()): (demand, arcs) for demand, arcs in start}
        master = Master(self.cost, self.capacity, d.quantity, d.unmet, solver=solver)
        master.limit(self.tight)
        new = start
        while True:
            master.add(new)
            solved = master.solve(self.until - time.perf_counter())
            if solved is None:
                return
            self._note(master.columns, solved.amount, solved.price, solved.worth)
            self.inner = None
            found = self.price(solved.price)
            missing = found.cost < solved.worth - 1e-9 * np.maximum(1.0, np.abs(solved.worth))
            new = self.fresh(Found(np.where(missing, found.cost, np.inf), found.arcs, found.begin))
            if not new or self.done():
                return

    def _note(
        self, columns: list[Column], amount: Floats, price: Floats | None = None, worth: Floats | None = None
    ) -> None:
        load = load_of(columns, amount, self.graph.m)
        ways = [(columns[j][0], float(amount[j]), columns[j][1]) for j in np.flatnonzero(amount > 1e-9).tolist()]
        met = np.bincount([w[0] for w in ways], [w[1] for w in ways], minlength=self.demands.quantity.size)
        unmet = np.maximum(self.demands.quantity - met, 0.0)
        self.best = float(load @ self.cost + unmet @ self.demands.unmet)
        self.answer = Allocation(
            self.best, self.bound, ways, unmet, load,
            self.prices if price is None else price, self.least if worth is None else worth, self.rounds,
        )  # fmt: skip
