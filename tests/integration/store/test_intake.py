"""Sources come in once, with their candidates, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from korpu.app import intake
from korpu.app.books import Books, open_books
from korpu.documents import load
from korpu.kernel.errors import InputError, KorpuError, NotFoundError
from korpu.statements.document import Document
from korpu.statements.reading import Reading

TEXT = "Two transformers were delivered. A school was opened.\n"


def test_a_source_and_its_candidates_are_taken_in(books: Books) -> None:
    added = intake.add(books, TEXT.encode(), published="2025-05", title="Handover", url="https://example.org/1")
    assert (added.already, added.entry, len(added.reading.candidates)) == (False, "embassy-1", 2)
    (row,) = intake.sources(books)
    assert (row.id, row.title, row.published, row.characters, row.open) == (
        added.source, "Handover", "2025-05", len(TEXT), 2,
    )  # fmt: skip
    assert [p.candidate["quote"] for p in books.pending(source=added.source)] == [
        "Two transformers were delivered.",
        " A school was opened.",
    ]
    document = books.document(added.source)
    assert (document.text, document.id, document.url) == (TEXT, added.source, "https://example.org/1")
    assert intake.reading(books, added.source).candidates == added.reading.candidates


def test_the_same_words_twice_are_one_source(books: Books) -> None:
    first = intake.add(books, TEXT.encode(), published="2025-05")
    again = intake.add(books, b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert again.already
    assert (again.source, again.entry) == (first.source, first.entry)
    assert len(intake.sources(books)) == 1
    assert books.journal.head("embassy").seq == 1


def test_a_file_keeps_its_name_and_the_hash_of_its_bytes(books: Books, tmp_path: Path) -> None:
    file = tmp_path / "statement.txt"
    file.write_bytes("Гуманітарна допомога була передана до лікарні міста, а дітей прийняли.".encode("cp1251"))
    loaded = load(file, published="2026")
    added = intake.add(books, loaded)
    assert intake.sources(books)[0].filename == "statement.txt"
    kept = books.journal.text(added.source)
    assert kept is not None
    assert kept.raw_sha256 == loaded.raw_sha256 != added.source
    assert loaded.guessed


def test_a_note_for_file_says_who_told_whom(books: Books) -> None:
    added = intake.note(
        books, "The ferry sails in April.", who="the harbour master", whom="the desk", when="2026-03-02"
    )
    found = books.source(added.source)
    assert found is not None
    assert (found[1]["kind"], found[1]["who"], found[1]["whom"], found[1]["published"]) == (
        "note", "the harbour master", "the desk", "2026-03-02",
    )  # fmt: skip


@pytest.mark.parametrize("kwargs", [{"kind": "gossip"}, {"published": "last May"}])
def test_a_refused_source_changes_nothing(books: Books, kwargs: dict[str, str]) -> None:
    with pytest.raises(InputError):
        intake.add(books, TEXT.encode(), **kwargs)  # type: ignore[arg-type]
    for raw in (b"", b"\x00\x01\x02", TEXT.encode("utf-16-le"), bytes(range(1, 256)) * 9):
        with pytest.raises(InputError):
            intake.add(books, raw)
    assert intake.sources(books) == []
    assert books.journal.head("embassy").seq == 0


def test_a_reader_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def failing(document: Document, names: object) -> Reading:
        raise KorpuError("KORPU-X-001", "no")

    with open_books(tmp_path / "d", reader=failing) as books:
        with pytest.raises(KorpuError):
            intake.add(books, TEXT.encode())
        assert intake.sources(books) == []


def test_candidates_keep_their_keys_and_equal_ones_differ(books: Books) -> None:
    reading = intake.add(books, TEXT.encode()).reading
    twice = intake.pending_rows("src-1", reading.candidates + reading.candidates)
    assert len({row.key for row in twice}) == 4
    assert [row.key for row in intake.pending_rows("src-1", reading.candidates)] == [row.key for row in twice[:2]]


def test_what_is_not_there_is_said(books: Books) -> None:
    with pytest.raises(NotFoundError, match="KORPU-BOOKS-001"):
        books.candidate("c-0")
    with pytest.raises(NotFoundError, match="KORPU-BOOKS-002"):
        books.document("src-0")


def test_books_last_beyond_the_process_that_wrote_them(books: Books, accept: Callable[..., str]) -> None:
    added = intake.add(books, TEXT.encode())
    accept(books.pending()[0].key)
    with open_books(books.folder) as again:
        assert [row.accepted for row in again.sources()] == [1]
        assert again.document(added.source).text == TEXT


def test_two_folders_are_two_books(books: Books, tmp_path: Path) -> None:
    intake.add(books, TEXT.encode())
    with open_books(tmp_path / "other") as other:
        assert intake.sources(other) == []


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="KORPU-STORE-004"):
        open_books(tmp_path / "file")
