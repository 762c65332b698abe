"""The routes between two terminals on a day: what is open is searched, and a few ways that differ are told as legs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from korpu.corridors import costs, model
from korpu.corridors.arrays import Bools, Floats, Ints
from korpu.corridors.borders import borders_of
from korpu.corridors.cargo import Cargo
from korpu.corridors.choose import chosen
from korpu.corridors.closures import Closure, closed
from korpu.corridors.legs import Leg, Sums, at_borders, legs, scheduled
from korpu.corridors.model import Network
from korpu.corridors.ranges import Range, ranged
from korpu.corridors.rates import rate
from korpu.corridors.ready import ready
from korpu.corridors.risks import levels
from korpu.corridors.services import Service
from korpu.kernel.errors import KorpuError
from korpu.network.front import Front
from korpu.network.regions import Opened

MOST = 5
TRIED = ((0.0, 20_000), (0.01, 80_000), (0.05, 150_000), (0.1, 300_000), (0.25, 5_000_000))
"""How near the list of best ways is to be (0: all of them), and how many partial ways are looked at before the next."""


@dataclass(frozen=True)
class Route(Sums):
    """One way: its legs, its range of hours and money, and its arcs for drawing."""

    legs: list[Leg]
    range: Range
    arcs: list[int]


@dataclass(frozen=True)
class Plan:
    """Routes, best first; what was excluded; how many ways none beats; and why there is no route, if there is none.

    `within` is 0 where these are all ways that none beats by hours, money, CO2e and risk, exactly; otherwise every way
    there is has one among them that is nowhere more than this share above it.
    """

    routes: list[Route]
    excluded: list[Closure]
    front: int
    why_none: str | None = None
    within: float = 0.0


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
    """Return a few routes that differ, of all that none beats by hours, money, CO2e and risk (the Pareto front)."""
    shut, held = standing(network, services, closures, asked)
    shut |= ends_only(network, (asked.origin, asked.destination))
    ends = [int(network.terminal_point[i]) for i in (asked.origin, asked.destination)]
    front = _front(ready(network, services, asked.cargo, asked.on).opened(shut), ends)
    if not len(front):
        return Plan([], held, 0, _why_none(network, ends, asked))
    worth = worth_of(front.costs, asked.cargo)
    few = chosen(network, lambda i: straight(network, front.ways[i]), front.costs, worth, asked.most)
    told = [route(network, services, straight(network, front.ways[i]), asked) for i in few]
    return Plan(told, held, len(front), None, front.epsilon)


def straight(network: Network, way: Ints) -> Ints:
    """Return a way (arcs) without turns that lead back to a point it has been at.

    No best way has one; a way that is only near the best may, such as a lift onto a lorry and off again.
    """
    tail = np.where(way % 2 == 0, network.tail[way // 2], network.head[way // 2]).tolist()
    last = {point: i for i, point in enumerate(tail)}
    kept: list[int] = []
    at = 0
    while at < len(way):
        at = last[tail[at]]
        kept.append(at)
        at += 1
    return np.asarray(way[kept])


def _front(opened: Opened, ends: list[int]) -> Front:
    """Return all ways that none beats where they are not too many, otherwise ways within a proven share of them."""
    for within, patience in TRIED[:-1]:
        try:
            return opened.front(ends[0], ends[1], epsilon=within, patience=patience)
        except KorpuError as error:
            if error.code != "KORPU-NETWORK-007":
                raise
    return opened.front(ends[0], ends[1], epsilon=TRIED[-1][0], patience=TRIED[-1][1])


def standing(
    network: Network, services: Mapping[str, Service], closures: Sequence[Closure], asked: Question
) -> tuple[Bools, list[Closure]]:
    """Return which edges (m) cannot be used on the day by the cargo, and the closures that this comes from."""
    shut, held = closed(network, closures, asked.on, asked.cargo.kind)
    shut, idle = without_services(network, services, asked, shut)
    return shut | ~np.isin(network.mode, [model.MODES.index(m) for m in asked.cargo.modes]), [*held, *idle]


def ends_only(network: Network, asked: Iterable[int]) -> Bools:
    """Return the edges (m) at ports of which the tables know no more than a place, unless they are asked about.

    Such a port (an oil jetty, a marina) may be sent to or from; cargo does not change from one mode to another there.
    """
    meant = set(asked)
    points = [
        int(point)
        for i, (point, told) in enumerate(zip(network.terminal_point, network.terminals, strict=True))
        if not told["by_hand"] and i not in meant
    ]
    return np.asarray(np.isin(network.tail, points) | np.isin(network.head, points))


def _why_none(network: Network, ends: list[int], asked: Question) -> str:
    """Say whether it is the closures that leave no way, or the network itself."""
    from korpu.corridors.bridges import pieces  # noqa: PLC0415 - scipy is slow to load and seldom needed here

    used = np.isin(network.mode, [model.MODES.index(m) for m in asked.cargo.modes])
    part = pieces(network.points, network.tail[used], network.head[used])
    if part[ends[0]] == part[ends[1]]:
        return "every way is closed"
    return "the network has no way between them for this cargo, closures or not"


def route(network: Network, services: Mapping[str, Service], way: Ints, asked: Question) -> Route:
    """Return a way as a route: legs in the order of time, with announced departures where a day is given."""
    told = legs(network, services, asked.cargo, way, asked.on)
    if asked.depart is not None:
        told = _timed(network, services, told, asked)
    return Route(told, ranged(told, services, asked.cargo, borders_of(network)), [int(arc) for arc in way])


def worth_of(front: Ints, cargo: Cargo) -> Floats:
    """Return what each way costs in USD if an hour of the cargo and a point of risk are worth what data/rates.csv says.

    A point of risk weighs for ordering only; what insurance really costs is asked of an insurer.
    """
    hours, usd, _, risk = (front[:, i] / costs.FINE[name] for i, name in enumerate(costs.CRITERIA))
    of_one = hours * rate("value_of_hour").value + risk * rate("value_of_risk").value
    return np.asarray(usd + of_one * cargo.units * cargo.price_units)


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


def _timed(network: Network, services: Mapping[str, Service], told: list[Leg], asked: Question) -> list[Leg]:
    depart = asked.depart or asked.on
    now = datetime(depart.year, depart.month, depart.day)  # noqa: DTZ001 (local time of wherever it leaves)
    found = []
    said = borders_of(network)
    for leg in told:
        level = float(levels(network, np.array([leg.arcs[0] // 2]), asked.on)[0])
        one = at_borders(leg, said, now, level)
        if leg.service:
            one = scheduled(leg, services[leg.service], now, level)
        found.append(one)
        now += timedelta(hours=one.hours)
    return found
