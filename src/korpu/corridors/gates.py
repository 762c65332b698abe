"""Which arcs a capacity is met on, so that whatever passes is counted once."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from korpu.corridors import model
from korpu.corridors.arrays import Arcs, Bools, great_circle
from korpu.corridors.capacities import Capacity
from korpu.corridors.model import Network
from korpu.corridors.places import find
from korpu.kernel.errors import InputError

ASIDE_KM = 15.0
"""How far beside a line its other tracks may lie."""


def arcs_of(network: Network, one: Capacity) -> Arcs:
    """Return the arcs (k) that a capacity is met on.

    A service's are its voyages, a border's the lines that cross it, a port's the ways between quay and sea (or between
    yard and line, for the modes that the capacity names), a line's those across its middle. Raises InputError
    KORPU-FLOW-013 where the network has nothing of the kind.
    """
    if one.scope == "service":
        edges = np.isin(network.service, [i for i, s in enumerate(network.services) if s == one.target])
    elif one.scope == "border":
        edges = _border(network, one)
    elif one.scope == "port":
        at = int(network.terminal_point[find(network, one.target)])
        edges = ((network.tail == at) | (network.head == at)) & _by(network, one.modes or ("sea", "ferry"))
    else:
        edges = _across(network, one)
    if not edges.any():
        raise InputError("KORPU-FLOW-013", f"The network has nothing that the capacity {one.what} could be of.")
    found = np.flatnonzero(edges)
    if one.back is None:
        return np.sort(np.concatenate((2 * found, 2 * found + 1))).astype(np.int32)
    # An edge has no direction of its own: the arc that leaves the terminal is meant.
    at = next(int(p) for p, t in zip(network.terminal_point, network.terminals, strict=True) if t["id"] == one.leaves)
    return np.asarray(2 * found + (network.tail[found] != at), np.int32)


def _by(network: Network, modes: tuple[str, ...]) -> Bools:
    return np.isin(network.mode, [i for i, m in enumerate(model.MODES) if not modes or m in modes])


def _border(network: Network, one: Capacity) -> Bools:
    pair = [network.codes.index(code) if code in network.codes else -9 for code in one.target.split("-")]
    crossing = network.country != network.other
    both = np.isin(network.country, pair) & np.isin(network.other, pair)
    return np.asarray(crossing & both & _by(network, one.modes))


def _across(network: Network, one: Capacity) -> Bools:
    """The tracks of a mode that lead across the middle of the shortest line between two places."""
    ends = [int(network.terminal_point[find(network, name)]) for name in one.target.replace(";", " ").split()]
    edges = np.flatnonzero(_by(network, one.modes) & (network.what != model.SERVICE))
    none = np.zeros(network.edges, dtype=bool)
    if len(ends) != 2:
        return none
    tail, head, km = network.tail[edges], network.head[edges], np.maximum(network.km[edges], 0.001)
    n = network.points
    table = csr_matrix((np.r_[km, km], (np.r_[tail, head], np.r_[head, tail])), shape=(n, n))
    away, before = dijkstra(table, indices=ends[0], return_predecessors=True)
    if not np.isfinite(away[ends[1]]):
        return none
    half, at = away[ends[1]] / 2, ends[1]
    while away[before[at]] >= half:
        at = int(before[at])
    near = great_circle(network.lat, network.lon, network.lat[at], network.lon[at]) <= ASIDE_KM
    ends_near = near[tail] | near[head]
    beyond = away[tail] >= half
    none[edges[(beyond != (away[head] >= half)) & ends_near]] = True
    return none
