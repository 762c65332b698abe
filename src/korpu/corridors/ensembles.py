"""Disruptions run over the network: what becomes of each pair of places, of each plan, and which loss hurts most."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np

from korpu.corridors import costs, plan
from korpu.corridors.arrays import Bools, Ints
from korpu.corridors.cargo import Cargo
from korpu.corridors.closures import Closure
from korpu.corridors.critical import Loss, candidates, losses
from korpu.corridors.legs import tail_of
from korpu.corridors.model import Network
from korpu.corridors.services import Service
from korpu.network import ensemble
from korpu.network.graph import BLOCKED, Graph, Longs
from korpu.network.reliability import Regret, Spread, regrets, spread, steadiest

FINE = {"hours": 3600.0, "usd": 100.0}
"""How many whole-number units of the search make one hour or one USD."""
Say = Callable[[str], None]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Question:
    """Pairs of terminals (numbers), what is carried, on which day's closures, and by hours or by usd."""

    pairs: Sequence[Pair]
    cargo: Cargo
    on: date
    by: str = "hours"
    planned: int = 5
    """For how many pairs, the first ones, plans are compared: it takes some seconds each."""


@dataclass(frozen=True)
class Plan:
    """One of the ways that none beats, held through every disruption: where it is cut, the best way on is taken."""

    route: plan.Route
    usual: float
    open: float
    regret: Regret


@dataclass(frozen=True)
class Pairs:
    """What becomes of one pair: usual cost (None: no way even so), the spread, its plans and the steadiest of them.

    `steadiest` is None where there is no plan, or none that stays open in any disruption.
    """

    origin: int
    destination: int
    usual: float | None
    spread: Spread
    plans: list[Plan]
    steadiest: int | None


@dataclass(frozen=True, eq=False)
class Ensemble:
    """The answer: by pair, by what is lost, and the cost of each disruption and pair (s, p); BLOCKED is no way."""

    pairs: list[Pairs]
    losses: list[Loss]
    costs: Longs
    excluded: list[Closure]
    digest: str


@dataclass(frozen=True, eq=False)
class Ground:
    """What the disruptions run over: the network, its services and closures, and a folder to work in."""

    network: Network
    services: Mapping[str, Service]
    closures: Sequence[Closure]
    folder: Path
    executor: Executor | None = None


def run(ground: Ground, lost: Sequence[Ints], asked: Question, say: Say = lambda _: None) -> Ensemble:
    """Return what these disruptions (arcs lost, in order) do to the pairs: the same whatever the executor."""
    network = ground.network
    shut, excluded = plan.standing(
        network, ground.services, ground.closures, plan.Question(0, 0, asked.cargo, asked.on)
    )
    weight = _weight(ground, shut, asked)
    say("finding the plans of each pair")
    routes = [_routes(ground, pair, asked) if i < asked.planned else [] for i, pair in enumerate(asked.pairs)]
    lines = candidates(network, [route for some in routes for route in some], asked.pairs)
    points = network.terminal_point
    ends = np.unique([int(points[b]) for _, b in asked.pairs])
    stops = {tail_of(network, leg.arcs[0]) for some in routes for route in some for leg in route.legs}
    starts = np.unique([*(int(points[a]) for a, _ in asked.pairs), *stops])
    every = [np.zeros(0, np.int32), *lost, *(one.arcs for one in lines)]
    rows = _distances(ground, weight, every, starts, ends, say=say)
    at = np.searchsorted(starts, [int(points[a]) for a, _ in asked.pairs])
    to = np.searchsorted(ends, [int(points[b]) for _, b in asked.pairs])
    of_pairs = rows[:, at, to]
    usual, drawn, single = of_pairs[0], of_pairs[1 : 1 + len(lost)], of_pairs[1 + len(lost) :]
    way_on = _WayOn(network, weight, starts, ends, rows[1 : 1 + len(lost)], lost)
    told = [_pair(asked, pair, (int(usual[i]), drawn[:, i]), routes[i], way_on) for i, pair in enumerate(asked.pairs)]
    digest = sha256(np.ascontiguousarray(rows, np.int32).tobytes()).hexdigest()
    return Ensemble(told, losses(lines, usual, single, FINE[asked.by]), drawn, excluded, digest)


