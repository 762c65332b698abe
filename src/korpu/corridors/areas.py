"""Areas drawn by hand, such as occupied territory and closed waters: data/areas.csv."""

from __future__ import annotations

from functools import cache

import numpy as np

from korpu.corridors.arrays import Floats, Ints
from korpu.corridors.countries import Outline, inside
from korpu.kernel.tables import rows


@cache
def areas() -> tuple[Outline, ...]:
    """Return the areas in the order of the table; an area's place in it is its bit in a mask."""
    return tuple(Outline(row["id"], _ring(row["points"])) for row in rows("korpu.corridors", "data/areas.csv"))


def names() -> dict[str, str]:
    """Return what each area is called, by its id."""
    return {row["id"]: row["name"] for row in rows("korpu.corridors", "data/areas.csv")}


def bit(area: str) -> int:
    """Return the bit of an area in a mask; ValueError if there is none of that id."""
    return 1 << [one.name for one in areas()].index(area)


def mask(lat: Floats, lon: Floats) -> Ints:
    """Return for points (n) the areas each lies in, as bits."""
    found = np.zeros(len(lat), dtype=np.uint32)
    for i, area in enumerate(areas()):
        found |= inside(lat, lon, area.segments).astype(np.uint32) << np.uint32(i)
    return found


def _ring(points: str) -> Floats:
    ring = np.array([[float(x) for x in point.split()] for point in points.split(";")])
    closed = np.vstack((ring, ring[:1]))
    return np.hstack((closed[:-1], closed[1:]))
