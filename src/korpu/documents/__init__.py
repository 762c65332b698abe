"""Turns the bytes of a file into a plain Document, or says in one sentence why it cannot be read.

In: bytes, or the path of a file. Out: a LoadedDocument: the canonical text that every offset counts in, how its letters
were encoded (and whether that was a guess), and the hash of the bytes. Plain text for now.
"""

from __future__ import annotations

from korpu.documents.load import LIMIT, LoadedDocument, load

__all__ = ["LIMIT", "LoadedDocument", "load"]
