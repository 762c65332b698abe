"""Where a quote stands in the file it came from: page and boxes of a PDF, paragraphs and rows of other formats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from korpu.documents.extracted import Block, Page
from korpu.kernel.finding import Range


@dataclass(frozen=True)
class Spot:
    """A rectangle on a page, in points from its lower left corner: one for each line that a quote runs over."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def spots(pages: Iterable[Page], ranges: Iterable[Range]) -> tuple[Spot, ...]:
    """Return the rectangles that cover ranges of the canonical text, line by line in the order of the text."""
    found: list[Spot] = []
    for start, end in ranges:
        for page in pages:
            found += _on_page(page, max(start, page.start), min(end, page.end))
    return tuple(found)


def blocks_at(blocks: Iterable[Block], ranges: Iterable[Range]) -> tuple[Block, ...]:
    """Return the paragraphs and rows that ranges of the canonical text touch."""
    wanted = tuple(ranges)
    return tuple(block for block in blocks if any(s < block.end and e > block.start for s, e in wanted))


def _on_page(page: Page, start: int, end: int) -> list[Spot]:
    """Join the boxes of characters that follow each other on a line, whichever way the line runs on the page."""
    lines: list[list[int]] = []
    last: list[int] = []
    for i in range(4 * (start - page.start), 4 * (end - page.start), 4):
        box = list(page.boxes[i : i + 4])
        if box[0] == box[2]:
            continue
        if lines and _goes_on(lines[-1], last, box):
            line = lines[-1]
            line[:] = [*map(min, line[:2], box[:2]), *map(max, line[2:], box[2:])]
        else:
            lines.append(box)
        last = list(box)
    return [Spot(page.number, *(edge / 10 for edge in line)) for line in lines]


def _goes_on(line: list[int], last: list[int], box: list[int]) -> bool:
    """Whether a character is the next of its line: to the right of it, or beside the last one on a page set askew."""
    left, bottom, right, top = box
    size = max(right - left, top - bottom)
    if bottom < line[3] and top > line[1]:
        return left >= line[0] or 0 <= last[0] - right < size
    below_or_above = max(bottom - last[3], last[1] - top) < size
    return below_or_above and min(right, last[2]) - max(left, last[0]) > (last[2] - last[0]) // 2
