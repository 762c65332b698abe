"""From bytes to canonical text: decoded, without byte-order mark, CR LF made LF, otherwise untouched."""

from __future__ import annotations

import codecs
import re

from korpu.documents.guess import guess
from korpu.kernel.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, ""),  # begins like UTF-16, so it comes first; not read
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"), (b"\x7fELF", "a program"), (b"SQLite format 3", "a database"),
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


def decode(raw: bytes) -> tuple[str, str, bool]:
    """Return the canonical text of a plain-text file, its encoding, and whether that was guessed.

    Raises InputError KORPU-INPUT-001, -003, -004 or -005 (see `load`).
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _canonical(_marked(raw[len(mark) :], encoding)), encoding, False
    if not raw.strip():
        raise _empty()
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise InputError("KORPU-INPUT-003", f"This is {name}, which korpu does not read; save its text as .txt.")
    if b"\0" in raw[: 1 << 16] or b"\0" in raw:
        raise _nulls(raw)
    try:
        return _canonical(raw.decode("utf-8")), "utf-8", False
    except UnicodeDecodeError:
        pass
    guessed = guess(raw)
    if guessed is None:
        raise InputError("KORPU-INPUT-005", "The file is not text in an encoding that korpu knows; save it as UTF-8.")
    return _canonical(raw.decode(guessed)), guessed, True


def _marked(raw: bytes, encoding: str) -> str:
    try:
        if encoding:
            return raw.decode(encoding)
    except UnicodeDecodeError:
        pass
    raise InputError("KORPU-INPUT-005", "The file does not hold what its byte-order mark says; save it as UTF-8.")


def _canonical(text: str) -> str:
    text = text.replace("\r\n", "\n")
    if not text.strip():
        raise _empty()
    if "\0" in text or len(_CONTROL.findall(text)) * 200 > len(text):
        raise InputError("KORPU-INPUT-003", "The file is binary, not text.")
    return text


def _empty() -> InputError:
    return InputError("KORPU-INPUT-001", "The file is empty.")


def _nulls(raw: bytes) -> InputError:
    """Tell UTF-16 without its mark (a null in every other place, or text either way) from other binary files."""
    sample = raw[: 1 << 14]
    sample = sample[: len(sample) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        plain = sum(c.isspace() or (c.isprintable() and (ord(c) < 0x590 or 0x2010 <= ord(c) < 0x20D0)) for c in text)
        if text and plain >= 0.95 * len(text):
            return InputError(
                "KORPU-INPUT-004", "The file is in UTF-16 without a byte-order mark; save it as UTF-8 and try again."
            )
    return InputError("KORPU-INPUT-003", "The file is binary, not text.")
