"""The use case behind `korpu route`: which ways are open between two places on a day, and what each costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError

if TYPE_CHECKING:
    from korpu.corridors.closures import Closure
    from korpu.corridors.legs import Leg
    from korpu.corridors.model import Network

METHOD = "cheapest by each criterion (Dijkstra) on the merged network"


@dataclass(frozen=True)
class Route:
    """One way: its legs, and its arcs for drawing."""

    legs: list[Leg]
    arcs: list[int]


@dataclass(frozen=True)
class Answer:
    """What `korpu route` answers: the routes, and what was excluded and why."""

    origin: str
    destination: str
    cargo: str
    on: date
    routes: list[Route]
    excluded: list[Closure]
    method: str


def network_of(folder: Path, say: Callable[[str], None] = lambda _: None, *, anew: bool = False) -> Network:
    """Return the network kept in a data folder, building it when needed."""
    from korpu.corridors.store import built  # noqa: PLC0415

    return built(folder, say, anew=anew)


def day(text: str | None, default: date) -> date:
    """Return the first day an EDTF date may mean; InputError KORPU-ROUTE-001 where it is no date."""
    if not text:
        return default
    low = parse(text).low
    if low is None:
        raise InputError("KORPU-ROUTE-001", f"“{text}” names no day.")
    return low


def route(network: Network, origin: str, destination: str, *, on: date) -> Answer:
    """Return the routes between two named places that are open on a day."""
    import numpy as np  # noqa: PLC0415

    from korpu.corridors import closures, costs, places, search, services  # noqa: PLC0415
    from korpu.corridors.legs import legs  # noqa: PLC0415

    ends = [int(network.terminal_point[places.find(network, name)]) for name in (origin, destination)]
    if ends[0] == ends[1]:
        raise InputError("KORPU-ROUTE-002", "Origin and destination are the same place.")
    cargo = costs.Cargo()
    listed = services.by_id(services.services())
    cost = costs.terms(network, listed, cargo)
    matrix = costs.matrix(network, cost)
    shut, held = closures.closed(network, closures.from_tables(), on, cargo.kind)
    tail, head = network.arcs()
    found: list[Route] = []
    for column in range(3):
        way = search.best(
            network.points, tail, head, matrix[:, column], shut=np.repeat(shut, 2), source=ends[0], target=ends[1]
        )
        if way and all(way != one.arcs for one in found):
            found.append(Route(legs(network, cost, listed, way), way))
    return Answer(origin, destination, cargo.name, on, found, held, METHOD)
