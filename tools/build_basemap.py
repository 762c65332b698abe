"""Builds src/korpu/reference/data/basemap.json from npm's world-atlas (Natural Earth 1:10m, public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/build_basemap.py package/countries-10m.json

Natural Earth draws who holds a place; korpu draws whose it is: Crimea is moved to Ukraine (arc by arc, so that no
border is drawn at Perekop), Baikonur to Kazakhstan, the parts of Cyprus to Cyprus. Arcs are thinned to half a
kilometre inside the window of the corridors and far more outside it. Truth test: test_basemap.py.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

OUT = Path(__file__).resolve().parents[1] / "src" / "korpu" / "reference" / "data" / "basemap.json"
WINDOW = (-12.0, 0.0, 130.0, 62.0)
FINE, COARSE = 0.005, 0.4
SCALE = 0.001
CRIMEA = (34.1, 45.05)
JOINED = {
    "Baikonur": "KZ", "N. Cyprus": "CY", "Cyprus U.N. Buffer Zone": "CY", "Somaliland": "SO", "Kosovo": "XK",
    "Akrotiri": "GB", "Dhekelia": "GB",
}  # fmt: skip
Point = tuple[float, float]
Ring = list[int]


def main(path: str) -> int:
    """Build the map; print its size."""
    world = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = _decoded(world)
    lands: dict[str, list[list[Ring]]] = {}
    codes = _codes()
    for one in world["objects"]["countries"]["geometries"]:
        code = JOINED.get(one["properties"]["name"]) or codes.get(str(one.get("id") or ""))
        parts = one.get("arcs") or []
        polygons = [parts] if one["type"] == "Polygon" else parts
        if code:
            lands.setdefault(code, []).extend(p for p in polygons if _near(_points(p[0], arcs)))
    _repair(lands, arcs)
    kept = {code: polygons for code, polygons in sorted(lands.items()) if polygons}
    OUT.write_text(_topojson(kept, arcs), encoding="utf-8")
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes, {len(kept)} countries")
    return 0


def _codes() -> dict[str, str]:
    """ISO 3166 numeric code to its letters, as CLDR lists them."""
    aliases = get_global("territory_aliases")
    known = set(Locale("en").territories)
    return {number: to[0] for number, to in aliases.items() if number.isdigit() and to[0] in known}


def _decoded(world: dict[str, Any]) -> list[list[Point]]:
    (kx, ky), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    found = []
    for arc in world["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * kx + tx, y * ky + ty))
        found.append(line)
    return found


def _points(ring: Ring, arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for i in ring:
        line = arcs[i] if i >= 0 else arcs[~i][::-1]
        points += line[1:] if points else line
    return points


def _near(points: list[Point]) -> bool:
    west, south, east, north = WINDOW
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(xs) >= west and min(xs) <= east and max(ys) >= south and min(ys) <= north


def _inside(point: Point, ring: list[Point]) -> bool:
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def _repair(lands: dict[str, list[list[Ring]]], arcs: list[list[Point]]) -> None:
    moved = [p for p in lands["RU"] if _inside(CRIMEA, _points(p[0], arcs))]
    if len(moved) != 1:
        raise SystemExit("Crimea is not a polygon of its own in this file; look again.")
    lands["RU"].remove(moved[0])
    lands["UA"] = _merged([*lands["UA"], moved[0]], arcs)
    for code in ("KZ", "CY"):
        lands[code] = _merged(lands[code], arcs)


def _merged(polygons: list[list[Ring]], arcs: list[list[Point]]) -> list[list[Ring]]:
    """Drop the arcs that two polygons share and stitch the rest into rings; holes that were filled disappear."""
    used = [i for polygon in polygons for ring in polygon for i in ring]
    rest = [i for i in used if ~i not in used]
    rings: list[Ring] = []
    while rest:
        ring = [rest.pop(0)]
        start, end = _points(ring[:1], arcs)[0], _points(ring[-1:], arcs)[-1]
        while end != start:
            following = next(i for i in rest if _points([i], arcs)[0] == end)
            rest.remove(following)
            ring.append(following)
            end = _points([following], arcs)[-1]
        rings.append(ring)
    outer = [r for r in rings if not any(o is not r and _inside(_points(r, arcs)[0], _points(o, arcs)) for o in rings)]
    return [
        [o, *(r for r in rings if r not in outer and _inside(_points(r, arcs)[0], _points(o, arcs)))] for o in outer
    ]


def _thin(line: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker's thinning, without recursion."""
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    if line[0] == line[-1] and len(line) > 4:
        far = max(range(len(line)), key=lambda i: (line[i][0] - line[0][0]) ** 2 + (line[i][1] - line[0][1]) ** 2)
        keep.add(far)
        spans = [(0, far), (far, len(line) - 1)]
    while spans:
        a, b = spans.pop()
        worst, at = 0.0, -1
        for i in range(a + 1, b):
            away = _off(line[i], line[a], line[b])
            if away > worst:
                worst, at = away, i
        if worst > tolerance:
            keep.add(at)
            spans += [(a, at), (at, b)]
    return [line[i] for i in sorted(keep)]


def _off(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length == 0.0:
        return float(((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5)
    return float(abs(dx * (p[1] - a[1]) - dy * (p[0] - a[0])) / length)


def _topojson(lands: dict[str, list[list[Ring]]], arcs: list[list[Point]]) -> str:
    used = sorted({i if i >= 0 else ~i for polygons in lands.values() for p in polygons for r in p for i in r})
    place = {old: new for new, old in enumerate(used)}
    lines = []
    for old in used:
        line = _thin(arcs[old], FINE if _near(arcs[old]) else COARSE)
        whole = [(round(x / SCALE), round(y / SCALE)) for x, y in line]
        lines.append([whole[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole))])
    renamed = {
        code: [[[place[i] if i >= 0 else ~place[~i] for i in ring] for ring in p] for p in polygons]
        for code, polygons in lands.items()
    }
    countries = [
        {"type": "MultiPolygon", "id": code, "arcs": polygons, "properties": {}} for code, polygons in renamed.items()
    ]
    return json.dumps(
        {
            "type": "Topology",
            "source": "Natural Earth 1:10m (public domain) by world-atlas 2.0.2 (ISC); boundaries as korpu draws them",
            "transform": {"scale": [SCALE, SCALE], "translate": [0, 0]},
            "objects": {"countries": {"type": "GeometryCollection", "geometries": countries}},
            "arcs": lines,
        },
        separators=(",", ":"),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
