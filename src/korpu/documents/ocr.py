"""Scans: the pages of a PDF, or a picture, are given to the tesseract program where it is installed and asked for.

Its letters are a guess, so a note says so and every figure wants a look. Pages keep their numbers, not their boxes.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from array import array
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import PdfiumError

from korpu.documents.extracted import Extracted, Page, checked
from korpu.documents.media import is_picture
from korpu.kernel.errors import InputError

MOST_SCANNED = 40
"""Pages that are recognised at most; a page takes seconds."""

SECONDS_A_PAGE = 60
"""Longest wait for one page."""

MOST_PIXELS = 40_000_000
_DPI = 200
_LANGUAGES = ("eng", "ukr", "aze", "rus")


def program() -> str | None:
    """Return where tesseract is, None where it is not installed."""
    return shutil.which("tesseract")


def read_ocr(raw: bytes) -> Extracted:
    """Recognise the words of a scanned PDF or a picture.

    Raises InputError KORPU-INPUT-019 without tesseract, -014 for too many pages, -016 for a page that takes too long,
    -017 for a damaged file, -001 where no words are found.
    """
    tesseract = program()
    if tesseract is None:
        raise InputError(
            "KORPU-INPUT-019", "Reading scans needs the program tesseract (Debian: tesseract-ocr and its languages)."
        )
    spoken = _languages(tesseract)
    found = [(_recognised(tesseract, spoken, picture), size) for picture, size in _pictures(raw)]
    pages: list[Page] = []
    pieces: list[str] = []
    at = 0
    for number, (words, (width, height)) in enumerate(found, 1):
        at += 2 if pieces else 0
        pages.append(Page(number, at, at + len(words), width, height, array("i", [0]) * (4 * len(words))))
        pieces.append(words)
        at += len(words)
    note = "The words were recognised from a picture and are a guess: compare every figure with the scan."
    return Extracted(checked("\n\n".join(pieces)), pages=tuple(pages), notes=(note,), guessed=True)


def _pictures(raw: bytes) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Yield the pages of a PDF in grey, as portable graymaps with their size in tenths of a point, or the picture."""
    if is_picture(raw):
        yield raw, (0, 0)
        return
    try:
        document = pypdfium2.PdfDocument(raw)
        if len(document) > MOST_SCANNED:
            raise InputError(
                "KORPU-INPUT-014",
                f"The PDF has {len(document):,} pages; korpu recognises scans of up to {MOST_SCANNED} pages.",
            )
        for page in document:
            width, height = page.get_size()
            scale = min(_DPI / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            file = io.BytesIO()
            file.write(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height))
            data = bytes(bitmap.buffer)
            for row in range(bitmap.height):
                file.write(data[row * bitmap.stride : row * bitmap.stride + bitmap.width])
            yield file.getvalue(), (round(10 * width), round(10 * height))
    except PdfiumError as error:
        raise InputError("KORPU-INPUT-017", "The PDF is damaged: a page cannot be opened.") from error


def _languages(tesseract: str) -> str:
    """Return those of our languages that tesseract has, in its own way of listing them."""
    done = _run([tesseract, "--list-langs"], b"")
    found = {line.strip() for line in done.decode("utf-8", "replace").splitlines()}
    return "+".join(code for code in _LANGUAGES if code in found) or "eng"


def _recognised(tesseract: str, spoken: str, picture: bytes) -> str:
    text = _run([tesseract, "-", "-", "-l", spoken], picture).decode("utf-8", "replace")
    return text.replace("\f", "").replace("\r", "").replace("\0", "").strip()


def _run(command: list[str], given: bytes) -> bytes:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - the program found on the path; the picture is its input
            command, input=given, capture_output=True, timeout=SECONDS_A_PAGE, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise InputError("KORPU-INPUT-016", "The file takes too much time or memory to read.") from error
    if done.returncode:
        raise InputError("KORPU-INPUT-017", "The picture is damaged and cannot be recognised.")
    return done.stdout
