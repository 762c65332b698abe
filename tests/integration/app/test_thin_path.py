"""From a candidate accepted to the record in the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from korpu.app import intake, records, review
from korpu.app.books import Books, open_books
from korpu.kernel.errors import ConflictError
from korpu.ledger.contract import record_json
from korpu.statements.document import Document
from korpu.statements.reading import Candidate, Figure, Party, Reading

TEXT = "We finished the school in Aley. In March 2024 the school opened. We gave 5 million euros for pumps in 2023."


def read(document: Document, names: Any) -> Reading:
    """Stand in for the reading of statements: what is in TEXT."""
    school = Candidate(
        ranges=((0, 31),), quote=TEXT[0:31], kind="initiative", track="recovery", stage="completed", place="Aley",
        object="school", title="school in Aley", parties=(Party("Norway", "donor"),), rule="works",
    )  # fmt: skip
    opened = Candidate(
        ranges=((32, 64),), quote=TEXT[32:64], kind="event", track="recovery", stage="opened", place="Aley",
        object="school", title="the school", when="2024-03", rule="opening",
    )  # fmt: skip
    pumps = Candidate(
        ranges=((65, 108),), quote=TEXT[65:108], kind="initiative", track="energy", stage="allocated", amount="5000000",
        currency="EUR", when="2023", object="pump", title="pumps", figures=(0,), rule="money",
    )  # fmt: skip
    money = Figure(73, 88, TEXT[73:88], "money", "5000000", "5000000", "5000000", "EUR")
    return Reading(document, "en", (), (money,), (school, opened, pumps))


@pytest.fixture
def books(tmp_path: Path) -> Books:
    with open_books(tmp_path / "books", reader=read) as opened:
        intake.add(opened, Document(TEXT, published="2024-05"), by="ann")
        yield opened


def test_one_by_one(books: Books) -> None:
    first, second, third = (p.key for p in review.queue(books))
    ranked = review.proposals(books, first)
    assert ranked[0].record is None
    entry = review.accept(books, first, by="ann")
    ranked = review.proposals(books, second)
    assert ranked[0].record is not None
    assert "same kind of object: school" in ranked[0].reasons
    review.accept(books, second, by="ann")
    review.reject(books, third, reason="not ours", by="ann")
    (school,) = records.ledger(books)
    assert (school.kind, school.stage, school.place) == ("initiative", "opened", "Aley")
    assert all(c.reviewed for c in school.claims)
    with pytest.raises(ConflictError):
        review.accept(books, first, by="ann")
    review.undo(books, entry, by="ann")
    assert [p.key for p in review.queue(books)] == [first]
    assert records.ledger(books)[0].stage == "opened"


def test_all_by_the_first_proposal(books: Books) -> None:
    done = review.accept_all(books, by="ann")
    assert (done.entries, done.records) == (3, 2)
    school, pumps = records.ledger(books)
    assert [s.stage for s in school.steps] == ["completed", "opened"]
    assert not any(c.reviewed for c in school.claims)
    line = record_json(pumps)
    assert line["steps"][0]["amount"] == "5000000"
    assert line["steps"][0]["claims"][0]["quote"] == TEXT[65:108]
    assert [r.id for r in records.ledger(books, stage="in_use")] == [school.id]
    assert records.ledger(books, place="aley", kind="initiative", text="school", said="2024-06") == [school]
    assert records.ledger(books, said="2024-01") == []


def test_edits_and_named_record(books: Books) -> None:
    key = review.queue(books)[0].key
    review.accept(books, key, record="rec-aley", edits={"kind": "initiative", "title": "School no. 2"}, by="ann")
    assert records.record(books, "rec-aley").name() == "School no. 2"
    assert [h.type for h in records.history(books, "rec-aley")] == ["claims"]
    assert [h.id for h in records.suggest(books, "scho")] == ["rec-aley"]
