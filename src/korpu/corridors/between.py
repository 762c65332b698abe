"""Which edges a statement means that names a mode and places: "the ferries between Odesa and Georgia"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from korpu.corridors import areas, model
from korpu.corridors.arrays import Bools, great_circle
from korpu.corridors.model import Network
from korpu.corridors.wheres import Where, terminals_at

WATERS = ("area", "passage")
ROUND_KM = 15.0
"""How far round a place its lines are closed when a road or railway is told as closed at one place only."""


def edges_between(network: Network, modes: Sequence[str], wheres: Sequence[Where]) -> Bools:
    """Return the edges (m) of these modes (none: all) at or between these places.

    A service is meant if every place named is one of its ends or a sea it crosses. Of a country on a sea
    its ports there are meant. Of rail and road the shortest way between two places is meant, or what lies round one
    place, or all of a country. Without any place all of the mode.
    """
    wanted = np.isin(network.mode, [model.MODES.index(m) for m in modes]) if modes else np.ones(network.edges, bool)
    found = _services(network, wheres)
    line = network.what != model.SERVICE
    waters = [w for w in wheres if w.scope in WATERS]
    spots = [w for w in wheres if w.scope not in WATERS]
    if not wheres:
        found |= line
    elif not spots:
        found |= line & np.logical_and.reduce([_touching(network, w) for w in waters])
    elif waters:
        shores = [_shore(network, s) & _touching(network, w) for s in spots for w in waters]
        found |= np.logical_or.reduce(shores)
    else:
        found |= line & (network.mode == model.SEA) & _harbours(network, spots)
        for number in (model.RAIL, model.ROAD):
            if wanted[network.mode == number].any():
                found |= _land(network, number, spots)
    return np.asarray(found & wanted)


def _services(network: Network, wheres: Sequence[Where]) -> Bools:
    """The services of these places: those that call there, or if none does those that call nearby."""
    for exact in (True, False):
        found = network.what == model.SERVICE
        for one in wheres:
            found = found & (_touching(network, one) if one.scope in WATERS else _calling(network, one, exact=exact))
        if found.any():
            break
    return np.asarray(found)


def _calling(network: Network, one: Where, *, exact: bool) -> Bools:
    at = [t["id"] == one.target for t in network.terminals] if exact and one.scope == "terminal" else None
    points = network.terminal_point[np.array(at) if at else terminals_at(network, one)]
    return np.isin(network.tail, points) | np.isin(network.head, points)


def _touching(network: Network, one: Where) -> Bools:
    if one.scope == "area":
        return np.asarray((network.areas & np.uint32(areas.bit(one.target))) != 0)
    return np.isin(network.passage, [i for i, p in enumerate(network.passages) if p == one.target])


def _shore(network: Network, spot: Where) -> Bools:
    """The ways between sea lanes and the ports of a place or a country."""
    points = network.terminal_point[terminals_at(network, spot)]
    ends = np.isin(network.tail, points) | np.isin(network.head, points)
    return np.asarray(ends & (network.what == model.ACCESS) & (network.mode == model.SEA))


def _harbours(network: Network, spots: Sequence[Where]) -> Bools:
    """The way between port and sea lane where one port alone is named; of two, only services can be meant."""
    if len(spots) != 1 or spots[0].scope != "terminal":
        return np.zeros(network.edges, dtype=bool)
    own = network.terminal_point[[t["id"] == spots[0].target for t in network.terminals]]
    return np.asarray((network.what == model.ACCESS) & (np.isin(network.tail, own) | np.isin(network.head, own)))


def _land(network: Network, number: int, spots: Sequence[Where]) -> Bools:
    mine = (network.mode == number) & (network.what == model.LINE)
    if len(spots) == 1:
        return np.asarray(mine & _round(network, spots[0]))
    countries = [network.codes.index(s.target) for s in spots if s.scope == "country" and s.target in network.codes]
    if len(countries) >= 2:
        here, there = np.isin(network.country, countries), np.isin(network.other, countries)
        return np.asarray(mine & here & there & (network.country != network.other))
    ends = [s for s in spots if s.scope == "terminal"]
    if len(ends) < 2:
        return np.asarray(
            mine & _round(network, ends[0]) & _round(network, spots[0] if spots[1] is ends[0] else spots[1])
        )
    return np.asarray(np.logical_or.reduce([_shortest(network, number, a, b) for a, b in pairwise(ends)]))


def _round(network: Network, spot: Where) -> Bools:
    if spot.scope == "country":
        code = network.codes.index(spot.target) if spot.target in network.codes else -9
        return np.asarray((network.country == code) | (network.other == code))
    i = next(k for k, t in enumerate(network.terminals) if t["id"] == spot.target)
    p = network.terminal_point[i]
    near = great_circle(network.lat, network.lon, network.lat[p], network.lon[p]) <= ROUND_KM
    return np.asarray(near[network.tail] | near[network.head])


def _shortest(network: Network, number: int, one: Where, other: Where) -> Bools:
    """The lines of a mode on the shortest way between two terminals."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - slow to load, and needed for a few closures only
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

    edges = np.flatnonzero((network.mode == number) & (network.what != model.SERVICE))
    tail, head, km = network.tail[edges], network.head[edges], np.maximum(network.km[edges], 0.001)
    n = network.points
    matrix = csr_matrix((np.r_[km, km], (np.r_[tail, head], np.r_[head, tail])), shape=(n, n))
    ends = [
        int(network.terminal_point[next(k for k, t in enumerate(network.terminals) if t["id"] == w.target)])
        for w in (one, other)
    ]
    _, before = dijkstra(matrix, indices=ends[0], return_predecessors=True)
    pairs, at = set(), ends[1]
    while before[at] >= 0:
        pairs.add((min(at, int(before[at])), max(at, int(before[at]))))
        at = int(before[at])
    on_way = np.zeros(network.edges, dtype=bool)
    for e, a, b in zip(edges.tolist(), tail.tolist(), head.tolist(), strict=True):
        on_way[e] = (min(a, b), max(a, b)) in pairs
    return np.asarray(on_way & (network.what == model.LINE))
