"""Keeps the places of a PDF's words in few bytes, and unfolds them again: about one byte a letter.

Letters of a line follow each other, so each box is kept by how far it lies from the one before it.
"""

from __future__ import annotations

import base64
import sys
import zlib
from array import array
from itertools import pairwise
from typing import Any

from korpu.documents.extracted import Page

_LEAST, _MOST = -32768, 32767


def pack(page: Page) -> list[Any]:
    """Return a page as plain data: number, start, end, width, height and its boxes, packed."""
    lefts, bottoms, rights, tops = (page.boxes[i::4] for i in range(4))
    rows = [
        [a - b for a, b in zip(lefts, [0, *rights], strict=False)],
        [b - a for a, b in pairwise([0, *bottoms])],
        [a - b for a, b in zip(rights, lefts, strict=True)],
        [a - b for a, b in zip(tops, bottoms, strict=True)],
    ]
    kind = "h" if all(_LEAST <= step <= _MOST for row in rows for step in row) else "i"
    steps = array(kind, [step for row in rows for step in row])
    if sys.byteorder == "big":
        steps.byteswap()
    squeezed = base64.b64encode(zlib.compress(steps.tobytes(), 9)).decode()
    return [page.number, page.start, page.end, page.width, page.height, kind + squeezed]


def unpack(kept: list[Any]) -> Page:
    """Return the page that `pack` made these data of."""
    number, start, end, width, height, squeezed = kept
    steps = array(squeezed[0])
    steps.frombytes(zlib.decompress(base64.b64decode(squeezed[1:])))
    if sys.byteorder == "big":
        steps.byteswap()
    count = len(steps) // 4
    boxes = array("i")
    right = bottom = 0
    for i in range(count):
        left, bottom = right + steps[i], bottom + steps[count + i]
        right = left + steps[2 * count + i]
        boxes.extend((left, bottom, right, bottom + steps[3 * count + i]))
    return Page(number, start, end, width, height, boxes)
