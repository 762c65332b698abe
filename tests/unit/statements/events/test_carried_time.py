"""Whose time an event takes: its own, else that of what its words follow from."""

from __future__ import annotations

import pytest

from korpu.app.names import names
from korpu.statements.document import Document
from korpu.statements.read import read


@pytest.mark.parametrize(
    "before", ["Lithuania plans to build a library in Bucha in 2026.", "In 2023, Lithuania opened a school in Bucha."]
)
def test_a_total_so_far_is_not_of_the_time_told_before(before: str) -> None:
    text = f"{before} So far, Lithuania's aid to Ukraine has reached 14 million euros."
    found = read(Document(text, published="2025-04", language="en"), names([])).candidates
    total = next(c for c in found if c.amount == "14000000")
    assert total.when is None
