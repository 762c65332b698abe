"""PDF, DOCX, HTML and mail become text whose every quote is found again, with its place in the file."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from tests.unit.documents.typeset import as_docx, as_html, as_pdf

from korpu.documents import load
from korpu.documents.where import blocks_at, spots
from korpu.statements.locate import locate

TEXT = """Two transformers and 12 generators were handed over to the hospital in April 2025.

Посол повідомив, що 5 мільйонів доларів передано громаді у 2024 році.

Səfir bildirdi ki, şəhərə 3 avtobus göndərilib."""

SETTINGS: dict[str, Callable[[str], bytes]] = {
    "pdf": as_pdf,
    "pdf in columns": lambda text: as_pdf(text, columns=2),
    "docx": as_docx,
    "html": as_html,
    "plain": str.encode,
}


@pytest.mark.parametrize("form", SETTINGS)
def test_the_words_are_those_that_were_typeset(form: str) -> None:
    raw = SETTINGS[form](TEXT)
    loaded = load(raw)
    assert " ".join(TEXT.split()) in " ".join(loaded.text.split())
    assert loaded.raw_sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize("form", SETTINGS)
def test_every_quote_of_the_interview_is_found_again(form: str, shared: Path, interview: str) -> None:
    quotes = [fact["quote"] for fact in json.loads((shared / "interview" / "facts.json").read_text("utf-8"))]
    text = load(SETTINGS[form](interview)).text
    places = [locate(text, quote) for quote in quotes]
    assert len(quotes) > 100
    assert [quote for quote, place in zip(quotes, places, strict=True) if place is None] == []


def test_a_quote_is_shown_on_its_page() -> None:
    text = "\n\n".join(f"Statement {n} says that {n} beds were given to the clinic." for n in range(1, 200))
    loaded = load(as_pdf(text))
    place = locate(loaded.text, "150 beds were given")
    assert place is not None
    (spot,) = spots(loaded.pages, place.ranges)
    page = loaded.pages[spot.page - 1]
    assert page.start <= place.start < page.end
    assert spot.page > 1
    assert 0 < spot.left < spot.right < page.width / 10
    assert 0 < spot.bottom < spot.top < page.height / 10
    assert all(len(page.boxes) == 4 * (page.end - page.start) for page in loaded.pages)


def test_a_quote_over_two_lines_has_two_boxes() -> None:
    loaded = load(as_pdf(TEXT.split("\n", maxsplit=1)[0] + " They serve 40 wards of the city and its villages."))
    place = locate(loaded.text, "to the hospital in April 2025. They serve 40 wards")
    assert place is not None
    first, second = spots(loaded.pages, place.ranges)
    assert first.bottom > second.bottom


def test_paragraphs_and_tables_of_a_word_file_keep_their_order() -> None:
    document = docx.Document()
    document.core_properties.title = "Report"
    document.add_paragraph("Before the table.")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("Year", "EUR", "2024", "500"), strict=True):
        cell.text = words
    last = document.add_paragraph("After it ")
    for tag, words in (("w:ins", "came more"), ("w:del", "came less")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:t")
        text.text = words
        run.append(text)
        change.append(run)
        last._p.append(change)
    file = io.BytesIO()
    document.save(file)
    loaded = load(file.getvalue(), filename="notes.txt")
    assert loaded.text == "Before the table.\n\nYear\tEUR\n\n2024\t500\n\nAfter it came more"
    assert loaded.title == "Report"
    at = loaded.text.index("2024")
    (row,) = blocks_at(loaded.blocks, [(at, at + 4)])
    assert (row.kind, row.number, row.within) == ("row", 2, 1)


def test_menus_scripts_and_link_lists_are_left_out_and_said() -> None:
    loaded = load(as_html("The ministry paid 5 million manats."))
    assert loaded.text == "A page\n\nThe ministry paid 5 million manats."
    assert loaded.title == "A page"
    assert any("Left out" in note for note in loaded.notes)


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8", "utf-16"])
def test_a_page_is_decoded_as_it_says(encoding: str) -> None:
    page = f"<html><head><meta charset={encoding}></head><body><p>Передано 5 мільйонів доларів.</p></body></html>"
    assert load(page.encode(encoding)).text == "Передано 5 мільйонів доларів."


def mail() -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "press@example.org", "desk@example.org"
    message["Subject"] = "Заява міністерства"
    message["Date"] = "Wed, 14 May 2025 10:00:00 +0300"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("Передано 5 мільйонів доларів.\n")
    return message


def test_attachments_of_a_mail_are_documents_of_their_own() -> None:
    message = mail()
    message.add_attachment(as_docx("Three buses."), maintype="application", subtype="octet-stream", filename="a.bin")
    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="b.zip")
    inner = mail()
    inner.replace_header("Subject", "Inner")
    message.add_attachment(inner)
    loaded = load(bytes(message))
    assert (loaded.text.strip(), loaded.title, loaded.published) == (
        "Передано 5 мільйонів доларів.", "Заява міністерства", "2025-05-14",
    )  # fmt: skip
    assert [part.text.strip() for part in loaded.attachments] == ["Three buses.", "Передано 5 мільйонів доларів."]
    assert [(name, code) for name, code, _ in loaded.refused] == [("b.zip", "KORPU-INPUT-017")]


def test_a_memo_with_from_and_subject_stays_plain_text() -> None:
    memo = "From: the mayor\nTo: the embassy\nSubject: transformers\n\nWe need two."
    assert load(memo.encode()).text == memo


def test_a_mail_whose_date_makes_no_sense_is_read_without_one() -> None:
    raw = bytes(mail()).replace(b"14 May 2025", b"99999999999 May 2025")
    loaded = load(raw)
    assert (loaded.text.strip(), loaded.published) == ("Передано 5 мільйонів доларів.", None)
