"""Lines of a page and where paragraphs end: told by distance, size of letters, and lines that stop short."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

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


def breaks_after(last: Line, line: Line, lines: list[Line] | None) -> str:
    """Return what stands between two lines: nothing inside a word, one break in a paragraph, two between paragraphs.

    `lines` are those of the page, None where the page turns between the two.
    """
    if last.text.endswith("\u00ad"):
        return ""
    if last.text[-1] == "-" and last.text[-2:-1].isalnum() and line.text[0].isalnum():
        return ""  # a compound that the line cut at its own hyphen
    closed = last.text.rstrip(_QUOTES).endswith(tuple(_CLOSING))
    if lines is None:
        return "\n\n" if closed or not line.text[:1].islower() else "\n"
    above, height = last.bottom - line.top, max(1, min(last.top - last.bottom, line.top - line.bottom))
    taller = max(last.top - last.bottom, line.top - line.bottom) > 1.6 * height
    if above > 1.1 * height or line.bottom > last.top or (taller and above > 0.8 * height):
        return "\n\n"
    width = max(other.right for other in lines) - min(other.left for other in lines)
    short = last.right < max(other.right for other in lines) - 0.12 * width
    indented = line.left > last.left + 80
    return "\n\n" if closed and (short or indented) else "\n"
