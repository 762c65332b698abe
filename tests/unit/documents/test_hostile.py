"""Files made to do harm, or that hold nothing to read, are refused in one sentence, fast."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.documents.typeset import as_docx, as_html, as_pdf

from korpu.documents import apart, load
from korpu.documents.media import DOCX, HTML, PDF
from korpu.documents.readers import read_format
from korpu.kernel.errors import InputError

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


def pages(count: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(200, 200)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def locked() -> bytes:
    """A PDF whose words are encrypted with a password that nobody gave."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    lock = b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
    whole = body + lock
    at = [whole.index(b"%d 0 obj" % n) for n in (1, 2, 3)]
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in at)
    ids = b"/ID[<" + b"43" * 16 + b"><" + b"43" * 16 + b">]"
    end = b"trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R" + ids + b">>\nstartxref\n%d\n%%%%EOF" % len(whole)
    return whole + table + end


def package(**members: bytes) -> bytes:
    """A Word file with members added or replaced."""
    file = io.BytesIO(as_docx("Words."))
    with zipfile.ZipFile(file) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    kept |= members
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in kept.items():
            new.writestr(name, content)
    return out.getvalue()


def spent() -> float:
    """Seconds of processor time, those of finished readers too."""
    times = os.times()
    return times.user + times.children_user


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("a.txt", "words")
    return out.getvalue()


def mail_of(count: int) -> bytes:
    head = b"From: a@b\r\nTo: c@d\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    part = b"--x\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nwords\r\n"
    return head + part * count + b"--x--\r\n"


HOSTILE = {
    "encrypted PDF": (locked, "008"),
    "encrypted Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + ENCRYPTED, "008"),
    "scan": (lambda: pages(3), "009"),
    "macros": (lambda: package(**{"word/vbaProject.bin": b"x"}), "010"),
    "bomb": (lambda: package(**{"word/media/a.bmp": b"\0" * (60 << 20)}), "011"),
    "archive in a document": (lambda: package(**{"word/embeddings/a.bin": archive()}), "012"),
    "archive": (archive, "012"),
    "entities in a document": (lambda: package(**{"word/document.xml": ENTITIES}), "013"),
    "entities in another encoding": (
        lambda: package(**{"word/document.xml": b'<?xml version="1.0" encoding="utf-7"?><x/>'}), "013",
    ),
    "XML with entities": (lambda: ENTITIES, "013"),
    "page with entities": (lambda: b'<!DOCTYPE html [<!ENTITY a "b">]><html><p>&a; words</p></html>', "013"),
    "pages": (lambda: pages(501), "014"),
    "long text": (lambda: b"word " * 400_001, "015"),
    "long page": (lambda: b"<html><p>" + b"word " * 500_000 + b"</p></html>", "015"),
    "cut PDF": (lambda: as_pdf("Words.")[:400], "017"),
    "cut Word file": (lambda: as_docx("Words.")[:2000], "017"),
    "no PDF": (lambda: b"%PDF-1.7 ...", "017"),
    "no Word file": (lambda: b"PK\x03\x04rest", "017"),
    "not XML": (lambda: package(**{"word/document.xml": b"<w:document"}), "017"),
    "deep page": (lambda: b"<html>" + b"<div>" * 100_000 + b"words", "017"),
    "many attachments": (lambda: mail_of(60), "018"),
    "page without words": (lambda: b"<html><body><script>x()</script></body></html>", "001"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    make, code = HOSTILE[name]
    file = tmp_path / "paper.pdf"
    file.write_bytes(make())
    began = spent()
    with pytest.raises(InputError) as caught:
        load(file)
    assert caught.value.code == f"KORPU-INPUT-{code}"
    assert caught.value.message.endswith(".")
    assert ". " not in caught.value.message
    assert spent() - began < 2


def test_a_reader_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MEMORY", 1 << 24)
    with pytest.raises(InputError) as caught:
        load(as_html("Words."))
    assert caught.value.code in ("KORPU-INPUT-016", "KORPU-INPUT-017")


SEEDS = {PDF: as_pdf("Words and 5 dollars."), DOCX: as_docx("Words and 5 dollars."), HTML: as_html("Words and more.")}


@settings(max_examples=60)
@given(st.sampled_from([DOCX, HTML]), st.lists(st.tuples(st.integers(0), st.binary(max_size=4)), max_size=6))
def test_bytes_changed_anywhere_are_read_or_refused(media: str, changes: list[tuple[int, bytes]]) -> None:
    raw = bytearray(SEEDS[media])
    for at, new in changes:
        raw[at % len(raw) : at % len(raw) + len(new)] = new
    try:
        assert read_format(media, bytes(raw)).text.strip()
    except InputError as error:
        assert error.code.startswith("KORPU-INPUT-")
