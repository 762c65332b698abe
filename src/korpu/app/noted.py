"""The words that claims made by hand rest on: those of a source, else a note for file of what was told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from korpu.app.books import Books
from korpu.app.intake import note
from korpu.kernel.errors import InputError
from korpu.statements.locate import locate

EVIDENCE_ONLY = {"candidates": False}
"""Kept with a source whose words are evidence and no news: nothing in it waits for review."""


def evidence_in(books: Books, source: str | None, words: str, told: Sequence[str], *, by: str) -> dict[str, Any]:
    """Return where words stand in a source as an entry keeps it; without a source, in a new note of the lines `told`.

    Raises InputError KORPU-EVIDENCE-001 when they do not stand in the source.
    """
    if source is None:
        source = note(books, "\n".join(told), who=by, by=by, extra=EVIDENCE_ONLY).source
    document = books.document(source)
    found = locate(document.text, words)
    if found is None:
        raise InputError("KORPU-EVIDENCE-001", "These words do not stand in that source.")
    return {
        "source": source, "ranges": [list(r) for r in found.ranges], "quote": document.text[found.start : found.end],
        "speaker": None, "language": document.language or "en", "reported": False, "oral": document.kind == "note",
    }  # fmt: skip
