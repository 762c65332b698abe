"""Files are read as text or refused in one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.documents import LIMIT, load
from korpu.documents.decode import decode
from korpu.kernel.errors import InputError

UKRAINIAN = "Міністр передав громаді два трансформатори та обладнання для лікарні. «Це важливо», – сказав він."
TURKISH = "Büyükelçi, okulun açılışında öğrencilere teşekkür etti ve yeni yardımların geleceğini söyledi."


def refused(what: bytes | Path) -> str:
    with pytest.raises(InputError) as caught:
        load(what)
    message = caught.value.message
    assert message.count(". ") == 0
    assert message.endswith(".")
    return caught.value.code.removeprefix("KORPU-INPUT-")


def test_utf_8_loses_its_mark_and_carriage_returns_and_nothing_else() -> None:
    loaded = load(b"\xef\xbb\xbf" + " Перший\r\nрядок\rтут\n\n".encode())
    assert (loaded.text, loaded.encoding, loaded.guessed) == (" Перший\nрядок\rтут\n\n", "utf-8", False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_its_mark(encoding: str) -> None:
    loaded = load(("\ufeff" + UKRAINIAN).encode(encoding))
    assert (loaded.text, loaded.encoding, loaded.guessed) == (UKRAINIAN, encoding, False)


@pytest.mark.parametrize("text", [UKRAINIAN, TURKISH, "Two transformers were delivered in April 2025.\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_refused(text: str, encoding: str) -> None:
    assert refused(text.encode(encoding)) == "004"


@pytest.mark.parametrize(("text", "encoding"), [(UKRAINIAN, "cp1251"), (TURKISH, "cp1254")])
def test_old_encodings_are_guessed_and_said(text: str, encoding: str) -> None:
    loaded = load(text.encode(encoding))
    assert (loaded.text, loaded.encoding, loaded.guessed) == (text, encoding, True)


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \n"])
def test_a_file_without_a_word_is_empty(raw: bytes) -> None:
    assert refused(raw) == "001"


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n", b"{\\rtf1 text}", b"\x7fELF\x02\x01\x01\x00",
        b"text with a null\0 in it and more text", b"\x01\x02\x03\x04 \x05\x06", b"\xff\xfea\0\0\0",
    ],
)  # fmt: skip
def test_binary_files_are_refused(raw: bytes) -> None:
    assert refused(raw) == "003"


@pytest.mark.parametrize(
    "raw",
    [
        "Déjà vu à la préfecture, où l'été s'achève.".encode("latin-1"),
        "Добрый вечер, дорогие гости".encode("koi8-r"),
        bytes(range(1, 256)) * 20,
        b"\xff\xfe\x00\xd8", b"\xff\xfe\0\0a\0\0\0", "日本語の文章".encode("shift-jis"), b"\xe9",
    ],
)  # fmt: skip
def test_what_is_not_surely_text_is_refused(raw: bytes) -> None:
    assert refused(raw) == "005"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as handle:
        handle.truncate(200 * 1024 * 1024)
    assert refused(file) == "002"
    assert refused(b"x" * (LIMIT + 1)) == "002"


def test_places_that_are_no_readable_files_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "006"
    assert refused(tmp_path / "nothing.txt") == "007"
    assert refused(Path("bad\0name")) == "007"
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "006"


def test_a_file_says_where_it_came_from(tmp_path: Path) -> None:
    file = tmp_path / "заява.txt"
    file.write_text("Words.")
    loaded = load(file, title="T", published="2025", language="en", url="u", kind="press")
    assert (loaded.filename, loaded.title, loaded.published, loaded.kind, loaded.url) == (
        "заява.txt", "T", "2025", "press", "u",
    )  # fmt: skip
    assert loaded.raw_sha256 == loaded.sha256


@given(st.text(min_size=1).filter(lambda t: t.strip() and "\ufeff" not in t))
def test_whatever_is_read_from_utf_8_is_what_was_written(text: str) -> None:
    raw = text.encode()
    try:
        read, _, guessed = decode(raw)
    except InputError:
        return
    assert read == text.replace("\r\n", "\n")
    assert not guessed


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_a_sentence(raw: bytes) -> None:
    try:
        text, _, _ = decode(raw)
    except InputError as error:
        assert error.code.startswith("KORPU-INPUT-")
    else:
        assert text.strip()
