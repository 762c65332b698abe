"""A list as a workbook to download."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse

from korpu.app.tables import xlsx

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, numbers: Collection[int] = ()
) -> HttpResponse:
    """Return the response that saves the list as an .xlsx file."""
    response = HttpResponse(xlsx(str(title), [str(c) for c in columns], rows, numbers=numbers), content_type=_TYPE)
    day = datetime.now(UTC).date().isoformat()
    response["Content-Disposition"] = f'attachment; filename="korpu-{day}.xlsx"'
    return response
