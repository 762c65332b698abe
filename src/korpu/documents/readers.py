"""Which reader reads which format; each is imported when it is first needed."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from korpu.documents.extracted import Extracted
from korpu.documents.media import DOCX, HTML, MAIL, PDF, SCAN, XLSX

_READERS = {PDF: "pdf", DOCX: "docx", HTML: "html", MAIL: "mail", XLSX: "xlsx", SCAN: "ocr"}


def read_format(media: str, raw: bytes) -> Extracted:
    """Read the bytes of a PDF, DOCX, XLSX, HTML page, mail or scan in this process; raises what its reader raises."""
    name = _READERS[media]
    module = import_module(f"korpu.documents.{name}")
    return cast("Extracted", getattr(module, f"read_{name}")(raw))
