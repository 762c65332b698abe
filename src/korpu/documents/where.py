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
    """Join the boxes of characters that follow each other on a line."""
    lines: list[list[int]] = []
    for i in range(4 * (start - page.start), 4 * (end - page.start), 4):
        left, bottom, right, top = page.boxes[i : i + 4]
        if left == right:
            continue
        line = lines[-1] if lines else None
        if line and left >= line[0] and bottom < line[3] and top > line[1]:
            line[1:] = [min(line[1], bottom), max(line[2], right), max(line[3], top)]
        else:
            lines.append([left, bottom, right, top])
    return [Spot(page.number, *(edge / 10 for edge in line)) for line in lines]
