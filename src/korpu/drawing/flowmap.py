"""A map of what flows: lines as wide as what they carry, coloured by how full they are; spots where things are lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from korpu.drawing.chart import Named, View
from korpu.drawing.svg import element, picture, text
from korpu.reference.basemap import outlines

NARROWEST, WIDEST = 2.0, 11.0
_CLOSE = 92, 15
"""Names nearer than so many pixels, across and down, are left out."""


@dataclass(frozen=True)
class Flowing:
    """A line to draw: its points (lon, lat), how much it carries against the heaviest (0 to 1), and its class.

    `tip` is what is said when a pointer rests on it; a line of a higher `layer` lies over those of lower ones.
    """

    line: Sequence[Sequence[float]]
    weight: float
    look: str
    tip: str = ""
    layer: int = 0


@dataclass(frozen=True)
class Spot:
    """A place that matters: where, how much against the worst (0 to 1), its class and what is said of it."""

    at: Sequence[float]
    weight: float
    look: str
    tip: str = ""


def flow_map(lines: Sequence[Flowing], places: Sequence[Named], label: str, spots: Sequence[Spot] = ()) -> str:
    """Return the map; `label` is what a screen reader says instead. The heaviest lines lie lowest."""
    view = View([*(p for one in lines for p in one.line), *(p.at for p in places), *(s.at for s in spots)])
    inner = element("rect", x=0, y=0, width=view.width, height=view.height, class_="map-sea")
    for rings in outlines().values():
        seen = [view.path(ring, closed=True) for ring in rings if len(ring) > 3 and view.holds(ring)]
        if seen:
            inner += element("path", d="".join(seen), class_="map-land", fill_rule="evenodd")
    for one in sorted(lines, key=lambda line: (line.layer, -line.weight)):
        if len(one.line) > 1:
            inner += _line(view, one)
    for spot in sorted(spots, key=lambda one: -one.weight):
        x, y = view.at(spot.at[0], spot.at[1])
        tip = element("title", escape(spot.tip)) if spot.tip else ""
        inner += element("circle", tip, cx=x, cy=y, r=5 + 9 * spot.weight, class_=f"spot {spot.look}")
    return picture(view.width, view.height, label, inner + _named(view, places), "map")


def _line(view: View, one: Flowing) -> str:
    path = view.path(one.line)
    wide = round(NARROWEST + (WIDEST - NARROWEST) * one.weight**0.5, 1)
    casing = element("path", d=path, class_="flow-casing", fill="none", stroke_width=wide + 2)
    tip = element("title", escape(one.tip)) if one.tip else ""
    return casing + element("path", tip, d=path, class_=f"flow {one.look}", fill="none", stroke_width=wide)


def _named(view: View, places: Sequence[Named]) -> str:
    drawn: list[tuple[float, float]] = []
    marks = ""
    for place in sorted(places, key=lambda p: not p.end):
        x, y = view.at(*place.at)
        look = "map-end" if place.end else "map-place"
        marks += element("circle", cx=x, cy=y, r=4.5 if place.end else 3, class_=look)
        if any(abs(x - a) < _CLOSE[0] and abs(y - b) < _CLOSE[1] for a, b in drawn):
            continue
        right = x < view.width - 110
        at = x + (9 if right else -9)
        anchor, look = "start" if right else "end", "map-name end" if place.end else "map-name"
        marks += text(place.name, at, y - 7, text_anchor=anchor, class_=look)
        drawn.append((x, y))
    return marks
