"""Reads a file with limits: never more than 20 MB, only formats whose words it finds; a refusal changes nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from korpu.documents.decode import decode
from korpu.documents.extracted import Block, Extracted, Page, within_limit
from korpu.documents.media import PLAIN, SCAN, is_picture, media_type
from korpu.kernel.errors import InputError
from korpu.statements.document import Document

LIMIT = 20 * 1024 * 1024
"""Largest file read, in bytes."""

SCANNED = "KORPU-INPUT-009"
"""Code of the refusal of a PDF that holds only pictures of pages."""

MOST_SECONDS = 120
"""Processor time that recognising a scan may take, each page in a process of its own."""

MOST_NESTED = 2
"""How many mails may be attached one in the other."""


@dataclass(frozen=True)
class LoadedDocument(Document):
    """A Document with what is known of the file it came from.

    `encoding` is Python's name of it; `guessed` says that the file itself does not tell, so a person should look.
    `pages` and `blocks` say where each range of the text stands in the file; `attachments` are documents of their own,
    `refused` those that could not be read (name, code, reason); `notes` are sentences on what was left out. `raw` holds
    the bytes of a PDF, whose pages can be shown.
    """

    encoding: str = "utf-8"
    guessed: bool = False
    raw_sha256: str | None = None
    filename: str | None = None
    media: str = PLAIN
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    attachments: tuple[LoadedDocument, ...] = ()
    refused: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[str, ...] = ()
    raw: bytes = field(default=b"", repr=False, compare=False)


def load(
    what: bytes | str | Path,
    *,
    title: str | None = None,
    language: str | None = None,
    published: str | None = None,
    url: str | None = None,
    kind: str = "statement",
    filename: str | None = None,
    scans: bool = False,
) -> LoadedDocument:
    """Read bytes, or the file at a path: plain text, PDF, DOCX, XLSX, HTML or mail, told by the bytes.

    What is given here goes before what the file says of itself. With `scans` a PDF of pictures and a picture are
    recognised by tesseract, where that program is installed. Raises InputError: KORPU-INPUT-001 empty, -002 over
    20 MB, -003 binary, -004 UTF-16 without a mark, -005 not text in a known encoding, -006 a folder or device, -007 not
    there or not readable, -008 encrypted, -009 a scan without text, -010 macros, -011 unpacks to too much, -012 an
    archive (inside), -013 document type or entities, -014 over 500 pages, -015 over 2 million characters, -016 takes
    too much time or memory, -017 damaged, -018 too many attachments, -019 a scan without tesseract.
    """
    raw = what if isinstance(what, bytes) else bytes_of(Path(what))
    if filename is None and not isinstance(what, bytes):
        filename = Path(what).name
    return _loaded(raw, Said(title, language, published, url, kind, filename, scans), 0)


@dataclass(frozen=True)
class Said:
    """What the person who gives a file says of it."""

    title: str | None
    language: str | None
    published: str | None
    url: str | None
    kind: str
    filename: str | None
    scans: bool = False


def _loaded(raw: bytes, said: Said, depth: int) -> LoadedDocument:
    if len(raw) > LIMIT:
        raise _too_large(len(raw))
    media = SCAN if said.scans and is_picture(raw) else media_type(raw)
    found = _extracted(media, raw, scans=said.scans)
    attachments, refused = _attached(found, said, depth)
    return LoadedDocument(
        text=found.text, title=said.title or found.title, language=said.language,
        published=said.published or found.published, url=said.url, kind=said.kind,
        encoding=found.encoding, guessed=found.guessed, raw_sha256=hashlib.sha256(raw).hexdigest(),
        filename=said.filename, media=media, pages=found.pages, blocks=found.blocks,
        attachments=attachments, refused=refused, notes=found.notes,
        raw=raw if found.pages and not is_picture(raw) else b"",
    )  # fmt: skip


def _extracted(media: str, raw: bytes, *, scans: bool) -> Extracted:
    if media == PLAIN:
        text, encoding, guessed = decode(raw)
        return Extracted(within_limit(text), encoding=encoding, guessed=guessed)
    from korpu.documents.apart import read_apart  # noqa: PLC0415 - plain text needs no other process

    if media == SCAN:
        return read_apart(SCAN, raw, seconds=MOST_SECONDS)
    try:
        return read_apart(media, raw)
    except InputError as error:
        if scans and error.code == SCANNED:
            return read_apart(SCAN, raw, seconds=MOST_SECONDS)
        raise


def _attached(
    found: Extracted, said: Said, depth: int
) -> tuple[tuple[LoadedDocument, ...], tuple[tuple[str, str, str], ...]]:
    """Read what is attached to a mail, each by itself; one that cannot be read does not stop the others."""
    attachments: list[LoadedDocument] = []
    refused: list[tuple[str, str, str]] = []
    for name, raw in found.parts:
        about = Said(name, said.language, said.published or found.published, None, said.kind, name, said.scans)
        try:
            if depth == MOST_NESTED:
                raise InputError("KORPU-INPUT-018", "The mails are nested too deeply.")
            attachments.append(_loaded(raw, about, depth + 1))
        except InputError as error:
            refused.append((name or "", error.code, error.message))
    return tuple(attachments), tuple(refused)


def bytes_of(path: Path) -> bytes:
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
