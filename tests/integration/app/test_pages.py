"""A quote is shown on the page of its PDF, for as long as no word of that file was erased."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.unit.documents.typeset import as_pdf

from korpu.app import custody, intake, originals, pages, review
from korpu.app.books import Books, open_books
from korpu.documents import load
from korpu.kernel.errors import InputError, NotFoundError

SAID = "The embassy delivered 15 generators to Kharkiv in May 2025."
CHILD = "Among the guests was Olena Prykladenko, 9 years, from Kharkiv."
FILLER = "\n\n".join(f"Village {n} asked for a new roof, and its head thanked all who help." for n in range(160))
TEXT = f"{CHILD}\n\n{FILLER}\n\n{SAID}"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return as_pdf(TEXT)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with open_books(tmp_path / "books") as opened:
        yield opened


def test_a_quote_is_found_on_its_page(books: Books, pdf: bytes) -> None:
    added = intake.add(books, load(pdf, filename="aid.pdf"), by="ann")
    ranges = pages.find(books, added.source, "delivered 15  generators to Kharkiv")
    number = pages.page_number(books, added.source, ranges)
    last = len(originals.extents(books, added.source))
    assert number == last > 2
    shown = pages.sheet(books, added.source, number, ranges)
    assert shown.lines == ()
    (mark,) = shown.marks
    assert 0 < mark.left < mark.right < shown.width
    for png in (pages.picture(books, added.source, number), pages.marked(books, shown)):
        assert png.startswith(b"\x89PNG")
    assert pages.picture(books, added.source, 1) != pages.picture(books, added.source, number)
    assert custody.verify(books).ok


def test_the_file_is_kept_with_the_books_and_in_a_backup(books: Books, pdf: bytes, tmp_path: Path) -> None:
    added = intake.add(books, load(pdf, filename="aid.pdf"), by="ann")
    assert intake.add(books, pdf, by="ann").already
    custody.rebuild(books)
    custody.backup(books, tmp_path / "copy")
    with open_books(tmp_path / "copy") as copied:
        found = originals.original_of(copied, added.source)
        assert found is not None
        assert (found.name, found.size, found.kept) == ("aid.pdf", len(pdf), True)
        assert originals.file_of(copied, found) == pdf
        assert pages.picture(copied, added.source, 1).startswith(b"\x89PNG")


def test_erased_words_take_their_file_with_them(books: Books, pdf: bytes) -> None:
    added = intake.add(books, pdf, by="ann")
    text = books.document(added.source).text
    pages.picture(books, added.source, 1)
    start = text.index("Among")
    said = [{"property": "title", "value": {"en": "Guests"}}]
    evidence = {"source": added.source, "ranges": [[start, start + len(CHILD)]], "quote": CHILD}
    entry = books.write(
        {"type": "claims", "record": "r", "kind": "event", "claims": said, "evidence": evidence}, by="ann"
    )
    kept = originals.original_of(books, added.source)
    assert kept is not None
    done = custody.erase(books, entry, why="names a child", approved_by="head", by="ann")
    assert kept.entry in done.also
    assert originals.original_of(books, added.source) is None
    assert originals.was_erased(books, added.source)
    for ask in (lambda: pages.picture(books, added.source, 1), lambda: pages.sheet(books, added.source, 1)):
        with pytest.raises(NotFoundError, match="KORPU-PAGE-001"):
            ask()
    assert pages.page_number(books, added.source, pages.find(books, added.source, SAID)) == kept.pages
    held = b"".join(p.read_bytes() for p in books.folder.rglob("*") if p.is_file())
    packed = [page for page in load(pdf).pages if page.start == 0]
    from korpu.documents.packed import pack

    assert pdf[200:400] not in held
    assert base64.b64encode(pdf)[:300] not in held
    assert pack(packed[0])[5].encode()[:80] not in held
    assert b"Prykladenko" not in held
    assert custody.verify(books).ok
    assert intake.add(books, pdf, by="ann").already  # what was erased does not come back by adding the file again
    assert originals.original_of(books, added.source) is None


def test_a_source_goes_with_its_file(books: Books, pdf: bytes) -> None:
    added = intake.add(books, pdf, by="ann")
    custody.erase(books, added.entry, why="withdrawn", approved_by="head", by="ann")
    held = b"".join(p.read_bytes() for p in books.folder.rglob("*") if p.is_file())
    assert base64.b64encode(pdf)[:300] not in held
    assert custody.verify(books).ok


def test_of_a_large_file_the_words_and_their_places_are_kept(
    books: Books, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "MOST_BYTES", len(pdf) - 1)
    added = intake.add(books, pdf, by="ann")
    found = originals.original_of(books, added.source)
    assert found is not None
    assert not found.kept
    shown = pages.sheet(books, added.source, 1, pages.find(books, added.source, CHILD))
    assert shown.marks
    assert CHILD in [line.text for line in shown.lines]
    assert sum(len(line.text) for line in shown.lines) > 1000
    with pytest.raises(NotFoundError, match="KORPU-PAGE-001"):
        pages.picture(books, added.source, 1)
    held = b"".join(p.read_bytes() for p in books.folder.rglob("*") if p.is_file())
    assert base64.b64encode(pdf)[:300] not in held


def test_a_pdf_that_came_with_a_mail_has_its_pages(books: Books, pdf: bytes) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "For your files", "press@example.org"
    mail.set_content("Please find the statement attached.")
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="aid.pdf")
    (attached,) = intake.add(books, mail.as_bytes(), by="ann").attached
    assert pages.picture(books, attached.source, 1).startswith(b"\x89PNG")


def test_what_has_no_pages_says_so(books: Books, pdf: bytes) -> None:
    added = intake.add(books, SAID.encode(), by="ann")
    assert pages.page_number(books, added.source, ((0, 5),)) is None
    with pytest.raises(NotFoundError, match="KORPU-PAGE-001"):
        pages.sheet(books, added.source, 1)
    other = intake.add(books, pdf, by="ann")
    with pytest.raises(NotFoundError, match="KORPU-PAGE-003"):
        pages.sheet(books, other.source, 99)
    with pytest.raises(InputError, match="KORPU-PAGE-004"):
        pages.find(books, other.source, "delivered 16 generators")


def test_claims_rest_on_their_page(books: Books, pdf: bytes) -> None:
    added = intake.add(books, pdf, by="ann")
    review.accept_all(books, by="ann")
    claims = [c for c in books.claims.claims() if "generators" in c.evidence.quote]
    assert {pages.page_number(books, added.source, c.evidence.ranges) for c in claims} == {
        len(originals.extents(books, added.source))
    }


@pytest.mark.parametrize(("first", "expected"), [(0, 1), (9, 1), (10, 1), (12, 2), (30, 2), (31, 4), (99, 4)])
def test_words_between_pages_are_on_the_page_before(first: int, expected: int) -> None:
    extents = [(0, 10), (12, 30), (30, 30), (31, 40)]
    assert pages.number_at(extents, ((first, first + 1),)) == expected
    assert pages.number_at([], ((0, 1),)) is None
