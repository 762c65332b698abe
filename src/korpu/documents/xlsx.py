"""XLSX: every row a line of its own, with dates, percents and amounts of money written as the sheet shows them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import openpyxl

from korpu.documents.archive import check_archive
from korpu.documents.extracted import MOST_CHARACTERS, Block, Extracted, checked
from korpu.kernel.errors import InputError

MOST_ROWS = 100_000
"""Rows of all sheets that are looked through; ledgers of lines are far shorter."""

_SIGN = re.compile(r"\[\$([^\]-]+)[^\]]*\]|\"([^\"]*)\"|([$€£₴₼₽₾₸])")


def read_xlsx(raw: bytes) -> Extracted:
    """Read a workbook: the cells of a row are set apart by tabs, rows by an empty line; a formula is left out and said.

    Raises InputError: what `check_archive` raises, KORPU-INPUT-001 for no words, -015 too long, -017 damaged.
    """
    check_archive(raw)
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        found = list(_rows(book))
        title = str(book.properties.title or "").strip() or None
    except (InputError, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever the damage makes of its own assumptions
        raise InputError("KORPU-INPUT-017", "The workbook is damaged and cannot be opened.") from error
    return _put_together(found, title)


def _rows(book: Any) -> Iterator[tuple[str, int, int, int]]:
    """Yield the words of each row that has any, its number, that of its sheet, and how many formulas were left out."""
    left, size = MOST_ROWS, 0
    for number, sheet in enumerate(book.worksheets, 1):
        for row in sheet.iter_rows():
            left -= 1
            if left < 0:
                raise InputError("KORPU-INPUT-015", f"The workbook has more than {MOST_ROWS:,} rows.")
            formulas = sum(cell.data_type == "f" for cell in row)
            words = [shown(cell.value, cell.number_format) for cell in row if cell.data_type not in ("f", "e")]
            line = "\t".join(word for word in words if word)
            size += len(line)
            if size > 2 * MOST_CHARACTERS:
                raise InputError("KORPU-INPUT-015", f"The workbook has more than {MOST_CHARACTERS:,} characters.")
            if line or formulas:
                at = next((cell.row for cell in row if cell.value is not None), 0)
                yield line, at, number, formulas


def shown(value: Any, number_format: str | None = None) -> str:
    """Return the words of a cell as the sheet shows them.

    >>> shown(0.125, "0.0%"), shown(2000000, '[$EUR] #,##0'), shown(7.5)
    ('12.5%', 'EUR 2000000', '7.5')
    """
    form = number_format or "General"
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d") if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, int | float):
        return " ".join(str(value).replace("\0", "").split())
    number = Decimal(repr(value))
    if "%" in form:
        return f"{_plain(number * 100)}%"
    sign = next((a or b or c for a, b, c in _SIGN.findall(form) if (a or b or c).strip()), "").strip()
    return f"{sign} {_plain(number)}" if sign else _plain(number)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _put_together(found: list[tuple[str, int, int, int]], title: str | None) -> Extracted:
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for line, number, sheet, _ in found:
        if line:
            at += 2 if pieces else 0
            blocks.append(Block(at, at + len(line), "row", number, sheet))
            pieces.append(line)
            at += len(line)
    formulas = sum(row[3] for row in found)
    notes = (f"Left out, as formulas: {formulas} of the cells.",) if formulas else ()
    return Extracted(checked("\n\n".join(pieces)), title=title, blocks=tuple(blocks), notes=notes)
