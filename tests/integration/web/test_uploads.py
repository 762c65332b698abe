"""Files dropped on the page for adding a source: read by what they are, or refused with nothing added."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.unit.documents.typeset import as_docx, as_html, as_pdf

from korpu.app import intake

WORDS = "Norway gave 1 million US dollars."
MAIL = (
    b"From: a@example.org\r\nTo: b@example.org\r\nSubject: A gift\r\nDate: Wed, 14 May 2025 10:00:00 +0300\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee what is attached.\r\n"
    b"--x\r\nContent-Disposition: attachment; filename=act.txt\r\n\r\nNorway gave 1 million US dollars.\r\n"
    b"--x\r\nContent-Disposition: attachment; filename=empty.txt\r\n\r\n\r\n--x--\r\n"
)


def test_files_of_every_format_become_sources(desk, held):
    for name, raw in (("a.pdf", as_pdf(WORDS)), ("b", as_docx(WORDS + " Again.")), ("c.txt", as_html(WORDS))):
        answer = desk.post("/sources/add/", {"file": SimpleUploadedFile(name, raw)})
        assert answer.status_code == 302, name
    assert len(intake.sources(held)) == 3


def test_a_file_that_cannot_be_read_adds_nothing(desk, held):
    answer = desk.post("/sources/add/", {"file": SimpleUploadedFile("a.pdf", as_pdf(WORDS)[:300])})
    assert answer.status_code == 400
    assert b"KORPU-INPUT-017" in answer.content
    assert intake.sources(held) == []


def test_what_is_attached_to_a_mail_becomes_a_source_after_it(held):
    added = intake.add(held, MAIL)
    (attached,) = added.attached
    assert added.reading.document.title == "A gift"
    assert attached.reading.document.text.strip() == WORDS
    assert attached.reading.document.published == "2025-05-14"
    assert [(name, code) for name, code, _ in added.refused] == [("empty.txt", "KORPU-INPUT-001")]
    assert intake.add(held, MAIL).attached[0].already
