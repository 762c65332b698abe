"""Claims by hand, links, balances, promises, totals and changes on real books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from korpu.app import claims, intake, records, reports, review
from korpu.app.books import Books, open_books
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.statements.document import Document
from korpu.statements.reading import Figure, Reading

TEXT = "Aid of 10 million euros was given in all. A pump for 3 million euros came. A school is planned for 2024."


def read(document: Document, names: Any) -> Reading:
    """Stand in for the reading of statements: two amounts and a year."""
    figures = tuple(
        Figure(start, start + len(words), words, kind, value, value, value, unit)
        for words, kind, value, unit in (
            ("10 million euros", "money", "10000000", "EUR"),
            ("3 million euros", "money", "3000000", "EUR"),
            ("2024", "date", "2024", None),
        )
        if (start := document.text.find(words)) >= 0
    )
    return Reading(document, "en", (), figures)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with open_books(tmp_path / "books", reader=read) as opened:
        yield opened


def spot(words: str) -> list[tuple[int, int]]:
    start = TEXT.index(words)
    return [(start, start + len(words))]


@pytest.fixture
def filled(books: Books) -> Books:
    source = intake.add(books, Document(TEXT, published="2023-06"), by="ann").source
    given = {"parties": [{"party": "Norway", "role": "donor"}]}
    total = {"title": "Aid in all", "track": "humanitarian", "stage": "delivered", "amount": "10000000", **given}
    total["currency"] = "EUR"
    pump = {"title": "Pump", "track": "energy", "stage": "delivered", "amount": "3000000", "currency": "EUR", **given}
    school = {"title": "School", "track": "recovery", "stage": "planned", "when": "2024", "place": "Aley", **given}
    first, second, third = (words + "." for words in TEXT[:-1].split(". "))
    claims.claim(books, source, spot(first), kind="measure", record="rec-aid", properties=total, by="ann")
    claims.claim(books, source, spot(second), kind="initiative", record="rec-pump", properties=pump, by="ann")
    claims.claim(books, source, spot(third), kind="initiative", record="rec-school", properties=school, by="ann")
    return books


def test_prefill_takes_the_figures_in_the_selection(filled: Books) -> None:
    source = intake.sources(filled)[0].id
    said = claims.prefill(filled, source, spot("A pump for 3 million euros came."))
    assert (said.amount, said.currency, said.quote) == ("3000000", "EUR", "A pump for 3 million euros came.")
    assert claims.prefill(filled, source, spot("planned for 2024")).when == "2024"
    with pytest.raises(InputError):
        claims.prefill(filled, source, [(5, 5)])


def test_balance_counts_once_and_leaves_totals_out(filled: Books) -> None:
    (row,) = [r for r in reports.balance(filled, by="track") if r.key == "energy"]
    assert {stage: str(s.amount) for stage, s in row.furthest.items()} == {"delivered": "3000000"}
    assert {r.key for r in reports.balance(filled, by="track")} == {"energy", "recovery"}
    with pytest.raises(InputError):
        reports.balance(filled, by="colour")


def test_total_against_parts_names_what_has_no_price(filled: Books) -> None:
    (total,) = reports.totals(filled)
    assert [(r.id, str(s.amount)) for r, s in total.parts] == [("rec-pump", "3000000")]
    assert total.unpriced == ()  # the school is planned for after the total was stated
    assert (str(total.rest), total.verdict) == ("7000000", "rest")


def test_late_once_its_time_is_past(filled: Books) -> None:
    assert [(r.record.id, r.state) for r in reports.late(filled, on="2024-12-31")] == [("rec-school", "due")]
    assert [(r.state, r.days) for r in reports.late(filled, on=date(2025, 1, 2))] == [("late", 2)]


def test_links_merge_and_part_again(filled: Books) -> None:
    entry = claims.link(filled, "rec-pump", "same_as", "rec-school", reason="one and the same", by="ann")
    assert records.record(filled, "rec-school").id == records.record(filled, "rec-pump").id
    assert len(records.ledger(filled)) == 2
    with pytest.raises(ConflictError):
        claims.link(filled, "rec-pump", "same_as", "rec-school", reason="again", by="ann")
    claims.unlink(filled, entry, by="ann")
    assert len(records.ledger(filled)) == 3
    with pytest.raises(NotFoundError):
        claims.link(filled, "rec-pump", "part_of", "rec-moon", reason="?", by="ann")
    claims.link(filled, "rec-pump", "part_of", "rec-aid", reason="named among it", by="ann")
    assert records.record(filled, "rec-pump").relations[0].other == "rec-aid"


def test_changes_by_when_it_was_said(filled: Books) -> None:
    later = intake.add(
        filled, Document("The school in Aley opened.", published="2024-09", kind="press"), by="ann"
    ).source
    properties = {"stage": "opened", "when": "2024-09"}
    claims.claim(filled, later, [(0, 26)], kind="initiative", record="rec-school", properties=properties, by="ann")
    found = reports.changes(filled, "2024-01", "2024-12")
    assert [(c.record.id, c.what, c.after) for c in found] == [
        ("rec-school", "stage", "opened"),
        ("rec-school", "step", "opened"),
    ]
    assert reports.late(filled, on="2026-01-01") == []


def test_a_note_for_file_is_oral(books: Books) -> None:
    told = intake.note(books, "They will send 3 million euros.", who="Mr Berg", whom="Ann", when="2025-01", by="ann")
    stated = {"title": "Money", "stage": "pledged"}
    claims.claim(books, told.source, [(0, 31)], kind="obligation", properties=stated, by="ann")
    assert all(c.evidence.oral for c in records.ledger(books)[0].claims)


def test_nothing_waits_and_nothing_is_found(filled: Books) -> None:
    assert review.queue(filled) == []
    assert [row.finding.check for row in reports.findings(filled)] == ["deadline"]
