"""How sure a route's time and price are: hours that one in ten, half and nine in ten journeys take, and a price range.

Speeds, loading and borders are drawn from triangles between the lowest, usual and highest figure of data/rates.csv;
the wait for a service without a known departure from anything up to its interval. Speeds are drawn once for a route
(a slow railway is slow all day), each border and each lift anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from korpu.corridors.arrays import Floats
from korpu.corridors.borders import Hours, usual
from korpu.corridors.cargo import Cargo
from korpu.corridors.costs import sailing_hours
from korpu.corridors.legs import Leg
from korpu.corridors.rates import Rate, rate
from korpu.corridors.services import Service

DRAWS = 4000
SEED = 7
SAILING = (0.95, 1.0, 1.25)
"""An announced sailing time is kept, beaten by a twentieth at best, or exceeded by a quarter (own assumption)."""


@dataclass(frozen=True)
class Range:
    """Hours that 10, 50 and 90 of a hundred journeys take at most, and the lowest and highest price in USD."""

    p10: float
    p50: float
    p90: float
    usd_low: float
    usd_high: float


def ranged(
    legs: Sequence[Leg], services: Mapping[str, Service], cargo: Cargo, borders: Mapping[str, list[Hours]]
) -> Range:
    """Return the range of a route; the same route always gives the same figures."""
    random = np.random.default_rng(SEED)
    hours = np.zeros(DRAWS)
    speeds: dict[str, Floats] = {}
    low = high = 0.0
    for leg in legs:
        for name, much in leg.taken.items():
            if name in borders:
                hours += _at(borders[name], leg.parts[name] / much, round(much), random)
                continue
            hours += _hours(name, much, leg, services, random, speeds=speeds)
            a, b = _price(name, much, leg, services)
            low, high = low + a, high + b
    p10, p50, p90 = (float(p) for p in np.percentile(hours, (10, 50, 90)))
    scale = cargo.units * cargo.price_units
    return Range(p10, p50, p90, low * scale, high * scale)


def _hours(
    name: str,
    much: float,
    leg: Leg,
    services: Mapping[str, Service],
    random: np.random.Generator,
    *,
    speeds: dict[str, Floats],
) -> Floats:
    head, _, tail = name.partition("_")
    if name.startswith("service:"):
        one = services[name[8:]]
        wait = np.full(DRAWS, leg.parts[f"wait:{one.id}"])
        if leg.departs is None:
            wait = random.uniform(0, one.every_days * 24.0, DRAWS)
        sail = sailing_hours(one) * random.triangular(*SAILING, DRAWS)
        return wait + sail + _drawn(rate("load_hours_ferry"), random) + _drawn(rate("unload_hours_ferry"), random)
    if head == "km" and tail != "ferry":
        if tail not in speeds:
            speeds[tail] = _drawn(rate(f"speed_{tail}"), random)
        return much / speeds[tail]
    if head in ("load", "unload", "stop"):
        key = f"{'border' if head == 'stop' else head}_hours_{tail}"
        times = sum((_drawn(rate(key), random) for _ in range(round(much))), np.zeros(DRAWS))
        if name == "load_sea":
            times = times + sum((_drawn(rate("wait_hours_sea"), random) for _ in range(round(much))), np.zeros(DRAWS))
        return times
    if name == "gauge":
        return sum((_drawn(rate("gauge_hours"), random) for _ in range(round(much))), np.zeros(DRAWS))
    return np.zeros(DRAWS)


def _at(said: list[Hours], hours: float, times: int, random: np.random.Generator) -> Floats:
    """Hours at a border that somebody tells of: each crossing anew, between the lowest and highest told."""
    _, low, high = usual(said)
    if low == high:
        return np.full(DRAWS, hours * times)
    return sum((random.triangular(low, min(max(hours, low), high), high, DRAWS) for _ in range(times)), np.zeros(DRAWS))


def _drawn(one: Rate, random: np.random.Generator) -> Floats:
    if one.low == one.high:
        return np.full(DRAWS, one.value)
    return random.triangular(one.low, one.value, one.high, DRAWS)


def _price(name: str, much: float, leg: Leg, services: Mapping[str, Service]) -> tuple[float, float]:
    head, _, tail = name.partition("_")
    keys: list[str] = []
    fare = 0.0, 0.0
    if name.startswith("service:"):
        one = services[name[8:]]
        if one.usd is not None:
            fare = one.usd_low or one.usd, one.usd_high or one.usd
        keys = ["load_usd_ferry", "unload_usd_ferry"]
    elif name == "unpriced_ferry" or (head == "km" and tail != "ferry"):
        keys = [f"usd_km_{tail}"]
    elif head in ("load", "unload", "border"):
        keys = [f"{head}_usd_{tail}"]
    elif name == "gauge":
        keys = ["gauge_usd"]
    return (
        much * (fare[0] + sum(rate(k).low for k in keys)),
        much * (fare[1] + sum(rate(k).high for k in keys)),
    )
