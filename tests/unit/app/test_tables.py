from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from korpu.app.tables import xlsx


def cells(raw):
    return [list(row) for row in load_workbook(BytesIO(raw)).active.iter_rows()]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://x")'])
def test_text_that_looks_like_a_formula_stays_text(text):
    cell = cells(xlsx("list", ["a"], [[text]]))[1][0]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\r", "\n")


def test_numbers_keep_their_sign_and_are_numbers():
    row = cells(xlsx("list", ["a", "b", "c"], [["-7600000", Decimal("1.5"), "-1"]], numbers=(0,)))[1]
    assert [cell.data_type for cell in row] == ["n", "n", "s"]
    assert row[0].value == -7_600_000


@given(st.text(max_size=60))
def test_no_text_becomes_a_formula_or_breaks_the_file(text):
    row = cells(xlsx("list", ["a", "b"], [[text, 1]]))[1]
    assert row[0].data_type in ("s", "n", "inlineStr")
    assert row[0].data_type != "n" or row[0].value is None
