"""Workbooks that are safe to open: text stays text whatever it begins with, and nothing is a formula."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

_WIDEST = 60
_LONGEST = 32_767
_NOT_IN_XML = "\ufffe\uffff"


def xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, numbers: Collection[int] = ()) -> bytes:
    """Return one sheet as a workbook.

    `numbers` are the columns (from 0) whose decimal strings are written as numbers. All other text is written as a
    string cell, so that "=1+1" is shown and never computed; signs that XML cannot hold are dropped.
    """
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    sheet.title = "".join(c for c in title if c not in "[]:*?/\\")[:31] or "korpu"
    widths = [len(name) for name in columns]
    for at, name in enumerate(columns, start=1):
        _write(sheet.cell(1, at), name).font = Font(bold=True)
    for row, values in enumerate(rows, start=2):
        for at, value in enumerate(values, start=1):
            shown = _number(value) if at - 1 in numbers else value
            cell = _write(sheet.cell(row, at), shown)
            cell.alignment = Alignment(vertical="top", wrap_text=isinstance(shown, str))
            widths[at - 1] = max(widths[at - 1], min(len(str(shown or "")), _WIDEST))
    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width + 2
    sheet.freeze_panes = "A2"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _write(cell: Cell, value: Any) -> Cell:
    """Put a value into a cell; text is marked as a string and, where it looks like a formula, quoted for Excel too."""
    if value is None or isinstance(value, (int, float, Decimal)):
        cell.value = value
        return cell
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c for c in text if (c >= " " or c in "\t\n") and c not in _NOT_IN_XML)[:_LONGEST]
    if not text:
        return cell
    cell.value = text
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@", "\t", "\n"):
        cell.quotePrefix = True
    return cell


def _number(value: Any) -> Any:
    try:
        return Decimal(str(value)) if value not in (None, "") else None
    except InvalidOperation:
        return value
