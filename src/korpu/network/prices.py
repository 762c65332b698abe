"""Moves the prices of capacities towards the best lower bound, and gathers ways that are worth knowing on the way.

Subgradient steps of Polyak's length: from the best prices so far along the averaged overloads, as far as the gap
between the bound and the cost of a feasible answer allows. The feasible answer comes from an interior-point programme
over those ways known that are nearly cheapest under the prices; it is solved anew every few steps.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from korpu.network.graph import Graph, Ints
from korpu.network.master import Column, Master, Solved
from korpu.network.pricing import Demands, Floats, Found

STEPS = (15, 20, 30)
"""Least steps before the first, the second and each later programme."""
FEW, MANY, ROUGH = 2, 6, 3
"""Ways in a programme for each of its rows: few in the first ROUGH, which only give a cost to step towards."""
FINAL = 15
"""Steps between the last programmes, which go on from one another."""
PATIENCE = 4
"""Steps without a better bound before steps become shorter."""
NEAR = 1e-3
"""A gap from which on the simplex method finishes faster, as it goes on from where it was."""


class Searched(Protocol):
    """What the search for an allocation tells and does; see `flow`."""

    graph: Graph
    cost: Floats
    capacity: Floats
    demands: Demands
    known: dict[tuple[int, bytes], Column]
    prices: Floats
    tight: Ints
    least: Floats
    latest: float
    bound: float
    best: float
    gap: float

    def price(self, prices: Floats) -> Found:
        """Find the cheapest ways under these prices; improve the bound."""

    def fresh(self, found: Found) -> list[Column]:
        """Return the ways that were not known."""

    def done(self) -> bool:
        """Whether the gap is proven or the time over."""

    def feasible(self, columns: list[Column], solved: Solved) -> None:
        """Take note of an answer."""

    def master(self, columns: list[Column], solver: str) -> Master:
        """Return a programme over these columns."""


def approach(search: Searched) -> list[Column]:
    """Improve the search's prices, bound and best answer until done or near; return the ways that matter."""
    search.fresh(search.price(search.prices))
    used: list[Column] = []
    for programme in range(60):
        # More demands make dearer programmes, so more steps are worth taking between them.
        share = search.demands.quantity.size * (0, 1 / 12, 1 / 8)[min(programme, 2)]
        steps(search, max(STEPS[min(programme, 2)], int(share)))
        columns = near(search, used, FEW if programme < ROUGH else MANY)
        master = search.master(columns, "ipm")
        solved = master.solve()
        search.tight = np.flatnonzero(solved.price > 1e-6 * solved.price.max(initial=0.0)).astype(np.int32)
        search.feasible(master.columns, solved)
        used = [master.columns[j] for j in np.flatnonzero(solved.amount > 1e-6)]
        if not search.done():
            search.fresh(search.price(solved.price))
        if search.done() or search.best - search.bound <= NEAR * search.best:
            break
    return near(search, used, MANY)


def steps(search: Searched, count: int) -> None:
    """Take subgradient steps from the best prices."""
    length, failed = 1.0, 0
    direction = np.zeros(search.graph.m)
    prices, found = search.prices, search.price(search.prices)
    for step in range(count):
        sent = np.where(np.isfinite(found.cost), search.demands.quantity, 0.0)
        amount = np.repeat(sent, np.diff(found.begin))
        over = np.bincount(found.arcs, amount, minlength=search.graph.m) - search.capacity
        direction = over if step == 0 else 0.7 * direction + 0.3 * over
        ahead = np.where((search.prices <= 0) & (direction < 0), 0.0, direction)
        target = search.best if np.isfinite(search.best) else 1.3 * max(search.bound, 1.0)
        far = length * max(target - search.latest, 0.0) / max(float(ahead @ ahead), 1e-12)
        prices = np.maximum(search.prices + far * ahead, 0.0)
        before = search.bound
        found = search.price(prices)
        search.fresh(found)
        failed = 0 if search.bound > before else failed + 1
        if failed == PATIENCE:
            length, failed = 0.6 * length, 0
        if search.done():
            return


def near(search: Searched, used: list[Column], many: int) -> list[Column]:
    """Return the ways that cost least above the cheapest of their demand under the best prices, and those in use."""
    columns = list(search.known.values())
    arcs = np.concatenate([way for _, way in columns])
    begin = np.cumsum([0, *(way.size for _, way in columns)])[:-1]
    whole = np.add.reduceat((search.cost + search.prices)[arcs], begin)
    extra = whole - search.least[np.array([demand for demand, _ in columns])]
    most = many * (search.least.size + int((search.prices > 0).sum()))
    kept = np.argsort(extra, kind="stable")[:most].tolist()
    chosen = {(columns[j][0], columns[j][1].tobytes()): columns[j] for j in kept}
    chosen |= {(demand, way.tobytes()): (demand, way) for demand, way in used}
    return list(chosen.values())
