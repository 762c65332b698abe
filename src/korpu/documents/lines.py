"""Lines of a page and where paragraphs end: told by distance, size of letters, and lines that stop short."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import pairwise

_CLOSING = ".!?…:;"
_QUOTES = "\"'”’»)]"


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a page, with four edges for every character; measures in tenths of a point."""

    text: str
    boxes: array[int]
    left: int
    right: int
    bottom: int
    top: int


def line_of(chars: list[str], boxes: array[int]) -> Line:
    """Make a line of characters and their boxes, without the blanks at its ends."""
    first, last = 0, len(chars)
    while first < last and chars[first].isspace():
        first += 1
    while last > first and chars[last - 1].isspace():
        last -= 1
    chars, boxes = chars[first:last], boxes[4 * first : 4 * last]
    inked = [i for i in range(0, len(boxes), 4) if boxes[i] != boxes[i + 2]] or [0]
    if not chars:
        return Line("", boxes, 0, 0, 0, 0)
    return Line(
        "".join(chars), boxes,
        min(boxes[i] for i in inked), max(boxes[i + 2] for i in inked),
        min(boxes[i + 1] for i in inked), max(boxes[i + 3] for i in inked),
    )  # fmt: skip


def usual_step(lines: list[Line]) -> float:
    """Return how far apart the lines of a page usually are, from foot to foot; 0 where it cannot be told."""
    steps = sorted(a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 4 * (a.top - a.bottom))
    return steps[len(steps) // 3] if len(steps) > 2 else 0


def breaks_after(last: Line, line: Line, step: float | None, right: int) -> str:
    """Return what stands between two lines: nothing inside a word, one break in a paragraph, two between paragraphs.

    `step` is how far apart the lines of the page usually are, None where the page turns between the two; `right` is
    the right edge of its text.
    """
    if last.text.endswith("\u00ad"):
        return ""
    if last.text[-1] == "-" and last.text[-2:-1].isalnum() and line.text[0].isalnum():
        return ""  # a compound that the line cut at its own hyphen
    closed = last.text.rstrip(_QUOTES).endswith(tuple(_CLOSING))
    if step is None:
        return "\n\n" if closed or not line.text[:1].islower() else "\n"
    if step and not -0.5 * step < last.bottom - line.bottom < 1.28 * step:
        column = line.bottom > last.bottom and not closed and line.text[:1].islower()
        return "\n" if column else "\n\n"
    if not step and last.bottom - line.top > 1.1 * (last.top - last.bottom):
        return "\n\n"
    short = last.right < right - 0.12 * (right - last.left)
    indented = line.left > last.left + 80
    return "\n\n" if closed and (short or indented) else "\n"
