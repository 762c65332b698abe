"""What a person types is checked before it reaches the books, because nothing there is ever edited."""

from __future__ import annotations

import pytest

from korpu.app.edits import edited
from korpu.kernel.errors import KorpuError
from korpu.statements.reading import Candidate

CANDIDATE = Candidate(((0, 4),), "Text", "initiative", "energy", "allocated", amount="5", currency="EUR", rule="money")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", "abc"), ("amount", "NaN"), ("amount", "-5"), ("amount", "1,5"), ("count", "Infinity"),
        ("stage", "flown"), ("track", "none such"), ("kind", "thing"), ("currency", "XX"), ("currency", "eur"),
        ("when", "yesterday"), ("when", "2025-13"), ("colour", "red"),
    ],
)  # fmt: skip
def test_what_the_ledger_cannot_read_is_refused(field: str, value: str) -> None:
    with pytest.raises(KorpuError) as refused:
        edited(CANDIDATE, {field: value})
    assert refused.value.code in ("KORPU-REVIEW-004", "KORPU-TIME-001")


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("amount", "2,000,000.50", "2000000.50"), ("amount", "2 000 000", "2000000"), ("count", "12", "12"),
        ("amount", "", None), ("stage", "delivered", "delivered"), ("when", "2025-03/2025-05", "2025-03/2025-05"),
        ("currency", "UAH", "UAH"), ("track", None, None),
    ],
)  # fmt: skip
def test_corrections_are_taken(field: str, value: str | None, kept: str | None) -> None:
    assert getattr(edited(CANDIDATE, {field: value}), field) == kept
