"""The outlines of countries that korpu draws: Natural Earth 1:10m, its boundaries repaired (rule 3 of the house)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import accumulate

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

Ring = tuple[Point, ...]


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """Return the rings of every country by its ISO 3166 code, outer rings and holes alike (even-odd rule).

    The file is TopoJSON: arcs of steps on a grid, shared by neighbours; a negative number is an arc run backwards.
    """
    drawn = json.loads(files("korpu.reference").joinpath("data/basemap.json").read_text(encoding="utf-8"))
    scale = drawn["transform"]["scale"]
    arcs = [
        tuple((x * scale[0], y * scale[1]) for x, y in accumulate(arc, lambda a, b: (a[0] + b[0], a[1] + b[1])))
        for arc in drawn["arcs"]
    ]
    return {
        str(country["id"]): tuple(_ring(arcs, ring) for polygon in country["arcs"] for ring in polygon)
        for country in drawn["objects"]["countries"]["geometries"]
    }


def _ring(arcs: list[Ring], numbers: list[int]) -> Ring:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1 if points else 0 :]
    return tuple(points)
