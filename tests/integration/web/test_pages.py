"""The page of a PDF in the workbench: its picture, the marked quote, and what is said where there is none."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.unit.documents.typeset import as_pdf

from korpu.app import custody, originals, review

TEXT = "\n\n".join(f"Village {n} asked for a <b>roof</b> and thanked all who help." for n in range(120))
SAID = "Norway allocated 7.6 million US dollars in 2023."


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return as_pdf(f"{TEXT}\n\n{SAID}")


@pytest.fixture
def source(desk, pdf) -> str:
    file = SimpleUploadedFile("aid.pdf", pdf, content_type="application/pdf")
    return desk.post("/sources/add/", {"file": file, "published": "2025-02", "kind": "press"})["Location"]


def test_the_card_shows_the_lines_of_the_page(desk, held, source) -> None:
    (waiting,) = review.queue(held)
    review.accept(held, waiting.key, by="ann")
    claim = next(c for c in held.claims.claims() if c.property == "amount")
    card = desk.get(f"/ledger/{claim.record}/evidence/{claim.id}/").content.decode()
    assert '<rect class="marked"' in card
    url = re.search(r'href="(/sources/[^"]+/pages/(\d+)/\?at=[^"]+)"', card)
    assert url is not None
    page = desk.get(url[1].replace("&amp;", "&")).content.decode()
    assert f"Page {url[2]} of {url[2]}" in page
    assert SAID in page
    picture = re.search(r'<image href="([^"]+)"', page)
    assert picture is not None
    answer = desk.get(picture[1])
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "private, no-store")
    assert answer.content.startswith(b"\x89PNG")


def test_the_reader_shows_where_pages_begin(desk, source) -> None:
    page = desk.get(source).content.decode()
    marks = re.findall(r'class="pagemark"[^>]*href="([^"]+)">Page (\d+)<', page)
    assert [int(number) for _, number in marks] == list(range(1, len(marks) + 1))
    assert len(marks) > 1
    assert desk.get(marks[-1][0]).status_code == 200


def test_a_quote_is_looked_for_on_every_page(desk, source) -> None:
    found = desk.get(f"{source}pages/1/", {"quote": "allocated 7.6   million US dollars"}).content.decode()
    assert '<rect class="marked"' in found
    assert "Page 1 of" not in found
    other = desk.get(f"{source}pages/1/", {"quote": "allocated 7.7 million <b>"}).content.decode()
    assert "The source does not say this in these words." in other
    assert "million <b>" not in other


@pytest.mark.parametrize("at", ["9999999-99999999", "5-3", "x", "0-5,,7", "0-99999999", "9" * 400])
def test_odd_ranges_break_nothing(desk, source, at) -> None:
    assert desk.get(f"{source}pages/1/", {"at": at}).status_code == 200


def test_of_a_large_file_the_page_is_drawn_from_its_words(desk, pdf, monkeypatch) -> None:
    monkeypatch.setattr(originals, "MOST_BYTES", len(pdf) - 1)
    file = SimpleUploadedFile("aid.pdf", pdf, content_type="application/pdf")
    source = desk.post("/sources/add/", {"file": file})["Location"]
    assert "not kept in the books" in desk.get(source).content.decode()
    page = desk.get(f"{source}pages/1/").content.decode()
    assert "<image" not in page
    assert "&lt;b&gt;roof&lt;/b&gt;" in page
    assert desk.get(f"{source}pages/1.png").status_code == 404


def test_what_is_not_there_is_said(desk, held, source, added) -> None:
    assert desk.get(f"{source}pages/99/").status_code == 404
    assert desk.get(f"{source}pages/99.png").status_code == 404
    assert desk.get(f"{added}pages/1/").status_code == 404
    assert "See its pages" not in desk.get(added).content.decode()
    kept = originals.original_of(held, source.rstrip("/").rsplit("/", 1)[-1])
    custody.erase(held, kept.entry, why="shows a child", approved_by="head")
    assert desk.get(f"{source}pages/1.png").status_code == 404
    assert "was erased" in desk.get(source).content.decode()


def test_nobody_sees_a_page_without_signing_in(visitor, source) -> None:
    assert visitor.get(f"{source}pages/1.png").status_code in (302, 403)


def test_a_quote_over_two_pages_leads_on(desk, held, source) -> None:
    name = source.rstrip("/").rsplit("/", 1)[-1]
    (_, first_end), (second, _), *_ = originals.extents(held, name)
    page = desk.get(f"{source}pages/1/", {"at": f"{first_end - 30}-{second + 20}"}).content.decode()
    assert "The quote goes on on the next page." in page
    following = desk.get(f"{source}pages/2/", {"at": f"{first_end - 30}-{second + 20}"}).content.decode()
    assert '<rect class="marked"' in page
    assert '<rect class="marked"' in following
    assert "goes on" not in following
