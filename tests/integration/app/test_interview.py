"""The interview goes in, everything is accepted by its first proposal, and the ledger holds each thing once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from korpu.app import intake, records, review
from korpu.app.books import Books, open_books
from korpu.kernel.stages import FINISHED
from korpu.ledger.record import Record

RUNNING = frozenset({"in_use", "opened", "ongoing", "completed"})


@pytest.fixture(scope="module")
def books(shared: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: object) -> Iterator[Books]:
    with django_db_blocker.unblock(), open_books(tmp_path_factory.mktemp("books")) as opened:  # type: ignore[attr-defined]
        intake.add(opened, (shared / "interview" / "interview.txt").read_bytes(), published="2025-05", by="desk")
        review.accept_all(opened, by="desk")
        yield opened


def quotes(record: Record) -> str:
    return " | ".join(dict.fromkeys(c.evidence.quote for c in record.claims)).casefold()


def about(found: list[Record], words: str) -> list[Record]:
    """Records of which a quote, and not only the sentence around it, matches."""
    return [r for r in found if re.search(words, " ".join([*r.title.values(), r.object or ""]).casefold())]


def test_works_in_irpin(books: Books) -> None:
    works = records.ledger(books, place="Irpin", kind="initiative")
    finished = [r for r in works if r.stage in FINISHED]
    planned = [r for r in works if r.stage in ("planned", "pledged")]
    assert {r.object for r in finished} == {"school", "polyclinic"}
    assert len(finished) == 2
    assert len(planned) == 4
    for words in ("cultural", "sport", "art", "residential"):
        assert len(about(planned, words)) == 1, words
    assert len(works) == 6


def test_energy_allocations(books: Books) -> None:
    priced = [r for r in records.ledger(books, kind="initiative", track="energy") if any(s.amount for s in r.steps)]
    stages = {s.amount.value["amount"]: r.stage for r in priced for s in r.steps if s.amount}
    assert stages == {"7600000": "allocated", "1000000": "delivered"}
    assert len(records.ledger(books, kind="initiative", track="energy")) == 2
    delivered = next(r for r in priced if r.stage == "delivered")
    assert [s.when.value for s in delivered.steps if s.stage == "delivered" and s.when] == ["2025-03"]


def test_ferry_and_oil_route(books: Books) -> None:
    assert len([r for r in records.ledger(books, kind="service") if r.stage in RUNNING]) == 1
    assert len([r for r in records.ledger(books, kind="link") if r.stage == "stopped"]) == 1


def test_city_pairs(books: Books) -> None:
    pairs = [frozenset(name for name, _ in r.parties) for r in records.ledger(books, kind="partnership")]
    named = {frozenset(p) for p in (("Baku", "Kyiv"), ("Cherkasy", "Sumgait"), ("Odesa", "Ganja"), ("Irpin", "Lachin"))}
    assert len(pairs) == 4
    assert all(any(pair <= found for found in pairs) for pair in named)


def test_memoranda(books: Books) -> None:
    papers = records.ledger(books, kind="agreement")
    assert len(papers) == 2
    assert sum("strategic partnership between" in quotes(r) for r in papers) == 1
    assert sum("ministry of ecology" in quotes(r) for r in papers) == 1


def test_decisions_of_the_climate_conference(books: Books) -> None:
    decided = records.ledger(books, kind="decision", track="climate")
    assert len(decided) >= 6
    for words in ("quantified goal", "article 6", "loss and damage", "roadmap", "dialogue", "technology", "workplan"):
        assert len(about(decided, words)) == 1, words


def test_one_thing_one_record(books: Books) -> None:
    everything = records.ledger(books)
    (clinic,) = [r for r in everything if r.object == "polyclinic"]
    assert len({c.entry for c in clinic.claims}) >= 5
    assert {"en", "uk"} <= {c.evidence.language for c in clinic.claims}
    assert len([r for r in everything if r.object == "school"]) == 1
    for record in everything:
        numbers = {
            (g["group"], g["ordinal"])
            for g in (c.value for c in record.claims if c.property == "group")
            if g["ordinal"]
        }
        assert len({ordinal for _, ordinal in numbers}) <= 1, record.name()
