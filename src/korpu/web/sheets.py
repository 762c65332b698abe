"""A list as a workbook to download."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from korpu.app.tables import xlsx
from korpu.kernel.plain_text import one_line

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST = 60


def workbook(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    numbers: Collection[int] = (),
    about: str | None = None,
) -> HttpResponse:
    """Return the response that saves the list as an .xlsx file, named after the list, what it is about, and the day."""
    response = HttpResponse(xlsx(str(title), [str(c) for c in columns], rows, numbers=numbers), content_type=_TYPE)
    day = datetime.now(UTC).date().isoformat()
    named = " ".join(part for part in ("korpu", _named(str(title)), _named(about or ""), day) if part)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{named}.xlsx") or ""
    return response


def _named(text: str) -> str:
    """Return words as they may stand in the name of a file on any system."""
    plain = one_line("".join(" " if c in '\\/:*?"<>|' else c for c in text)) or ""
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0]
