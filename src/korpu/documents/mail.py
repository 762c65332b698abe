"""Mail: the message is one document, every attachment a document of its own."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from korpu.documents.decode import decode
from korpu.documents.extracted import MOST_ATTACHMENTS, Block, Extracted, checked
from korpu.documents.html import read_html
from korpu.kernel.errors import InputError
from korpu.kernel.plain_text import file_name


def read_mail(raw: bytes) -> Extracted:
    """Read a mail; its subject is the title, its date the day of publication.

    Raises InputError: KORPU-INPUT-001 for a mail without words and attachments, -015 too long, -017 damaged, -018 too
    many attachments.
    """
    try:
        message = message_from_bytes(raw, policy=policy.default)
        parts = tuple(_attachments(message))
        body = message.get_body(("plain", "html"))
        subject = str(message.get("Subject", "")).strip() or None
        published = _day(next((str(v) for k, v in message.raw_items() if k.lower() == "date"), ""))
        found = _words(body)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # the standard parser raises whatever a broken header makes of its assumptions
        raise InputError("KORPU-INPUT-017", "The mail is damaged and cannot be read.") from error
    if not found.text.strip() and parts:
        found = Extracted(subject or "Mail with attachments")
    text = checked(found.text)
    blocks = found.blocks or (Block(0, len(text), "body", 1),)
    return Extracted(
        text, title=subject, published=published, blocks=blocks, parts=parts, notes=found.notes,
        encoding=found.encoding, guessed=found.guessed,
    )  # fmt: skip


def _words(body: MIMEPart | None) -> Extracted:
    """Return the words of the body; without any, an empty text."""
    if body is None:
        return Extracted("")
    content = body.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    if not raw.strip():
        return Extracted("")
    charset = body.get_content_charset() or "utf-8"
    try:
        text = raw.decode(charset)
        encoding, guessed = charset, False
    except (LookupError, UnicodeError):
        text, encoding, guessed = decode(raw)
    if body.get_content_subtype() == "html":
        return read_html(b"\xef\xbb\xbf" + text.encode("utf-8", "replace"))
    text = text.replace("\r\n", "\n").replace("\0", "")
    return Extracted(text, encoding=encoding, guessed=guessed)


def _attachments(message: EmailMessage) -> list[tuple[str | None, bytes]]:
    found: list[tuple[str | None, bytes]] = []
    for part in message.iter_attachments():
        if len(found) == MOST_ATTACHMENTS:
            raise InputError("KORPU-INPUT-018", f"The mail has more than {MOST_ATTACHMENTS} attachments.")
        name = file_name(part.get_filename())
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            found.append((name, inner.as_bytes() if hasattr(inner, "as_bytes") else b""))
        else:
            content = part.get_payload(decode=True)
            found.append((name, content if isinstance(content, bytes) else b""))
    return found


def _day(header: str) -> str | None:
    try:
        when: datetime = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when.date().isoformat()
