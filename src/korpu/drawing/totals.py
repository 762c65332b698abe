"""Stated totals over time against the parts that are known: a rising line of dots, and one bar for the parts.

A closed dot is an exact figure; a dot with an open stem was stated as "over" or "at least". The bar at the right is
what the books can name; the rest of its height is what they cannot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from korpu.drawing import svg

WIDTH, HEIGHT = 640, 190
LEFT, RIGHT, TOP, BOTTOM = 8, 220, 40, 28


@dataclass(frozen=True)
class Point:
    """One stated total: when, as a fraction of a year ("2025.12"), how much, and whether it may be more."""

    year: float
    amount: Decimal
    text: str
    open: bool = False


def draw(points: Sequence[Point], known: Decimal | None, known_text: str, label: str) -> str:
    """Return the chart as SVG; `label` is the sentence that stands for it.

    All amounts are in one currency; with fewer than two totals there is nothing to draw, and "" is returned. Nothing
    is drawn between two totals but the line that joins them.
    """
    points = sorted(points, key=lambda p: p.year)
    top = max([p.amount for p in points] + [known or Decimal(0)])
    if len(points) < 2 or top <= 0:
        return ""
    first, last = int(points[0].year), int(points[-1].year) + 1
    span = max(last - first, 1)

    def x(year: float) -> float:
        return LEFT + (year - first) / span * (WIDTH - LEFT - RIGHT)

    def y(amount: Decimal) -> float:
        return HEIGHT - BOTTOM - float(amount / top) * (HEIGHT - TOP - BOTTOM)

    base = HEIGHT - BOTTOM
    parts = [svg.element("path", d=f"M{LEFT} {base}H{WIDTH}", class_="axis", stroke="#DEDAD2")]
    for year in range(first, last + 1):
        parts.append(svg.element("path", d=f"M{x(year):.1f} {base}v5", class_="axis", stroke="#DEDAD2"))
        if year < last:
            parts.append(svg.text(str(year), round(x(year + 0.5), 1), HEIGHT - 8, text_anchor="middle"))
    line = "L".join(f"{x(p.year):.1f} {y(p.amount):.1f}" for p in points)
    parts.append(svg.element("path", d=f"M{line}", class_="rise", stroke="#0B5C6B", stroke_width=1.5, fill="none"))
    for at, point in enumerate(points):
        parts.extend(_dot(x(point.year), y(point.amount), point, strong=at in (0, len(points) - 1)))
    parts.extend(_bar(y(top), base, float((known or Decimal(0)) / top), known_text))
    return svg.picture(WIDTH, HEIGHT, label, "".join(parts), "chart")


def _dot(x: float, y: float, point: Point, *, strong: bool) -> list[str]:
    out = []
    if point.open:
        stem = f"M{x:.1f} {y:.1f}v-14m-4 4l4 -4l4 4"
        out.append(svg.element("path", d=stem, class_="rise", stroke="#0B5C6B", stroke_width=1.5, fill="none"))
    out.append(
        svg.element("circle", svg.element("title", point.text), cx=round(x, 1), cy=round(y, 1), r=4, class_="mark")
    )
    if strong:
        anchor = "start" if x < WIDTH / 3 else "end"
        out.append(
            svg.text(
                point.text,
                round(x, 1) + (6 if anchor == "start" else -8),
                round(y, 1) + (18 if anchor == "start" else -21 if point.open else -9),
                text_anchor=anchor,
                class_="strong",
            )
        )
    return out


def _bar(top: float, base: float, share: float, words: str) -> list[str]:
    left, width = WIDTH - RIGHT + 50, 34
    known = base - (base - top) * min(share, 1.0)
    return [
        svg.element(
            "rect",
            x=left,
            y=round(top, 1),
            width=width,
            height=round(base - top, 1),
            class_="other",
            fill="none",
            stroke="#0B5C6B",
        ),
        svg.hatching(left, top, width, max(known - top, 0.0), 6) if known - top > 6 else "",
        svg.element(
            "rect", x=left, y=round(known, 1), width=width, height=round(base - known, 1), class_="part", fill="#8AB8BF"
        ),
        svg.text(words, left + width + 6, round(min(known + 4, base - 2), 1), class_="strong"),
    ]
