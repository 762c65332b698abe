"""A scan is refused with its reason; where a person asks, tesseract recognises its letters, as a guess."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from tests.unit.documents.test_hostile import pages

from korpu.documents import load
from korpu.kernel.errors import InputError

WORDS = "Ten beds were handed over to the clinic on 5 May 2025."
FAKE = """#!/bin/sh
if [ "$1" = "--list-langs" ]; then printf 'List of available languages (2):\\neng\\nukr\\n'; exit 0; fi
head -c 2 | grep -q P5 || exit 1
[ "$4" = "eng+ukr" ] || exit 1
echo "Ten beds were handed over to the clinic on 5 May 2025."
"""


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a stand-in for tesseract on the path."""
    program = folder / "tesseract"
    program.write_text(FAKE)
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_a_scan_is_recognised_where_a_person_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch)
    loaded = load(pages(2), scans=True)
    assert loaded.text == f"{WORDS}\n\n{WORDS}"
    assert [(page.number, loaded.text[page.start : page.end]) for page in loaded.pages] == [(1, WORDS), (2, WORDS)]
    assert loaded.guessed
    assert "a guess" in loaded.notes[0]


def test_without_being_asked_a_scan_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch)
    with pytest.raises(InputError) as refused:
        load(pages(2))
    assert refused.value.code == "KORPU-INPUT-009"


def test_without_tesseract_the_refusal_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError) as refused:
        load(pages(1), scans=True)
    assert refused.value.code == "KORPU-INPUT-019"


def test_a_damaged_picture_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch)
    with pytest.raises(InputError) as refused:
        load(b"\x89PNG\r\n\x1a\n" + b"\0" * 40, scans=True)
    assert refused.value.code == "KORPU-INPUT-017"
