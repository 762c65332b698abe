"""The interview pack: the last answer with its words, what changed since, drafts checked, and nothing invented."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from korpu.app.books import Books, open_books
from korpu.app.intake import add
from korpu.app.lines import clear
from korpu.app.pack_paper import pack_docx
from korpu.app.packs import PackRow, pack
from korpu.app.review import accept_all
from korpu.briefs.differences import difference
from korpu.kernel.errors import InputError
from korpu.statements.document import Document

INTERVIEW = """Jane Doe,

Ambassador of Norway to Ukraine

- How is the school in Bucha coming along?
- In March 2024, Norway allocated 2 million euros for the repair of a school in Bucha.
- How much humanitarian aid has Norway given to Ukraine so far?
- So far, Norway's humanitarian aid to Ukraine has reached 40 million euros.
"""
LATER = """In May 2025, the repair of the school in Bucha was completed. So far, Norway's humanitarian aid to Ukraine
has reached 52 million euros."""


@pytest.fixture
def held(tmp_path: Path) -> Books:
    books = open_books(tmp_path, clock=lambda: datetime(2025, 9, 1, tzinfo=UTC))
    add(books, Document(INTERVIEW, title="An interview", published="2024-05", language="en"), by="desk")
    add(books, Document(LATER, title="A statement", published="2025-06", language="en"), by="desk")
    accept_all(books, by="desk")
    return books


def one(held: Books, text: str, **more: str) -> PackRow:
    (row,) = pack(held, Document(text), **more)  # type: ignore[arg-type]
    return row


def test_an_answer_to_the_same_question_is_the_last_answer_and_changes_count_from_it(held: Books) -> None:
    row = one(held, "How much humanitarian aid has Norway given to Ukraine?")
    assert row.last is not None
    assert (row.last.title, row.last.said) == ("An interview", "2024-05")
    assert row.last.question == "How much humanitarian aid has Norway given to Ukraine so far?"
    assert "40 million euros" in row.last.quote
    text = held.document(row.last.source).text
    assert row.last.quote in text[slice(*row.last.ranges[0])]
    assert [difference(c, "en") for c in row.changes if c.property and c.property.endswith("amount")] == [
        "about 40 million EUR → about 52 million EUR"
    ]
    assert [given.title for given in row.before] == ["A statement"]


@pytest.mark.parametrize("question", ["What has been done in Bucha?", "Що зроблено в Бучі?", "Buçada nə edilib?"])
def test_the_question_may_be_put_in_another_language(held: Books, question: str) -> None:
    row = one(held, question, since="2024-12")
    assert row.last is not None
    assert row.last.title == "An interview"
    assert "2 million euros" in row.last.quote or "school" in row.last.quote
    assert {c.record.object for c in row.changes} >= {"school"}


def test_a_russian_question_is_met_by_what_it_names(held: Books) -> None:
    row = one(held, "Что сделано для школы в Буче?")
    assert row.last is not None
    assert "school" in row.last.quote
    assert one(held, "Что сделала Швеция для школ?").last is None


@pytest.mark.parametrize("question", ["What has been done in Nairobi?", "What about the space programme?"])
def test_where_nothing_is_known_it_says_so(held: Books, question: str) -> None:
    row = one(held, question)
    assert (row.last, row.before, row.changes) == (None, (), ())
    assert row.answer.missing


def test_what_is_only_promised_at_a_place_is_told_when_it_is_asked_what_was_done(held: Books) -> None:
    text = "In May 2025 Norway allocated 4 million euros to repair the hospital in Sumy."
    add(held, Document(text, title="A decree", published="2025-05", language="en"), by="desk")
    accept_all(held, by="desk")
    row = one(held, "What has been done in Sumy?")
    assert row.last is not None
    assert "4 million euros" in row.last.quote
    assert one(held, "What has Sweden done in Sumy?").last is None


def test_where_nothing_was_said_by_the_last_interview_the_last_answer_of_all_is_shown(held: Books) -> None:
    row = one(held, "How much humanitarian aid has Norway given to Ukraine?", since="2020")
    assert row.last is not None
    assert row.since == "2020"


def test_cleared_wording_is_no_answer(held: Books) -> None:
    clear(held, topic="Hospital", wording={"en": "Norway repaired the hospital in Sumy for 9 million euros."},
          cleared_by="Ms Koval", cleared="2025-08-01", by="desk")  # fmt: skip
    assert one(held, "What has been done in Sumy?").last is None


def test_a_draft_is_checked_and_nothing_is_kept(held: Books) -> None:
    before = [entry.id for entry, _ in held.journal.entries()]
    draft = "Of the 3 million euros, 5 million euros went to the school."
    row = one(held, f"1. What has been done in Bucha?\nDraft: {draft}\n")
    assert row.draft == draft
    assert "part_exceeds_whole" in [found.finding.check for found in row.findings]
    assert [entry.id for entry, _ in held.journal.entries()] == before


def test_the_pack_on_paper_has_the_words_the_changes_and_the_comments(held: Books) -> None:
    asked = "How much humanitarian aid has Norway given to Ukraine?"
    text = f"{asked}\nDraft: Of 3 million euros, 5 million euros were spent.\n\nWhat has been done in Nairobi?"
    rows = pack(held, Document(text), language="uk")
    document = docx.Document(io.BytesIO(pack_docx(held, rows, "uk")))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert any("40 million euros" in line for line in lines)
    assert "У книгах немає відповіді на це." in lines
    assert any("→" in line for line in lines)
    assert len(document.tables) == 1
    assert [comment.text.split(":")[0] for comment in document.comments] == ["Помилка"]


def test_a_file_without_questions_is_refused(held: Books) -> None:
    with pytest.raises(InputError):
        pack(held, Document("\n"))
    with pytest.raises(InputError):
        one(held, "What?", since="last year")
