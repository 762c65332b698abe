"""Check a draft on its page: notes in the margin, nothing kept, a Word file with comments, waiving."""

from __future__ import annotations

import io
import re

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.unit.documents.typeset import as_docx, as_html, as_pdf

from korpu.app import intake
from korpu.app.tables import xlsx

SLIP = "Norway allocated 3 million US dollars in 2023.\n\nTrade has tripled since then."


@pytest.fixture
def shown(desk):
    """The address of a draft that was pasted."""
    return desk.post("/publish/", {"text": SLIP, "published": "2025"})["Location"]


def entries(held):
    return [entry.type for entry, _ in held.journal.entries()]


def test_what_is_found_stands_beside_its_paragraph_and_nothing_is_kept(desk, held, shown):
    page = desk.get(shown).content.decode()
    rows = re.findall(r'<div class="pair-row">(.*?)\n</div>', page, re.DOTALL)
    assert ["tripled" in row and "gloss error" in row for row in rows] == [False, True]
    assert "not kept in the books" in page
    assert entries(held) == []
    assert intake.sources(held) == []


def test_a_word_file_comes_back_with_comments_at_the_words(desk):
    sent = SimpleUploadedFile("Заява посольства.docx", as_docx(SLIP))
    where = desk.post("/publish/", {"file": sent})["Location"]
    answer = desk.get(f"{where}checked.docx")
    assert "filename*=UTF-8''" in answer["Content-Disposition"]
    (comment,) = docx.Document(io.BytesIO(answer.content)).comments
    assert "tripled" in comment.text
    assert comment.text.startswith("Error")


@pytest.mark.parametrize("typeset", [as_pdf, as_html])
def test_of_other_formats_a_new_word_file_is_made(desk, typeset):
    sent = SimpleUploadedFile("draft", typeset(SLIP))
    where = desk.post("/publish/", {"file": sent})["Location"]
    assert "gloss error" in desk.get(where).content.decode()
    document = docx.Document(io.BytesIO(desk.get(f"{where}checked.docx").content))
    assert len(list(document.comments)) == 1
    assert any("tripled" in paragraph.text for paragraph in document.paragraphs)


def test_a_workbook_is_checked_too(desk):
    raw = xlsx("Figures", ["What", "Said"], [["Trade", "Trade has tripled."]])
    where = desk.post("/publish/", {"file": SimpleUploadedFile("figures.xlsx", raw)})["Location"]
    assert "gloss error" in desk.get(where).content.decode()
    assert len(list(docx.Document(io.BytesIO(desk.get(f"{where}checked.docx").content)).comments)) == 1


def test_a_finding_is_waived_with_a_reason_and_shown_again(desk, held, shown):
    page = desk.get(shown).content.decode()
    finding = re.search(r"/(f-[0-9a-f]{16})/waive/", page)[1]
    assert desk.post(f"{shown}{finding}/waive/", {"reason": ""}).status_code == 400
    desk.post(f"{shown}{finding}/waive/", {"reason": "A quotation."})
    page = desk.get(shown).content.decode()
    assert "gloss error" not in page
    assert "A quotation." in page
    assert not list(docx.Document(io.BytesIO(desk.get(f"{shown}checked.docx").content)).comments)
    desk.post(f"{shown}{finding}/undo/")
    assert "gloss error" in desk.get(shown).content.decode()
    assert entries(held) == ["waiver", "review"]


def test_a_draft_is_kept_only_when_somebody_asks(desk, held, shown):
    answer = desk.post(f"{shown}keep/")
    assert answer["Location"].startswith("/sources/src-")
    assert [row.published for row in intake.sources(held)] == ["2025"]


def test_a_forgotten_draft_is_gone(desk, shown):
    assert desk.post(f"{shown}forget/").status_code == 302
    answer = desk.get(shown)
    assert answer.status_code == 404
    assert b"KORPU-DRAFT-001" in answer.content


def test_what_cannot_be_read_is_refused_and_the_text_stays(desk, held):
    assert desk.post("/publish/", {"text": "  "}).status_code == 400
    answer = desk.post("/publish/", {"text": "Words.", "published": "yesterday"})
    assert answer.status_code == 400
    assert b"Words." in answer.content
    assert desk.get("/publish/").status_code == 200


def test_nobody_sees_a_draft_without_signing_in(visitor, shown):
    assert visitor.get(shown).status_code == 302
