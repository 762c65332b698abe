"""Verifying, backing up and rebuilding."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from korpu.app import custody, intake
from korpu.app.books import Books, open_books
from korpu.kernel.errors import ConflictError, InputError, IntegrityError

Accept = Callable[..., str]


@pytest.fixture
def filled(books: Books, accept: Accept) -> Books:
    intake.add(books, b"Two transformers were delivered. A school was opened.")
    accept(books.pending()[0].key)
    return books


def test_a_backup_verifies_and_opens_as_books(filled: Books, tmp_path: Path) -> None:
    done = custody.backup(filled, tmp_path / "copy")
    assert done.verified.ok
    assert done.verified.entries == 2
    assert sorted(p.name for p in (tmp_path / "copy").iterdir()) == ["korpu.sqlite3"]
    with open_books(tmp_path / "copy") as copy:
        assert custody.verify(copy).ok
        assert copy.claims.claims() == filled.claims.claims()


def test_a_backup_never_overwrites(filled: Books, tmp_path: Path) -> None:
    target = tmp_path / "monday.sqlite3"
    assert custody.backup(filled, target).path == target
    with pytest.raises(ConflictError, match="KORPU-CUSTODY-001"):
        custody.backup(filled, target)
    with pytest.raises(ConflictError, match="KORPU-CUSTODY-001"):
        custody.backup(filled, filled.folder)


def test_a_backup_to_an_impossible_place_leaves_nothing(filled: Books, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="KORPU-CUSTODY-002"):
        custody.backup(filled, tmp_path / "file" / "below")


def test_a_backup_of_altered_books_is_refused(filled: Books, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled.path)) as raw:
        raw.executescript("DROP TRIGGER entry_no_update; UPDATE store_entry SET author = 'x' WHERE seq = 1;")
    with pytest.raises(IntegrityError, match="KORPU-CUSTODY-003"):
        custody.backup(filled, tmp_path / "copy")
    assert not list((tmp_path / "copy").iterdir())


def test_a_damaged_file_is_said_to_be_so(filled: Books, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled.path)) as raw:
        raw.execute("DROP TABLE store_text")
    verdict = custody.verify(filled)
    assert verdict.first_bad == "korpu.sqlite3"
    assert "store_text" in (verdict.reason or "")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "korpu.sqlite3").write_text("not a database, but long enough to be read as one" * 9)
    with pytest.raises(IntegrityError, match="KORPU-STORE-006"):
        open_books(tmp_path / "other")


def test_what_was_tampered_with_in_projections_is_rebuilt(filled: Books) -> None:
    before = filled.pending(state=None), filled.claims.claims()
    with closing(sqlite3.connect(filled.path)) as raw:
        raw.executescript("DELETE FROM store_claims; UPDATE store_pending SET state = 'rejected';")
    assert not custody.verify(filled).ok
    assert custody.rebuild(filled) == 2
    assert custody.verify(filled).ok
    assert (filled.pending(state=None), filled.claims.claims()) == before
