"""Photographs and signed acts as evidence: the file is kept by its hash, and what it shows, in words, is the quote."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from hashlib import sha256

from korpu.app.books import Books
from korpu.app.intake import Added, add
from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError, IntegrityError, NotFoundError
from korpu.kernel.plain_text import file_name
from korpu.statements.document import Document

MOST_BYTES = 8 * 1024 * 1024
"""Largest file kept, in bytes; a photograph of a telephone is four."""

_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"%PDF-", "application/pdf"))


@dataclass(frozen=True)
class Attachment:
    """A file kept as evidence: media type, name, SHA-256 of its bytes, where and when (EDTF) it was made."""

    source: str
    media: str
    name: str
    sha256: str
    place: str | None
    when: str | None


def attach(
    books: Books, raw: bytes, *, name: str, says: str, place: str | None = None, when: str | None = None, by: str
) -> Added:
    """Keep a file as a source whose words are `says`, with its place and date; claims are made from these words.

    Raises InputError KORPU-ATTACH-001 for a file that is no PNG, JPEG or PDF, -002 for one over 8 MB, -003 where nobody
    said what it shows, and what `add` raises.
    """
    media = next((kind for signature, kind in _SIGNATURES if raw.startswith(signature)), None)
    if media is None:
        raise InputError("KORPU-ATTACH-001", "An attachment is a PNG or JPEG picture or a PDF.")
    if len(raw) > MOST_BYTES:
        raise InputError(
            "KORPU-ATTACH-002",
            f"The file has {len(raw) / 1e6:,.0f} MB; an attachment has up to {MOST_BYTES // 2**20} MB.",
        )
    if not says.strip():
        raise InputError("KORPU-ATTACH-003", "Say in words what the attachment shows; the words are the quote.")
    if when is not None:
        parse(when)
    name = file_name(name) or "attachment"
    digest = sha256(raw).hexdigest()
    document = Document(says.strip(), title=name, published=when, kind="attachment")
    added = add(books, document, by=by, extra={"place": place, "filename": name})
    if not added.already:
        with books.unit() as unit:
            unit.append(
                {
                    "type": "attachment", "source": added.source, "media": media, "name": name, "sha256": digest,
                    "place": place, "when": when, "data": base64.b64encode(raw).decode(),
                },
                author=by,
            )  # fmt: skip
            unit.commit()
    return added


def attachment_of(books: Books, source: str) -> Attachment | None:
    """Return what is attached to a source, None where nothing is or it was erased."""
    said = _payload(books, source)
    if said is None:
        return None
    return Attachment(source, said["media"], said["name"], said["sha256"], said.get("place"), said.get("when"))


def bytes_of(books: Books, source: str) -> tuple[Attachment, bytes]:
    """Return an attachment with its bytes, as they were.

    Raises NotFoundError KORPU-ATTACH-004 where there is none, IntegrityError -005 where they are not what was kept.
    """
    found, said = attachment_of(books, source), _payload(books, source)
    if found is None or said is None:
        raise NotFoundError("KORPU-ATTACH-004", f"Nothing is attached to {source}.")
    raw = base64.b64decode(said["data"])
    if sha256(raw).hexdigest() != found.sha256:
        raise IntegrityError("KORPU-ATTACH-005", f"The file attached to {source} is not the one that was kept.")
    return found, raw


def _payload(books: Books, source: str) -> dict[str, str] | None:
    kind = books.source(source)
    if kind is None or kind[1].get("kind") != "attachment":
        return None
    told = (said for _, said in books.journal.entries("attachment"))
    return next((said for said in told if said is not None and said["source"] == source), None)
