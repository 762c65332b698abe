"""A way through the network told as legs: from terminal to terminal by one mode, with what each costs and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import numpy as np

from korpu.corridors import costs, model
from korpu.corridors.arrays import Ints
from korpu.corridors.borders import Hours, borders_of, on_day
from korpu.corridors.cargo import Cargo
from korpu.corridors.model import Network
from korpu.corridors.rates import rate
from korpu.corridors.risks import Risk, edges_under, standing
from korpu.corridors.services import WEEKDAYS, Service

LINES = {
    "sea": "lanes: searoute marnet (Apache-2.0)",
    "rail": "line: scgraph-data (© OpenStreetMap contributors, ODbL)",
    "road": "line: scgraph-data (© OpenStreetMap contributors, ODbL)",
}


@dataclass(frozen=True)
class Leg:
    """One leg: mode, names of both ends, what it costs for the whole cargo, and what that is made of.

    `parts` are its hours by rate, `taken` the quantities that rates apply to, `borders` the borders where cargo is
    checked, `countries` those it touches, `warnings` the dangers stated for it. `departs` is set where a service has an
    announced calendar and a day of departure was given.
    """

    mode: str
    origin: str
    destination: str
    km: float
    hours: float
    usd: float
    kg: float
    risk: float
    source: str
    arcs: tuple[int, ...]
    countries: tuple[str, ...]
    borders: tuple[str, ...]
    parts: dict[str, float]
    taken: dict[str, float]
    warnings: tuple[Risk, ...] = ()
    service: str = ""
    back: bool = False
    departs: datetime | None = None


class Sums:
    """What legs come to for the whole cargo, at the usual rates."""

    legs: Sequence[Leg]

    @property
    def hours(self) -> float:
        """Hours from loading to unloading."""
        return sum(leg.hours for leg in self.legs)

    @property
    def usd(self) -> float:
        """USD."""
        return sum(leg.usd for leg in self.legs)

    @property
    def kg(self) -> float:
        """Kg CO2e."""
        return sum(leg.kg for leg in self.legs)

    @property
    def km(self) -> float:
        """Kilometres."""
        return sum(leg.km for leg in self.legs)

    @property
    def risk(self) -> float:
        """Points of risk: hours under a warning times its level."""
        return sum(leg.risk for leg in self.legs)


def legs(
    network: Network, services: Mapping[str, Service], cargo: Cargo, way: Sequence[int] | Ints, on: date | None = None
) -> list[Leg]:
    """Return the legs of a way given as arcs, with the warnings of a day; a leg ends at every terminal."""
    at = {int(p): t["name"] for p, t in zip(network.terminal_point, network.terminals, strict=True)}
    found: list[Leg] = []
    run: list[int] = []
    origin = at.get(tail_of(network, int(way[0])), "") if len(way) else ""
    for arc in way:
        run.append(int(arc))
        here = head_of(network, int(arc))
        if here in at:
            found.append(_leg(network, services, cargo, run, ends=(origin, at[here]), on=on))
            run, origin = [], at[here]
    return found


def _leg(
    network: Network, services: Mapping[str, Service], cargo: Cargo, run: Sequence[int], *,
    ends: tuple[str, str], on: date | None,
) -> Leg:  # fmt: skip
    arcs = np.array(run)
    edges = arcs // 2
    mode = model.MODES[int(network.mode[edges[0]])]
    service = int(network.service[edges[0]])
    name = network.services[service] if service >= 0 else ""
    cost = costs.terms(network, services, cargo, arcs, on)
    taken, told = costs.quantities(network, services, arcs), borders_of(network)
    parts = {key: float(much.sum()) for key, much in costs.hours_of(taken, services, told).items() if much.any()}
    return Leg(
        mode, *ends, float(network.km[edges].sum()), float(cost.hours.sum()), float(cost.usd.sum()),
        float(cost.kg.sum()), float(cost.risk.sum()), _source(mode, name, parts, services, told), tuple(run),
        _countries(network, edges), _borders(network, arcs), parts,
        {key: float(much.sum()) for key, much in taken.items() if much.any()}, _warnings(network, edges, on), name,
        bool(run[0] % 2),
    )  # fmt: skip


def scheduled(one: Leg, service: Service, ready: datetime, level: float) -> Leg:
    """Return a leg by a service with the wait for its next announced departure instead of the usual wait.

    `ready` is when the cargo reaches the quay; `level` is the warning level of its waiting hours.
    """
    load = rate("load_hours_ferry").value
    departs = service.next_departure(ready + timedelta(hours=load), back=one.back)
    if departs is None:
        return one
    wait = (departs - ready).total_seconds() / 3600.0 - load
    key = f"wait:{service.id}"
    change = wait - one.parts.get(key, 0.0)
    return replace(
        one, hours=one.hours + change, risk=one.risk + change * level, parts={**one.parts, key: wait}, departs=departs
    )


def at_borders(one: Leg, told: Mapping[str, list[Hours]], ready: datetime, level: float) -> Leg:
    """Return a leg with the hours that its borders take on the day they are reached, taken as half-way of the leg.

    `ready` is when the leg begins, `level` the warning level of its waiting hours.
    """
    day = WEEKDAYS[(ready + timedelta(hours=one.hours / 2)).weekday()]
    parts = {name: on_day(told, name, day) * one.taken[name] for name in one.parts if name in told}
    change = sum(parts.values()) - sum(one.parts[name] for name in parts)
    return replace(one, hours=one.hours + change, risk=one.risk + change * level, parts={**one.parts, **parts})


def _source(
    mode: str,
    service: str,
    parts: Mapping[str, float],
    services: Mapping[str, Service],
    told: Mapping[str, list[Hours]],
) -> str:
    if service:
        return services[service].source
    said = [LINES[mode], *(f"{part}: {costs.source_of(part, services, told)}" for part in parts)]
    priced = ("usd_km_", "g_tkm_")
    return "; ".join([*said, *(f"{p}{mode}: {rate(p + mode).source}" for p in priced)])


def _countries(network: Network, edges: Ints) -> tuple[str, ...]:
    seen = dict.fromkeys(int(c) for e in edges for c in (network.country[e], network.other[e]) if c >= 0)
    return tuple(network.codes[c] for c in seen)


def _borders(network: Network, arcs: Ints) -> tuple[str, ...]:
    found = []
    for arc in arcs[network.border[arcs // 2] == 1]:
        pair = (int(network.country[arc // 2]), int(network.other[arc // 2]))
        here, there = pair if arc % 2 == 0 else pair[::-1]
        found.append(f"{network.codes[here]}-{network.codes[there]}" if here >= 0 and there >= 0 else "?")
    return tuple(found)


def _warnings(network: Network, edges: Ints, on: date | None) -> tuple[Risk, ...]:
    return tuple(one for one in standing(on) if edges_under(network, one, edges).any())


def tail_of(network: Network, arc: int) -> int:
    """Return the point an arc leaves."""
    return int((network.head if arc % 2 else network.tail)[arc // 2])


def head_of(network: Network, arc: int) -> int:
    """Return the point an arc leads to."""
    return int((network.tail if arc % 2 else network.head)[arc // 2])


def geometry(network: Network, arcs: Iterable[int]) -> list[list[float]]:
    """Return the line of arcs as [lon, lat] pairs, as GeoJSON orders them."""
    line: list[list[float]] = []
    for arc in arcs:
        drawn = network.drawn(arc // 2, back=arc % 2 == 1)
        line += [[round(float(lon), 4), round(float(lat), 4)] for lat, lon in drawn[1 if line else 0 :]]
    return line
