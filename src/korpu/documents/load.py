"""Reads a file with limits: never more than 20 MB, never anything but text, and nothing is changed by a refusal."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from korpu.documents.decode import decode
from korpu.kernel.errors import InputError
from korpu.statements.document import Document

LIMIT = 20 * 1024 * 1024
"""Largest file read, in bytes."""


@dataclass(frozen=True)
class LoadedDocument(Document):
    """A Document with what is known of the file it came from.

    `encoding` is Python's name of it; `guessed` says that the file itself does not tell, so a person should look.
    """

    encoding: str = "utf-8"
    guessed: bool = False
    raw_sha256: str | None = None
    filename: str | None = None


def load(
    what: bytes | str | Path,
    *,
    title: str | None = None,
    language: str | None = None,
    published: str | None = None,
    url: str | None = None,
    kind: str = "statement",
    filename: str | None = None,
) -> LoadedDocument:
    """Read bytes, or the file at a path, as one plain-text document.

    Raises InputError: KORPU-INPUT-001 empty, -002 over 20 MB, -003 binary, -004 UTF-16 without a mark, -005 not text in
    a known encoding, -006 a folder or device, -007 not there or not readable.
    """
    raw = what if isinstance(what, bytes) else _bytes_of(Path(what))
    if len(raw) > LIMIT:
        raise _too_large(len(raw))
    if filename is None and not isinstance(what, bytes):
        filename = Path(what).name
    text, encoding, guessed = decode(raw)
    return LoadedDocument(
        text=text, title=title, language=language, published=published, url=url, kind=kind,
        encoding=encoding, guessed=guessed, raw_sha256=hashlib.sha256(raw).hexdigest(), filename=filename,
    )  # fmt: skip


def _bytes_of(path: Path) -> bytes:
    """Read a regular file, looking at its size first so that a huge one is refused unread."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise InputError("KORPU-INPUT-006", f"“{path.name or path}” is not a file.")
        if size > LIMIT:
            raise _too_large(size)
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise InputError("KORPU-INPUT-007", f"There is no file “{path}”.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise InputError("KORPU-INPUT-007", f"“{path.name}” cannot be read: {reason}.") from error


def _too_large(size: int) -> InputError:
    return InputError("KORPU-INPUT-002", f"The file has {size / 1e6:,.0f} MB; korpu reads up to {LIMIT // 2**20} MB.")
