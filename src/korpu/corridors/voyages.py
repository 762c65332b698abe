"""The way a ship takes between two terminals: straight over open water, else by the sea lanes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from korpu.corridors import areas, countries, model
from korpu.corridors.arrays import Bools, Floats, great_circle
from korpu.corridors.model import Network

SHUN = ("azov", "crimea", "abkhazia", "volga_don")
"""Areas that no service of the table sails through; a drawn line must not either."""
STEPS = 60
ASHORE = 0.15
"""Share of a straight line that may lie on drawn land: harbours, spits and bays."""


@dataclass(frozen=True)
class Voyage:
    """A way over water: kilometres and its line (k, 2) of lat, lon."""

    km: float
    line: Floats


def with_voyages(network: Network, told: Floats) -> Network:
    """Return the network with line, length and areas of every service drawn; `told` (services) holds stated km or 0."""
    found = {e: _voyage(network, int(e)) for e in np.flatnonzero(network.what == model.SERVICE)}
    km, mask = network.km.copy(), network.areas.copy()
    pieces: list[Floats] = []
    at = 0
    for edge, voyage in sorted(found.items()):
        stated = float(told[network.service[edge]])
        km[edge] = stated or voyage.km
        mask[edge] = np.bitwise_or.reduce(areas.mask(*_dense(voyage.line)))
        pieces += [network.line[at : network.start[edge]], voyage.line.astype(np.float32)]
        at = int(network.start[edge + 1])
    pieces.append(network.line[at:])
    length = np.diff(network.start)
    for edge, voyage in found.items():
        length[edge] = len(voyage.line)
    start = np.concatenate(([0], np.cumsum(length)))
    return replace(network, km=km, areas=mask, start=start, line=np.vstack(pieces))


def _voyage(network: Network, edge: int) -> Voyage:
    a, b = int(network.tail[edge]), int(network.head[edge])
    ends = np.array([[network.lat[a], network.lon[a]], [network.lat[b], network.lon[b]]])
    if _open_water(ends):
        return Voyage(float(great_circle(*ends[0], *ends[1])), ends)
    way = _by_lanes(network, a, b)
    if way is None:
        return Voyage(float(great_circle(*ends[0], *ends[1])), ends)
    return way


def _open_water(ends: Floats) -> bool:
    lat, lon = _dense(ends)
    ashore = (countries.country_of(lat, lon) != countries.SEA).mean()
    shunned = areas.mask(lat, lon) & np.uint32(sum(areas.bit(name) for name in SHUN))
    return bool(ashore <= ASHORE and not shunned.any())


def _dense(line: Floats) -> tuple[Floats, Floats]:
    steps = np.linspace(0, 1, STEPS)
    lat = np.concatenate([a + (b - a) * steps for a, b in zip(line[:-1, 0], line[1:, 0], strict=True)])
    lon = np.concatenate([a + (b - a) * steps for a, b in zip(line[:-1, 1], line[1:, 1], strict=True)])
    return lat, lon


def _by_lanes(network: Network, source: int, target: int) -> Voyage | None:
    """The shortest way by sea lanes that keeps out of countries' inland waters and of the areas to be shunned."""
    edges = np.flatnonzero(_sailed(network))
    tail, head, km = network.tail[edges], network.head[edges], network.km[edges]
    n = network.points
    least = csr_matrix((np.concatenate((km, km)), (np.r_[tail, head], np.r_[head, tail])), shape=(n, n))
    away, before = dijkstra(least, indices=source, return_predecessors=True)
    if not np.isfinite(away[target]):
        return None
    points = [target]
    while points[-1] != source:
        points.append(int(before[points[-1]]))
    points.reverse()
    between = {(int(a), int(b)): int(e) for a, b, e in zip(tail, head, edges, strict=True)}
    lines: list[Floats] = []
    for a, b in pairwise(points):
        back = (a, b) not in between
        drawn = network.drawn(between[(b, a) if back else (a, b)], back=back)
        lines.append(drawn[1:] if lines else drawn)
    return Voyage(float(away[target]), np.vstack(lines))


def _sailed(network: Network) -> Bools:
    shunned = network.areas & np.uint32(sum(areas.bit(name) for name in SHUN))
    inland = (network.country >= 0) & (network.what == model.LINE)
    return np.asarray((network.mode == model.SEA) & (shunned == 0) & ~inland)
