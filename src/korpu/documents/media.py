"""What a file is, told from its first bytes and never from its name."""

from __future__ import annotations

import io
import re
import zipfile

from korpu.kernel.errors import InputError

PLAIN = "text/plain"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HTML = "text/html"
MAIL = "message/rfc822"
SCAN = "image/*"
"""A PDF whose pages are pictures, or a picture: read by recognising its letters, where that is asked for."""

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>/\[]",
    re.IGNORECASE | re.DOTALL,
)
_DOCTYPE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<!(?:doctype|entity)\b", re.IGNORECASE)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\n]*(?:\n[ \t][^\n]*)*\n")
_ENVELOPE = frozenset({b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to", b"dkim-signature"})
_WRITTEN = frozenset({b"from", b"to", b"subject", b"date"})
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")


def is_picture(raw: bytes) -> bool:
    """Whether the bytes are a PNG, JPEG or TIFF picture."""
    return raw.startswith(_PICTURES)


def media_type(raw: bytes) -> str:
    """Return the media type of the formats korpu reads; whatever else it is counts as plain text, judged later.

    Raises InputError: KORPU-INPUT-003 another kind of archive, -008 an encrypted Office file, -012 an archive of files,
    -013 a document type declaration that is not HTML's own.
    """
    if b"%PDF-" in raw[:1024] and (raw.startswith(b"%PDF-") or b"\0" in raw[:4096] or b"endobj" in raw):
        return PDF
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(raw)
    if raw.startswith(_OLD_OFFICE) and "EncryptedPackage".encode("utf-16-le") in raw:
        raise InputError("KORPU-INPUT-008", "The file is encrypted; save it without a password.")
    head = _head(raw)
    if _HTML.match(head):
        return HTML
    if _DOCTYPE.match(head):
        raise InputError("KORPU-INPUT-013", "The file declares a document type or entities, which korpu does not read.")
    return MAIL if _is_mail(head) else PLAIN


def _head(raw: bytes) -> bytes:
    """Return the opening of a file, in UTF-8 where it is marked as UTF-16."""
    head = raw[:16384]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").encode("utf-8", "replace")
    return head


def _package(raw: bytes) -> str:
    """Tell a DOCX or XLSX from other archives by the names of its members."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, UnicodeDecodeError) as error:
        raise InputError("KORPU-INPUT-017", "The file is damaged: its archive cannot be opened.") from error
    if "[Content_Types].xml" not in names:
        raise InputError("KORPU-INPUT-012", "This is an archive of files; unpack it and give korpu each document.")
    if any(name.startswith("word/") for name in names):
        return DOCX
    if any(name.startswith("xl/worksheets/") for name in names):
        return XLSX
    raise InputError(
        "KORPU-INPUT-003",
        "These are slides or a workbook of another kind, not a document; save the text as DOCX or PDF.",
    )


def _is_mail(head: bytes) -> bool:
    """Say whether the file opens with the headers that only a mail programme writes, besides those people write."""
    head = head.replace(b"\r\n", b"\n")
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    names, at = set(), 0
    while match := _HEADER.match(head, at):
        names.add(match[1].lower())
        at = match.end()
    return b"from" in names and len(names & _WRITTEN) >= 2 and bool(names & _ENVELOPE)
