"""Review at speed: what is likely is accepted together and taken back together; decisions move the confidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from korpu.app import intake, records, review
from korpu.app.agreement import Agreement, agreements, chance
from korpu.app.books import Books, open_books
from korpu.app.bulk import Chosen, accept_all, undo_batch
from korpu.kernel.errors import NotFoundError
from korpu.statements.document import Document
from korpu.statements.reading import Candidate, Reading

TEXT = " ".join(f"We gave {n} pumps to town number {n}." for n in range(10, 20))


def read(document: Document, names: Any) -> Reading:
    """Stand in for the reading: every other sentence by another rule."""
    starts = [i for i in range(len(TEXT)) if TEXT.startswith("We gave", i)]
    found = tuple(
        Candidate(
            ranges=((start, start + 30),), quote=TEXT[start : start + 30], kind="initiative", track="energy",
            stage="delivered", place=f"Town {k}", object="pump", title=f"pumps {k}",
            rule="main.deliver" if k % 2 else "sub.act", confidence=0.8 if k % 2 else 0.4,
        )
        for k, start in enumerate(starts)
    )  # fmt: skip
    return Reading(document, "en", (), (), found)


@pytest.fixture
def books(tmp_path: Path) -> Books:
    with open_books(tmp_path / "books", reader=read) as opened:
        intake.add(opened, Document(TEXT, published="2024-05"), by="ann")
        yield opened


def test_only_the_chosen_are_accepted_and_taken_back_at_once(books: Books) -> None:
    done = accept_all(books, only=Chosen(rule="main"), by="ann")
    assert (done.entries, len(review.queue(books))) == (5, 5)
    assert not any(c.reviewed for record in records.ledger(books) for c in record.claims)
    assert done.batch is not None
    assert undo_batch(books, done.batch, by="ann") == 5
    assert (len(review.queue(books)), list(records.ledger(books))) == (10, [])
    with pytest.raises(NotFoundError):
        undo_batch(books, done.batch, by="ann")


def test_likely_ones_are_told_by_what_people_decided(books: Books) -> None:
    assert accept_all(books, only=Chosen(at_least=0.9), by="ann").entries == 0
    weak = [p for p in review.queue(books) if p.candidate.rule == "sub.act"]
    for found in weak[:4]:
        review.accept(books, found.key, record="new", by="ann")
    strong = [p for p in review.queue(books) if p.candidate.rule == "main.deliver"]
    review.accept(books, strong[0].key, record="new", edits={"stage": "shipped"}, by="ann")
    review.reject(books, strong[1].key, reason="not ours", by="ann")
    known = {a.rule: a for a in agreements(books)}
    assert (known["sub.act"].accepted, known["main.deliver"].corrected, known["main.deliver"].rejected) == (4, 1, 1)
    assert chance(weak[4].candidate, known.values())[0] == 0.6
    assert accept_all(books, only=Chosen(at_least=0.6, rule="sub"), by="ann").entries == 1


def test_what_nobody_looked_at_says_nothing_of_a_rule(books: Books) -> None:
    accept_all(books, by="ann")
    assert agreements(books) == []


def test_shares_have_an_interval_that_holds_for_few_decisions() -> None:
    low, high = Agreement("main.pay", "en", accepted=9, rejected=1).interval or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)  # Wilson's interval for 9 of 10
    assert Agreement("main.pay", "en").interval is None
