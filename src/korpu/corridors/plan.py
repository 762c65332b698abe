"""The routes between two terminals on a day: what is open is searched, and a few ways that differ are told as legs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from threading import Lock

import numpy as np

from korpu.corridors import costs, model
from korpu.corridors.arrays import Bools, Floats, Ints, Weights
from korpu.corridors.bridges import pieces
from korpu.corridors.cargo import Cargo
from korpu.corridors.choose import chosen
from korpu.corridors.closures import Closure, closed
from korpu.corridors.legs import Leg, legs, scheduled
from korpu.corridors.model import Network
from korpu.corridors.ranges import Range, ranged
from korpu.corridors.rates import rate
from korpu.corridors.risks import levels
from korpu.corridors.search import best as best_way
from korpu.corridors.services import Service
from korpu.network.graph import Graph
from korpu.network.pareto import Pareto

CRITERIA = ("hours", "usd", "kg_co2e")
MOST = 5
KEPT = 4
RISK_PRICES = (1.0, 10.0, 1000.0)
"""USD that a point of risk is weighed with, from a little to above all else."""


@dataclass(frozen=True)
class Route:
    """One way: its legs, its range of hours and money, and its arcs for drawing."""

    legs: list[Leg]
    range: Range
    arcs: list[int]

    @property
    def hours(self) -> float:
        """Hours from loading to unloading, at the usual rates."""
        return sum(leg.hours for leg in self.legs)

    @property
    def usd(self) -> float:
        """USD for the whole cargo, at the usual rates."""
        return sum(leg.usd for leg in self.legs)


@dataclass(frozen=True)
class Plan:
    """Routes, best first; what was excluded; how many ways none beats; and why there is no route, if there is none."""

    routes: list[Route]
    excluded: list[Closure]
    front: int
    why_none: str | None = None


@dataclass(frozen=True)
class Question:
    """From where to where (terminal numbers), with what, on which day's closures, leaving when (None: any day)."""

    origin: int
    destination: int
    cargo: Cargo
    on: date
    depart: date | None = None
    most: int = MOST


def plan(network: Network, services: Mapping[str, Service], closures: Sequence[Closure], asked: Question) -> Plan:
    """Return a few routes that differ, of all that none beats by hours, money and CO2e (the exact Pareto front)."""
    shut, held = standing(network, services, closures, asked)
    every = costs.matrix(costs.terms(network, services, asked.cargo))
    ends = [int(network.terminal_point[i]) for i in (asked.origin, asked.destination)]
    front = _search(network, every[:, : len(CRITERIA)], np.repeat(shut, 2)).front(ends[0], ends[1])
    if not len(front):
        return Plan([], held, 0, _why_none(network, ends, asked))
    safer = _safer(network, every, np.repeat(shut, 2), ends)
    sums = np.vstack([front.costs, *(every[way, : len(CRITERIA)].sum(axis=0) for way in safer)])

    def way(i: int) -> Ints:
        return front.ways[i] if i < len(front) else safer[i - len(front)]

    best = [*(int(sums[:, c].argmin()) for c in range(len(CRITERIA))), len(sums) - 1]
    few = chosen(network, way, worth_of(sums, asked.cargo), best, asked.most)
    return Plan([route(network, services, way(i), asked) for i in few], held, len(front))


def standing(
    network: Network, services: Mapping[str, Service], closures: Sequence[Closure], asked: Question
) -> tuple[Bools, list[Closure]]:
    """Return which edges (m) cannot be used on the day by the cargo, and the closures that this comes from."""
    shut, held = closed(network, closures, asked.on, asked.cargo.kind)
    shut, idle = without_services(network, services, asked, shut)
    return shut | ~np.isin(network.mode, [model.MODES.index(m) for m in asked.cargo.modes]), [*held, *idle]


_kept: OrderedDict[str, Pareto] = OrderedDict()
_lock = Lock()


def _search(network: Network, weights: Weights, shut: Bools) -> Pareto:
    """Return the network made ready for searching; the last few are kept, as making one takes a second."""
    key = sha256(weights.tobytes() + np.packbits(shut).tobytes()).hexdigest()
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = Pareto(Graph(network.points, *network.arcs()), weights, shut)
    with _lock:
        _kept[key] = made
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made


def _safer(network: Network, every: Weights, shut: Bools, ends: list[int]) -> list[Ints]:
    """Return ways that weigh risk too, from a little to above all: each is best for some price of a point of risk."""
    tail, head = network.arcs()
    base = every[:, 1] / costs.FINE["usd"] + every[:, 0] / costs.FINE["hours"] * rate("value_of_hour").value
    found = []
    for price in RISK_PRICES:
        weight = np.rint((base + price * every[:, 3] / costs.FINE["risk"]) * 10).astype(np.int64)
        way = best_way(network.points, tail, head, weight, shut=shut, source=ends[0], target=ends[1])
        found.append(np.array(way))
    return [way for way in found if len(way)]


def _why_none(network: Network, ends: list[int], asked: Question) -> str:
    """Say whether it is the closures that leave no way, or the network itself."""
    used = np.isin(network.mode, [model.MODES.index(m) for m in asked.cargo.modes])
    part = pieces(network.points, network.tail[used], network.head[used])
    if part[ends[0]] == part[ends[1]]:
        return "every way is closed"
    return "the network has no way between them for this cargo, closures or not"


def route(network: Network, services: Mapping[str, Service], way: Ints, asked: Question) -> Route:
    """Return a way as a route: legs in the order of time, with announced departures where a day is given."""
    told = legs(network, services, asked.cargo, way)
    if asked.depart is not None:
        told = _timed(network, services, told, asked.depart)
    return Route(told, ranged(told, services, asked.cargo), [int(arc) for arc in way])


def worth_of(front: Ints, cargo: Cargo) -> Floats:
    """Return what each way costs in USD if an hour of the cargo is worth what data/rates.csv says."""
    hours, usd = front[:, 0] / costs.FINE["hours"], front[:, 1] / costs.FINE["usd"]
    return np.asarray(usd + hours * rate("value_of_hour").value * cargo.units * cargo.price_units)


def without_services(
    network: Network, services: Mapping[str, Service], asked: Question, shut: Bools
) -> tuple[Bools, list[Closure]]:
    """Close services that do not run on the day or do not take the cargo; return the former as exclusions too."""
    idle: list[Closure] = []
    for i, name in enumerate(network.services):
        one = services[name]
        if one.runs(asked.on) and asked.cargo.fits(one):
            continue
        shut = shut | (network.service == i)
        if not one.runs(asked.on):
            idle.append(
                Closure(
                    f"idle.{one.id}", one.name, "service", one.id, (), (), one.until or "", one.since,
                    f"does not run on this day (from {one.since or 'an unknown day'} to {one.until or 'today'})",
                    one.source, one.quote,
                )
            )  # fmt: skip
    return shut, idle


def _timed(network: Network, services: Mapping[str, Service], told: list[Leg], depart: date) -> list[Leg]:
    now = datetime(depart.year, depart.month, depart.day)  # noqa: DTZ001 (local time of wherever it leaves)
    found = []
    for leg in told:
        one = leg
        if leg.service:
            level = float(levels(network, np.array([leg.arcs[0] // 2]))[0])
            one = scheduled(leg, services[leg.service], now, level)
        found.append(one)
        now += timedelta(hours=one.hours)
    return found
