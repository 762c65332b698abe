"""Whether the network can be believed: its pieces and joints, terminals without access, published figures beside it.

No rate is fitted to a figure of data/published.csv. Where a figure is an input of the model as well, its basis says so
(announced, input): such a line shows that the figure arrives, not that it was found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np

from korpu.corridors import costs, model, places, search
from korpu.corridors.arrays import Bools
from korpu.corridors.cargo import Cargo
from korpu.corridors.closures import closed, from_tables
from korpu.corridors.legs import Leg, legs
from korpu.corridors.model import Network
from korpu.corridors.rates import rate
from korpu.corridors.services import Service
from korpu.kernel.tables import rows

_LATEST = date(2026, 1, 1)
"""The day whose closures hold for the comparison: after the last of the tables."""
TOLERANCE = {"km": 0.05, "sail": 0.15, "lane": 0.15, "shuttle": 0.15, "days": 0.15, "border": 0.15}
UNIT = {"km": "km", "sail": "h", "lane": "h", "shuttle": "h", "days": "d", "border": "h"}


@dataclass(frozen=True)
class Line:
    """One published figure beside the network's own; `own` is None where there is no way."""

    id: str
    what: str
    unit: str
    low: float
    high: float
    own: float | None
    off: float | None
    within: bool
    basis: str
    source: str
    why: str


@dataclass(frozen=True)
class Access:
    """A terminal without a line that it should have; `by_hand` says whether it is one of the hand table."""

    terminal: str
    missing: tuple[str, ...]
    by_hand: bool


def published(network: Network, services: Mapping[str, Service]) -> list[Line]:
    """Return every figure of data/published.csv beside what the network says, within 5 % of km and 15 % of hours."""
    weights = costs.matrix(costs.terms(network, services, Cargo()))
    shut = np.zeros(network.edges, dtype=bool)
    shut |= closed(network, [c for c in from_tables() if c.scope in ("country", "area")], _LATEST, "container")[0]
    return [_line(network, services, row, weights[:, 0], shut) for row in rows("korpu.corridors", "data/published.csv")]


def _line(network: Network, services: Mapping[str, Service], row: dict[str, str], weight: Any, shut: Bools) -> Line:
    low, high = float(row["low"]), float(row["high"])
    way = _way(network, row, weight, shut)
    told = legs(network, services, Cargo(), way) if way else []
    own = _own(row["of"], told, services) if told else None
    off = None if own is None else _off(own, low, high)
    within = off is not None and abs(off) <= TOLERANCE[row["of"]]
    return Line(
        row["id"], row["what"], UNIT[row["of"]], low, high, own, off, within, row["basis"], row["source"],
        "" if within else row["why"] or ("no way" if own is None else "no reason known"),
    )  # fmt: skip


def _off(own: float, low: float, high: float) -> float:
    """How far a figure lies outside a published range, as a share of its nearer end."""
    if own < low:
        return (own - low) / low
    return max(own - high, 0.0) / high


def _way(network: Network, row: dict[str, str], weight: Any, shut: Bools) -> list[int]:
    """Return the arcs of the quickest way by the modes of a row, by the places that its figure goes by."""
    stops = [row["origin"], *row["via"].split(), row["destination"]]
    points = [int(network.terminal_point[places.find(network, stop)]) for stop in stops]
    barred = shut | ~np.isin(network.mode, [model.MODES.index(m) for m in row["modes"].split()])
    ready = search.Prepared(network.points, *network.arcs(), weight, shut=np.repeat(barred, 2))
    parts = [ready.ways(a, [b])[0] for a, b in pairwise(points)]
    return [arc for part in parts for arc in part] if all(parts) else []


def _own(of: str, told: list[Leg], services: Mapping[str, Service]) -> float:
    if of == "km":
        return sum(leg.km for leg in told)
    if of == "days":
        return sum(leg.hours for leg in told) / 24.0
    if of == "sail":
        return sum(costs.sailing_hours(services[leg.service]) for leg in told if leg.service)
    if of == "shuttle":
        return sum(_crossing(services[leg.service]) for leg in told if leg.service)
    if of == "lane":
        return sum(leg.km for leg in told) / rate("speed_ferry").value
    parts = ("border_hours_rail", "border_hours_road", "gauge_hours")
    return sum(hours for leg in told for part, hours in leg.parts.items() if part in parts or part.startswith("at:"))


def _crossing(service: Service) -> float:
    """Hours of one crossing if one ship keeps the calendar: the days between departures less its time in two ports."""
    in_port = rate("load_hours_ferry").value + rate("unload_hours_ferry").value
    return (service.every_days * 24.0 - 2 * in_port) / 2


def without_access(network: Network) -> list[Access]:
    """Return the terminals of the hand table that lack a line they should have, and the ports that have none at all."""
    reached: dict[int, set[str]] = {int(p): set() for p in network.terminal_point}
    for e in np.flatnonzero(network.what == model.ACCESS):
        for end in (int(network.tail[e]), int(network.head[e])):
            if end in reached:
                reached[end].add(model.MODES[int(network.mode[e])])
    found = []
    for point, told in zip(network.terminal_point, network.terminals, strict=True):
        missing = tuple(m for m in told["modes"] if m not in reached[int(point)])
        if missing and (told["by_hand"] or len(missing) == len(told["modes"])):
            found.append(Access(told["name"], missing, bool(told["by_hand"])))
    return found


def pieces(network: Network) -> dict[str, dict[str, int]]:
    """Return for each mode of lines how many pieces there were, how many are left, and the joints made."""
    found: dict[str, dict[str, int]] = {}
    for joint in network.bridges:
        if "pieces_before" not in joint:
            continue  # a stretch of the hand table joins what is known to be joined
        own = found.setdefault(
            joint["mode"], {"before": joint["pieces_before"], "after": joint["pieces_after"], "joints": 0}
        )
        own["joints"] += 1
    return found
