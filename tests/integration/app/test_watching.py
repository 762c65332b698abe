"""What is put into a watched folder is taken in once it is whole, each file once."""

from __future__ import annotations

from pathlib import Path

import pytest

from korpu.app.books import Books, open_books
from korpu.app.watching import Watch
from korpu.kernel.errors import InputError


@pytest.fixture
def books(tmp_path: Path) -> Books:
    with open_books(tmp_path / "books") as opened:
        yield opened


def test_a_file_is_taken_in_once_it_is_whole(books: Books, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    watch = Watch(folder, by="ann")
    (folder / "a.txt").write_text("The school in Orhei was opened on")
    assert list(watch.look(books)) == []
    (folder / "a.txt").write_text("The school in Orhei was opened on 5 May 2024.")
    assert list(watch.look(books)) == []  # it has changed since: somebody is still writing
    (seen,) = watch.look(books)
    assert seen.added is not None and not seen.added.already
    assert list(watch.look(books)) == []
    assert [row.title for row in books.sources()] == ["a"]


def test_a_bad_file_is_said_once_and_stops_nothing(books: Books, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bad.txt").write_bytes(b"")
    (folder / "good.txt").write_text("Ten beds were handed over on 5 May 2024.")
    (folder / "~$lock.docx").write_text("lock")
    watch = Watch(folder, by="ann")
    assert list(watch.look(books)) == []
    assert [(s.path.name, s.error and s.error.code) for s in watch.look(books)] == [
        ("bad.txt", "KORPU-INPUT-001"),
        ("good.txt", None),
    ]
    assert list(watch.look(books)) == []


def test_a_folder_that_is_not_there_is_said(books: Books, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(Watch(tmp_path / "none", by="ann").look(books))


def test_a_link_to_what_is_gone_is_passed_over(books: Books, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "inner").mkdir()
    watch = Watch(folder, by="ann")
    assert [*watch.look(books), *watch.look(books)] == []
