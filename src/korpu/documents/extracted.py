"""What a reader of a format hands back: the canonical text, where each piece stands in the file, and what to say."""

from __future__ import annotations

import base64
from array import array
from dataclasses import dataclass
from typing import Any

from korpu.kernel.errors import InputError

MOST_CHARACTERS = 1_000_000
MOST_PAGES = 500
MOST_ATTACHMENTS = 50


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a row of a table: the characters from `start` to `end`.

    `number` counts from one through the document; a row counts within table number `within`.
    """

    start: int
    end: int
    kind: str
    number: int
    within: int | None = None


@dataclass(frozen=True)
class Page:
    """A page of a PDF: the characters from `start` to `end`, and a box for each.

    `boxes` holds four numbers a character, left, bottom, right and top, in tenths of a point from the lower left corner
    of the page; a character without a place (a line break) has four zeros. Width and height are in tenths of a point.
    """

    number: int
    start: int
    end: int
    width: int
    height: int
    boxes: array[int]


@dataclass(frozen=True)
class Extracted:
    """The words of a file and their map; `notes` are sentences on what was left out."""

    text: str
    title: str | None = None
    published: str | None = None
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    parts: tuple[tuple[str | None, bytes], ...] = ()
    notes: tuple[str, ...] = ()
    encoding: str = "utf-8"
    guessed: bool = False


def within_limit(text: str) -> str:
    """Return a text that is not too long, or raise KORPU-INPUT-015."""
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            "KORPU-INPUT-015", f"The text has {len(text):,} characters; korpu reads up to {MOST_CHARACTERS:,}."
        )
    return text


def checked(text: str) -> str:
    """Return a text that has words and is not too long, or raise KORPU-INPUT-001 or -015."""
    if not any(map(str.isalnum, text)):
        raise InputError("KORPU-INPUT-001", "The file holds no words.")
    return within_limit(text)


def to_json(found: Extracted) -> dict[str, Any]:
    """Return it as plain data that another process can read."""
    return {
        "text": found.text, "title": found.title, "published": found.published, "notes": found.notes,
        "encoding": found.encoding, "guessed": found.guessed,
        "blocks": [[b.start, b.end, b.kind, b.number, b.within] for b in found.blocks],
        "pages": [[p.number, p.start, p.end, p.width, p.height, _packed(p.boxes)] for p in found.pages],
        "parts": [[name, base64.b64encode(raw).decode()] for name, raw in found.parts],
    }  # fmt: skip


def from_json(data: dict[str, Any]) -> Extracted:
    """Build it again from what `to_json` made."""
    return Extracted(
        text=data["text"], title=data["title"], published=data["published"], notes=tuple(data["notes"]),
        encoding=data["encoding"], guessed=data["guessed"],
        blocks=tuple(Block(*block) for block in data["blocks"]),
        pages=tuple(Page(page[0], page[1], page[2], page[3], page[4], _unpacked(page[5])) for page in data["pages"]),
        parts=tuple((name, base64.b64decode(raw)) for name, raw in data["parts"]),
    )  # fmt: skip


def _packed(boxes: array[int]) -> str:
    return base64.b64encode(boxes.tobytes()).decode()


def _unpacked(packed: str) -> array[int]:
    boxes = array("i")
    boxes.frombytes(base64.b64decode(packed))
    return boxes
