"""The page of the interview pack: questions in, last answers out, drafts written and checked, a Word file."""

from __future__ import annotations

import io

import docx

from korpu.app.review import accept_all

ASKED = "What was allocated for Kyiv?\n\nWhat has been done in Nairobi?"


def test_questions_are_answered_from_the_books_and_drafts_are_checked(desk, held, added):
    accept_all(held, by="desk")
    entries = len(list(held.journal.entries()))
    where = desk.post("/publish/pack/", {"text": ASKED})["Location"]
    page = desk.get(where).content.decode()
    assert "7.6 million US dollars in 2023" in page
    assert "The books hold no answer to this." in page
    assert "Nairobi" in page
    assert desk.get(where).status_code == 200
    drafts = {"draft1": "Trade has tripled? We\r\nthink so.", "draft2": ""}
    checked = desk.post(where, drafts)["Location"]
    page = desk.get(checked).content.decode()
    assert "gloss error" in page
    assert "Trade has tripled? We\nthink so.</textarea>" in page
    answer = desk.get(f"{checked}pack.docx")
    document = docx.Document(io.BytesIO(answer.content))
    assert [comment.text[:5] for comment in document.comments] == ["Error"]
    assert any("7.6 million US dollars" in paragraph.text for paragraph in document.paragraphs)
    assert len(list(held.journal.entries())) == entries


def test_what_holds_no_question_is_refused_and_a_pack_that_is_gone_says_so(desk):
    assert desk.get("/publish/pack/").status_code == 200
    assert desk.post("/publish/pack/", {"text": " "}).status_code == 400
    answer = desk.post("/publish/pack/", {"text": "What?", "since": "last year"})
    assert answer.status_code == 400
    assert b"What?" in answer.content
    assert desk.get("/publish/pack/gone/").status_code == 404
