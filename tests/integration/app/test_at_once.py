"""Two people at work at once, and decisions taken back: nothing is accepted, taken in or taken back twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from korpu.app import claims, custody, intake, records, review
from korpu.app.books import Books, open_books
from korpu.kernel.errors import ConflictError
from korpu.statements.document import Document

TEXT = "In 2023 Norway allocated 5 million euros for pumps in Aley. The school in Aley was opened in May 2024."


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with open_books(tmp_path / "books") as opened:
        intake.add(opened, Document(TEXT, published="2024-06"), by="ann")
        yield opened


def meanwhile(monkeypatch: pytest.MonkeyPatch, books: Books, act: Callable[[], object]) -> None:
    """Let somebody else act just before the next unit of work of these books begins."""
    own = books.unit

    def unit() -> object:
        monkeypatch.setattr(books, "unit", own)
        act()
        return own()

    monkeypatch.setattr(books, "unit", unit)


def test_a_candidate_is_accepted_once(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    key = review.queue(books)[0].key
    meanwhile(monkeypatch, books, lambda: review.accept(books, key, by="ben"))
    with pytest.raises(ConflictError, match="accepted already"):
        review.accept(books, key, by="ann")
    assert len(list(books.journal.entries("claims"))) == 1


def test_all_are_accepted_once(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = len(review.queue(books))
    meanwhile(monkeypatch, books, lambda: review.accept_all(books, by="ben"))
    assert review.accept_all(books, by="ann").entries == 0
    assert len(list(books.journal.entries("claims"))) == waiting > 0


def test_a_source_is_taken_in_once(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Document("In 2024 Norway allocated 1 million euros for a bridge in Aley.")
    meanwhile(monkeypatch, books, lambda: intake.add(books, other, by="ben"))
    assert intake.add(books, other, by="ann").already
    assert len(books.sources()) == 2


def test_what_was_taken_back_is_not_taken_back_again(books: Books) -> None:
    entry = review.accept(books, review.queue(books)[0].key, by="ann")
    withdrawal = review.undo(books, entry, by="ann")
    with pytest.raises(ConflictError, match="already"):
        review.undo(books, entry, by="ann")
    review.undo(books, withdrawal, by="ann")
    assert len(records.ledger(books)) == 1
    assert review.undo(books, entry, by="ann")


def test_a_link_is_taken_back_once(books: Books) -> None:
    first, second = (review.accept(books, p.key, record="new", by="ann") for p in review.queue(books)[:2])
    one, two = (str((books.journal.payload(entry) or {})["record"]) for entry in (first, second))
    link = claims.link(books, one, "part_of", two, reason="same programme", by="ann")
    claims.unlink(books, link, by="ann")
    with pytest.raises(ConflictError, match="already"):
        claims.unlink(books, link, by="ann")


def test_a_source_is_not_taken_back(books: Books) -> None:
    with pytest.raises(ConflictError, match="is a source"):
        review.undo(books, books.sources()[0].entry, by="ann")


def test_new_books_opened_by_several_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    command = [sys.executable, "-m", "korpu", "add", str(tmp_path / "a.txt"), "--data", str(tmp_path / "new")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    said = [(p.communicate(timeout=60)[1].decode(), p.returncode) for p in running]
    assert [code for _, code in said] == [0, 0, 0], said
    with open_books(tmp_path / "new") as opened:
        assert len(opened.sources()) == 1
        assert custody.verify(opened).ok


def test_links_make_no_circle(books: Books) -> None:
    entries = [review.accept(books, p.key, record="new", by="ann") for p in review.queue(books)[:2]]
    one, two = (str((books.journal.payload(entry) or {})["record"]) for entry in entries)
    claims.link(books, one, "part_of", two, reason="same programme", by="ann")
    with pytest.raises(ConflictError, match="circle"):
        claims.link(books, two, "part_of", one, reason="mistaken", by="ann")
