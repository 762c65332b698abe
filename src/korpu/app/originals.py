"""The file that a source was read from, kept so that a quote can be shown on the page where it stands.

Bytes and places lie in an entry of their own, written just before that of the source, which names it. Whatever erases
words of the source destroys that entry too, for the file holds every one of them.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from korpu.app.books import Books
from korpu.documents.extracted import Page
from korpu.documents.load import LoadedDocument
from korpu.documents.packed import pack, unpack
from korpu.journal.payloads import Payload
from korpu.kernel.errors import IntegrityError, NotFoundError
from korpu.kernel.plain_text import file_name
from korpu.statements.document import Document

MOST_BYTES = 8 * 1024 * 1024
"""Largest file kept, in bytes; of a larger one only its words and their places are."""

_FILES = 4


@dataclass(frozen=True)
class Original:
    """What the books hold of the file of a source: `kept` is False where the file was too large to be kept itself."""

    source: str
    entry: str
    name: str | None
    size: int
    kept: bool
    pages: int


def original_payload(source: str, loaded: Document) -> Payload | None:
    """Return the entry that keeps the file of a source, None for a document without pages."""
    if not isinstance(loaded, LoadedDocument) or not loaded.raw:
        return None
    kept = len(loaded.raw) <= MOST_BYTES
    return {
        "type": "original", "source": source, "media": "application/pdf", "name": file_name(loaded.filename),
        "sha256": sha256(loaded.raw).hexdigest(), "bytes": len(loaded.raw),
        "data": base64.b64encode(loaded.raw).decode() if kept else None,
        "pages": [pack(page) for page in loaded.pages],
    }  # fmt: skip


def told_of(entry: str, said: Payload) -> Payload:
    """Return what the entry of a source says of its file, so that page numbers are known without opening it."""
    return {
        "entry": entry, "name": said["name"], "bytes": said["bytes"], "kept": said["data"] is not None,
        "pages": [[start, end] for _, start, end, *_ in said["pages"]],
    }  # fmt: skip


def original_of(books: Books, source: str) -> Original | None:
    """Return what is held of the file of a source, None where there is none or it was erased."""
    about = _about(books, source)
    if about is None or not books.journal.holds(about["entry"]):
        return None
    return Original(source, about["entry"], about["name"], about["bytes"], about["kept"], len(about["pages"]))


def was_erased(books: Books, source: str) -> bool:
    """Tell whether the file of a source was kept once and erased since."""
    about = _about(books, source)
    return about is not None and not books.journal.holds(about["entry"])


def extents(books: Books, source: str) -> list[tuple[int, int]]:
    """Return the first and last character of every page of a source, an empty list where it has no pages."""
    about = _about(books, source)
    return [(start, end) for start, end in about["pages"]] if about else []


def page_of(books: Books, original: Original, number: int) -> Page:
    """Return a page of a source (from one) with the box of every letter.

    Raises NotFoundError KORPU-PAGE-003 where there is no such page.
    """
    if not 0 < number <= original.pages:
        raise NotFoundError("KORPU-PAGE-003", f"{original.source} has no page {number}; it has {original.pages}.")
    return unpack(_packed(books, original.entry)[number - 1])


def file_of(books: Books, original: Original) -> bytes:
    """Return the file of a source as it was.

    Raises NotFoundError KORPU-PAGE-001 where it was erased or never kept, IntegrityError -002 where it is another one.
    """
    said = books.journal.payload(original.entry)
    if said is None or said["data"] is None:
        raise NotFoundError("KORPU-PAGE-001", f"The file of {original.source} is not in the books.")
    raw = base64.b64decode(said["data"])
    if sha256(raw).hexdigest() != said["sha256"]:
        raise IntegrityError("KORPU-PAGE-002", f"The file of {original.source} is not the one that was kept.")
    return raw


def forget() -> None:
    """Drop what is kept in memory, after words were erased."""
    _packed.cache_clear()


@lru_cache(maxsize=_FILES)
def _packed(books: Books, entry: str) -> list[list[Any]]:
    said = books.journal.payload(entry) or {"pages": []}
    pages: list[list[Any]] = said["pages"]
    return pages


def _about(books: Books, source: str) -> dict[str, Any] | None:
    found = books.source(source)
    about: dict[str, Any] | None = found[1].get("file") if found else None
    return about
