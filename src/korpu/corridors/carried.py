"""What each stretch between named places carries in an allocation, for a map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from korpu.corridors.flows import Flows
from korpu.corridors.legs import Leg, geometry
from korpu.corridors.model import Network


@dataclass(frozen=True)
class Carried:
    """A stretch: its line as [lon, lat], the tonnes on it, and how far the fullest capacity on it is used.

    `use` is None and `capacity` "" where no source states a capacity.
    """

    mode: str
    origin: str
    destination: str
    service: str
    line: list[list[float]]
    tonnes: float
    use: float | None
    capacity: str


def carried(network: Network, flows: Flows) -> list[Carried]:
    """Return every stretch that carries something, the heaviest first; both directions are told apart."""
    tonnes: dict[tuple[str, tuple[int, ...]], float] = {}
    legs: dict[tuple[str, tuple[int, ...]], Leg] = {}
    for one in flows.going:
        for leg in one.legs:
            key = leg.mode, leg.arcs
            tonnes[key] = tonnes.get(key, 0.0) + one.tonnes
            legs[key] = leg
    return [_carried(network, flows, legs[key], much) for key, much in sorted(tonnes.items(), key=lambda i: -i[1])]


def _carried(network: Network, flows: Flows, leg: Leg, tonnes: float) -> Carried:
    arcs = np.array(leg.arcs)
    met = [
        (float(use) / room if room else 1.0, one.what)
        for one, gate, room, use in zip(flows.capacities, flows.gates, flows.rooms, flows.shared.use, strict=True)
        if use > 0 and np.isin(gate, arcs).any()
    ]
    use, what = max(met, default=(None, ""))
    line = geometry(network, leg.arcs)
    return Carried(leg.mode, leg.origin, leg.destination, leg.service, line, tonnes, use, what)
