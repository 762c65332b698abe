"""Cuts a document at every quote, figure and finding, so that a page can light them without touching a letter.

Each piece keeps its offset in the canonical text; a selection on the page maps back to exact ranges.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from korpu.kernel.finding import Range
from korpu.statements.reading import Passage, Reading


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same marks; `opens` lists the findings whose first words start here.

    `before` is "para" or "line" where the text starts a new paragraph or line, `page` the number of the page that
    begins here.
    """

    start: int
    text: str
    candidates: tuple[int, ...] = ()
    figure: int | None = None
    findings: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    severity: str = ""
    before: str = ""
    page: int | None = None


@dataclass(frozen=True)
class Block:
    """A passage with its pieces."""

    passage: Passage
    pieces: tuple[Piece, ...] = field(default=())


_GAP = re.compile(r"[ \t]*\n\s*")
_ITEM = re.compile(r"[-–—•*]\s|\d{1,2}[.)]\s")
_SHORT = 45


def blocks(reading: Reading, pages: Mapping[int, int] | None = None) -> list[Block]:
    """Return the whole document as passages cut into pieces; words between passages become blocks of their own.

    `pages` maps the offset where a page begins to its number.
    """
    text = reading.document.text
    pages = pages or {}
    cuts = sorted({*_cuts(reading), *pages})
    out: list[Block] = []
    at = 0
    for passage in sorted(reading.passages, key=lambda p: (p.start, p.end)):
        start = max(passage.start, at)
        if start >= passage.end:
            continue
        out.extend(_between(reading, at, start, cuts))
        out.append(Block(passage, _pieces(reading, start, passage.end, cuts)))
        at = passage.end
    out.extend(_between(reading, at, len(text), cuts))
    return [_numbered(block, pages) for block in out] if pages else out


def _numbered(block: Block, pages: Mapping[int, int]) -> Block:
    pieces = (replace(p, page=pages[p.start]) if p.start in pages else p for p in block.pieces)
    return Block(block.passage, tuple(pieces))


def _between(reading: Reading, start: int, end: int, cuts: list[int]) -> list[Block]:
    words = reading.document.text[start:end]
    if not any(c.isalnum() for c in words):
        return []
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    passage = Passage(start, end, "body", None, reading.language)
    return [Block(passage, _pieces(reading, start, end, cuts))]


def _cuts(reading: Reading) -> list[int]:
    spans: list[Range] = [r for c in reading.candidates for r in c.ranges]
    spans += [(f.start, f.end) for f in reading.figures]
    spans += [r for f in reading.findings for r in f.ranges]
    return sorted({edge for span in spans for edge in span} | set(_breaks(reading.document.text)))


@lru_cache(maxsize=8)
def _breaks(text: str) -> dict[int, str]:
    """Return where a page starts a new paragraph or line; a line's end that only wraps a sentence is a space."""
    found: dict[int, str] = {}
    for gap in _GAP.finditer(text):
        if "\n" in gap[0].replace("\n", "", 1):
            found[gap.end()] = "para"
            continue
        line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()]
        if len(line) < _SHORT or _ITEM.match(text, gap.end()):
            found[gap.end()] = "line"
    return found


def _pieces(reading: Reading, start: int, end: int, cuts: list[int]) -> tuple[Piece, ...]:
    text = reading.document.text
    while end > start and text[end - 1].isspace():
        end -= 1
    edges = [start, *(c for c in cuts if start < c < end), end]
    breaks = _breaks(text)
    pieces = (_piece(reading, a, b) for a, b in pairwise(edges) if a < b)
    return tuple(replace(p, before=breaks[p.start]) if p.start in breaks and p.start > start else p for p in pieces)


def _piece(reading: Reading, start: int, end: int) -> Piece:
    def covers(ranges: tuple[Range, ...]) -> bool:
        return any(a <= start and end <= b for a, b in ranges)

    findings = tuple(i for i, f in enumerate(reading.findings) if covers(f.ranges))
    return Piece(
        start,
        reading.document.text[start:end],
        tuple(i for i, c in enumerate(reading.candidates) if covers(c.ranges)),
        next((i for i, f in enumerate(reading.figures) if f.start <= start and end <= f.end), None),
        findings,
        tuple(i for i in findings if min(a for a, _ in reading.findings[i].ranges) == start),
        _worst([reading.findings[i].severity for i in findings]),
    )


def _worst(severities: list[str]) -> str:
    return next((s for s in ("error", "warning", "info") if s in severities), "")
