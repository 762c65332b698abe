"""The programme over the ways known so far, held at a point inside it that moves while ways are added."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from korpu.network.graph import Longs
from korpu.network.newton import Newton
from korpu.network.normal import fitted
from korpu.network.pool import Column, Floats, Pool

SHORT = 0.95
"""How much of the way to the boundary a step goes."""
NEARLY_FULL, HARDLY_FULL = 0.97, 0.8
"""Load from which on an arc's capacity is watched, and below which it no longer is if its price is nothing."""
CENTRAL = 0.03
"""The least product of a pair, as a share of the barrier, that a step starts from."""


class Interior:
    """Least cost of amounts (c) and rests (d) within quantities (d) and the capacities watched (r).

    Each amount, rest and slack has a partner (how much a way costs above the worth of its demand, a rest above it,
    the price of a capacity), and the products of all pairs stay near one number, the barrier: it is the gap between
    cost and bound for each pair and goes to nothing. Primal-dual path following; ways that come later begin near the
    point, as in Gondzio, González-Brevis and Munari, "Large-scale optimization with the primal-dual column generation
    method", 2016. Only capacities that are nearly full are watched (active sets of Babonneau, du Merle and Vial,
    "Solving large-scale linear multicommodity flow problems with an active set strategy", 2006).
    """

    def __init__(self, cost: Floats, capacity: Floats, quantity: Floats, unmet: Floats) -> None:
        self.cost, self.capacity, self.quantity, self.unmet = cost, capacity, quantity, unmet
        self.pool = Pool(quantity.size)
        self.watched: Longs = np.zeros(0, np.int64)
        self.amount, self.above, self.slack, self.price = (np.zeros(0) for _ in range(4))
        self.left, self.spare = quantity / 2, unmet / 2
        self.worth = unmet - self.spare
        self.barrier = 0.0
        self.far = (1.0, 1.0)

    @property
    def gap(self) -> float:
        """The cost above the bound within the programme, once nothing is missing in its equations."""
        return self.barrier * (self.amount.size + self.left.size + self.slack.size)

    def prices(self) -> Floats:
        """Return the price of each capacity (m)."""
        return self._full(self.price)

    def ahead(self) -> Floats:
        """Return where the prices (m) would be twice as far along the last direction as it could be gone."""
        return self._full(np.maximum(self.before + max(2 * self.far[1], 0.5) * self.direction, 0.0))

    def _full(self, price: Floats) -> Floats:
        full = np.zeros(self.cost.size)
        full[self.watched] = price
        return full

    def start(self, columns: Sequence[Column], prices: Floats, barrier: float) -> None:
        """Begin with these ways, where under the prices (m) every product is `barrier` and every demand is met."""
        self.pool.take(columns)
        self.barrier = barrier
        demand, dear = self.pool.demand, self.pool.along(self.cost + prices)
        least = self.unmet.copy()
        np.minimum.at(least, demand, dear)
        below = 1.5 * barrier / self.quantity
        for _ in range(60):  # Newton's method, on the inverse of what is sent, which is nearly straight
            amount, left = barrier / (dear - (least - below)[demand]), barrier / (self.unmet - least + below)
            sent = self.pool.of_demand(amount) + left
            slope = (self.pool.of_demand(amount**2) + left**2) / barrier
            below = np.maximum(below + (1 / self.quantity - 1 / sent) * sent**2 / slope, 0.1 * below)
        self.worth = least - below
        self.above, self.spare = dear - self.worth[demand], self.unmet - self.worth
        self.amount, self.left = barrier / self.above, barrier / self.spare
        self._watch()

    def add(self, columns: Sequence[Column], share: float) -> None:
        """Offer more ways, each with up to a `share` of its demand, which the others of the demand give."""
        old, prices = self.amount.size, self.prices()
        place = self.pool.take(columns)
        new, demand = place >= old, self.pool.demand
        amount, above = (np.concatenate([v, np.zeros(len(columns))])[place] for v in (self.amount, self.above))
        dear = self.pool.along(self.cost + prices) - self.worth[demand]
        self.above = np.where(new, np.maximum(dear, self.barrier / (share * self.quantity[demand])), above)
        given = np.where(new, self.barrier / self.above, 0.0)
        kept = np.maximum(1 - self.pool.of_demand(given) / (self.pool.of_demand(amount) + self.left), 0.5)
        self.amount = np.where(new, given, amount * kept[demand])
        self.left = self.left * kept
        self._watch()

    def drop(self, share: float) -> list[Column]:
        """Forget the ways that take less than a share of their demand; return them."""
        little = self.amount < share * self.quantity[self.pool.demand]
        gone = self.pool.columns(np.flatnonzero(little))
        kept = np.flatnonzero(~little)
        self.pool.keep(kept)
        self.amount, self.above = self.amount[kept], self.above[kept]
        return gone

    def _watch(self) -> None:
        """Watch the capacities that are nearly full, and no longer those that are not and cost nothing."""
        load = self.pool.load(self.amount, self.cost.size)
        room = self.capacity[self.watched]
        kept = (load[self.watched] >= HARDLY_FULL * room) | (self.price * room >= 3 * self.barrier)
        full = load > NEARLY_FULL * self.capacity
        full[self.watched] = False
        fresh = np.flatnonzero(full)
        slack = np.maximum(self.capacity[fresh] - load[fresh], 0.1 * self.capacity[fresh])
        self.watched = np.concatenate([self.watched[kept], fresh])
        self.slack = np.concatenate([self.slack[kept], slack])
        self.price = np.concatenate([self.price[kept], self.barrier / slack])

    def step(self, target: float, *, rough: bool = False) -> None:
        """Go towards the point where every product is `target`; `rough` is faster and less exact."""
        c, d, demand = self.amount.size, self.left.size, self.pool.demand
        low = CENTRAL * self.barrier
        self.above = np.maximum(self.above, low / self.amount)
        self.spare = np.maximum(self.spare, low / self.left)
        self.slack = np.maximum(self.slack, low / self.price)
        uses = self.pool.rows(self.watched, self.cost.size)
        inside = np.concatenate([self.amount, self.left, self.slack])
        outside = np.concatenate([self.above, self.spare, self.price])
        short = self.quantity - self.pool.of_demand(self.amount) - self.left
        over = self.capacity[self.watched] - uses.T @ self.amount - self.slack
        dear = self.pool.along(self.cost) + uses @ self.price
        off = np.concatenate(
            [dear - self.worth[demand] - self.above, self.unmet - self.worth - self.spare, 0 * self.price]
        )
        move = Newton(uses, demand, inside, outside, short, over, off, rough=rough).move(target)
        self.far, self.before, self.direction = move.far, self.price, move.outside[c + d :]
        p, q = (f if f >= 1 else SHORT * f for f in move.far)
        inside, outside = inside + p * move.inside, outside + q * move.outside
        self.amount, self.left, self.slack = np.split(inside, [c, c + d])
        self.above, self.spare, self.price = np.split(outside, [c, c + d])
        self.worth = self.worth + q * move.worth
        self.barrier = float(inside @ outside) / inside.size

    def fitted(self, quantity: Floats) -> Floats:
        """Return amounts (c) near the present ones that keep every capacity and these quantities."""
        pool, order = self.pool, np.argsort(self.above).astype(np.int32)
        return fitted(
            self.amount, pool.demand.astype(np.int32), pool.begin.astype(np.int32), pool.arcs,
            self.capacity, quantity, order,
        )  # fmt: skip
