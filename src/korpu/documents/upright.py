"""Turns the places of letters from a PDF's own measures into those of the page as a person sees it.

A page may be stored turned by a quarter, or cut out of a larger sheet; its letters keep the measures of the sheet.
"""

from __future__ import annotations

from ctypes import byref, c_int
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw as pdfium

_REACH = 1000
"""Points between the places by which the turn is found."""

_ROUND = 2
"""Tenths of a point that rounding may move a place by."""

Edges = tuple[float, float, float, float]


@dataclass(frozen=True)
class Upright:
    """Where a point (x, y) of the sheet lies: (x0 + xx·x + xy·y, y0 + yx·x + yy·y) tenths from the lower left."""

    x0: float
    xx: float
    xy: float
    y0: float
    yx: float
    yy: float

    def edges(self, left: float, bottom: float, right: float, top: float) -> Edges:
        """Return the edges of a box as they are seen, in points."""
        across = [(self.x0 + self.xx * x + self.xy * y) / 10 for x, y in ((left, bottom), (right, top))]
        up = [(self.y0 + self.yx * x + self.yy * y) / 10 for x, y in ((left, bottom), (right, top))]
        return min(across), min(up), max(across), max(up)


def upright(page: Any, width: float, height: float) -> Upright | None:
    """Return how the places of a page are turned, None where they are as a person sees them; measures are points."""
    wide, high = round(10 * width), round(10 * height)
    x, y = c_int(), c_int()

    def seen(across: int, up: int) -> tuple[int, int]:
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, wide, high, 0, across, up, byref(x), byref(y))
        return x.value, high - y.value

    (x0, y0), (x1, y1), (x2, y2) = seen(0, 0), seen(_REACH, 0), seen(0, _REACH)
    expected = (0, 0, 10 * _REACH, 0, 0, 10 * _REACH)
    if all(abs(a - b) <= _ROUND for a, b in zip((x0, y0, x1, y1, x2, y2), expected, strict=True)):
        return None
    return Upright(x0, (x1 - x0) / _REACH, (x2 - x0) / _REACH, y0, (y1 - y0) / _REACH, (y2 - y0) / _REACH)