def _weight(ground: Ground, shut: Bools, asked: Question) -> Longs:
    told = costs.terms(ground.network, ground.services, asked.cargo)
    whole = {"hours": told.hours, "usd": told.usd}[asked.by]
    return np.where(np.repeat(shut, 2), BLOCKED, np.rint(whole * FINE[asked.by])).astype(np.int64)


def _routes(ground: Ground, pair: Pair, asked: Question) -> list[plan.Route]:
    question = plan.Question(*pair, asked.cargo, asked.on)
    return plan.plan(ground.network, ground.services, ground.closures, question).routes


def _distances(ground: Ground, weight: Longs, lost: Sequence[Ints], starts: Ints, ends: Ints, *, say: Say) -> Longs:
    network = ground.network
    say("ordering the network, once")
    ground.folder.mkdir(parents=True, exist_ok=True)
    graph = Graph(network.points, *network.arcs())
    name = ensemble.write(ground.folder, graph, network.lat, network.lon, weight)
    rows = np.empty((len(lost), len(starts), len(ends)), np.int64)
    for i, row in enumerate(ensemble.distances(ground.executor, ground.folder, name, lost, starts, ends)):
        rows[i] = row
        if i % ensemble.CHUNK == 0:
            say(f"disruption {i:,} of {len(lost):,}")
    (ground.folder / f"{name}.npz").unlink(missing_ok=True)
    return rows


@dataclass(frozen=True, eq=False)
class _WayOn:
    """What is known of the best ways in each disruption, from every stop to every end."""

    network: Network
    weight: Longs
    starts: Ints
    ends: Ints
    rows: Longs
    lost: Sequence[Ints]

    def costs(self, route: plan.Route, destination: int) -> tuple[Longs, Bools]:
        """Return what a plan costs in each disruption (s), and in which it stays open.

        Cargo goes as planned to the last stop before what is lost, and on from there by the best way that is open.
        """
        to = int(np.searchsorted(self.ends, self.network.terminal_point[destination]))
        before = np.cumsum([0, *(int(self.weight[list(leg.arcs)].sum()) for leg in route.legs)])
        stops = np.searchsorted(self.starts, [tail_of(self.network, leg.arcs[0]) for leg in route.legs])
        leg_of = np.repeat(np.arange(len(route.legs)), [len(leg.arcs) for leg in route.legs])
        arcs = np.array([arc for leg in route.legs for arc in leg.arcs])
        found, open_ = np.empty(len(self.lost), np.int64), np.ones(len(self.lost), bool)
        for s, gone in enumerate(self.lost):
            cut = np.flatnonzero(np.isin(arcs, gone))
            if not len(cut):
                found[s] = before[-1]
                continue
            leg = int(leg_of[cut[0]])
            rest = int(self.rows[s, stops[leg], to])
            open_[s] = False
            found[s] = BLOCKED if rest >= BLOCKED else int(before[leg]) + rest
        return found, open_


def _pair(asked: Question, pair: Pair, found: tuple[int, Longs], routes: Sequence[plan.Route], way_on: _WayOn) -> Pairs:
    usual, drawn = found
    held = [way_on.costs(route, pair[1]) for route in routes]
    told = regrets(np.array([c for c, _ in held]).reshape(len(held), len(drawn)), drawn)
    plans = [
        Plan(
            route,
            int(way_on.weight[route.arcs].sum()) / FINE[asked.by],
            float(there.mean()) if len(there) else 1.0,
            one,
        )
        for route, (_, there), one in zip(routes, held, told, strict=True)
    ]
    return Pairs(
        *pair, None if usual >= BLOCKED else usual / FINE[asked.by], spread(drawn), plans,
        steadiest(told, [one.open for one in plans]),
    )  # fmt: skip
