"""The page of a PDF on which a quote stands, as cards and pages show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from korpu.app.books import Books
from korpu.app.pages import Sheet, page_number, sheet
from korpu.documents.where import Spot
from korpu.drawing.page import Box, Paper, draw
from korpu.kernel.errors import NotFoundError
from korpu.kernel.finding import Range

_RANGE = re.compile(r"(\d{1,7})-(\d{1,7})")
_MOST_RANGES = 40


def address(source: str, number: int, ranges: Sequence[Range] = ()) -> str:
    """Return the address of a page of a source, with words to be marked on it."""
    at = ",".join(f"{start}-{end}" for start, end in ranges[:_MOST_RANGES])
    return reverse("sources:page", args=[source, number]) + (f"?{urlencode({'at': at})}" if at else "")


def ranges_in(given: str) -> tuple[Range, ...]:
    """Return the ranges that an address asks to mark; what is no range is left out.

    >>> ranges_in("12-20,30-31,x,9-3")
    ((12, 20), (30, 31))
    """
    found = (_RANGE.fullmatch(part) for part in given.split(",")[:_MOST_RANGES])
    return tuple((int(m[1]), int(m[2])) for m in found if m and int(m[1]) < int(m[2]))


def drawn(found: Sheet, *, crop: bool = False) -> SafeString:
    """Return a page as a drawing with its marks, empty where the size of the page is not known."""
    if not (found.width and found.height):
        return SafeString("")
    source = found.original.source
    picture = reverse("sources:picture", args=[source, found.number]) if found.original.kept else None
    words = [(line.text, _box(line.box)) for line in found.lines]
    said = _("Page %(number)s of %(pages)s") % {"number": found.number, "pages": found.original.pages}
    if found.marks:
        marked = _("The quoted words are marked.")
        said = f"{said}. {marked}"
    paper = Paper(found.width, found.height, [_box(spot) for spot in found.marks], picture, words)
    return mark_safe(draw(paper, said, crop=crop))  # noqa: S308 -- drawn and escaped by korpu.drawing


def glimpse(books: Books, source: str, ranges: Sequence[Range]) -> dict[str, object] | None:
    """Return the part of a page on which words stand, for a card; None for a source without pages.

    Where the file was erased there is the number of the page alone.
    """
    number = page_number(books, source, ranges)
    if number is None:
        return None
    try:
        found = sheet(books, source, number, ranges)
    except NotFoundError:
        return {"number": number}
    strip = drawn(found, crop=True) if found.marks else ""
    return {"number": number, "url": address(source, number, ranges), "drawn": strip, "pages": found.original.pages}


def _box(spot: Spot) -> Box:
    return (spot.left, spot.bottom, spot.right, spot.top)
