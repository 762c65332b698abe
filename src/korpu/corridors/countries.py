"""Whose land a point lies on, by the basemap: the boundaries that korpu draws (Natural Earth, repaired)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from korpu.corridors.arrays import Bools, Floats, Ints

SEA = -1
"""The country index of a point that lies in no country."""


@dataclass(frozen=True)
class Outline:
    """The line segments of one area, all rings together: (m, 4) of lon, lat, lon, lat."""

    name: str
    segments: Floats


@cache
def outlines() -> tuple[Outline, ...]:
    """Return the countries of the basemap by their ISO 3166 codes, in the order of the codes."""
    drawn = json.loads(files("korpu.reference").joinpath("data/basemap.json").read_text(encoding="utf-8"))
    scale = drawn["transform"]["scale"][0]
    arcs = [np.cumsum(np.array(arc, dtype=np.int64), axis=0) * scale for arc in drawn["arcs"]]
    found = []
    for country in drawn["objects"]["countries"]["geometries"]:
        rings = [i for polygon in country["arcs"] for ring in polygon for i in ring]
        lines = [arcs[i if i >= 0 else ~i] for i in rings]
        found.append(Outline(str(country["id"]), np.vstack([np.hstack((a[:-1], a[1:])) for a in lines])))
    return tuple(found)


def codes() -> tuple[str, ...]:
    """Return the ISO codes that country indexes stand for."""
    return tuple(one.name for one in outlines())


def inside(lat: Floats, lon: Floats, segments: Floats) -> Bools:
    """Tell which points (n) lie in an area given by the segments of its rings (even-odd rule).

    Points are sorted by latitude once, so that every segment looks only at the points of its own band.
    """
    order = np.argsort(lat, kind="stable")
    y, x = lat[order], lon[order]
    low, high = np.minimum(segments[:, 1], segments[:, 3]), np.maximum(segments[:, 1], segments[:, 3])
    first, last = np.searchsorted(y, low, "right"), np.searchsorted(y, high, "right")
    odd = np.zeros(len(y), dtype=bool)
    for i in np.flatnonzero(last > first):
        x1, y1, x2, y2 = segments[i]
        band = slice(first[i], last[i])
        odd[band] ^= x[band] < (x2 - x1) * (y[band] - y1) / (y2 - y1) + x1
    found = np.empty(len(lat), dtype=bool)
    found[order] = odd
    return found


def country_of(lat: Floats, lon: Floats) -> Ints:
    """Return the country index of every point (n), SEA where it lies in none."""
    found = np.full(len(lat), SEA, dtype=np.int16)
    for i, one in enumerate(outlines()):
        s = one.segments
        west, east = s[:, 0].min(), s[:, 0].max()
        south, north = s[:, 1].min(), s[:, 1].max()
        near = np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north) & (found == SEA))
        if len(near):
            found[near[inside(lat[near], lon[near], s)]] = i
    return found


def settled(country: Ints, tail: Ints, head: Ints, km: Floats, shortest: float = 10.0) -> Ints:
    """Return the countries of a land network's points (n) with slips of the drawn border mended.

    A point in no country (a quay drawn in the water) takes its neighbour's; a stretch shorter than `shortest` km that a
    line spends across a border, because the border is drawn coarsely, is given to the neighbour it came from.
    """
    found = country.copy()
    for _ in range(12):
        for a, b in ((tail, head), (head, tail)):
            empty = (found[a] == SEA) & (found[b] != SEA)
            found[a[empty]] = found[b[empty]]
    part, length = _stretches(found, tail, head, km)
    crossing = np.flatnonzero(found[tail] != found[head])
    for a, b in ((tail[crossing], head[crossing]), (head[crossing], tail[crossing])):
        small = (length[part[a]] < shortest) & (length[part[b]] >= shortest)
        given = np.full(part.max() + 1, SEA, dtype=found.dtype)
        given[part[a[small]]] = found[b[small]]
        found = np.where(given[part] != SEA, given[part], found)
    return found


def checked_at(country: Ints, tail: Ints, head: Ints, km: Floats, longest: float = 40.0) -> Bools:
    """Return at which edges (m) a border is crossed with a check.

    A line that enters a country and soon returns to the one it came from (at most `longest` km of line there, and no
    other neighbour), as the Taraz line does at Maymak in Kyrgyzstan, is passed without a stop: it counts as the
    country round it. Where a road winds along a border the shortest of several such stretches is taken first, so that
    the border itself is still crossed once.
    """
    taken = country.astype(np.int64)
    for _ in range(20):
        part, length = _stretches(taken, tail, head, km)
        crossing = taken[tail] != taken[head]
        here, there = part[tail[crossing]], part[head[crossing]]
        sides = ((here, taken[head[crossing]], there), (there, taken[tail[crossing]], here))
        lowest, highest = np.full(len(length), 2**31), np.full(len(length), -(2**31))
        for own, other, _ in sides:
            np.minimum.at(lowest, own, other)
            np.maximum.at(highest, own, other)
        meetings = np.bincount(np.concatenate((here, there)), minlength=len(length))
        through = (length <= longest) & (lowest == highest) & (meetings >= 2)
        order = np.where(through, length + np.arange(len(length)) * 1e-9, np.inf)
        shortest = through.copy()
        for own, _, beside in sides:
            shortest[own[order[beside] < order[own]]] = False
        if not shortest.any():
            break
        taken = np.where(shortest[part], lowest[part], taken)
    return np.asarray(taken[tail] != taken[head])


def _stretches(country: Ints, tail: Ints, head: Ints, km: Floats) -> tuple[Ints, Floats]:
    """Number the connected stretches of line that lie in one country (n), and return the length of each in km."""
    from scipy.sparse import coo_matrix  # noqa: PLC0415 - only building needs it, and it is slow to load
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    same = country[tail] == country[head]
    n = len(country)
    graph = coo_matrix((np.ones(same.sum()), (tail[same], head[same])), shape=(n, n))
    _, part = connected_components(graph, directed=False)
    length = np.bincount(part[tail[same]], weights=km[same], minlength=part.max() + 1 if n else 1)
    return np.asarray(part), length.astype(float)
