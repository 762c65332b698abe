"""A map drawn on the server: countries, ways by mode, places by name; an SVG that needs no script and prints."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from korpu.drawing.svg import element, picture, text
from korpu.reference.basemap import Point, Ring, outlines

WIDTH = 960
TALLEST, FLATTEST = 0.75, 0.38
"""Height of the map, at most and at least, as a share of its width."""

_MARGIN = 0.12
_FINE = 0.9
"""Steps shorter than so many pixels are not drawn: nobody sees them."""

_CLOSE = 46
"""Names nearer than so many pixels are moved apart or left out."""


RANKS = ("service", "before", "other", "best")
"""From the lowest line to the one on top."""


@dataclass(frozen=True)
class Way:
    """A line to draw: its points, its mode (sea, rail, road, ferry), and its rank: best, other, before or service."""

    line: Sequence[Sequence[float]]
    mode: str
    rank: str = "best"


@dataclass(frozen=True)
class Named:
    """A place to mark: where, its name, and whether the journey begins or ends there."""

    at: Point
    name: str
    end: bool = False


@dataclass(frozen=True)
class Note:
    """A few words beside the middle of a line, such as what a ferry carries in a week."""

    line: Sequence[Sequence[float]]
    words: str


class View:
    """A window on the world in Mercator's projection, wide enough for what is drawn in it."""

    def __init__(self, points: Iterable[Sequence[float]], width: int = WIDTH) -> None:
        """Fit the window around the points (lon, lat), with a margin, in a shape that suits a page."""
        drawn = [_mercator(p[0], p[1]) for p in points]
        west, east = min(x for x, _ in drawn), max(x for x, _ in drawn)
        south, north = min(y for _, y in drawn), max(y for _, y in drawn)
        wide, tall = max(east - west, 0.05) * (1 + 2 * _MARGIN), max(north - south, 0.03) * (1 + 2 * _MARGIN)
        wide = max(wide, tall / TALLEST)
        tall = max(tall, wide * FLATTEST)
        self.width, self.height = float(width), round(width * tall / wide, 1)
        self._scale = width / wide
        self._left, self._top = (west + east - wide) / 2, (south + north + tall) / 2

    @property
    def frame(self) -> tuple[float, float, float]:
        """Return left and top in Mercator's radians, and pixels a radian: what turns a pixel into a place again."""
        return self._left, self._top, self._scale

    def sees(self, lon: float, lat: float) -> bool:
        """Whether a place lies in the window."""
        x, y = self.at(lon, lat)
        return 0 < x < self.width and 0 < y < self.height

    def at(self, lon: float, lat: float) -> Point:
        """Return where a point is drawn, in pixels from the upper left corner."""
        x, y = _mercator(lon, lat)
        return (x - self._left) * self._scale, (self._top - y) * self._scale

    def holds(self, ring: Sequence[Point]) -> bool:
        """Whether any of a ring may be seen in the window."""
        xs, ys = zip(*(self.at(*p) for p in (ring if len(ring) < 400 else ring[:: len(ring) // 200])), strict=True)
        return bool(min(xs) < self.width and max(xs) > 0 and min(ys) < self.height and max(ys) > 0)

    def path(self, points: Sequence[Sequence[float]], *, closed: bool = False) -> str:
        """Return the drawn line of points as path data, without steps too small to be seen."""
        last: Point | None = None
        pieces: list[str] = []
        for k, point in enumerate(points):
            x, y = self.at(point[0], point[1])
            if last and k < len(points) - 1 and abs(x - last[0]) + abs(y - last[1]) < _FINE:
                continue
            pieces.append(f"{'L' if pieces else 'M'}{x:.1f} {y:.1f}")
            last = (x, y)
        return "".join(pieces) + ("Z" if closed else "")


def view_of(ways: Sequence[Way], places: Sequence[Named], width: int = WIDTH) -> View:
    """Return the window, so many pixels wide, that shows all of these ways and places."""
    return View([*(p for way in ways for p in way.line), *(place.at for place in places)], width)


def chart(
    ways: Sequence[Way], places: Sequence[Named], label: str, view: View | None = None, notes: Sequence[Note] = ()
) -> str:
    """Return the map of ways and places in a window; `label` is what a screen reader says instead."""
    view = view or view_of(ways, places)
    inner = element("rect", x=0, y=0, width=view.width, height=view.height, class_="map-sea")
    inner += "".join(_land(view, rings) for rings in outlines().values())
    for way in sorted(ways, key=lambda way: RANKS.index(way.rank)):
        if len(way.line) > 1:
            line = view.path(way.line)
            inner += element("path", d=line, class_="casing", fill="none")  # so that dashes of two ways do not mix
            inner += element("path", d=line, class_=f"way {way.mode} {way.rank}", fill="none")
    return picture(view.width, view.height, label, inner + _places(view, places, notes), "map")


def _land(view: View, rings: Sequence[Ring]) -> str:
    seen = [view.path(ring, closed=True) for ring in rings if len(ring) > 3 and view.holds(ring)]
    return element("path", d="".join(seen), class_="map-land", fill_rule="evenodd") if seen else ""


def _places(view: View, places: Sequence[Named], notes: Sequence[Note]) -> str:
    """Mark places, then notes; where names would run into each other the ends of the journey keep theirs."""
    drawn: list[tuple[float, float]] = []
    marks: list[str] = []
    for place in sorted(places, key=lambda p: not p.end):
        x, y = view.at(*place.at)
        marks.append(
            element("circle", cx=x, cy=y, r=5 if place.end else 3.5, class_="map-end" if place.end else "map-place")
        )
        if any(abs(x - a) < 2 * _CLOSE and abs(y - b) < _CLOSE / 3 for a, b in drawn):
            continue
        right = x < view.width - 110
        marks.append(
            text(
                place.name, x + (9 if right else -9), y - 7, text_anchor="start" if right else "end",
                class_="map-name end" if place.end else "map-name",
            )
        )  # fmt: skip
        drawn.append((x, y))
    for note in notes:
        x, y = view.at(*note.line[len(note.line) // 2][:2]) if len(note.line) > 2 else _middle(view, note.line)
        half = 3.4 * len(note.words)  # about half the width of the words
        x = min(max(x, half + 4), view.width - half - 4)
        if not any(abs(x - a) < half + _CLOSE and abs(y - b) < _CLOSE / 2.4 for a, b in drawn):
            marks.append(text(note.words, x, y - 5, text_anchor="middle", class_="map-note"))
            drawn.append((x, y))
    return "".join(marks)


def _middle(view: View, line: Sequence[Sequence[float]]) -> Point:
    ends = view.at(*line[0][:2]), view.at(*line[-1][:2])
    return (ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2


def _mercator(lon: float, lat: float) -> Point:
    bounded = max(-85.0, min(85.0, lat))
    return math.radians(lon), math.log(math.tan(math.pi / 4 + math.radians(bounded) / 2))
