"""A quote on the page of its file: which page, where on it, and the page as a picture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from korpu.app import originals
from korpu.app.books import Books
from korpu.app.originals import Original, extents, file_of, original_of, page_of
from korpu.documents.extracted import Page
from korpu.documents.where import Spot, spots
from korpu.kernel.errors import InputError, NotFoundError
from korpu.kernel.finding import Range
from korpu.ledger.claim import Claim
from korpu.statements.locate import locate

WIDTH = 1240
"""Pixels of a page from side to side: 150 to the inch of A4."""

_PICTURES = 8


@dataclass(frozen=True)
class Line:
    """Words of a page in one line, with the box they fill, in points from the lower left corner."""

    text: str
    box: Spot


@dataclass(frozen=True)
class Sheet:
    """One page of a source with the boxes of the words asked for; measures are in points from its lower left corner.

    `lines` are its words, to be drawn where the file itself is not in the books (`original.kept` is False).
    """

    original: Original
    number: int
    width: float
    height: float
    marks: tuple[Spot, ...] = ()
    lines: tuple[Line, ...] = ()


def number_at(pages: Sequence[Range], ranges: Sequence[Range]) -> int | None:
    """Return the number of the page (from one) on which words begin, None for a source without pages.

    `pages` are the first and last characters of every page, as `originals.extents` gives them.
    """
    if not pages or not ranges:
        return None
    first = min(start for start, _ in ranges)
    filled = [i for i, (start, end) in enumerate(pages) if start < end]
    at = bisect_right([pages[i][0] for i in filled], first) - 1
    return filled[max(at, 0)] + 1 if filled else None


def page_number(books: Books, source: str, ranges: Sequence[Range]) -> int | None:
    """Return the number of the page on which words of a source begin, None for a source without pages."""
    return number_at(extents(books, source), ranges)


def pages_of_claims(books: Books, claims: Iterable[Claim]) -> dict[str, int]:
    """Return the number of the page on which the words of each claim begin, for claims of sources that have pages."""
    known: dict[str, list[tuple[int, int]]] = {}
    found: dict[str, int] = {}
    for claim in claims:
        source = claim.evidence.source
        if source not in known:
            known[source] = extents(books, source)
        number = number_at(known[source], claim.evidence.ranges)
        if number is not None:
            found[claim.id] = number
    return found


def sheet(books: Books, source: str, number: int, ranges: Sequence[Range] = ()) -> Sheet:
    """Return a page of a source with the places of some words on it.

    Raises NotFoundError KORPU-PAGE-001 where its file is not in the books or was erased, -003 where there is no such
    page.
    """
    original = original_of(books, source)
    if original is None:
        if originals.was_erased(books, source):
            raise NotFoundError("KORPU-PAGE-001", f"The file of {source} was erased.")
        raise NotFoundError("KORPU-PAGE-001", f"The file of {source} is not in the books.")
    page = page_of(books, original, number)
    lines = () if original.kept else _lines(page, books.document(source).text)
    return Sheet(original, number, page.width / 10, page.height / 10, spots([page], ranges), lines)


def picture(books: Books, source: str, number: int) -> bytes:
    """Return a page of a source as a PNG; raises what `sheet` raises, and InputError where it cannot be drawn."""
    found = sheet(books, source, number)
    return _drawn(books, found.original, number)


def marked(books: Books, found: Sheet) -> bytes:
    """Return a page as a PNG with its marks drawn into it."""
    from korpu.documents.apart import draw_apart  # noqa: PLC0415

    marks = [(spot.left, spot.bottom, spot.right, spot.top) for spot in found.marks]
    return draw_apart(file_of(books, found.original), found.number, WIDTH, marks)


def find(books: Books, source: str, quote: str) -> tuple[Range, ...]:
    """Return where a quote stands in a source, exactly or up to white space and typography.

    Raises InputError KORPU-PAGE-004 where the source does not say it in these words.
    """
    place = locate(books.document(source).text, quote)
    if place is None:
        raise InputError("KORPU-PAGE-004", f"{source} does not say this in these words.")
    return place.ranges


def forget() -> None:
    """Drop pages and pictures kept in memory, after words were erased."""
    originals.forget()
    _drawn.cache_clear()


@lru_cache(maxsize=_PICTURES)
def _drawn(books: Books, original: Original, number: int) -> bytes:
    from korpu.documents.apart import draw_apart  # noqa: PLC0415

    return draw_apart(file_of(books, original), number, WIDTH)


def _lines(page: Page, text: str) -> tuple[Line, ...]:
    """Cut the words of a page into the lines that they fill: where letters begin further left, a new one begins."""
    found: list[Line] = []
    start, last = page.start, 0
    for end in range(page.start, page.end + 1):
        at = 4 * (end - page.start)
        left = page.boxes[at] if end < page.end and page.boxes[at] != page.boxes[at + 2] else None
        if end == page.end or text[end] == "\n" or (left is not None and left < last):
            own, words = spots([page], ((start, end),)), text[start:end].strip()
            if own and words:
                found.append(Line(words, _around(own)))
            start, last = end, 0
        last = last if left is None else left
    return tuple(found)


def _around(own: Sequence[Spot]) -> Spot:
    """Return the box that holds some boxes of one page."""
    left, bottom = min(spot.left for spot in own), min(spot.bottom for spot in own)
    return Spot(own[0].page, left, bottom, max(spot.right for spot in own), max(spot.top for spot in own))
