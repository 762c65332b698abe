"""Moves the prices of capacities towards the best lower bound, and gathers the ways that are worth knowing.

A few subgradient steps of Polyak's length give prices and ways to begin with. From there on an interior point of the
programme over the ways known so far moves by one Newton step at a time, and after each step the cheapest ways under
its prices join it: prices from the inside lie between many answers, and lead to ways that stay useful.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Protocol

import numpy as np

from korpu.kernel.errors import KorpuError
from korpu.network.graph import Ints
from korpu.network.interior import Interior
from korpu.network.pool import Column, Floats
from korpu.network.pricing import Demands, Found

STEPS = 20
"""Subgradient steps before the interior point."""
PATIENCE = 4
"""Subgradient steps without a better bound before steps become shorter."""
NEAR = 1e-6
"""A relative gap from which on the simplex method finishes."""
MANY = 6
"""Ways for each row that the simplex method begins with."""
TIRED = 30
"""Rounds without a better gap before the interior point gives way to the simplex method."""
REDUCED, MISSING, LEAST = 0.4, 0.5, 0.1
"""The gap aimed at within the programme: at most REDUCED of the whole gap, at least LEAST of it, and in between so
much that it is MISSING of what ways still missing could save."""
SETTLED = 0.35
"""No ways are added while gaps inside and out make less than this share of the whole: the rest is a matter of fit."""
ROUGH = 0.002
"""A gap down to which the steps need not be exact, and ways are forgotten."""
STUCK = 0.05
"""A step that gets less far leads back to the middle first, before ways are added."""
WORTH = 0.002
"""The share of its demand that a way must be likely to take to be worth adding."""
EARLY, LATE = 0.02, 0.01
DROP, EVERY = 5e-4, 2
"""Ways that take less than such a share of their demand are forgotten, every so many rounds."""
"""The share that a new way begins with, before and after the gap is 1 %."""


class Searched(Protocol):
    """What the search for an allocation tells and does; see `flow`."""

    cost: Floats
    capacity: Floats
    demands: Demands
    known: dict[tuple[int, bytes], Column]
    prices: Floats
    tight: Ints
    latest: float
    bound: float
    best: float

    def price(self, prices: Floats) -> Found:
        """Find the cheapest ways under these prices; improve the bound."""

    def fresh(self, found: Found) -> list[Column]:
        """Return the ways that were not known."""

    def done(self) -> bool:
        """Whether the gap is proven or the time over."""

    def feasible(self, point: Interior) -> None:
        """Take note of the answer near a point."""


def approach(search: Searched) -> list[Column]:
    """Improve the search's prices, bound and best answer until done or near; return the ways that matter."""
    demands = search.demands
    search.fresh(search.price(search.prices))
    steps(search, STEPS)
    if search.done():
        return []
    # A demand of nothing has no inside; a trace of it does.
    quantity = np.maximum(demands.quantity, 1e-9 * demands.quantity.max())
    point = Interior(search.cost, search.capacity, quantity, demands.unmet)
    whole = max(search.bound, 1e-3 * float(demands.unmet @ quantity))
    point.start(list(search.known.values()), search.prices, 0.75 * whole / (len(search.known) + quantity.size))
    with suppress(KorpuError):  # the simplex method goes on from the ways found
        _follow(search, point)
    search.tight = point.watched[point.price > 1e-6 * point.price.max(initial=0.0)].astype(np.int32)
    most = MANY * (demands.quantity.size + search.tight.size)
    return point.pool.columns(np.argsort(point.above, kind="stable")[:most])


def _follow(search: Searched, point: Interior) -> None:
    """Move the point, and add ways to it, until the search is done or near or tired."""
    quantity = search.demands.quantity
    waiting: list[Column] = []
    missing, least, tired, rounds, hold = 0.0, np.inf, 0, 0, False
    while tired < TIRED:
        gap = search.best - search.bound
        point.step(point.barrier if hold else _target(point, gap, missing), rough=gap > ROUGH * search.best)
        search.feasible(point)
        found = search.price(point.prices())
        missing = float(np.maximum(point.worth - np.minimum(found.cost, search.demands.unmet), 0.0) @ quantity)
        waiting += _worthwhile(search, point, found)
        gap = search.best - search.bound
        if search.done() or gap <= NEAR * abs(search.best):
            return
        tired = 0 if gap < 0.99 * least else tired + 1
        least, rounds = min(least, gap), rounds + 1
        settling = point.gap + missing < SETTLED * gap and point.far[0] < 0.95
        hold = settling or min(point.far) < STUCK
        if not hold:
            waiting += _worthwhile(search, point, search.price(point.ahead()))
            point.add(waiting, EARLY if gap > 0.01 * search.best else LATE)
            waiting = []
            if rounds % EVERY == 0 and gap > ROUGH * search.best:  # later, every way holds a price in its place
                for demand, arcs in point.drop(DROP):
                    del search.known[demand, arcs.tobytes()]


def _target(point: Interior, gap: float, missing: float) -> float:
    """Return the barrier to aim at, given the whole gap and what missing ways could save."""
    aim = min(REDUCED * gap, max(MISSING * missing, LEAST * gap)) * point.barrier / point.gap
    return max(aim, 0.05 * point.barrier)


def _worthwhile(search: Searched, point: Interior, found: Found) -> list[Column]:
    """Return the ways that were not known and that the point would use."""
    way = np.repeat(np.arange(found.cost.size), np.diff(found.begin))
    dear = np.bincount(way, (search.cost + point.prices())[found.arcs], minlength=found.cost.size)
    useful = dear - point.worth < point.barrier / (WORTH * point.quantity)
    return search.fresh(Found(np.where(useful, found.cost, np.inf), found.arcs, found.begin))


def steps(search: Searched, count: int) -> None:
    """Take subgradient steps from the best prices, along averaged overloads."""
    length, failed = 1.0, 0
    direction = np.zeros(search.cost.size)
    found = search.price(search.prices)
    for step in range(count):
        sent = np.where(np.isfinite(found.cost), search.demands.quantity, 0.0)
        amount = np.repeat(sent, np.diff(found.begin))
        over = np.bincount(found.arcs, amount, minlength=search.cost.size) - search.capacity
        direction = over if step == 0 else 0.7 * direction + 0.3 * over
        ahead = np.where((search.prices <= 0) & (direction < 0), 0.0, direction)
        target = 1.3 * max(search.bound, 1.0)
        far = length * max(target - search.latest, 0.0) / max(float(ahead @ ahead), 1e-12)
        before = search.bound
        found = search.price(np.maximum(search.prices + far * ahead, 0.0))
        search.fresh(found)
        failed = 0 if search.bound > before else failed + 1
        if failed == PATIENCE:
            length, failed = 0.6 * length, 0
        if search.done():
            return
