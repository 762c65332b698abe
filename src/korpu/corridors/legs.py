"""A way through the network told as legs: from terminal to terminal by one mode, with what each costs and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from korpu.corridors import model
from korpu.corridors.arrays import Ints
from korpu.corridors.costs import Terms
from korpu.corridors.model import Network
from korpu.corridors.services import Service

SOURCES = {
    "sea": "sea lanes: searoute marnet (Apache-2.0); speed, price, emissions: data/rates.csv",
    "rail": "line: scgraph-data (© OpenStreetMap contributors, ODbL); speed, price, borders: CAREC CPMM 2022; Defra",
    "road": "line: scgraph-data (© OpenStreetMap contributors, ODbL); speed, price, borders: CAREC CPMM 2022; Defra",
}


@dataclass(frozen=True)
class Leg:
    """One leg: mode, names of both ends, what it costs for the whole cargo, the source, and the edges it runs on."""

    mode: str
    origin: str
    destination: str
    km: float
    hours: float
    usd: float
    kg: float
    risk: float
    source: str
    edges: tuple[int, ...]
    countries: tuple[str, ...]


def legs(network: Network, cost: Terms, services: dict[str, Service], way: Sequence[int] | Ints) -> list[Leg]:
    """Return the legs of a way given as arcs; a leg ends at every terminal and where the mode changes."""
    at = {int(p): t["name"] for p, t in zip(network.terminal_point, network.terminals, strict=True)}
    found: list[Leg] = []
    run: list[int] = []
    origin = at.get(_tail(network, int(way[0])), "") if len(way) else ""
    for arc in way:
        run.append(int(arc))
        here = _head(network, int(arc))
        if here in at:
            found.append(_leg(network, cost, services, run, origin=origin, destination=at[here]))
            run, origin = [], at[here]
    return found


def _leg(
    network: Network,
    cost: Terms,
    services: dict[str, Service],
    run: Sequence[int],
    *,
    origin: str,
    destination: str,
) -> Leg:
    edges = np.array([arc // 2 for arc in run])
    mode = model.MODES[int(network.mode[edges[0]])]
    service = int(network.service[edges[0]])
    source = services[network.services[service]].source if service >= 0 else SOURCES[mode]
    km, hours, usd, kg, risk = (
        float(values[edges].sum()) for values in (network.km, cost.hours, cost.usd, cost.kg, cost.risk)
    )
    return Leg(
        mode, origin, destination, km, hours, usd, kg, risk, source, tuple(int(e) for e in edges),
        _countries(network, edges),
    )  # fmt: skip


def _countries(network: Network, edges: Ints) -> tuple[str, ...]:
    seen = {int(c) for e in edges for c in (network.country[e], network.other[e]) if c >= 0}
    return tuple(sorted(network.codes[c] for c in seen))


def _tail(network: Network, arc: int) -> int:
    return int((network.head if arc % 2 else network.tail)[arc // 2])


def _head(network: Network, arc: int) -> int:
    return int((network.tail if arc % 2 else network.head)[arc // 2])


def geometry(network: Network, ways: Iterable[int]) -> list[list[float]]:
    """Return the line of a way as [lon, lat] pairs, as GeoJSON orders them."""
    line: list[list[float]] = []
    for arc in ways:
        drawn: Any = network.drawn(arc // 2, back=arc % 2 == 1)
        line += [[round(float(lon), 4), round(float(lat), 4)] for lat, lon in drawn[1 if line else 0 :]]
    return line
