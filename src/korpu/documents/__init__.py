"""Turns the bytes of a file into a plain Document, or says in one sentence why it cannot be read.

In: bytes, or the path of a file: plain text, PDF, DOCX, XLSX, HTML or mail, told by the bytes. Out: a LoadedDocument:
the canonical text that every offset counts in, where each piece of it stands in the file (page and boxes, paragraph,
row), how its letters were encoded (and whether that was a guess), the hash of the bytes, and a mail's attachments as
documents of their own. Whatever is not plain text is read in a process of its own, with limits of time and memory.
"""

from __future__ import annotations

from korpu.documents.load import LIMIT, LoadedDocument, load

__all__ = ["LIMIT", "LoadedDocument", "load"]
