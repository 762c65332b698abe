"""Draws one page of a PDF as a picture, with words marked on it where they are asked for."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence

import pypdfium2
from pypdfium2 import PdfiumError
from pypdfium2 import raw as pdfium

from korpu.kernel.errors import InputError

MOST_PIXELS = 6_000_000
"""Pixels of a picture at most: an endless page is drawn smaller."""

_RGB = 3
_MARK = (255, 216, 102)
"""The colour that white paper takes under a mark; ink stays dark."""

Box = Sequence[float]
"""Left, bottom, right and top of a mark, in points from the lower left corner of the page."""


def draw_page(raw: bytes, number: int, width: int, marks: Iterable[Box] = ()) -> bytes:
    """Return page `number` (from one) of a PDF as a PNG so many pixels wide, with marks on it.

    Raises InputError KORPU-INPUT-017 where the file or the page cannot be opened.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
        page = document[number - 1]
        wide, high = page.get_size()
        scale = min(width / max(wide, 1.0), (MOST_PIXELS / max(wide * high, 1.0)) ** 0.5)
        picture = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.FPDFBitmap_BGR)
    except (PdfiumError, IndexError, ValueError) as error:  # ValueError: a page without length or breadth
        raise InputError("KORPU-INPUT-017", "The PDF is damaged: a page cannot be opened.") from error
    stride, columns = picture.stride, picture.width
    data = bytes(picture.buffer)
    rows = [bytearray(data[y * stride : y * stride + _RGB * columns]) for y in range(picture.height)]
    for left, bottom, right, top in marks:
        first, last = round(max(0.0, left - 1) * scale), round(min(wide, right + 1) * scale)
        above, below = round(max(0.0, high - top - 1) * scale), round(min(high, high - bottom + 1) * scale)
        for row in rows[above:below]:
            _mark(row, first, last)
    return _png(rows, columns)


_TINTS = [bytes(value * colour // 255 for value in range(256)) for colour in _MARK]


def _mark(row: bytearray, first: int, last: int) -> None:
    """Let a stretch of a row shine through in the colour of the mark."""
    for channel, tint in enumerate(_TINTS):
        part = slice(_RGB * first + channel, _RGB * last + channel, _RGB)
        row[part] = row[part].translate(tint)


def _png(rows: Sequence[bytearray], columns: int) -> bytes:
    """Write rows of red, green and blue as a PNG, in grey where nothing on the page has a colour."""
    grey = all(row[::_RGB] == row[1::_RGB] == row[2::_RGB] for row in rows)
    lines = b"".join(b"\0" + bytes(row[::_RGB] if grey else row) for row in rows)
    head = struct.pack(">IIBBBBB", columns, len(rows), 8, 0 if grey else 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
