"""A workbook of lines is read row by row; what its cells show is what stands in the text."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from korpu.documents import load
from korpu.documents.xlsx import shown
from korpu.kernel.errors import InputError
from korpu.statements.read import read


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_every_row_is_a_line() -> None:
    loaded = load(workbook(("City", "What"), ("Irpin", "The school was opened on 1 September 2022."), (), ("Bucha", 7)))
    assert loaded.text == "City\tWhat\n\nIrpin\tThe school was opened on 1 September 2022.\n\nBucha\t7"
    assert [(b.number, b.within) for b in loaded.blocks] == [(1, 1), (2, 1), (4, 1)]
    assert [f.value for f in read(loaded).figures if f.kind == "date"] == ["2022-09-01"]


def test_money_dates_and_percents_are_written_as_the_sheet_shows_them() -> None:
    assert shown(date(2025, 5, 3)) == "2025-05-03"
    assert shown(1500000, '"$"#,##0') == "$ 1500000"
    assert shown(0.25, "0%") == "25%"
    assert shown(1500000.5, "[$€-2] #,##0.00") == "€ 1500000.5"


def test_formulas_are_left_out_and_said() -> None:
    loaded = load(workbook(("Total", "=SUM(A2:A9)"), ("Cable", "12 km")))
    assert "SUM" not in loaded.text
    assert loaded.notes == ("Left out, as formulas: 1 of the cells.",)


def test_a_workbook_without_words_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        load(workbook((None,)))
    assert refused.value.code == "KORPU-INPUT-001"
