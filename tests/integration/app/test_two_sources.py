"""The same works told by an ambassador and by the press meet on one record, through the whole reading."""

from __future__ import annotations

from pathlib import Path

from korpu.app import intake, records, reports, review
from korpu.app.books import open_books
from korpu.statements.document import Document

STATEMENT = """\
In 2024 Denmark allocated 5 million euros for generators for Ukraine. This comes on top of 2 million euros that were \
allocated for generators in 2022.

Our first project was the renovation of a school in Mykolaiv, and the hospital in Mykolaiv was the second. Two further \
projects in Mykolaiv are planned. The first project is the construction of a library. The second project is the \
construction of a bridge.
"""
PRESS = "On 12 May 2025 the renovated hospital in Mykolaiv was opened. The library in Mykolaiv is under construction."


def test_the_press_finds_the_records_of_the_statement(tmp_path: Path) -> None:
    with open_books(tmp_path / "books") as books:
        intake.add(books, Document(STATEMENT, published="2025-03"), by="ann")
        review.accept_all(books, by="ann")
        works = {r.object: r for r in records.ledger(books, place="Mykolaiv", kind="initiative")}
        assert set(works) == {"school", "hospital", "library", "bridge"}
        assert {works["library"].stage, works["bridge"].stage} == {"planned"}

        told = intake.add(books, Document(PRESS, published="2025-05-13", kind="press"), by="ann")
        for waiting in review.queue(books, source=told.source):
            best = review.proposals(books, waiting.key)[0]
            if waiting.candidate.object in works:
                assert best.record == works[waiting.candidate.object].id
                assert best.reasons
        review.accept_all(books, source=told.source, by="ann")
        again = {r.object: r for r in records.ledger(books, place="Mykolaiv", kind="initiative")}
        assert {name: r.id for name, r in again.items()} == {name: r.id for name, r in works.items()}
        assert again["hospital"].stage == "opened"
        assert {c.record.object for c in reports.changes(books, "2025-04", "2025-06")} >= {"hospital"}


def test_money_of_two_years_stays_two_allocations(tmp_path: Path) -> None:
    with open_books(tmp_path / "books") as books:
        intake.add(books, Document(STATEMENT, published="2025-03"), by="ann")
        review.accept_all(books, by="ann")
        given = [r for r in records.ledger(books, kind="initiative", track="energy") if any(s.amount for s in r.steps)]
        assert sorted(s.amount.value["amount"] for r in given for s in r.steps if s.amount) == ["2000000", "5000000"]
        assert len(given) == 2


def test_the_trade_of_other_countries_is_another_measure(tmp_path: Path) -> None:
    sweden = "Trade between Sweden and Moldova reached 120 million euros in 2024."
    kenya = "Trade between Singapore and Kenya reached 900 million dollars in 2024."
    with open_books(tmp_path / "books") as books:
        for text in (sweden, kenya, "Trade between Sweden and Moldova was 95 million euros in 2023."):
            intake.add(books, Document(text, published="2025-02"), by="ann")
            review.accept_all(books, by="ann")
        measures = records.ledger(books, kind="measure")
        told = sorted(sorted(s.amount.value["amount"] for s in r.steps if s.amount) for r in measures)
        assert told == [["120000000", "95000000"], ["900000000"]]
