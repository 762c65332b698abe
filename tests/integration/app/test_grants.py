"""Grants of different years and sums to one town are different grants, whatever words and language tell of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from korpu.app import intake, review
from korpu.app.books import open_books
from korpu.app.records import ledger

SUMS = (("2021", "200,000"), ("2022", "350,000"), ("2023", "410,000"), ("2024", "1,200,000"))
WAYS = (
    "In {year} the Czech government gave {sum} euros to the city of Mykolaiv for water supply.",
    "In {year}, the foundation awarded the town of Bucha a grant worth {sum} euros for the training of teachers.",
    "Poland signed a grant agreement of {sum} euros with the city of Lviv in {year}.",
    "In {year} the city of Irpin received {sum} dollars from Azerbaijan for reconstruction.",
    "У {year} році Ірпінь отримав від Азербайджану грант на {sum} доларів.",
    "{year}-ci ildə Azərbaycan İrpin şəhərinə {sum} dollar qrant ayırıb.",
    "В {year} году Ирпень получил грант на {sum} долларов от Азербайджана.",
)


@pytest.mark.parametrize("way", WAYS, ids=[way.split("{")[0] + str(n) for n, way in enumerate(WAYS)])
@pytest.mark.parametrize("together", [True, False])
def test_each_grant_has_a_record(tmp_path: Path, way: str, together: bool) -> None:
    told = [way.format(year=year, sum=figure) for year, figure in SUMS]
    if not way.isascii():
        told = [text.replace(",", " ") for text in told]
    with open_books(tmp_path / "books") as books:
        for text in [" ".join(told)] if together else told:
            intake.add(books, text.encode(), published="2025-02-01", by="ann")
            review.accept_all(books, by="ann")
        found = [[step.amount.value["amount"] for step in r.steps if step.amount] for r in ledger(books)]
    assert sorted(found) == sorted([figure.replace(",", "")] for _, figure in SUMS)
