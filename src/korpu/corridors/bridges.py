"""Gaps between pieces of a network, joined where they are short; every joint is listed for review."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from korpu.corridors.arrays import Floats, Ints, chord, on_sphere

APART_KM = 20.0


@dataclass(frozen=True)
class Bridges:
    """Joints added between pieces: their ends (m) and lengths in km (m), and how many pieces there were and are."""

    tail: Ints
    head: Ints
    km: Floats
    pieces_before: int
    pieces_after: int


def pieces(n: int, tail: Ints, head: Ints) -> Ints:
    """Return for each of n points the number of the connected piece it belongs to."""
    graph = coo_matrix((np.ones(len(tail), dtype=np.int8), (tail, head)), shape=(n, n))
    return np.asarray(connected_components(graph, directed=False)[1])


def bridge(lat: Floats, lon: Floats, tail: Ints, head: Ints, longest_km: float) -> Bridges:
    """Join pieces whose nearest points are at most `longest_km` apart.

    Two pieces may meet in several places (a border station has a line at either end), so one joint is made for every
    place where the same two come close, places being at least 20 km apart. No joint is longer than the bound: a
    generous one invents railways, as between Astara and Rasht.
    """
    n = len(lat)
    part = pieces(n, tail, head)
    points = on_sphere(lat, lon)
    close = cKDTree(points).query_pairs(chord(longest_km), output_type="ndarray")
    close = close[part[close[:, 0]] != part[close[:, 1]]]
    gap = np.linalg.norm(points[close[:, 0]] - points[close[:, 1]], axis=1)
    made: dict[tuple[int, int], list[int]] = {}
    chosen: list[int] = []
    for i in np.argsort(gap, kind="stable"):
        a, b = close[i]
        key = (min(part[a], part[b]), max(part[a], part[b]))
        before = made.setdefault(key, [])
        if all(np.linalg.norm(points[a] - points[close[j, 0]]) > APART_KM for j in before):
            before.append(int(i))
            chosen.append(int(i))
    ends = close[np.array(chosen, dtype=np.int64)].reshape(-1, 2)
    after = pieces(n, np.concatenate((tail, ends[:, 0])), np.concatenate((head, ends[:, 1])))
    return Bridges(ends[:, 0], ends[:, 1], gap[chosen], int(part.max()) + 1, int(after.max()) + 1)
