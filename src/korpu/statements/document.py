"""A Document is the canonical text that every offset counts in, with what is known about where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

SOURCE_KINDS = ("statement", "decree", "press", "note", "digest", "register", "attachment")


@dataclass(frozen=True)
class Document:
    """The words of a source, kept unchanged.

    `text` is canonical (byte-order mark removed, CR LF made LF); `published` is EDTF or None when unknown;
    `language` is the main language if the person said it ("en", "uk", "az", "ru"), else None.
    """

    text: str
    title: str | None = None
    language: str | None = None
    published: str | None = None
    url: str | None = None
    kind: str = "statement"

    @property
    def sha256(self) -> str:
        """Hex digest of the canonical text in UTF-8: the same words are the same source."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def id(self) -> str:
        """Short stable name of the source, made from its words alone."""
        return f"src-{self.sha256[:16]}"
