"""PDF: the text as it is laid out, and for every character the box it stands in on its page."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import PdfiumError
from pypdfium2 import raw as pdfium

from korpu.documents.extracted import MOST_CHARACTERS, MOST_PAGES, Extracted, Page, checked
from korpu.documents.lines import Line, breaks_after, line_of, usual_step
from korpu.documents.upright import Upright, upright
from korpu.kernel.errors import InputError

_HYPHENS = frozenset((0x02, 0xAD, 0xFFFE))  # how pdfium marks a word that goes on in the next line
_DIGITS = re.compile(r"\d+")
_SCAN = 10


@dataclass(frozen=True)
class _Sheet:
    number: int
    width: int
    height: int
    lines: list[Line]
    pictured: bool


def read_pdf(raw: bytes) -> Extracted:
    """Read a PDF.

    Raises InputError: KORPU-INPUT-008 encrypted, -009 a scan without text, -014 too many pages, -015 too many
    characters, -017 damaged.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise InputError("KORPU-INPUT-008", "The PDF is encrypted; save it without a password.") from error
        raise InputError("KORPU-INPUT-017", "The PDF is damaged and cannot be opened.") from error
    count = len(document)
    if count > MOST_PAGES:
        raise InputError("KORPU-INPUT-014", f"The PDF has {count:,} pages; korpu reads up to {MOST_PAGES}.")
    try:
        sheets = list(_sheets(document, count))
    except PdfiumError as error:
        raise InputError("KORPU-INPUT-017", "The PDF is damaged: a page cannot be opened.") from error
    title = (document.get_metadata_value("Title") or "").strip() or None
    return _put_together(sheets, title)


def _sheets(document: Any, count: int) -> Iterator[_Sheet]:
    total = 0
    for index in range(count):
        page = document[index]
        width, height = page.get_size()
        textpage = page.get_textpage()
        total += textpage.count_chars()
        if total > 2 * MOST_CHARACTERS:
            raise InputError("KORPU-INPUT-015", f"The PDF has more than {MOST_CHARACTERS:,} characters.")
        lines = _lines(textpage, upright(page, width, height))
        letters = sum(char.isalnum() for line in lines for char in line.text)
        pictured = letters < _SCAN and next(page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None
        textpage.close()
        page.close()
        yield _Sheet(index + 1, round(width * 10), round(height * 10), lines, pictured)


def _lines(textpage: Any, turned: Upright | None) -> list[Line]:
    """Cut the characters of a page into lines, each character with its box in tenths of a point, as it is seen."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    places = byref(left), byref(right), byref(bottom), byref(top)
    lines: list[Line] = []
    chars: list[str] = []
    boxes = array("i")
    handle, unicode_of, box_of = textpage.raw, pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharBox
    for i in range(textpage.count_chars()):
        code = unicode_of(handle, i)
        if code == 0x0A:
            lines.append(line_of(chars, boxes))
            chars, boxes = [], array("i")
        elif code in _HYPHENS:
            # pdfium leaves the line break out here; "100-billion" needs its hyphen, a cut word does not
            chars.append("-" if chars and chars[-1].isdigit() else "\u00ad")
            boxes.extend((0, 0, 0, 0))
            lines.append(line_of(chars, boxes))
            chars, boxes = [], array("i")
        elif code >= 0x20 and not 0xD800 <= code < 0xE000 and code != 0xFFFF and code <= 0x10FFFF:
            chars.append(chr(code))
            found = box_of(handle, i, *places)
            edges = (left.value, bottom.value, right.value, top.value)
            if found and all(abs(edge) < 1e7 for edge in edges):
                edges = turned.edges(*edges) if turned else edges
                boxes.extend([int(10 * edge) for edge in edges])
            else:
                boxes.extend((0, 0, 0, 0))
    lines.append(line_of(chars, boxes))
    return [line for line in lines if line.text]


def _put_together(sheets: list[_Sheet], title: str | None) -> Extracted:
    """Join lines and pages into one text: a line break inside a paragraph, an empty line between paragraphs."""
    letters = sum(char.isalnum() for sheet in sheets for line in sheet.lines for char in line.text)
    empty = [sheet.number for sheet in sheets if sheet.pictured]
    if not letters or len(empty) == len(sheets):
        raise InputError("KORPU-INPUT-009", "The PDF has no text, only pictures of pages: have the scan's text read.")
    running = _running(sheets)
    notes = [f"Page {number} is a picture without text." for number in empty[:20]]
    notes += [f"Left out as head or foot of every page: “{words}”." for words in sorted(running)[:20]]
    pieces: list[str] = []
    pages: list[Page] = []
    at = 0
    last: Line | None = None
    for sheet in sheets:
        lines = [line for line in sheet.lines if not _is_running(line, sheet, running)]
        boxes = array("i")
        start = at
        step = usual_step(lines)
        right = max((line.right for line in lines), default=0)
        for k, line in enumerate(lines):
            lead = "" if last is None else breaks_after(last, line, step if k else None, right)
            words, edges = line.text, line.boxes
            if words.endswith("\u00ad"):
                words, edges = words[:-1], edges[:-4]
            pieces += (lead, words)
            if k == 0:
                start = at + len(lead)
            else:
                boxes.extend([0] * (4 * len(lead)))
            boxes.extend(edges)
            at += len(lead) + len(words)
            last = line
        pages.append(Page(sheet.number, start, at if lines else start, sheet.width, sheet.height, boxes))
    return Extracted(checked("".join(pieces)), title=title, pages=tuple(pages), notes=tuple(notes))


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _running(sheets: list[_Sheet]) -> frozenset[str]:
    """Return what the first or last line of most pages says, figures aside: heads, feet and page numbers."""
    edges = Counter(key for s in sheets if len(s.lines) > 2 for key in {_key(s.lines[0]), _key(s.lines[-1])})
    return frozenset(key for key, times in edges.items() if times >= max(3, len(sheets) * 0.6) and len(key) < 120)


def _is_running(line: Line, sheet: _Sheet, running: frozenset[str]) -> bool:
    return len(sheet.lines) > 2 and (line is sheet.lines[0] or line is sheet.lines[-1]) and _key(line) in running
