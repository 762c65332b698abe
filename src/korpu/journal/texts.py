"""Checks the texts that lie beside the chain against the hashes that entries give of them."""

from __future__ import annotations

from korpu.journal.erasing import digest, remaining
from korpu.journal.ports import JournalReader


def verify_texts(journal: JournalReader) -> tuple[str, str] | None:
    """Return the first source whose text is not as it was taken in, or as erasures left it, and why."""
    left = remaining(journal)
    kept = {text.source: digest(text.text) for text in journal.texts()}
    expected: dict[str, str] = {}
    for entry, payload in journal.entries("source"):
        if payload is None:
            continue
        said = payload["source"]
        expected[said["id"]] = entry.id
        if said["id"] not in kept:
            return entry.id, "the text of this source is missing"
        if kept[said["id"]] != (left.get(said["id"]) or said["sha256"]):
            return entry.id, "the text of this source was altered"
    stray = sorted(set(kept) - set(expected))
    return (stray[0], "this text belongs to no source that stands") if stray else None
