"""A photograph is evidence like a quote: kept by its hash, shown beside its words, gone when it is erased."""

from __future__ import annotations

from pathlib import Path

import pytest

from korpu.app import custody, review
from korpu.app.attachments import attach, attachment_of, bytes_of
from korpu.app.books import Books, open_books
from korpu.kernel.errors import InputError, NotFoundError

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
SAYS = "The roof of the polyclinic in Irpin was completed in April 2025."


@pytest.fixture
def books(tmp_path: Path) -> Books:
    with open_books(tmp_path / "books") as opened:
        yield opened


def test_what_it_shows_is_the_quote_and_the_file_comes_back_as_it_was(books: Books) -> None:
    added = attach(books, PICTURE, name="roof.png", says=SAYS, place="Irpin", when="2025-04-23", by="ann")
    found, raw = bytes_of(books, added.source)
    assert raw == PICTURE
    assert (found.media, found.place, found.when) == ("image/png", "Irpin", "2025-04-23")
    (waiting,) = review.queue(books, source=added.source)
    review.accept(books, waiting.key, by="ann")
    assert custody.verify(books).ok
    assert attachment_of(books, "src-0000000000000000") is None


def test_an_erased_attachment_leaves_no_byte(books: Books, tmp_path: Path) -> None:
    added = attach(books, PICTURE, name="roof.png", says=SAYS, by="ann")
    custody.erase(books, added.entry, why="shows a child", approved_by="head", by="ann")
    with pytest.raises(NotFoundError):
        bytes_of(books, added.source)
    assert custody.verify(books).ok
    import base64

    kept = b"".join(p.read_bytes() for p in (tmp_path / "books").rglob("*") if p.is_file())
    assert base64.b64encode(PICTURE)[:200] not in kept
    assert SAYS.encode() not in kept


@pytest.mark.parametrize(
    ("raw", "says", "code"),
    [(b"GIF89a", SAYS, "001"), (b"\xff\xd8\xff" + b"0" * (8 << 20), SAYS, "002"), (PICTURE, " ", "003")],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(books: Books, raw: bytes, says: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        attach(books, raw, name="a", says=says, by="ann")
    assert refused.value.code == f"KORPU-ATTACH-{code}"
    assert books.sources() == []
